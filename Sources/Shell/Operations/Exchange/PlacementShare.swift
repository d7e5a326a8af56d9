import Exchange
import Vocabulary

/// What of a placement crosses to the border: health, marital and family papers only as one, the placement file.
///
/// - Source: UU 27/2022 art. 4 and 16 (specific data, as little as needed); `agreement.csv`, `placement.shared/1`.
enum PlacementShare {
    /// The member that stands for the papers which don't cross.
    static let file = "placement_file"
    /// The columns that it stands for.
    static let withheld = ["medical_until", "marital_statement", "family_permission"]

    /// The status from which a placement is shared openly: the worker has signed, and so was told of it.
    static func isOpen(_ status: PlacementStatus?) -> Bool {
        switch status {
        case .signed, .carded, .departed, .returned, .cancelled: true
        default: false
        }
    }

    /// The members of a placement that a row of the agreement lists.
    static func members(of placement: Placement, listed: [String], _ rules: Rulebook, on day: Day)
        -> [String: CanonicalJSON]
    {
        var members: [String: CanonicalJSON] = [:]
        let cells = placement.cells
        for name in listed { members.set(name, cells[name]) }
        members.set(file, state(of: placement, cells, rules, on: day))
        return members
    }

    /// The papers that don't cross, as one: `no`, `yes`, the day on which the first ends; nil where somebody would have to ask.
    private static func state(
        of placement: Placement,
        _ cells: [String: String],
        _ rules: Rulebook,
        on day: Day
    ) -> String? {
        let papers = rules.papers(on: day).filter { paper in
            let scheme = RuledScheme(of: placement.file, asCrew: false)
            return paper.isSensitive
                && rules.requirement(of: paper.document, for: scheme, on: day)?.requirement == .mandatory
        }
        let needed = papers.map { cells[column(of: $0.document)] ?? "" }
        if needed.contains("no") { return "no" }
        if needed.contains("") { return nil }
        return needed.compactMap { Day($0)?.description }.min() ?? "yes"
    }

    private static func column(of document: String) -> String {
        document == "medical" ? "medical_until" : document
    }

    /// A placement of what was shared.
    ///
    /// - Throws: `ExchangeRefusal.schema` with the member that isn't what it has to be.
    static func placement(of members: [String: CanonicalJSON]) throws(ExchangeRefusal) -> Placement {
        var cells = members
        let state = cells.removeValue(forKey: file)?.text ?? ""
        if !state.isEmpty {
            cells["medical_until"] = .string(state)
            let plain = state == "no" ? "no" : "yes"
            for column in ["marital_statement", "family_permission"] { cells[column] = .string(plain) }
        }
        return try record(Placement.self, of: cells)
    }

    /// A row of an office's table, of members that are its columns.
    ///
    /// - Throws: `ExchangeRefusal.schema`.
    static func record<Record: OfficeRecord>(_ type: Record.Type, of members: [String: CanonicalJSON])
        throws(ExchangeRefusal) -> Record
    {
        for (name, value) in members where value.text == nil { throw .schema(name) }
        let body = CanonicalJSON.object(members).bytes
        let record = body.withUnsafeBufferPointer { Record.codec.read($0) }
        guard let record, !record.key.isEmpty else { throw .schema("payload") }
        return record
    }
}

extension OfficeRecord {
    /// The record's cells by column, as its file writes them; without the columns that no reader knows.
    var cells: [String: String] {
        var body: [UInt8] = []
        Self.codec.write(self, into: &body)
        let members = (try? CanonicalJSON(body))?.members ?? [:]
        let known = Set(Self.columns.map(\.name))
        return members.compactMapValues(\.text).filter { known.contains($0.key) }
    }
}

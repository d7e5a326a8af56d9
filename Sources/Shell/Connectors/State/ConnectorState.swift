import Foundation
package import Operations
package import Vocabulary

/// How far a connector has come; written only after what it tells of is durable in the ledger.
package struct ConnectorState: Sendable, Codable, Equatable {
    /// Where a table's reading stands.
    package struct Place: Sendable, Codable, Equatable {
        /// What to ask since; nil before the first whole reading.
        package var mark: String?
        /// The page to go on with; nil where a reading is whole.
        package var page: String?
        /// The ledger's size when it was noted: a ledger that was restored to an earlier time reads again.
        package var ledger: UInt64

        /// A place.
        package init(mark: String?, page: String?, ledger: UInt64) {
            self.mark = mark
            self.page = page
            self.ledger = ledger
        }
    }

    /// The tables' places.
    package var places: [String: Place] = [:]
    /// The ledger's entry from which on there may be news to tell.
    package var toldBefore: UInt64 = 0
    /// When it last ran.
    package var ranAt: Moment?
    /// When it last came to its end without a fault.
    package var soundAt: Moment?
    /// Why it last came to no end: a stable code and what it says.
    package var failure: String?
    /// The files that wait to become whole, by name.
    package var waiting: [String] = []
    /// What was last found, at most a hundred.
    package var findings: [Diagnostic] = []

    /// Nothing done yet.
    package init() {}

    /// Where a table's reading goes on; from the beginning where the ledger is younger than the place.
    func place(of table: String, ledger: UInt64) -> Place {
        guard let place = places[table], place.ledger <= ledger else {
            return Place(mark: nil, page: nil, ledger: ledger)
        }
        return place
    }

    /// Keeps the newest findings.
    mutating func note(_ found: [Diagnostic]) {
        let told = found.filter { $0.severity != .note }
        findings = Array((told + findings).prefix(100))
    }
}

/// The folder in which connectors keep how far they have come, and the rows that wait for their records.
package struct StateFolder: Sendable {
    /// The folder: `connectors` in the site's own.
    package let path: String

    /// The folder of a site.
    ///
    /// - Throws: `ConnectorFault.disk`.
    package init(site: String) throws {
        path = site + "/connectors"
        try DurableFile.makeFolder(path)
    }

    /// A connector's state; a new one where there is none or it can't be read, which only reads again.
    package func state(of name: String) -> ConnectorState {
        let data = FileManager.default.contents(atPath: path + "/\(name).json")
        return data.flatMap { try? JSONDecoder().decode(ConnectorState.self, from: $0) } ?? ConnectorState()
    }

    /// Keeps a connector's state; durable when it returns.
    ///
    /// - Throws: `ConnectorFault.disk`.
    func keep(_ state: ConnectorState, of name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        guard let data = try? encoder.encode(state) else { return }
        try DurableFile.write(data, to: path + "/\(name).json")
    }

    /// The rows of a connector that wait for their records, oldest first.
    ///
    /// - Throws: `ConnectorFault.disk` where the file is there and can't be read: nothing that waits is lost over it.
    package func orphans(of name: String) throws -> [OrphanRow] {
        let file = path + "/\(name).orphans"
        guard let data = FileManager.default.contents(atPath: file) else {
            guard !FileManager.default.fileExists(atPath: file) else {
                throw ConnectorFault.disk(path: file, finding: "can't be read")
            }
            return []
        }
        return try data.split(separator: 0x0A).map { line in
            guard let row = try? JSONDecoder().decode(OrphanRow.self, from: Data(line)) else {
                throw ConnectorFault.disk(path: file, finding: "holds a line that is no row")
            }
            return row
        }
    }

    /// Adds rows that wait and takes away those that found their record; durable when it returns.
    ///
    /// - Throws: `ConnectorFault.disk`; `ConnectorFault.tooManyOrphans`, and then nothing has changed.
    func update(orphansOf name: String, with taken: TakenRows) throws {
        guard !taken.orphans.isEmpty || !taken.settled.isEmpty else { return }
        let before = try orphans(of: name)
        var rows = before.filter { !taken.settled.contains($0.name) }
        var places = Dictionary(rows.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for orphan in taken.orphans where !taken.settled.contains(orphan.name) {
            if let place = places[orphan.name] {
                if !orphan.isOlder(than: rows[place]) {
                    let since = rows[place].since
                    rows[place] = orphan
                    rows[place].since = since
                }
            } else {
                places[orphan.name] = rows.count
                rows.append(orphan)
            }
        }
        guard rows != before else { return }
        guard rows.count <= Self.mostOrphans else {
            throw ConnectorFault.tooManyOrphans(limit: Self.mostOrphans)
        }
        try write(rows, of: name)
    }

    /// Forgets the rows that wait under a number of a placement, a person or a passport; returns how many.
    ///
    /// - Throws: `ConnectorFault.disk`.
    package func forget(orphan number: String, of name: String) throws -> Int {
        let rows = try orphans(of: name)
        let rest = rows.filter { !$0.numbers.contains(number) }
        if rest.count < rows.count { try write(rest, of: name) }
        return rows.count - rest.count
    }

    private func write(_ rows: [OrphanRow], of name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let lines = rows.compactMap { try? encoder.encode($0) }
        try DurableFile.write(Array(lines.joined(separator: [0x0A])), to: path + "/\(name).orphans")
    }

    private static let mostOrphans = 100_000
}

extension OrphanRow {
    /// Whether its office has said something newer of the same record.
    fileprivate func isOlder(than other: OrphanRow) -> Bool {
        guard let at = version, let known = other.version else { return false }
        return at < known
    }

    private var version: Moment? { cells["changed_at"].flatMap { Moment($0) } }
}

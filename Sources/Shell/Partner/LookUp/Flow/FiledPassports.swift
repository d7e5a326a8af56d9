import Operations
import Vocabulary

/// Asks the partner's table of passports that are no longer valid about those that placements were filed under (paspor tercatat).
///
/// What the table's function gives for a number stays in memory: a later version of the table is looked up without asking again. A
/// site that is started again asks again.
actor FiledPassports {
    private var filed = TableContents()
    private var edition: TableEdition?
    private var version: UInt64 = 0
    private var outputs: [PassportNumber: [UInt8]] = [:]
    /// Whether all that was filed has been asked about.
    private(set) var isDone = false
    private var restsUntil = ContinuousClock.now

    /// Looks up what is new: numbers, or a version of the table.
    ///
    /// Nothing follows from the owner's silence.
    /// - Throws: `SiteFault`; `CancellationError`.
    func round(through line: LookUpLine) async throws {
        let desk = line.line.desk
        guard let asker = line.current()?.first, restsUntil < .now else { return }
        let table = asker.table
        var content = filed
        try await content.follow(.filed, of: desk.site)
        filed = content
        guard filed.isChanged || edition != table.edition || version != table.version || !isDone,
            let standing = try desk.voidPassports()
        else { return }
        isDone = false
        // Under another key every number has another value.
        if edition != table.edition { (edition, outputs) = (table.edition, [:]) }
        let numbers = filed.newestFirst.compactMap { PassportNumber($0.payload.reference) }
        let wanted = Set(numbers)
        outputs = outputs.filter { wanted.contains($0.key) }
        try await lookAgain(in: table, standing, gone: standing.filter { !wanted.contains($0) }, desk)
        var seen = Set(outputs.keys)
        // What stands against somebody is asked first: it may have been mended.
        let open = (standing.filter(wanted.contains) + numbers).filter { seen.insert($0).inserted }
        (filed.isChanged, version) = (false, table.version)
        do {
            try await ask(open.prefix(FiledPassports.mostAtOnce), asker, line)
            isDone = open.count <= FiledPassports.mostAtOnce
        } catch let fault as LookUpFault {
            guard fault != .ownerAway, fault != .tableUnknown else { return }
            restsUntil = .now + .seconds(FiledPassports.restSeconds)
            if case .quotaSpent = fault { return }
            try await desk.alarm("lookup-refused", stream: nil, finding: fault.code)
        }
    }

    /// Looks up what was asked before in the version that is held now.
    private func lookAgain(
        in table: SealedTable,
        _ standing: [PassportNumber],
        gone: [PassportNumber],
        _ desk: Desk
    ) async throws {
        let standing = Set(standing)
        var said = gone.map { (number: $0, status: PassportStatus?.none) }
        for (number, output) in outputs {
            let status = try table.payloads(of: output).lazy.compactMap(\.voidStatus).first
            if status != nil || standing.contains(number) { said.append((number, status)) }
        }
        try await desk.note(said, asOf: "\(table.edition.name) \(table.version)")
    }

    /// Asks about some numbers, a request of one size at a time.
    private func ask(
        _ numbers: ArraySlice<PassportNumber>,
        _ asker: LookUpAsker,
        _ line: LookUpLine
    ) async throws {
        let size = LookUpBatching.listSlots
        for start in stride(from: numbers.startIndex, to: numbers.endIndex, by: size) {
            guard await line.isReached() else { throw LookUpFault.ownerAway }
            let asked = Array(numbers[start..<min(start + size, numbers.endIndex)])
            let tokens = asked.map {
                [LookUpToken.document($0, issuedBy: .indonesia)].compactMap(\.self)
            }
            let batch = try await asker.blind(tokens, slots: size)
            let answer = try await line.evaluate(
                batch.request,
                for: LookUpOccasion(list: nil, persons: size)
            )
            line.keep(batch.drawn(by: answer, permille: line.permille))
            var said: [(number: PassportNumber, status: PassportStatus?)] = []
            for (place, number) in asked.enumerated() {
                let output = try await asker.outputs(batch, answer, traveller: place).first?.output ?? []
                outputs[number] = output
                said.append((number, try asker.table.payloads(of: output).compactMap(\.voidStatus).first))
            }
            try await line.line.desk.note(
                said,
                asOf: "\(asker.table.edition.name) \(asker.table.version)"
            )
        }
    }

    /// So few that a later version of the table is met in between.
    private static let mostAtOnce = 256
    /// How long nothing is asked once the owner's quota is spent, or its answer was refused.
    private static let restSeconds = 60
}

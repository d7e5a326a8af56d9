import Foundation
import Vocabulary

/// Times the private look-up inside the process, with invented people; for `kawal measure lookup`.
package enum LookUpBench {
    /// Builds a table of some people, looks travellers up in it, every tenth of whom stands there, and gives the figures.
    ///
    /// - Throws: What the look-up throws.
    package static func run(people: Int, travellers: Int) async throws -> [String: Double] {
        try await run(people: people, travellers: travellers, singles: 200, elements: 300)
    }

    /// The same with so many look-ups of one traveller, and so many elements for the owner's rate.
    static func run(
        people: Int,
        travellers: Int,
        singles: Int,
        elements: Int
    ) async throws -> [String: Double] {
        guard let edition = TableEdition("bench", LookUpEpoch(number: 8_107)) else { return [:] }
        let key = LookUpKey(edition: edition)
        var figures: [String: Double] = [:]
        let table = try await build(people: people, key: key, &figures)
        try ownerRate(key, count: elements, &figures)
        let owner = LookUpOwner(keys: [key], draw: AuditDraw(seed: .drawn(32), permille: 10))
        let asker = try LookUpAsker(table: table, publicKey: key.publicKey)
        let round = LookUpRound(asker: asker, permille: 10) { request in
            var quota = LookUpQuota(percent: 100, seconds: 60)
            let now = Moment(milliseconds: 0)
            quota.grant(manifestPersons: request.slots.count, at: now)
            let request = try LookUpRequest(wire: request.wire)
            let answer = try await owner.evaluate(owner.admit(request, quota: &quota, at: now))
            return try LookUpAnswer(wire: answer.wire)
        }
        try await oneByOne(round, people: people, count: singles, &figures)
        let list = (0..<travellers).map { tokens(of: $0.isMultiple(of: 10) ? $0 % people : people + $0) }
        let found = FoundCount()
        let start = processorSeconds()
        figures["listSeconds"] = await seconds {
            _ = await round.run(list) { _, result in if case .found = result { await found.add() } }
        }
        figures["listProcessorSeconds"] = processorSeconds() - start
        figures["listTravellers"] = Double(travellers)
        figures["listFound"] = Double(await found.count)
        return figures
    }

    private static func build(people: Int, key: LookUpKey, _ figures: inout [String: Double]) async throws
        -> SealedTable
    {
        var builder = TableBuilder(key: key)
        let rows = (0..<people).compactMap { row(of: $0, key) }
        var first: SealedTable?
        figures["tableBuildSeconds"] = try await seconds { first = try await builder.build(rows, version: 1) }
        guard let first else { throw LookUpFault.tableUnknown }
        let more = rows + (people..<people + people / 100 + 1).compactMap { row(of: $0, key) }
        var table = first
        var later: SealedTable?
        figures["tableNextSeconds"] = try await seconds { later = try await builder.build(more, version: 2) }
        if let later {
            let delta = try first.delta(to: later)
            figures["deltaBytes"] = Double(delta.wire.count)
            figures["deltaApplySeconds"] = try await seconds { try table.apply(delta) }
        }
        let file = first.file
        figures["tableLoadSeconds"] = try await seconds { _ = try SealedTable(file: file, root: first.root) }
        figures["tableBytes"] = Double(file.count)
        figures["tableRows"] = Double(first.count)
        return first
    }

    /// How many travellers one core of the owner serves: elements evaluated one after another, by processor time.
    private static func ownerRate(_ key: LookUpKey, count: Int, _ figures: inout [String: Double]) throws {
        let element = try key.publicKey.blind(.drawn(32)).element
        let start = processorSeconds()
        for _ in 0..<count { _ = try key.evaluate(element) }
        let each = (processorSeconds() - start) / Double(count)
        figures["ownerMillisecondsPerElement"] = each * 1000
        figures["ownerTravellersPerSecondAndCore"] = 1 / each / Double(LookUpRequest.elementsOfTraveller)
    }

    private static func oneByOne(
        _ round: LookUpRound,
        people: Int,
        count: Int,
        _ figures: inout [String: Double]
    ) async throws {
        var milliseconds: [Double] = []
        for number in 0..<count {
            let asked = [tokens(of: number.isMultiple(of: 2) ? number % people : people + number)]
            milliseconds.append(await seconds { _ = await round.run(asked) { _, _ in } } * 1000)
        }
        milliseconds.sort()
        figures["oneMilliseconds50"] = milliseconds[milliseconds.count / 2]
        figures["oneMilliseconds99"] = milliseconds[milliseconds.count * 99 / 100]
    }

    private static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await work()
        return inSeconds(start.duration(to: clock.now))
    }

    /// The time that this process has had a core, all threads together.
    private static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    private static func inSeconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func row(of number: Int, _ key: LookUpKey) -> TableBuilder.Row? {
        LookUpPayload(category: "placement-valid", reference: "P\(number)", validFrom: nil, validUntil: nil)
            .map { TableBuilder.Row(tokens: tokens(of: number), payload: $0) }
    }

    /// A word that stands for a number, one syllable a digit.
    private static func word(_ number: Int) -> String {
        let syllables = ["BA", "CE", "DI", "GO", "KU", "LA", "ME", "NI", "RO", "TU"]
        return String(number).compactMap(\.wholeNumberValue).map { syllables[$0] }.joined()
    }

    /// The three tokens of an invented person.
    private static func tokens(of number: Int) -> [LookUpToken] {
        var person = LookUpPerson()
        if let passport = PassportNumber("Z\(1_000_000 + number)") {
            person.documents = [(passport, .indonesia)]
        }
        person.nik = NIK(number: 990_101 * 10_000_000_000 + 101_909_000 + UInt64(number))
        person.name = PersonName("REKAAN " + word(number))
        person.bornOn = Day(number: Int32(number % 9000))
        person.sex = number.isMultiple(of: 2) ? .female : .male
        return person.asked
    }
}

/// Counts from several tasks.
private actor FoundCount {
    private(set) var count = 0
    func add() { count += 1 }
}

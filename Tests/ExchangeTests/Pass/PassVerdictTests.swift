import Exchange
import Testing
import Vocabulary

@Suite struct PassVerdictTests {
    private let current = PassRevocations.Answer(isRevoked: false, listing: .own)

    private func verdict(
        on day: Int = 0,
        usedOn: Int? = nil,
        isRevoked: Bool = false,
        document: String? = nil
    ) throws -> PassVerdict {
        let signer = try PassSamples.signer()
        let born = try #require(Day(year: 1995, month: 3, day: 17))
        return PassVerdict(
            (try PassSamples.pass(), signer.key),
            on: PassSamples.today.adding(days: day),
            usedOn: usedOn.map { PassSamples.today.adding(days: $0) },
            document: document.flatMap { PassportNumber($0) }.map { ($0, born) },
            revoked: PassRevocations.Answer(isRevoked: isRevoked, listing: .own),
            by: PassSamples.rules
        )
    }

    @Test(arguments: [
        (-2, PassState.void), (-1, .active), (0, .active), (75, .active), (76, .expiring), (89, .expiring),
        (90, .expired), (500, .expired),
    ])
    func `the days alone tell when it holds`(day: Int, state: PassState) throws {
        #expect(try verdict(on: day).state == state)
    }

    @Test func `a departure since its first day uses it up, one before doesn't`() throws {
        #expect(try verdict(on: 5, usedOn: 0).state == .used)
        #expect(try verdict(on: 5, usedOn: 4).state == .used)
        #expect(try verdict(on: 5, usedOn: -1).state == .active)
        #expect(try verdict(on: 90, usedOn: 4).state == .expired)
    }

    @Test func `a pass that was taken back is void whatever else is so`() throws {
        for day in [0, 80, 100] { #expect(try verdict(on: day, usedOn: 0, isRevoked: true).state == .void) }
    }

    @Test func `it speaks for its holder only, and only while it is in force`() throws {
        #expect(try verdict(document: "X9000001").speaksForHolder)
        #expect(try verdict(on: 80, document: "X9000001").speaksForHolder)
        #expect(try !verdict().speaksForHolder)
        #expect(try !verdict(document: "X9000002").speaksForHolder)
        #expect(try !verdict(usedOn: 0, document: "X9000001").speaksForHolder)
        #expect(try !verdict(isRevoked: true, document: "X9000001").speaksForHolder)
        #expect(try verdict(document: "X9000002").holder == .other)
        #expect(try verdict().holder == .unchecked)
    }
}

import Operations
import Testing
import Vocabulary

extension SiteContractTests {
    @Test(arguments: StoreUnderTest.allCases)
    func `steps are counted by the time at which they were taken, and those erased are not`(
        store: StoreUnderTest
    ) async throws {
        let site = try store.open(folder)
        try await site.record([
            .caseMoved(caseMove(1, "open", "waiting")), .caseMoved(caseMove(2, "begin", "interviewing")),
            .caseMoved(caseMove(2, "begin", "interviewing", id: "c2")),
        ])
        func counted(_ from: Int, _ to: Int) throws -> [String: Int] {
            let tallies = try site.read {
                try $0.tallies(from: noon.adding(seconds: from), before: noon.adding(seconds: to))
            }
            return Dictionary(uniqueKeysWithValues: tallies.map { ($0.tally.step, $0.count) })
        }
        #expect(try counted(0, 9) == ["open": 1, "begin": 2])
        #expect(try counted(1, 2) == ["open": 1])
        #expect(try counted(2, 3) == ["begin": 2])
        #expect(try counted(3, 9).isEmpty)
        let gone = try site.read { try $0.caseEntries("c1") }
        try await site.record([
            .bodiesErased(
                BodiesErased(reason: .overturned, basis: "overturned", entries: IndexRanges(gone))
            )
        ])
        #expect(try counted(0, 9) == ["begin": 1])
    }
}

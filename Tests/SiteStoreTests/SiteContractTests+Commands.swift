import Operations
import Testing
import Vocabulary

extension SiteContractTests {
    private struct Refused: Error, Equatable { var number: Int }

    @Test(arguments: StoreUnderTest.allCases)
    func `a decision that throws appends nothing and spoils no other`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        let answer = try await site.commit { reads in
                            if number.isMultiple(of: 3) { throw Refused(number: number) }
                            let draft = EntryDraft(
                                .accountChanged(account("a\(number)")),
                                at: noon,
                                actor: "system",
                                purpose: "test"
                            )
                            return Decision([draft], answer: number)
                        }
                        return (number, answer == number)
                    } catch {
                        return (number, (error as? Refused) == Refused(number: number))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(outcomes.count == 60 && outcomes.values.allSatisfy { $0 })
        let names = try site.read { try $0.accounts() }.map(\.name)
        #expect(Set(names) == Set((0..<60).filter { !$0.isMultiple(of: 3) }.map { "a\($0)" }))
        #expect(try site.ledgerHead().size == 40)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a decision sees all that was decided before it`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<80 {
                group.addTask {
                    try await site.commit { reads in
                        let number = try reads.accounts().count
                        let draft = EntryDraft(
                            .accountChanged(account("a\(number)")),
                            at: noon,
                            actor: "system",
                            purpose: "test"
                        )
                        return Decision([draft], answer: number)
                    }
                }
            }
            var answers: [Int] = []
            for try await answer in group { answers.append(answer) }
            #expect(answers.sorted() == Array(0..<80))
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `whoever is answered can read it at once`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        for number in 0..<20 {
            try await site.record(.accountChanged(account("a\(number)")))
            #expect(try site.read { try $0.account(named: "a\(number)") } != nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a decision without entries leaves the ledger as it is`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        try await site.record(.accountChanged(account("a")))
        let before = try site.ledgerHead()
        let answer = try await site.commit { reads in Decision([], answer: try reads.accounts().count) }
        #expect(answer == 1)
        #expect(try site.ledgerHead().root == before.root)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the head follows every entry`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        var roots: Set<[UInt8]> = [try site.ledgerHead().root]
        for number in 1...5 {
            let moment = noon.adding(seconds: number)
            try await site.record(.accountChanged(account("a")), at: moment)
            let head = try site.ledgerHead()
            #expect(head.size == UInt64(number) && head.folded == head.size && head.lastAt == moment)
            roots.insert(head.root)
        }
        #expect(roots.count == 6)
    }
}

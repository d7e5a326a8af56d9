import Casework
import Testing
import Vocabulary

/// Every course's table, walked.
@Suite struct CaseTableTests {
    @Test(arguments: CaseKind.allCases)
    func `every state can be reached and every open one can be left`(kind: CaseKind) {
        let table = kind.table
        #expect(table.kind == kind)
        #expect(reached(table) { _ in true } == Set(table.states))
        for state in table.states where !table.isClosed(state) {
            #expect(table.rows(in: state).contains { $0.to != nil && $0.to != state }, "\(kind) \(state)")
        }
    }

    @Test(arguments: CaseKind.allCases)
    func `no state that burdens somebody is reached without a named officer`(kind: CaseKind) {
        let table = kind.table
        let alone = reached(table) { row in row.by.contains { !$0.isNamedOfficer } }
        #expect(alone.isDisjoint(with: table.burdens))
        // From any state at all, neither a clock nor the person leads into a burden.
        for row in table.rows where row.by.contains(where: { !$0.isNamedOfficer }) {
            #expect(row.to.map(table.burdens.contains) != true, "\(kind) \(row.step)")
        }
    }

    @Test(arguments: CaseKind.allCases)
    func `a clock ends a case only by letting the traveller go`(kind: CaseKind) {
        for row in kind.table.rows where row.by.contains(.clock) {
            guard let to = row.to, kind.table.isClosed(to) else { continue }
            #expect(kind == .departure && to == "cleared", "\(kind) \(row.step)")
        }
    }

    @Test(arguments: CaseKind.allCases)
    func `every step of the vocabulary stands in the table`(kind: CaseKind) {
        let table = kind.table
        #expect(Set(table.rows.map(\.step)).union([table.opening]) == Set(table.steps))
    }

    @Test func `letting go needs fewer hands and fewer fields than holding back`() throws {
        let table = CaseKind.departure.table
        let go = try #require(table.rows(in: "viewed").first { $0.step == "proceed" })
        #expect(go.needs.isEmpty)
        #expect(go.to == "cleared")
        #expect(
            !table.rows.contains { $0.from.contains("viewed") && $0.to.map(table.burdens.contains) == true }
        )
    }

    /// Who may do what: every row by every role, allowed and refused.
    @Test(arguments: CaseKind.allCases, Role.allCases)
    func `a step is taken by the roles of its row and refused to all others`(kind: CaseKind, role: Role)
        throws
    {
        // Of which agency a step is, is told by tests of its course.
        func officer(for step: String) -> CaseOfficer {
            let ofSender = ["withdraw", "contribute"].contains(step)
            let ofPolice = ["report", "order", "notify", "file", "hand-over", "stop"].contains(step)
            let authority: Authority =
                switch kind {
                case .referral: ofSender ? .immigration : .ministry
                case .enforcement: ofPolice ? .police : .prosecutor
                default: role.home ?? .ministry
                }
            return CaseOfficer(name: "siapa", roles: [role], authority: authority)
        }
        for row in kind.table.rows where row.when == .always {
            for state in row.from {
                let scene = try Scene(kind)
                let circumstances = Casework.Circumstances(
                    at: scene.at,
                    zone: 420,
                    rules: scene.rules,
                    seen: nil
                )
                var first = scene.history.first
                first.authority = .immigration
                let history = try #require(
                    CaseHistory([first, standing(in: state, of: kind, for: row.step)])
                )
                let content = try CaseContent.full(kind, row.step)
                let sameStep = kind.table.rows(in: state).filter { $0.step == row.step }
                let mine = sameStep.contains { $0.by.contains(.officer(role)) }
                let refusal: CaseRefusal?
                do throws(CaseRefusal) {
                    _ = try Casework.take(
                        row.step,
                        content,
                        in: history,
                        by: officer(for: row.step),
                        circumstances
                    )
                    refusal = nil
                } catch { refusal = error }
                if mine {
                    #expect(refusal == nil, "\(kind) \(state) \(row.step)")
                } else {
                    #expect(refusal == .notYours(step: row.step, by: sameStep.flatMap(\.by)))
                }
            }
        }
    }

    private func standing(in state: String, of kind: CaseKind, for next: String) -> CaseMove {
        let isHeld = kind == .departure && ["answer", "lock"].contains(next)
        return CaseMove(
            id: "c1",
            kind: kind,
            number: 2,
            step: isHeld ? "begin" : state == "weighed" ? "read" : "x",
            state: state,
            content: CaseContent(),
            officer: isHeld || state == "weighed" ? "siapa" : "lain",
            authority: nil,
            at: Scene.night,
            dueAt: nil
        )
    }

    private func reached(_ table: CaseTable, by may: (CaseRow) -> Bool) -> Set<String> {
        var found: Set = [table.start]
        var open = [table.start]
        while let state = open.popLast() {
            for row in table.rows(in: state) where may(row) {
                if let to = row.to, found.insert(to).inserted { open.append(to) }
            }
        }
        return found
    }

    @Test func `an agreed reason names a course's step that needs one`() throws {
        for reason in try Rules.book.get().tables.reasons {
            let rows = reason.kind.table.rows.filter { reason.step == nil || $0.step == reason.step }
            let opens =
                reason.step == reason.kind.table.opening
                && Casework.needs(toOpen: reason.kind).contains(.reason)
            #expect(
                opens || rows.contains { $0.needs.contains(.reason) },
                "\(reason.kind) \(reason.step ?? "") \(reason.code)"
            )
        }
    }

    @Test func `only the ministry has a hand in a welfare contact`() {
        let hands = Set(CaseKind.welfare.table.rows.flatMap(\.by))
        #expect(hands == [.officer(.protection), .officer(.protectionAttache), .officer(.helpdesk)])
    }

    @Test(arguments: CaseKind.allCases)
    func `every course has a procedure whose version a case carries`(kind: CaseKind) throws {
        let scene = try Scene(kind)
        #expect(scene.history.opening.procedure == "1")
    }

    @Test(arguments: CaseKind.allCases)
    func `every step that needs a reason has agreed ones`(kind: CaseKind) throws {
        let rules = try Rules.book.get()
        for row in kind.table.rows where row.needs.contains(.reason) {
            #expect(
                !rules.reasons(kind, step: row.step, on: try day("2026-03-01")).isEmpty,
                "\(kind) \(row.step)"
            )
        }
    }
}

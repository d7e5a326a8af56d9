import Casework
import Operations
import SiteStore
import Testing
import Vocabulary

/// Between those who protect and those who investigate.
@Suite struct FirewallTests {
    private static func actor(_ name: String, _ roles: Set<Role>, _ agency: Authority? = nil) -> Actor {
        Actor(Account(name: name, roles: roles, passwordHash: "", mustChangePassword: false, agency: agency))
    }

    private static let eka = actor("eka", [.protection])
    private static let gilang = actor("gilang", [.investigator])
    private static let hadi = actor("hadi", [.investigator])

    private func content(_ fill: (inout CaseContent) -> Void) -> CaseContent {
        var content = CaseContent()
        fill(&content)
        return content
    }

    /// A supported victim and the criminal case that follows.
    private func scene() async throws -> (place: Place, support: CaseHistory, crime: CaseHistory) {
        let place = try Place()
        var about = content { $0.text = "Menangis di meja." }
        about.opening = CaseOpening(passport: PassportNumber("X7"), name: "SITI REKAAN")
        let support = try await place.desk.open(.support, about, by: Self.eka)
        let crime = try await place.desk.open(
            .enforcement,
            content { $0.text = "Dijanjikan kerja." },
            after: support.id,
            by: Self.eka
        )
        return (place, support, crime)
    }

    private func take(
        _ step: String,
        in id: String,
        _ place: Place,
        by actor: Actor,
        _ fill: (inout CaseContent) -> Void
    ) async throws {
        let seen = try place.desk.history(of: id, by: actor).moves.count
        try await place.desk.take(step, content(fill), in: id, seen: seen, by: actor)
    }

    @Test func `a criminal case that follows knows the victim by a token, and counts as the same incident`()
        async throws
    {
        let (place, support, crime) = try await scene()
        #expect(crime.opening.event == support.opening.event)
        #expect(crime.opening.passport == nil)
        #expect(crime.opening.name == nil)
        #expect(crime.victims.map { Optional($0) } == [support.opening.token])
        let token = try #require(support.opening.token)
        #expect(try place.store.read { try $0.caseOf(token: token) } == support.id)
        let event = try #require(support.opening.event)
        #expect(
            try Set(place.store.read { try $0.cases(ofEvent: event).map(\.last.id) }) == [
                support.id, crime.id,
            ]
        )
        #expect(try place.store.read { try $0.cases(ofEvent: "P-260301-0000-0000").isEmpty })
    }

    @Test func `a typed passport number never enters a criminal case`() async throws {
        let place = try Place()
        var about = content { $0.text = "Grup pesan." }
        about.opening = CaseOpening(passport: PassportNumber("X8"), name: "SITI REKAAN")
        let crime = try await place.desk.open(.enforcement, about, by: Self.gilang)
        #expect(crime.opening.passport == nil)
        #expect(crime.opening.name == nil)
    }

    @Test func `a name is shown to whoever asked, once two sides and the victim say so`() async throws {
        let (place, support, crime) = try await scene()
        let token = try #require(support.opening.token)
        let ask = { (content: inout CaseContent) in
            (content.request, content.reason, content.text) = (token.text, "E30", "Dipanggil sebagai saksi.")
        }
        let tell = { (content: inout CaseContent) in
            (content.request, content.reason) = (crime.id + "#2", "D10")
        }
        // Nobody has asked.
        await #expect(throws: OperationFault.caseRefused(.absent(.request))) {
            try await take("reveal", in: support.id, place, by: Self.eka, tell)
        }
        try await take("ask-reveal", in: crime.id, place, by: Self.gilang, ask)
        #expect(try place.desk.openRequests(to: support).map(\.officer) == ["gilang"])
        // The victim has not agreed, and no order is named.
        await #expect(throws: OperationFault.caseRefused(.missing([.clause, .reference]))) {
            try await take("reveal", in: support.id, place, by: Self.eka, tell)
        }
        try await take("consent", in: support.id, place, by: Self.eka) {
            ($0.purpose, $0.consent) = (.enforcement, .given)
        }
        let before = try place.desk.history(of: crime.id, by: Self.gilang)
        #expect(try place.desk.victims(of: before, for: Self.gilang).first?.identity == nil)
        try await take("reveal", in: support.id, place, by: Self.eka, tell)
        let shown = try place.desk.victims(of: before, for: Self.gilang).first?.identity
        #expect(shown?.passport == PassportNumber("X7"))
        #expect(shown?.name == "SITI REKAAN")
        // With the victim's word it is closed again.
        try await take("consent", in: support.id, place, by: Self.eka) {
            ($0.purpose, $0.consent) = (.enforcement, .withdrawn)
        }
        #expect(try place.desk.victims(of: before, for: Self.gilang).first?.identity == nil)
        // A colleague who hasn't asked sees the token.
        #expect(try place.desk.victims(of: before, for: Self.hadi).first?.identity == nil)
        let now = try place.desk.history(of: support.id, by: Self.eka)
        let told = try place.desk.reveals(in: now)
        #expect(told.map(\.asker) == ["gilang"])
        #expect(told.map(\.reason) == ["D10"])
        #expect(try place.desk.openRequests(to: now).isEmpty)
    }

    @Test func `whoever asks doesn't answer, even with both roles`() async throws {
        let (place, support, crime) = try await scene()
        let both = Self.actor("ivan", [.investigator, .protection], .immigration)
        let token = try #require(support.opening.token)
        try await take("ask-reveal", in: crime.id, place, by: both) {
            ($0.request, $0.reason, $0.text) = (token.text, "E30", "Saksi.")
        }
        await #expect(throws: OperationFault.caseRefused(.sameOfficer(step: "reveal"))) {
            try await take("reveal", in: support.id, place, by: both) {
                ($0.request, $0.reason, $0.clause, $0.reference) = (crime.id + "#2", "D11", "UU", "S/1")
            }
        }
    }

    @Test func `two who ask are answered each by a choice of their own`() async throws {
        let (place, support, crime) = try await scene()
        let token = try #require(support.opening.token)
        for actor in [Self.gilang, Self.hadi] {
            try await take("ask-reveal", in: crime.id, place, by: actor) {
                ($0.request, $0.reason, $0.text) = (token.text, "E30", "Saksi.")
            }
        }
        let asked = try place.desk.openRequests(to: support)
        #expect(asked.map(\.officer) == ["gilang", "hadi"])
        try await take("reveal", in: support.id, place, by: Self.eka) {
            ($0.request, $0.reason, $0.clause, $0.reference) = (Desk.name(of: asked[0]), "D11", "UU", "S/1")
        }
        let history = try place.desk.history(of: crime.id, by: Self.gilang)
        #expect(try place.desk.victims(of: history, for: Self.gilang).first?.identity != nil)
        #expect(try place.desk.victims(of: history, for: Self.hadi).first?.identity == nil)
        let now = try place.desk.history(of: support.id, by: Self.eka)
        #expect(try place.desk.openRequests(to: now).map(\.officer) == ["hadi"])
    }

    @Test func `support that follows support is another victim's, with another token and no name`()
        async throws
    {
        let (place, support, _) = try await scene()
        let about = content { $0.text = "Temannya juga." }
        let other = try await place.desk.open(.support, about, after: support.id, by: Self.eka)
        #expect(other.opening.event == support.opening.event)
        #expect(other.opening.passport == nil)
        #expect(other.opening.name == nil)
        #expect(other.opening.token != support.opening.token)
    }

    @Test func `a case is handed only to an account that has a hand in it`() async throws {
        let (place, _, crime) = try await scene()
        try await place.desk.accounts.addHelpdesk("citra")
        for name in ["Eka Putri", "citra"] {
            await #expect(throws: OperationFault.caseRefused(.absent(.counterpart))) {
                try await take("give", in: crime.id, place, by: Self.gilang) {
                    ($0.counterpart, $0.text) = (name, "Lanjutkan.")
                }
            }
        }
    }

    @Test func `a token that nobody has is refused`() async throws {
        let (place, _, crime) = try await scene()
        for typed in ["K-0000-0000", "SITI REKAAN"] {
            await #expect(throws: OperationFault.caseRefused(.absent(.request))) {
                try await take("add-victim", in: crime.id, place, by: Self.gilang) { $0.request = typed }
            }
        }
    }

    @Test func `whoever has no hand in a step learns nothing of tokens and accounts`() async throws {
        let (place, support, crime) = try await scene()
        let token = try #require(support.opening.token)
        let polisi = Self.actor("polisi", [.guest], .police)
        for (step, typed) in [("add-victim", token.text), ("add-victim", "K-0000-0000"), ("give", "nobody")] {
            let seen = crime.moves.count
            await #expect("\(step) \(typed)") {
                try await place.desk.take(
                    step,
                    content { ($0.request, $0.counterpart, $0.text) = (typed, typed, "x") },
                    in: crime.id,
                    seen: seen,
                    by: polisi
                )
            } throws: { error in
                if case .caseRefused(.notYours) = error as? OperationFault { true } else { false }
            }
        }
    }

    @Test func `whose a case is can be listed, and stays so folded again`() async throws {
        let (place, support, crime) = try await scene()
        try await take("own", in: crime.id, place, by: Self.gilang) { _ in }
        for _ in 0..<2 {
            let lists = try place.store.read { reads in
                (
                    try reads.openCases(.enforcement, of: "gilang", limit: 9).map(\.last.id),
                    try reads.openCases(.enforcement, of: "eka", limit: 9).map(\.last.id),
                    try reads.openCases(.support, of: "eka", limit: 9).map(\.last.id)
                )
            }
            #expect(lists.0 == [crime.id])
            #expect(lists.1.isEmpty)
            #expect(lists.2 == [support.id])
            try place.store.rebuild { _, _ in }
        }
    }
}

extension Accounts {
    /// An account that has no hand in criminal cases.
    fileprivate func addHelpdesk(_ name: String) async throws {
        _ = try await add(name: name, roles: [.helpdesk], by: .operatorConsole)
    }
}

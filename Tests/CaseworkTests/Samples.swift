import Casework
import Testing
import Vocabulary

/// People at a post and a case under way; nobody of them exists.
struct Scene {
    static let night = Moment(day: Day("2026-03-01") ?? Day(number: 0), hour: 22, minute: 0, zone: 420)
    let rules: Rulebook
    var history: CaseHistory
    var at: Moment
    var isPartnerOnDuty = false

    static let ani = CaseOfficer(name: "ani", roles: [.interviewer], authority: .immigration)
    static let budi = CaseOfficer(name: "budi", roles: [.supervisor], authority: .immigration)
    static let citra = CaseOfficer(name: "citra", roles: [.helpdesk], authority: .ministry)
    static let dewi = CaseOfficer(name: "dewi", roles: [.reviewer], authority: .ministry)
    static let eka = CaseOfficer(name: "eka", roles: [.protection], authority: .ministry)

    init(
        _ kind: CaseKind = .departure,
        _ opening: CaseOpening = Scene.opening,
        rules: Rulebook? = nil
    ) throws {
        let rules = try rules ?? Rules.book.get()
        self.rules = rules
        at = Scene.night
        var content = CaseContent()
        content.opening = opening
        let circumstances = Casework.Circumstances(at: at, zone: 420, rules: rules, seen: nil)
        let move = Casework.open(kind, id: "c1", content, by: .clock, circumstances)
        history = try #require(CaseHistory([move]))
    }

    static let opening = CaseOpening(departsAt: night.adding(seconds: 2 * 3600), isMinor: false)

    var state: String { history.state }

    mutating func take(
        _ step: String,
        _ content: CaseContent = CaseContent(),
        by officer: CaseOfficer,
        afterMinutes minutes: Int = 1,
        seen: Int? = nil
    ) throws {
        let circumstances = Casework.Circumstances(
            at: at.adding(seconds: minutes * 60),
            zone: 420,
            rules: rules,
            seen: seen ?? history.moves.count,
            isPartnerOnDuty: isPartnerOnDuty
        )
        let move = try Casework.take(step, content, in: history, by: officer, circumstances)
        history = try #require(CaseHistory(history.moves + [move]))
        at = move.at
    }

    mutating func take(
        _ step: DepartureStep,
        _ content: CaseContent = CaseContent(),
        by officer: CaseOfficer,
        afterMinutes minutes: Int = 1
    ) throws {
        try take(step.rawValue, content, by: officer, afterMinutes: minutes)
    }

    /// Up to the own view.
    mutating func interview(_ view: Rung = .postpone) throws {
        try take(.begin, .begun, by: Scene.ani)
        try take(.lock, .viewed(view), by: Scene.ani)
    }

    /// Up to a postponement that both have agreed on.
    mutating func postpone() throws {
        try interview()
        try take(.propose, .proposed(.postpone), by: Scene.ani)
        try take(.read, .viewed(.postpone), by: Scene.citra)
        try take(.agree, .words, by: Scene.citra)
    }
}

extension CaseContent {
    static var begun: CaseContent {
        var content = CaseContent()
        (content.language, content.rights) = ("id", "read")
        return content
    }

    static func viewed(_ view: Rung) -> CaseContent {
        var content = CaseContent()
        (content.view, content.confidence, content.facts) = (view, 3, twoFacts)
        return content
    }

    static func proposed(_ proposal: Proposal, clause: String = "UU 18/2017 pasal 5") -> CaseContent {
        var content = CaseContent()
        (content.proposal, content.reason, content.clause, content.facts) = (
            proposal, "P01", clause, twoFacts
        )
        return content
    }

    static var words: CaseContent {
        var content = CaseContent()
        content.text = "Sudah dibaca."
        return content
    }

    /// Everything filled, so that only the hand and the state decide.
    static func full(_ kind: CaseKind, _ step: String) throws -> CaseContent {
        var content = CaseContent()
        let reasons = try Rules.book.get().reasons(kind, step: step, on: Scene.night.day(zone: 420))
        content.reason = reasons.first?.code ?? "x"
        content.reference = "LP/1"
        content.clause = "UU 6/2011 pasal 16"
        content.day = Day("2026-03-03")
        content.counterpart = "Polda"
        content.text = "Sudah."
        content.language = "id"
        content.rights = "read"
        content.view = .proceed
        content.confidence = 3
        content.facts = twoFacts
        content.answers = [CaseAnswer(question: "Siapa?", answer: "Saya.")]
        content.guardian = true
        content.receipt = "T-1"
        content.proposal = .postpone
        content.papers = ["visa"]
        content.consent = .given
        content.minutes = 5
        content.rupiah = 1000
        content.element = .means
        content.request = "K-AAAA-BBBB"
        content.purpose = .enforcement
        content.village = "35.09.12.2003"
        return content
    }

    static let twoFacts = [
        CaseFact(source: .register, text: "Visa kerja belum tercatat."),
        CaseFact(source: .statement, text: "Akan bekerja di rumah makan."),
    ]
}

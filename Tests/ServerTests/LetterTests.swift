import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The formal letter and the record of an interview, as a case allows them.
struct LetterTests {
    private let post: Post
    private let id: String

    private static func actor(_ name: String, _ role: Role) -> Actor {
        Actor(Account(name: name, roles: [role], passwordHash: "", mustChangePassword: false))
    }

    private let ani = Self.actor("ani", .interviewer)
    private let citra = Self.actor("citra", .helpdesk)

    /// A departure check whose interview has begun, with one answer kept.
    init() async throws {
        post = try await Post(records: true)
        for (name, role) in [
            ("ani", Role.interviewer), ("eka", .interviewer), ("citra", .helpdesk), ("budi", .supervisor),
            ("dewi", .reviewer), ("fitri", .protection),
        ] { try await post.addOfficer(name, [role]) }
        let referral = try await post.desk.openReferral(
            for: try #require(PassportNumber("X8800001")),
            flight: nil,
            reason: .control,
            by: Self.actor("bayu", .border)
        )
        var content = CaseContent()
        (content.language, content.rights) = ("jv", "read same-sex")
        id = try await post.desk.beginInterview(of: referral.id, content, by: ani)
        var answers = CaseContent()
        answers.answers = [CaseAnswer(question: "Ke mana?", answer: "Ke <Hong Kong>.")]
        try await post.desk.take("answer", answers, in: id, seen: 2, by: ani)
    }

    private let facts = [
        CaseFact(source: .register, text: "Visa belum ada."),
        CaseFact(source: .statement, text: "Akan bekerja."),
    ]

    private func lock() async throws {
        var content = CaseContent()
        (content.view, content.confidence, content.facts) = (.postpone, 4, facts)
        try await post.desk.take("lock", content, in: id, seen: 3, by: ani)
    }

    private func decide() async throws {
        var content = CaseContent()
        (content.proposal, content.reason, content.clause) = (.postpone, "P01", "UU 18/2017 pasal 13")
        content.facts = facts
        try await post.desk.take("propose", content, in: id, seen: 4, by: ani)
        content = CaseContent()
        content.view = .postpone
        try await post.desk.take("read", content, in: id, seen: 5, by: citra)
        content = CaseContent()
        content.text = "Dibaca."
        try await post.desk.take("agree", content, in: id, seen: 6, by: citra)
    }

    private func open(_ paper: String, as name: String) async throws -> TestResponse {
        try await post.test { [id] client in
            let browser = Browser(client)
            try await browser.signIn(name)
            return try await browser.get("/perkara/\(id)" + paper)
        }
    }

    @Test func `there is no record before the own view stands, and no letter before a decision`() async throws
    {
        #expect(try await open("/bap", as: "ani").status == .notFound)
        try await lock()
        let record = try await open("/bap", as: "ani")
        #expect(record.status == .ok)
        for text in [
            "Berita acara wawancara", "Ke &lt;Hong Kong&gt;.", "Jawa", "Visa belum ada.", "bukan alat bukti",
            "Ingin pewawancara sesama jenis kelamin",
        ] { #expect(record.text.contains(text), "\(text)") }
        // Nobody who may still read as the second learns from it what the interviewer thinks.
        let page = try await open("/bap", as: "citra").text
        #expect(!page.contains("Tunda keberangkatan ini"))
        #expect(!page.contains("dipegang orang lain"))
        #expect(try await open("/surat-resmi", as: "citra").status == .notFound)
        try await decide()
        let letter = try await open("/surat-resmi", as: "citra")
        #expect(letter.status == .ok)
        for text in [
            "Surat penundaan keberangkatan", "X8800001", "UU 18/2017 pasal 13",
            "Visa atau izin kerja belum ada", "Keberatan cepat di pos ini", "/TPI-A-CGK/III/2026",
        ] { #expect(letter.text.contains(text), "\(text)") }
        // Officers stand on it by numbers.
        #expect(!letter.text.contains("citra</p>"))
        #expect(try await open("/bap", as: "citra").text.contains("dibaca pembaca kedua"))
    }

    @Test(arguments: [
        ("ani", true), ("eka", false), ("citra", true), ("budi", true), ("dewi", true), ("fitri", false),
    ])
    func `an interviewer opens the papers of the own interviews only`(name: String, isAllowed: Bool)
        async throws
    {
        try await lock()
        try await decide()
        let expected: HTTPResponse.Status = isAllowed ? .ok : .forbidden
        for paper in ["/bap", "/surat-resmi"] {
            #expect(try await open(paper, as: name).status == expected, "\(paper)")
        }
        let page = try await open("", as: name).text
        #expect(page.contains("/surat-resmi\"") == isAllowed)
    }

    @Test func `whoever takes an interview over may open its record`() async throws {
        var content = CaseContent()
        content.reason = "G01"
        try await post.desk.take("resume", content, in: id, seen: 3, by: Self.actor("eka", .interviewer))
        var viewed = CaseContent()
        (viewed.view, viewed.confidence) = (.proceed, 4)
        viewed.facts = [
            CaseFact(source: .register, text: "Visa ada."),
            CaseFact(source: .document, text: "Visa asli dilihat."),
        ]
        try await post.desk.take("lock", viewed, in: id, seen: 4, by: Self.actor("eka", .interviewer))
        let record = try await open("/bap", as: "eka")
        #expect(record.status == .ok)
        #expect(record.text.contains("wawancara diambil alih"))
        #expect(record.text.contains("Ke &lt;Hong Kong&gt;."))
    }
}

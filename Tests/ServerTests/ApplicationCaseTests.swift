import Casework
import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// A passport application opens its applicant's case, once.
struct ApplicationCaseTests {
    private func post() async throws -> Post {
        let post = try await Post(records: true)
        try await post.addOfficer("pia", [.passport])
        try await post.addOfficer("citra", [.helpdesk])
        return post
    }

    /// The address of the only application, as the list has it.
    private func application(_ browser: Browser) async throws -> String {
        let list = try await browser.get("/permohonan").text
        return "/permohonan/" + (try #require(list.value(after: #"href="/permohonan/"#)))
    }

    @Test func `one button opens the case, with name and application, and the page then leads to it`()
        async throws
    {
        let post = try await post()
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("pia")
            let path = try await application(browser)
            #expect(try await browser.get(path).text.contains("action=\"\(path)/perkara\""))
            let opened = try await browser.post(path + "/perkara")
            let file = try #require(opened.location)
            #expect(opened.status == .seeOther && file.hasPrefix("/perkara/"))
            let page = try await browser.get(file).text
            #expect(page.contains("RINA KURANG") && page.contains("2026-02-20"))
            #expect(!page.contains("990101"))
            let again = try await browser.get(path).text
            #expect(again.contains(#"href="\#(file)""#) && !again.contains("\(path)/perkara"))
        }
    }

    @Test func `a second one leads to the case that runs`() async throws {
        let post = try await post()
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("pia")
            let path = try await application(browser)
            let first = try await browser.post(path + "/perkara").location
            try await browser.get(path)
            #expect(try await browser.post(path + "/perkara").location == first)
        }
        #expect(try post.desk.site.read { try $0.openCases(.application, limit: 9) }.count == 1)
    }

    /// An applicant whose placement lacks its agreement, the competence certificate and the health statement.
    private static let incomplete = [
        "workers.csv": """
        placement_id,nik,name,born_on,scheme,agency_licence,job_order_no,employer,employer_kind,destination,position,\
        competence_no,medical_until,marital_statement,family_permission,placement_agreement_no,status
        PL-9,\(nik),TIA MINTA,1992-02-12,ptop,L-1,J-1,RUMAH SATU,household,HKG,caregiver,no,no,yes,yes,no,documents

        """,
        "passports.csv": """
        passport_no,nik,name,sex,born_on,applied_on,office,document_kind,stated_purpose,status
        ,\(nik),TIA MINTA,F,1992-02-12,2026-02-27,CGK,passport,work,applied

        """,
    ]
    private static let nik = "9901" + "01" + "520292" + "0007"

    @Test
    func `the papers that the screening misses are ticked where papers are asked for, not those of health`()
        async throws
    {
        let post = try await post()
        try await post.load(Self.incomplete)
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("pia")
            let path = try await application(browser)
            let shown = try await browser.get(path).text
            #expect(shown.contains("TIA MINTA") && shown.contains("Berkas yang akan diminta"))
            let file = try #require(try await browser.post(path + "/perkara").location)
            let page = try await browser.get(file).text
            #expect(page.contains(#"name="papers" value="placement_agreement" checked"#))
            #expect(page.contains(#"name="papers" value="competence" checked"#))
            #expect(page.ranges(of: " checked").count == 2)
        }
    }

    @Test func `an applicant without any document is found by the case, and erased with it`() async throws {
        let post = try await post()
        let actor = Actor(
            Account(name: "pia", roles: [.passport], passwordHash: "", mustChangePassword: false)
        )
        let key = try #require(post.desk.applications(limit: 1).first).key
        let opened = try await post.desk.openCase(ofApplication: key, saying: "Permohonan.", by: actor)
        let nik = try #require(opened.opening.nik)
        #expect(opened.opening.passport == nil)
        #expect(try post.desk.site.read { try $0.cases(of: nik) }.map(\.last.id) == [opened.id])
        _ = try await post.desk.erase(.nik(nik), basis: "surat 1/2026", by: .operatorConsole)
        #expect(try post.desk.site.read { try $0.caseMoves(opened.id) }.isEmpty)
        #expect(try post.desk.site.read { try $0.cases(of: nik) }.isEmpty)
    }

    @Test func `the help desk reads the application and opens no case of it`() async throws {
        let post = try await post()
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("citra")
            let path = try await application(browser)
            #expect(!(try await browser.get(path)).text.contains("\(path)/perkara"))
            #expect(try await browser.post(path + "/perkara").status == .forbidden)
        }
    }
}

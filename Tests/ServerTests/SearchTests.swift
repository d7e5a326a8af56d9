import Casework
import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The search by name: for a purpose, noted, slowed, and without a way around what a reader may see.
struct SearchTests {
    private func post(_ roles: Set<Role>, agency: Authority? = nil) async throws -> Post {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", roles, agency: agency)
        return post
    }

    private func search(
        _ fields: [(String, String)],
        _ browser: Browser
    ) async throws -> TestResponse {
        try await browser.get("/cari")
        return try await browser.post("/cari", fields)
    }

    private let siti = [("orang", "Lengkap Siti"), ("lahir", "1995-03-17"), ("guna", "clear-worker")]

    @Test func `somebody is found by name and leads to the counter by a form, never by an address`()
        async throws
    {
        let post = try await post([.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            let found = try await search(siti, browser)
            #expect(found.status == .ok)
            #expect(found.text.contains("SITI LENGKAP"))
            #expect(found.text.contains("1995") && found.text.contains("Hong Kong"))
            #expect(found.text.contains(#"name="dokumen" value="X9000001""#))
            #expect(!found.text.contains("href=\"/konter?") && !found.text.contains("990101"))
            let passport = try #require(found.text.value(after: #"name="dokumen" value=""#))
            let answer = try await browser.post("/konter", [("dokumen", passport)])
            #expect(answer.text.contains(#"id="hasil""#))
        }
    }

    @Test func `nothing is looked for without a purpose of one's own, a name, and a date that can be read`()
        async throws
    {
        let post = try await post([.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            for fields in [
                [("orang", "Siti Lengkap")], [("orang", "Siti Lengkap"), ("guna", "protect")],
                [("orang", "Siti Lengkap"), ("guna", "investigate-recruiter")],
                [("orang", "Si"), ("guna", "clear-worker")],
                [("orang", "Siti Lengkap"), ("lahir", "1995-02-31"), ("guna", "clear-worker")],
                [("orang", "Siti Lengkap"), ("tahun-lahir", "95"), ("guna", "clear-worker")],
            ] {
                let refused = try await search(fields, browser)
                #expect(refused.status == .unprocessableContent, "\(fields)")
                #expect(!refused.text.contains("SITI LENGKAP"), "\(fields)")
            }
        }
    }

    @Test func `one word without a birth date asks for the date and shows nobody`() async throws {
        let post = try await post([.helpdesk])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            let many = try await search([("orang", "Siti"), ("guna", "protect")], browser)
            #expect(many.text.contains("beri tanggal lahir"))
            #expect(!many.text.contains("SITI LENGKAP"))
        }
    }

    @Test func `the ledger holds the purpose of a search and whom it has shown, and no name`() async throws {
        let post = try await post([.border])
        try await post.addOfficer("budi", [.auditor])
        let before = try post.desk.site.ledgerHead().size
        try await post.test { client in
            let (border, auditor) = (Browser(client), Browser(client))
            try await border.signIn("ayu")
            _ = try await search(siti, border)
            // What was noted goes with the next that is written.
            try await post.addOfficer("cici", [.analyst])
            try await auditor.signIn("budi")
            let size = try post.desk.site.ledgerHead().size
            let entries = try await auditor.get("/log/tile/entries/000.p/\(size)").text
            let searches = entries.ranges(of: #""purpose":"clear-worker""#)
            #expect(searches.count == 2 && size > before + 2)
            #expect(!entries.uppercased().contains("LENGKAP"))
        }
        let nik = try #require(NIK("9901" + "01" + "570395" + "0001"))
        let shown = try post.desk.site.read { try $0.events(about: .nik(nik)) }.compactMap { _, event in
            if case .recordRead(let read) = event { read } else { RecordRead?.none }
        }
        #expect(shown == [RecordRead(part: .search)])
    }

    @Test func `an account that searches too often waits until the minute is over`() async throws {
        let post = try await post([.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            for _ in 1...10 { #expect(try await search(siti, browser).status == .ok) }
            let slowed = try await search(siti, browser)
            #expect(slowed.status == .tooManyRequests)
            #expect(slowed.headers[.retryAfter] != nil)
            #expect(!slowed.text.contains("SITI LENGKAP"))
            post.clock.advance(seconds: 60)
            #expect(try await search(siti, browser).status == .ok)
        }
    }

    @Test func `an open case is a way on for whoever works on it, and for nobody else`() async throws {
        let post = try await post([.protection])
        try await post.addOfficer("bayu", [.border])
        var content = CaseContent()
        content.text = "Diminta keluarga."
        content.opening = CaseOpening(passport: PassportNumber("X9000001"), post: "TPI-A-CGK")
        let opener = Actor(
            Account(name: "eka", roles: [.protection], passwordHash: "", mustChangePassword: false)
        )
        let support = try await post.desk.open(.support, content, by: opener)
        try await post.test { client in
            let (protection, border) = (Browser(client), Browser(client))
            try await protection.signIn("ayu")
            try await border.signIn("bayu")
            let seen = try await search(
                [("orang", "Siti Lengkap"), ("lahir", "1995-03-17"), ("guna", "protect")],
                protection
            )
            #expect(seen.text.contains("/perkara/\(support.id)"))
            #expect(!seen.text.contains(#"name="dokumen""#))
            #expect(!(try await search(siti, border)).text.contains("/perkara/"))
        }
    }

    @Test func `an offer that waits for an answer doesn't tell by a search whom it is about`() async throws {
        let post = try await post([.helpdesk], agency: .ministry)
        var content = CaseContent()
        content.text = "Perlu pendampingan."
        content.opening = CaseOpening(passport: PassportNumber("X9000001"), post: "TPI-A-CGK")
        let sender = Actor(
            Account(
                name: "gita",
                roles: [.investigator],
                passwordHash: "",
                mustChangePassword: false,
                agency: .immigration
            )
        )
        _ = try await post.desk.open(.referral, content, by: sender)
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            #expect(!(try await search(siti, browser)).text.contains("/perkara/"))
        }
    }
}

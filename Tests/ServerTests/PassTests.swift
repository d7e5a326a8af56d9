import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The worker's page, the ministry's desk and the counter.
struct PassTests {
    private static let siti = [("dokumen", "X9000001"), ("lahir", "1995-03-17")]
    private static let zone =
        "P<IDNLENGKAP<<SITI<<<<<<<<<<<<<<<<<<<<<<<<<<\nX9000001<1IDN9503179F3510052<<<<<<<<<<<<<<<4"

    /// The text of the pass that Siti gets by herself.
    private func pass(_ post: Post) async throws -> String {
        let passport = try #require(PassportNumber("X9000001"))
        let bornOn = try #require(Day("1995-03-17"))
        return try await post.desk.issuePass(passport, bornOn: bornOn, by: .worker).issued.text
    }

    @Test func `a complete worker gets the pass without an account, and it names nobody`() async throws {
        let post = try await Post(records: true)
        try await post.test { client in
            let browser = Browser(client)
            #expect(try await browser.get("/pas").status == .ok)
            let answer = try await browser.post("/pas", Self.siti)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("data-pass=\"active\"") && answer.text.contains("<path d=\"M"))
            let card = answer.text.split(separator: "<article")[1].split(separator: "</article>")[0]
            #expect(card.contains("Hong Kong") && card.contains("1 Maret 2026"))
            for fact in ["SITI", "LENGKAP", "X9000001", "1995", "9901"] { #expect(!card.contains(fact)) }
            let again = try await browser.post("/pas", Self.siti)
            #expect(again.text.contains("data-pass=\"active\""))
        }
        let held = try post.desk.site.read { try $0.passes(for: #require(PassportNumber("X9000001"))) }
        #expect(held.count == 1)
    }

    @Test func `unknown, wrong birth date and incomplete have the same page`() async throws {
        let post = try await Post(records: true)
        try await post.test { client in
            let browser = Browser(client)
            var pages: Set<String> = []
            for (passport, born) in [
                ("X9000001", "1995-03-18"), ("X9000077", "1995-03-17"), ("X9000002", "1990-02-12"),
                ("X9000003", "1988-06-14"), ("X9000009", "1980-01-11"),
            ] {
                let answer = try await browser.post("/pas", [("dokumen", passport), ("lahir", born)])
                #expect(answer.status == .notFound)
                pages.insert(answer.text.replacing(passport, with: "").replacing(born, with: ""))
            }
            #expect(pages.count == 1)
            let bad = try await browser.post("/pas", [("dokumen", ""), ("lahir", "kemarin")])
            #expect(bad.status == .unprocessableContent)
        }
    }

    @Test func `who asks too often from one address is slowed`() async throws {
        let post = try await Post(records: true)
        try await post.test { client in
            let browser = Browser(client)
            for _ in 0..<10 { try await browser.post("/pas", [("dokumen", "X1"), ("lahir", "1995-03-18")]) }
            let slowed = try await browser.post("/pas", Self.siti)
            #expect(slowed.status == .tooManyRequests && slowed.headers[.retryAfter] != nil)
        }
    }

    @Test func `the ministry's desk issues and takes back, and sees which paper is missing`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("citra", [.helpdesk])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("citra")
            try await browser.get("/meja/pas")
            let dewi = try await browser.post(
                "/meja/pas",
                [("dokumen", "X9000003"), ("lahir", "1988-06-14")]
            )
            #expect(dewi.text.contains("data-standing=\"incomplete\"") && dewi.text.contains("sehat"))
            let refused = try await browser.post(
                "/meja/pas/terbit",
                [("dokumen", "X9000003"), ("lahir", "1988-06-14")]
            )
            #expect(refused.status == .unprocessableContent)
            try await browser.post("/meja/pas", Self.siti)
            let issued = try await browser.post("/meja/pas/terbit", Self.siti)
            #expect(issued.status == .ok && issued.text.contains("data-pass=\"active\""))
            let number = try #require(issued.text.value(after: "name=\"nomor\" value=\""))
            let asked = try await browser.post("/meja/pas/tarik", Self.siti + [("nomor", number)])
            #expect(asked.status == .unprocessableContent)
            let taken = try await browser.post(
                "/meja/pas/tarik",
                Self.siti + [("nomor", number), ("alasan", "asked"), ("yakin", "yes")]
            )
            #expect(taken.text.contains("data-pass=\"void\""))
        }
    }

    @Test func `at the counter a pass is read alone, then beside the passport it belongs to`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("rani", [.border])
        let text = try await pass(post)
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("rani")
            try await browser.get("/konter")
            let alone = try await browser.post("/konter", [("dokumen", text)])
            #expect(alone.status == .ok && alone.text.contains("data-pass=\"active\""))
            #expect(alone.text.contains("Belum dicocokkan") && !alone.text.contains("class=\"verdict\""))
            #expect(!alone.text.contains(text))
            let beside = try await browser.post("/konter", [("dokumen", Self.zone)])
            #expect(
                beside.text.contains("data-advice=\"clear\"") && beside.text.contains("Cocok dengan paspor")
            )
            #expect(beside.text.contains("Pas pekerja sah"))
            let next = try await browser.post("/konter", [("dokumen", "X9000002")])
            #expect(!next.text.contains("id=\"pas\""))
        }
    }

    @Test func `a passport first and its pass after it are shown together`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("rani", [.border])
        let text = try await pass(post)
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("rani")
            try await browser.get("/konter")
            try await browser.post("/konter", [("dokumen", Self.zone)])
            let answer = try await browser.post("/konter", [("dokumen", text)])
            #expect(answer.text.contains("data-advice=\"clear\"") && answer.text.contains("Pas pekerja sah"))
        }
    }

    @Test func `a broken or foreign pass says nothing of the traveller, and another's changes no answer`()
        async throws
    {
        let (post, elsewhere) = (try await Post(records: true), try await Post(records: true))
        try await post.addOfficer("rani", [.border])
        let (text, foreign) = (try await pass(post), try await pass(elsewhere))
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("rani")
            try await browser.get("/konter")
            for (code, fault) in [
                (String(text.dropLast(3)), "unreadable"), (foreign, "unknown-key"), ("KWLP9AAAA", "newer"),
            ] {
                let answer = try await browser.post("/konter", [("dokumen", code)])
                #expect(answer.status == .ok && answer.text.contains("data-pass=\"\(fault)\""))
                #expect(answer.text.contains("Tidak berarti apa pun tentang penumpang"))
            }
            try await browser.post("/konter", [("dokumen", text)])
            let other = try await browser.post("/konter", [("dokumen", "X9000009")])
            #expect(!other.text.contains("Pas pekerja sah"))
            #expect(!other.text.contains("data-advice=\"refer\""))
        }
    }

    @Test func `a slip's proof is known at the counter`() async throws {
        let post = try await Post()
        try await post.addOfficer("rani", [.border])
        let proof = try #require(
            try post.desk.slipProof(code: "0123-4567-89AB-CDEF", departsOn: post.desk.today)
        )
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("rani")
            try await browser.get("/konter")
            let answer = try await browser.post("/konter", [("dokumen", proof)])
            #expect(answer.text.contains("data-pass=\"slip\"") && answer.text.contains("1 Maret 2026"))
        }
    }
}

import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The counter: check, note a document, ask for an interview.
struct CounterTests {
    private static let referred = [("dokumen", "X9000002"), ("tujuan", "HKG"), ("visa", "work")]

    /// The token of the check on a page.
    private func check(_ page: TestResponse) throws -> String {
        try #require(page.text.value(after: #"name="cek" value=""#))
    }

    @Test func `a number gives an answer with its reasons`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/konter")
            let clear = try await browser.post(
                "/konter",
                [("dokumen", "x9000001"), ("tujuan", "HKG"), ("visa", "work")]
            )
            #expect(clear.text.contains(#"data-advice="clear""#))
            let referred = try await browser.post("/konter", Self.referred)
            #expect(referred.text.contains(#"id="hasil" data-advice="refer""#))
        }
    }

    @Test func `the page's own script gets the answer's area alone`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/konter")
            let answer = try await browser.post("/konter", Self.referred, headers: [.fragment: "1"])
            #expect(answer.headers[.fragment] == "1")
            #expect(!answer.text.contains("<!doctype"))
            #expect(answer.text.contains(#"data-advice="refer""#))
        }
    }

    @Test func `a document that an officer has seen changes the answer at once`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/konter")
            let token = try check(try await browser.post("/konter", Self.referred))
            let incomplete = try await browser.post("/konter/dokumen", [("cek", token), ("berkas", "visa")])
            #expect(incomplete.status == .unprocessableContent)
            let noted = try await browser.post(
                "/konter/dokumen",
                [("cek", token), ("berkas", "visa"), ("nomor", "V-77"), ("berlaku", "2028-01-01")]
            )
            #expect(noted.status == .ok)
            #expect(noted.text.contains(#"id="hasil" data-advice="clear""#), "\(noted.text)")
            let noted77 = try post.desk.attestations(for: try #require(.init("X9000002")))
            #expect(noted77.map(\.officer) == ["ayu"])
        }
    }

    @Test func `a border officer neither notes nor sees noted health papers`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.addOfficer("bia", [.helpdesk])
        try await post.test { client in
            let (border, desk) = (Browser(client), Browser(client))
            let paper = [("berkas", "medical"), ("nomor", "M-1234")]
            try await border.signIn("ayu")
            try await border.get("/konter")
            let token = try check(try await border.post("/konter", [("dokumen", "X9000003")]))
            let refused = try await border.post("/konter/dokumen", [("cek", token)] + paper)
            #expect(refused.status == .unprocessableContent)
            try await desk.signIn("bia")
            try await desk.get("/konter")
            let other = try check(try await desk.post("/konter", [("dokumen", "X9000003")]))
            let noted = try await desk.post("/konter/dokumen", [("cek", other)] + paper)
            #expect(noted.text.contains("M-1234"))
            let seen = try await border.post("/konter", [("dokumen", "X9000003")])
            #expect(seen.status == .ok)
            #expect(!seen.text.contains("M-1234"))
        }
    }

    @Test func `an interview needs a reason and a confirmation, and is opened once`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/konter")
            let token = try check(try await browser.post("/konter", [("dokumen", "X9000009")]))
            for fields in [[("alasan", "I05")], [("yakin", "yes")], [("alasan", "I99"), ("yakin", "yes")]] {
                let refused = try await browser.post("/konter/wawancara", [("cek", token)] + fields)
                #expect(refused.status == .unprocessableContent)
            }
            #expect(try post.desk.referrals(on: post.desk.today).isEmpty)
            let form = browser.token
            for _ in 0..<2 {
                let opened = try await browser.post(
                    "/konter/wawancara",
                    [("cek", token), ("alasan", "I05"), ("yakin", "yes")],
                    token: form
                )
                #expect(opened.status == .ok)
            }
            let referrals = try post.desk.referrals(on: post.desk.today)
            #expect(referrals.map(\.codes) == [["I05"]])
            #expect(try await browser.get("/rujukan/\(referrals[0].id)").status == .ok)
        }
    }

    @Test func `another officer can't act on a check, nor anybody on an old one`() async throws {
        let post = try await Post(records: true, configure: { $0.idleLockMinutes = 600 })
        try await post.addOfficer("ayu", [.border])
        try await post.addOfficer("bia", [.border])
        try await post.test { client in
            let (ayu, bia) = (Browser(client), Browser(client))
            try await ayu.signIn("ayu")
            try await bia.signIn("bia")
            try await ayu.get("/konter")
            try await bia.get("/konter")
            let token = try check(try await ayu.post("/konter", Self.referred))
            let fields = [("cek", token), ("alasan", "I05"), ("yakin", "yes")]
            #expect(try await bia.post("/konter/wawancara", fields).status == .unprocessableContent)
            post.clock.advance(seconds: 1801)
            #expect(try await ayu.post("/konter/wawancara", fields).status == .unprocessableContent)
        }
    }

    @Test func `a busy counter doesn't end another officer's check`() {
        let checks = RecentChecks(now: { Moment(milliseconds: 0) })
        let token = checks.keep(TravellerCheck(), about: nil, of: "ayu")
        for _ in 0..<600 { _ = checks.keep(TravellerCheck(), about: nil, of: "bia") }
        #expect(checks.check(token, of: "ayu") != nil)
        for _ in 0..<100 { _ = checks.keep(TravellerCheck(), about: nil, of: "ayu") }
        #expect(checks.check(token, of: "ayu") == nil)
    }

    @Test(arguments: ["", "???", "P<IDNRUSAK<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"])
    func `what can't be read is said, not guessed`(typed: String) async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/konter")
            let answer = try await browser.post("/konter", [("dokumen", typed)])
            #expect(answer.status == .unprocessableContent || !answer.text.contains(#"data-advice="refer""#))
        }
    }
}

/// How a reader's burst becomes lines.
struct ZoneLinesTests {
    @Test(arguments: [(88, [44, 44]), (72, [36, 36]), (90, [30, 30, 30]), (44, [44])])
    func `a zone without line ends is cut by its length`(length: Int, lines: [Int]) throws {
        let zone = try #require(ZoneLines(String(repeating: "<", count: length)))
        #expect(zone.lines.map(\.utf8.count) == lines)
    }

    @Test func `lines that come as lines stay as they are`() {
        #expect(ZoneLines("P<IDN\r\nX1<<\r\n")?.lines == ["P<IDN", "X1<<"])
    }

    @Test(arguments: ["X9000001", "C 1234567", "a\nb\nc\nd"])
    func `a number is no zone`(typed: String) { #expect(ZoneLines(typed) == nil) }
}

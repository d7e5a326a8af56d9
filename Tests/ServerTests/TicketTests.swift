import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The tickets bought together: what a border officer sees of them, and what an investigator may draw from them.
struct TicketTests {
    private static let agencies =
        "licence_no,kind,name,status,status_since,valid_until\nU-1,ppiu,PT INVENSI,active,2020-01-01,2029-01-01\n"

    /// Three on one locator with one payer, two with one telephone; another who bought under the same locator long ago.
    private static func bookings(payer: String = "IBU REKAAN") -> String {
        """
        locator,passport_no,name,payer,phone,travel_agency,bought_on,itinerary,one_way,group_size
        GRP001,X9000001,SITI LENGKAP,\(payer),0812-1111,U-1,2026-02-10,CGK-HKG,yes,3
        GRP001,X9000002,RINA KURANG,\(payer),+62 812 1111,U-1,2026-02-10,CGK-HKG,yes,3
        GRP001,X9000003,DEWI BERKAS,\(payer),0899-3333,U-1,2026-02-10,CGK-HKG,yes,3
        GRP001,X9000777,ORANG LAIN,PAK LAMA,0855-7777,,2025-02-10,CGK-SIN,no,1

        """
    }

    private func post(_ bookings: String = bookings()) async throws -> Post {
        let post = try await Post(records: true)
        try await post.load(["bookings.csv": bookings, "agencies.csv": Self.agencies])
        for (name, role) in [
            ("bayu", Role.border), ("budi", .supervisor), ("ani", .interviewer), ("gita", .investigator),
        ] { try await post.addOfficer(name, [role]) }
        return post
    }

    private func signedIn(_ name: String, _ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(name)
        return browser
    }

    /// The screening of whoever was referred on the list, received by the desk.
    private func screening(_ post: Post) async throws -> String {
        let list = Array(Records.groupManifest.utf8)
        _ = try await post.desk.receive(list, name: "daftar.csv", by: .operatorConsole)
        let day = post.desk.today
        let screened = try post.desk.site.read { reads in
            try reads.flights(on: day).flatMap { try reads.screened(on: $0.manifest.flight) }
        }
        return try #require(screened.first { $0.passport?.text == "X9000002" }?.id)
    }

    @Test func `a border officer sees whether payer and telephone are one, and neither of them`() async throws
    {
        let post = try await post()
        let id = try await screening(post)
        try await post.test { client in
            let browser = try await signedIn("bayu", client)
            let traveller = try await browser.get("/pelintas/\(id)")
            #expect(traveller.text.contains("/pelintas/\(id)/pemesanan"))
            let page = try await browser.get("/pelintas/\(id)/pemesanan")
            #expect(page.status == .ok)
            #expect(page.text.contains("GRP001") && page.text.contains("sama untuk semua"))
            #expect(page.text.contains("2 yang berbeda"))
            for secret in ["REKAAN", "0812", "0899", "PAK LAMA", "U-1", "SITI", "DEWI", "X9000"] {
                #expect(!page.text.contains(secret), "\(secret)")
            }
        }
    }

    @Test
    func
        `fellow travellers have shape, word and a way on; whoever bought the locator on another day is none`()
        async throws
    {
        let post = try await post()
        let id = try await screening(post)
        try await post.test { client in
            let page = try await signedIn("bayu", client).get("/pelintas/\(id)/pemesanan").text
            // One fellow was advised of something, one has no note; the fourth ticket is another booking.
            #expect(page.ranges(of: "data-advice=").count == 1)
            #expect(page.contains("1 orang lain tanpa catatan"))
            #expect(page.ranges(of: #"href="/pelintas/"#).count == 2)
            let supervisor = try await signedIn("budi", client).get("/pelintas/\(id)/pemesanan").text
            #expect(supervisor.contains(#"href="/pelintas/"#) && supervisor.contains("data-advice="))
        }
    }

    @Test func `an interviewer never sees the advice of fellow travellers`() async throws {
        let post = try await post()
        let id = try await screening(post)
        try await post.test { client in
            let refused = try await signedIn("ani", client).get("/pelintas/\(id)/pemesanan")
            #expect(refused.status == .forbidden && !refused.text.contains("data-advice="))
        }
    }

    private func propose(_ browser: Browser, _ locator: String = "grp001") async throws -> String {
        try await browser.get("/jaringan/pemesanan")
        return try await browser.post(
            "/jaringan/pemesanan",
            [("kode-pesan", locator), ("guna", "investigate-recruiter")]
        ).text
    }

    @Test func `an investigator records chosen claims once, with source, day, basis and explanation`()
        async throws
    {
        let post = try await post()
        try await post.test { client in
            let browser = try await signedIn("gita", client)
            let preview = try await propose(browser)
            #expect(preview.contains("berizin, melayani umum"))
            let record = [
                ("kode-pesan", "GRP001"), ("guna", "investigate-recruiter"),
                ("klaim", "IBU REKAAN phone 08121111"),
                ("klaim", "IBU REKAAN agency U-1"),
            ]
            let unexplained = try await browser.post("/jaringan/pemesanan/catat", record)
            #expect(unexplained.status == .unprocessableContent)
            let recorded = try await browser.post(
                "/jaringan/pemesanan/catat",
                record + [("wajar", "Ibu membayar untuk keluarga.")]
            )
            #expect(recorded.status == .seeOther)
            let again = try await propose(browser)
            #expect(again.ranges(of: "sudah dicatat").count == 2 && !again.contains("name=\"klaim\""))
            let twice = try await browser.post("/jaringan/pemesanan/catat", record + [("wajar", "Lagi.")])
            #expect(twice.status == .unprocessableContent)
        }
        let claims = try post.desk.site.read { try $0.claims(source: "pemesanan GRP001") }
        #expect(claims.map(\.other.kind) == [.agency, .phone])
        #expect(claims.map(\.isHub) == [true, false])
        for claim in claims {
            #expect(claim.one == NetworkNode(.payer, "Ibu Rekaan"))
            #expect(claim.seenOn == Day("2026-02-10") && claim.confidence == 2)
            #expect(claim.basis.contains("UU 21/2007") && claim.innocent == "Ibu membayar untuk keluarga.")
        }
    }

    @Test(arguments: ["SITI LENGKAP", "Kurang, Rina", "DEWI"])
    func `no traveller becomes a node, not even one who paid for all`(payer: String) async throws {
        let post = try await post(Self.bookings(payer: "\"\(payer)\""))
        try await post.test { client in
            let browser = try await signedIn("gita", client)
            let preview = try await propose(browser)
            #expect(!preview.contains("name=\"klaim\""))
            for name in ["SITI", "RINA", "DEWI", "ORANG", "0899", "0855", "PAK LAMA"] {
                #expect(!preview.contains(name), "\(name)")
            }
            let forced = try await browser.post(
                "/jaringan/pemesanan/catat",
                [
                    ("kode-pesan", "GRP001"), ("guna", "investigate-recruiter"),
                    ("klaim", payer.uppercased() + " phone 08121111"), ("wajar", "Keluarga."),
                ]
            )
            #expect(forced.status == .unprocessableContent)
        }
        #expect(try post.desk.site.read { try $0.newestClaim() } == nil)
    }

    @Test func `a locator is read for a purpose only, and that it was is noted of each traveller`()
        async throws
    {
        let post = try await post()
        try await post.test { client in
            let browser = try await signedIn("gita", client)
            try await browser.get("/jaringan/pemesanan")
            let refused = try await browser.post("/jaringan/pemesanan", [("kode-pesan", "GRP001")])
            #expect(refused.status == .unprocessableContent && !refused.text.contains("IBU REKAAN"))
            _ = try await propose(browser)
        }
        try await post.addOfficer("cici", [.analyst])
        let passport = try #require(PassportNumber("X9000003"))
        let noted = try post.desk.site.read { try $0.events(about: .passport(passport)) }.compactMap {
            _,
            event in
            if case .recordRead(let read) = event { read.part } else { RecordRead.Part?.none }
        }
        #expect(noted == [.booking])
    }
}

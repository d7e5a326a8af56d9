import HTTPTypes
import HummingbirdTesting
import Operations
import Pages
@testable import Server
import Testing
import Vocabulary

/// What the pages let through between those who protect and those who investigate.
struct FirewallPageTests {
    private let passport = "X8800001"

    private func signedIn(_ name: String, _ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(name)
        return browser
    }

    private func open(
        _ kind: CaseKind,
        _ fields: [(String, String)],
        _ browser: Browser
    ) async throws -> String {
        let parent = fields.first { $0.0 == "dari" }.map { "&dari=" + $0.1 } ?? ""
        try await browser.get("/perkara?jenis=\(kind.rawValue)\(parent)")
        let form = [("jenis", kind.rawValue), ("text", "Minta bantuan.")] + fields
        return try #require(try await browser.post("/perkara", form).location)
    }

    private func id(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

    @Test func `no case that follows a victim's tells a name or number to whoever doesn't protect`()
        async throws
    {
        let post = try await Post(records: true)
        try await post.addOfficer("eka", [.protection])
        try await post.addOfficer("gilang", [.investigator])
        try await post.addOfficer("bayu", [.border])
        try await post.addOfficer("polisi", [.guest], agency: .police)
        try await post.test { client in
            let (eka, gilang) = (
                try await signedIn("eka", client), try await signedIn("gilang", client)
            )
            let support = try await open(.support, [("nomor", passport)], eka)
            #expect(try await eka.get(support).text.contains(passport))
            let crime = try await open(.enforcement, [("dari", id(of: support))], eka)
            let offer = try await open(.referral, [("dari", id(of: support))], eka)
            for path in [crime, offer] {
                #expect(!(try await gilang.get(path)).text.contains(passport), "\(path)")
            }
            let seen = try await gilang.get(offer).text.value(after: #"name="langkah" value=""#) ?? "0"
            try await gilang.post(offer + "/accept", [("langkah", seen)])
            let accepted = try await gilang.get(offer).text
            #expect(accepted.contains("Diterima"))
            #expect(!accepted.contains(passport))
            // Nor does the file of the case, or one that would follow.
            #expect(try await gilang.post(offer + "/berkas", [("alasan", "prosecute")]).status == .forbidden)
            #expect(
                try await gilang.post(
                    "/perkara",
                    [("jenis", "referral"), ("text", "x"), ("dari", id(of: offer))]
                )
                .status == .forbidden
            )
            let wrong = try await open(.correction, [("dari", id(of: support)), ("reason", "X01")], eka)
            let border = try await signedIn("bayu", client)
            let named = try await border.get(wrong).text
            #expect(named.contains("Dilaporkan keliru"))
            #expect(!named.contains(passport))
            #expect(!named.contains("Pendampingan korban"))
            #expect(try await gilang.get(support).status == .forbidden)
            // Nobody who doesn't protect opens a case after the victim's.
            #expect(
                try await gilang.post(
                    "/perkara",
                    [("jenis", "enforcement"), ("text", "x"), ("dari", id(of: support))]
                )
                .status == .forbidden
            )
            let polisi = try await signedIn("polisi", client)
            #expect(try await polisi.get(crime).status == .forbidden)
            #expect(
                try await polisi.post("/perkara", [("jenis", "enforcement"), ("text", "x")]).status
                    == .forbidden
            )
        }
    }
}

import HTTPTypes
import HummingbirdTesting
import Operations
import Pages
@testable import Server
import Testing
import Vocabulary

/// A referral's way through the pages: who sees what, and what is refused.
struct CaseTests {
    /// A referral that an officer at the counter opened, and everybody who may take a hand in it.
    private func post() async throws -> (Post, referral: String) {
        let post = try await Post(records: true)
        for (name, role) in [
            ("bayu", Role.border), ("ani", .interviewer), ("citra", .helpdesk), ("budi", .supervisor),
        ] { try await post.addOfficer(name, [role]) }
        try await post.addOfficer("dewi", [.reviewer], agency: .ministry)
        let passport = try #require(PassportNumber("X8800001"))
        let referral = try await post.desk.openReferral(
            for: passport,
            flight: nil,
            reason: .control,
            by: Actor(
                Account(name: "bayu", roles: [.border], passwordHash: "", mustChangePassword: false)
            )
        )
        return (post, referral.id)
    }

    private let begin = [("rights", "read"), ("language", "id")]
    private let lock = [
        ("view", "postpone"), ("confidence", "4"), ("facts-source-1", "register"),
        ("facts-text-1", "Visa belum ada."),
        ("facts-source-2", "statement"), ("facts-text-2", "Akan bekerja."),
    ]
    private let propose = [
        ("proposal", "postpone"), ("reason", "P01"), ("clause", "UU 18/2017 pasal 13"),
        ("facts-source-1", "register"),
        ("facts-text-1", "Visa belum ada."), ("facts-source-2", "statement"),
        ("facts-text-2", "Akan bekerja."),
        ("yakin", "yes"),
    ]

    private func signedIn(_ name: String, _ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(name)
        return browser
    }

    /// Takes a step as a browser does: from the case's page, with what was seen there.
    @discardableResult
    private func take(
        _ step: String,
        _ fields: [(String, String)] = [],
        in path: String,
        _ browser: Browser
    ) async throws -> TestResponse {
        let page = try await browser.get(path)
        let seen = page.text.value(after: #"name="langkah" value=""#) ?? "0"
        return try await browser.post(path + "/" + step, [("langkah", seen)] + fields)
    }

    private func begun(_ referral: String, _ ani: Browser) async throws -> String {
        try await ani.get("/rujukan/\(referral)/wawancara")
        let begun = try await ani.post("/rujukan/\(referral)/wawancara", begin)
        return try #require(begun.location)
    }

    @Test func `the interviewer sees no reason on any page before the own view stands`() async throws {
        let (post, referral) = try await post()
        try await post.test { client in
            let ani = try await signedIn("ani", client)
            let reason = "dipegang orang lain"
            let queue = try await ani.get("/antrean")
            #expect(queue.text.contains("/rujukan/\(referral)/wawancara"))
            for path in ["/papan", "/antrean", "/rujukan/\(referral)/wawancara"] {
                #expect(!(try await ani.get(path)).text.contains(reason), "\(path)")
            }
            for path in ["/rujukan", "/rujukan/\(referral)", "/konter"] {
                #expect(try await ani.get(path).status == .forbidden, "\(path)")
            }
            let path = try await begun(referral, ani)
            #expect(!(try await ani.get(path)).text.contains(reason))
            try await take("lock", lock, in: path, ani)
            #expect(try await ani.get(path).text.contains(reason))
        }
    }

    @Test func `a postponement goes through two agencies to a slip, an objection and its end`() async throws {
        let (post, referral) = try await post()
        try await post.test { client in
            let ani = try await signedIn("ani", client)
            let citra = try await signedIn("citra", client)
            let path = try await begun(referral, ani)
            try await take("lock", lock, in: path, ani)
            try await take("propose", propose, in: path, ani)
            // The second reader sees the facts, not what the colleague thinks.
            let blind = try await citra.get(path).text
            #expect(blind.contains("Visa belum ada."))
            #expect(!blind.contains("UU 18/2017 pasal 13"))
            #expect(!blind.contains("Tunda keberangkatan ini</li>"))
            try await take("read", [("view", "postpone")], in: path, citra)
            #expect(try await citra.get(path).text.contains("UU 18/2017 pasal 13"))
            try await take("agree", [("text", "Dibaca."), ("yakin", "yes")], in: path, citra)
            try await take("return-passport", [("receipt", "T-1")], in: path, ani)
            let slip = try await ani.get(path + "/surat")
            #expect(slip.status == .ok)
            #expect(slip.text.contains("Visa atau izin kerja belum ada"))
            // The address behind the code, and the proof that the slip is genuine.
            #expect(slip.text.ranges(of: "class=\"squares\"").count == 2)
            let code = try #require(slip.text.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)).0
            // Whoever holds the slip sees the state and objects, without an account.
            let traveller = Browser(client)
            let state = try await traveller.get("/s/\(code)")
            #expect(state.text.contains("Paspor kembali"))
            #expect(!state.text.contains("X8800001"))
            let objected = try await traveller.post("/s/\(code)", [("text", "Saya punya visa.")])
            #expect(objected.text.contains("Keberatan Anda sudah diterima."))
            let dewi = try await signedIn("dewi", client)
            try await take("overturn", [("reason", "K01"), ("yakin", "yes")], in: path, dewi)
            #expect(try await traveller.get("/s/\(code)").text.contains("Keputusan dibatalkan dan dihapus"))
            #expect(try await ani.get(path).status == .notFound)
        }
    }

    @Test func `what was typed stays when a step is refused`() async throws {
        let (post, referral) = try await post()
        try await post.test { client in
            let ani = try await signedIn("ani", client)
            let path = try await begun(referral, ani)
            var one = lock
            one[4] = ("facts-source-2", "register")
            let refused = try await take("lock", one, in: path, ani)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Dua fakta harus berasal dari dua sumber berbeda."))
            #expect(refused.text.contains("Akan bekerja."))
        }
    }

    @Test func `of two forms the later is told and loses no word`() async throws {
        let (post, referral) = try await post()
        try await post.test { client in
            let ani = try await signedIn("ani", client)
            let path = try await begun(referral, ani)
            try await take("lock", lock, in: path, ani)
            // The same form once more is the same step; another one comes too late.
            let resent = try await ani.post(path + "/lock", [("langkah", "2")] + lock)
            #expect(resent.status == .seeOther)
            let late = try await ani.post(path + "/lock", [("langkah", "2"), ("text", "Lain.")] + lock)
            #expect(late.status == .conflict)
            #expect(late.text.contains("Kata-kata Anda masih ada"))
        }
    }

    @Test func `a burden without confirmation is not taken`() async throws {
        let (post, referral) = try await post()
        try await post.test { client in
            let ani = try await signedIn("ani", client)
            let path = try await begun(referral, ani)
            try await take("lock", lock, in: path, ani)
            let refused = try await take("propose", propose.filter { $0.0 != "yakin" }, in: path, ani)
            #expect(refused.status == .unprocessableContent)
            try await take("proceed", in: path, ani)
            #expect(try await ani.get(path).text.contains("Lanjut"))
        }
    }

    @Test(arguments: ["", "ABC", "7KQ2-M4XN-90TD-3VWZ", "../../papan", "%00"])
    func `a code that leads nowhere tells nothing`(code: String) async throws {
        let (post, _) = try await post()
        try await post.test { client in
            let page = try await Browser(client).get("/s?kode=" + code.replacing("%", with: "%25"))
            #expect(page.status == .ok)
            #expect(!page.text.contains("X8800001"))
        }
    }

    /// What a worker who was found has said, and what whoever asked then sees.
    @Test(arguments: ["given", "refused"])
    func `whoever misses a worker learns sought or found, and no more than the worker agrees to`(
        consent: String
    )
        async throws
    {
        let post = try await Post(records: true)
        try await post.addOfficer("atase", [.protectionAttache])
        try await post.test { client in
            let attache = try await signedIn("atase", client)
            let asked = [
                ("jenis", "search"), ("counterpart", "Ibu Rekaan, ibu kandung"), ("text", "Siti Rekaan."),
            ]
            try await attache.get("/perkara?jenis=search")
            // Employers and agencies have no code to ask with.
            #expect(try await attache.post("/perkara", asked).status == .unprocessableContent)
            try await attache.get("/perkara?jenis=search")
            let opened = try await attache.post("/perkara", asked + [("reason", "C01")])
            let path = try #require(opened.location)
            let page = try await attache.get(path).text
            let code = try #require(page.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)).0
            let asker = Browser(client)
            #expect(try await asker.get("/s/\(code)").text.contains("<strong>Dicari</strong>"))
            try await take(
                "find",
                [("consent", consent), ("text", "Di rumah aman Jeddah.")],
                in: path,
                attache
            )
            let told = try await take("tell", [("text", "Alamat.")], in: path, attache)
            #expect(told.status == (consent == "given" ? .seeOther : .conflict))
            if consent == "refused" { try await take("keep-silent", in: path, attache) }
            let seen = try await asker.get("/s/\(code)").text
            #expect(seen.contains("<strong>Ditemukan</strong>"))
            for secret in ["Jeddah", "Alamat", "dihubungi", "Siti", "Ibu Rekaan"] {
                #expect(!seen.contains(secret))
            }
        }
    }

    @Test func `a guest sees the case to which the guest was invited and no other`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("gilang", [.investigator])
        try await post.addOfficer("jaksa", [.guest], agency: .prosecutor)
        try await post.test { client in
            let gilang = try await signedIn("gilang", client)
            let jaksa = try await signedIn("jaksa", client)
            var paths: [String] = []
            for text in ["Satu.", "Dua."] {
                try await gilang.get("/perkara?jenis=enforcement")
                let opened = try await gilang.post("/perkara", [("jenis", "enforcement"), ("text", text)])
                paths.append(try #require(opened.location))
            }
            #expect(try await jaksa.get(paths[0]).status == .forbidden)
            #expect(
                try await jaksa.post(paths[0] + "/progress", [("langkah", "1"), ("text", "x")]).status
                    == .forbidden
            )
            #expect(
                try await jaksa.post(paths[0] + "/berkas", [("alasan", "prosecute")]).status == .forbidden
            )
            try await take("invite", [("counterpart", "Jaksa")], in: paths[0], gilang)
            #expect(try await jaksa.get(paths[0]).status == .ok)
            #expect(try await jaksa.get(paths[1]).status == .forbidden)
            let list = try await jaksa.get("/perkara?jenis=enforcement").text
            #expect(list.contains(paths[0]))
            #expect(!list.contains(paths[1]))
        }
    }
}

import Exchange
import Foundation
import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The pages of the exchange with the other agency's site.
struct ExchangePageTests {
    private static func side(_ agency: Vocabulary.Authority) throws -> ExchangeSide {
        let names = ["id/imigrasi/simkim", "id/kp2mi/siskop2mi"].compactMap { PartyName($0) }
        let isBorder = agency == .immigration
        let side = ExchangeSide(
            agency: agency,
            name: names[isBorder ? 0 : 1],
            partner: names[isBorder ? 1 : 0]
        )
        return try #require(side)
    }

    private func post(_ agency: Vocabulary.Authority) async throws -> Post {
        let post = try await Post(exchange: try Self.side(agency))
        try await post.addOfficer("citra", [.helpdesk])
        try await post.addOfficer("rani", [.border])
        try await post.addOfficer("ani", [.interviewer])
        try await post.addOfficer("admin", [.administrator])
        return post
    }

    private func signedIn(_ name: String, _ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(name)
        return browser
    }

    /// A referral as it comes over the exchange: its flight is on no list here.
    private func receiveReferral(_ post: Post) async throws {
        let day = post.desk.today
        let flight = FlightKey(number: "GA820", departsOn: day, from: "CGK")
        let passport = try #require(PassportNumber("X7654321"))
        let screened = ScreenedTraveller(
            id: "s-1",
            flight: flight,
            person: 0,
            passport: passport,
            name: "SITI REKAAN",
            assessment: Assessment(advice: .refer, rules: "sha256:uji"),
            list: "passengers"
        )
        var referral = Referral(
            id: "r-1",
            screening: "s-1",
            flight: flight,
            passport: passport,
            openedAt: post.desk.now(),
            codes: ["D02"],
            list: "passengers"
        )
        referral.to = "HKG"
        referral.departsAt = WallTime(day: day, minute: 23 * 60 + 40)
        let at = post.desk.now()
        let events: [SiteEvent] = [.travellerScreened(screened), .referralOpened(referral)]
        try await post.desk.site.commit { _ in
            Decision(
                events.map {
                    EntryDraft(
                        $0,
                        at: at,
                        actor: "id/imigrasi/simkim",
                        purpose: "clear-worker",
                        subject: .passport(passport)
                    )
                },
                answer: ()
            )
        }
    }

    private func layDeadLetter(_ post: Post) async throws {
        let queued = ExchangeQueued(
            id: "m-1",
            stream: "k-03",
            sequence: 1,
            type: "referral.withdrawn/1",
            purpose: "protect",
            body: "{}",
            about: nil
        )
        let skipped = ExchangeSkipped(
            id: "s-1",
            skipped: "m-1",
            stream: "k-03",
            sequence: 1,
            type: queued.type,
            reason: .refused,
            code: "schema",
            body: "{}"
        )
        let at = post.desk.now()
        try await post.desk.site.commit { _ in
            let events: [SiteEvent] = [.exchangeQueued(queued), .exchangeSkipped(skipped)]
            return Decision(
                events.map { EntryDraft($0, at: at, actor: "system", purpose: "exchange") },
                answer: ()
            )
        }
    }

    private static func line(_ state: WitnessStanding.State, isCut: Bool = false, at now: Moment)
        -> ExchangeLine
    {
        let away =
            switch state {
            case .fine, .split: 1
            case .away: 600
            case .halted: 20_000
            }
        let alarm = WitnessAlarmed(
            id: "w-1",
            origin: "kawal/partner",
            kind: .twoRoots,
            seen: "",
            shown: "",
            proof: [],
            at: now
        )
        return ExchangeLine(
            isCut: { isCut },
            witness: {
                WitnessStanding(
                    cosignedAt: now.adding(seconds: -away),
                    alarms: state == .split ? [alarm] : [],
                    at: now,
                    limits: WitnessLimits(alarmSeconds: 60, haltSeconds: 14_400)
                )
            },
            cosigned: { CosignedHead(size: 4321, at: now.adding(seconds: -away), note: "") },
            latencies: { nil }
        )
    }

    @Test func `the ministry's desk sees a referral whose list is elsewhere, and answers it`() async throws {
        let post = try await post(.ministry)
        try await receiveReferral(post)
        try await post.test { client in
            let citra = try await signedIn("citra", client)
            let board = try await citra.get("/papan")
            // Passports never cross: that they were not loaded is no failure here.
            #expect(!board.text.contains("Paspor: belum pernah dimuat"))
            #expect(board.text.contains("GA820") && board.text.contains("daftar ada di Imigrasi"))
            #expect(try await citra.get("/rujukan").text.contains("Daftar di Imigrasi"))
            #expect(
                try await citra.get("/penerbangan/GA820/\(post.desk.today)/CGK").text
                    .contains("Hanya rujukan yang menyeberang.")
            )
            #expect(try await citra.get("/rujukan/r-1").text.contains("Meja BP3MI belum menjawab."))
            let sent = try await citra.post(
                "/rujukan/r-1/jawaban",
                [("jawaban", "mending"), ("keterangan", "Visa <menyusul>.")]
            )
            #expect(sent.status == .seeOther && sent.location == "/rujukan/r-1")
            let page = try await citra.get("/rujukan/r-1").text
            #expect(page.contains("KemenP2MI: berkas sedang dilengkapi di meja, baru saja"))
            #expect(page.contains("Visa &lt;menyusul&gt;."))
            #expect(try await citra.get("/papan").text.contains("KemenP2MI: berkas sedang dilengkapi"))
            let answered = try post.desk.site.read { try $0.answers(to: "r-1") }
            #expect(answered.map(\.officer) == ["citra"] && answered.first?.passport?.text == "X7654321")
        }
    }

    @Test(arguments: [[("jawaban", "")], [("jawaban", "boleh")]])
    func `an answer that is none of the four keeps what was typed`(fields: [(String, String)]) async throws {
        let post = try await post(.ministry)
        try await receiveReferral(post)
        try await post.test { client in
            let citra = try await signedIn("citra", client)
            try await citra.get("/rujukan/r-1")
            let refused = try await citra.post(
                "/rujukan/r-1/jawaban",
                fields + [("keterangan", "Tetap di sini.")]
            )
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Tetap di sini."))
            #expect(try post.desk.site.read { try $0.answers(to: "r-1") }.isEmpty)
        }
    }

    @Test func `an answer's words have an end, and a referral that nobody knows has no answer`() async throws
    {
        let post = try await post(.ministry)
        try await receiveReferral(post)
        let citra = Actor(
            Account(name: "citra", roles: [.helpdesk], passwordHash: "", mustChangePassword: false)
        )
        await #expect(
            throws: OperationFault.fieldUnfit(field: "text", expected: "at most 500 characters")
        ) {
            let long = String(repeating: "é", count: 501)
            try await post.desk.answer(referral: "r-1", .complete, text: long, by: citra)
        }
        await #expect(throws: OperationFault.absent) {
            try await post.desk.answer(referral: "r-2", .complete, text: nil, by: citra)
        }
    }

    @Test func `at Immigration nobody answers; officers read the answer, interviewers never do`() async throws
    {
        let post = try await post(.immigration)
        try await receiveReferral(post)
        let at = post.desk.now()
        let answered = ReferralAnswered(
            referral: "r-1",
            passport: PassportNumber("X7654321"),
            answer: .complete,
            text: nil,
            officer: "o-1",
            at: at
        )
        try await post.desk.site.commit { _ in
            Decision(
                [EntryDraft(.referralAnswered(answered), at: at, actor: "partner", purpose: "clear-worker")],
                answer: ()
            )
        }
        try await post.test { client in
            let (citra, rani) = (try await signedIn("citra", client), try await signedIn("rani", client))
            let ani = try await signedIn("ani", client)
            #expect(!(try await citra.get("/rujukan/r-1").text.contains("name=\"jawaban\"")))
            #expect(
                try await citra.post("/rujukan/r-1/jawaban", [("jawaban", "talk")]).status == .forbidden
            )
            let answer = "KemenP2MI: berkas lengkap"
            #expect(try await rani.get("/rujukan/r-1").text.contains(answer))
            #expect(try await rani.get("/papan").text.contains(answer))
            #expect(!(try await ani.get("/papan").text.contains(answer)))
            for path in ["/rujukan", "/rujukan/r-1", "/pelintas/s-1", "/pertukaran"] {
                #expect(try await ani.get(path).status == .forbidden)
            }
        }
    }

    @Test func `a site without a partner says so, and still shows the agreement`() async throws {
        let post = try await Post()
        try await post.addOfficer("admin", [.administrator])
        try await post.test { client in
            let admin = try await signedIn("admin", client)
            #expect(try await admin.get("/pertukaran").text.contains("Situs ini tidak punya mitra."))
            let agreement = try await admin.get("/perjanjian").text
            #expect(agreement.contains("Tidak pernah dipakai untuk") && agreement.contains("Pajak"))
            #expect(!(try await admin.get("/papan").text.contains("id=\"mitra\"")))
        }
    }

    @Test func `the state of the line stands on board, status and its own page`() async throws {
        let post = try await post(.immigration)
        let now = post.desk.now()
        for (isCut, says) in [(false, "Mitra: normal"), (true, "Mitra: terputus sejak")] {
            try await post.test(exchange: Self.line(.fine, isCut: isCut, at: now)) { client in
                let admin = try await signedIn("admin", client)
                for path in ["/papan", "/status", "/pertukaran"] {
                    #expect(try await admin.get(path).text.contains(says), "\(path)")
                }
                #expect(try await admin.get("/pertukaran").text.contains("4.321"))
            }
        }
    }

    @Test(arguments: [
        (WitnessStanding.State.fine, "semua boleh menyeberang"), (.away, "tanda terima menunggu"),
        (.halted, "pergi terlalu lama"), (.split, "tidak ada yang menyeberang"),
    ])
    func `what the witness lets cross has its own line, and makes nobody unreachable`(
        _ state: WitnessStanding.State,
        _ says: String
    ) async throws {
        let post = try await post(.immigration)
        try await post.test(exchange: Self.line(state, at: post.desk.now())) { client in
            let text = try await signedIn("admin", client).get("/pertukaran").text
            #expect(text.contains("Mitra: normal"))
            #expect(text.lowercased().contains(says))
        }
    }

    @Test func `only an administrator is offered to deal with a dead letter`() async throws {
        let post = try await post(.immigration)
        try await layDeadLetter(post)
        try await post.test { client in
            let (citra, admin) = (try await signedIn("citra", client), try await signedIn("admin", client))
            let action = "action=\"/pertukaran/surat/m-1/tutup\""
            let seen = try await citra.get("/pertukaran").text
            #expect(seen.contains("ditolak mitra, kode schema") && !seen.contains(action))
            #expect(
                try await citra.post("/pertukaran/surat/m-1/tutup", [("alasan", "Uji.")]).status == .forbidden
            )
            #expect(try await admin.get("/pertukaran").text.contains(action))
            let empty = try await admin.post("/pertukaran/surat/m-1/tutup", [("alasan", " ")])
            #expect(empty.status == .unprocessableContent)
            let long = String(repeating: "a", count: 501)
            let kept = try await admin.post("/pertukaran/surat/m-1/tutup", [("alasan", long)])
            #expect(kept.status == .unprocessableContent && kept.text.contains(">\(long)</textarea>"))
            #expect(kept.text.contains("<details open"))
            // Its words are no message: it can't be sent again.
            #expect(try await admin.post("/pertukaran/surat/m-1/kirim").status == .conflict)
            let closed = try await admin.post("/pertukaran/surat/m-1/tutup", [("alasan", "Lewat telepon.")])
            #expect(closed.status == .seeOther)
            #expect(try await admin.get("/pertukaran").text.contains("Tidak ada surat mati."))
            #expect(
                try await admin.post("/pertukaran/surat/m-1/tutup", [("alasan", "Lagi.")]).status == .conflict
            )
        }
    }

    @Test func `an administrator closes an alarm with a reason`() async throws {
        let post = try await post(.immigration)
        try await post.desk.alarm("sequence-gap", stream: "k-03", finding: "expects 4")
        let entry = try #require(try post.desk.site.read { try $0.exchangeAlarms(limit: 1) }.first).entry
        try await post.test { client in
            let (citra, admin) = (try await signedIn("citra", client), try await signedIn("admin", client))
            let action = "action=\"/pertukaran/alarm\""
            #expect(!(try await citra.get("/pertukaran").text.contains(action)))
            let fields = [("alarm", "\(entry)"), ("alasan", "Cadangan lama.")]
            #expect(try await citra.post("/pertukaran/alarm", fields).status == .forbidden)
            #expect(try await admin.get("/pertukaran").text.contains(action))
            let none = try await admin.post(
                "/pertukaran/alarm",
                [("alarm", ""), ("alasan", "Tetap di sini.")]
            )
            #expect(none.status == .unprocessableContent && none.text.contains(">Tetap di sini.</textarea>"))
            #expect(try await admin.post("/pertukaran/alarm", fields).status == .seeOther)
            #expect(!(try await admin.get("/pertukaran").text.contains("sequence-gap")))
            #expect(try await admin.post("/pertukaran/alarm", fields).status == .conflict)
        }
    }
}

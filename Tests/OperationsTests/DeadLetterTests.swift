import Exchange
import Foundation
import Operations
import SiteStore
import Testing
import Vocabulary

/// Messages that the partner would not take, and what a person does with them.
@Suite struct DeadLetterTests {
    private static func actor(_ role: Role) -> Actor {
        Actor(Account(name: "\(role)", roles: [role], passwordHash: "", mustChangePassword: false))
    }

    private let administrator = DeadLetterTests.actor(.administrator)
    private let words = #"{"passport_no":"X7","document":"visa","number":"V1"}"#

    /// A desk whose partner has refused one message for good.
    private func place(_ type: String = "document.attested/1", _ told: String? = nil) async throws -> Place {
        let place = try Place()
        let body = MessageBody(
            type: try #require(MessageType(type)),
            salt: [UInt8](repeating: 1, count: 32),
            officer: ("o-1", "helpdesk"),
            payload: try CanonicalJSON([UInt8]((told ?? words).utf8))
        )
        let queued = ExchangeQueued(
            id: "m-1",
            stream: "k-03",
            sequence: 1,
            type: type,
            purpose: "mend-document",
            body: String(decoding: body.bytes, as: UTF8.self),
            about: 4
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
        let subject = EntrySubject.passport(try #require(PassportNumber("X7")))
        let at = place.desk.now()
        try await place.store.commit { _ in
            Decision(
                [
                    EntryDraft(
                        .exchangeQueued(queued),
                        at: at,
                        actor: "system",
                        purpose: "exchange",
                        subject: subject
                    ),
                    EntryDraft(.exchangeSkipped(skipped), at: at, actor: "system", purpose: "exchange"),
                ],
                answer: ()
            )
        }
        return place
    }

    private func openLetters(_ place: Place) throws -> [String] {
        try place.store.read { try $0.deadLetters(limit: 9).compactMap(\.skipped.skipped) }
    }

    @Test func `a letter is sent again with its words, at the end of its own stream, under a new name`()
        async throws
    {
        let place = try await place()
        let id = try await place.desk.redrive(deadLetter: "m-1", by: administrator)
        #expect(try openLetters(place).isEmpty)
        let waiting = try place.store.read {
            try $0.waitingMessages(in: "k-03", from: 2, limit: 9).compactMap(\.message)
        }
        let message = try #require(waiting.first)
        #expect(waiting.count == 1 && message.id == id && id != "m-1" && message.sequence == 2)
        #expect(message.type == "document.attested/1" && message.purpose == "mend-document")
        #expect(message.about == 4)
        let body = try MessageBody(
            reading: [UInt8](message.body.utf8),
            expecting: try #require(MessageType(message.type))
        )
        #expect(try body.payload == CanonicalJSON([UInt8](words.utf8)))
        #expect(body.officer?.pseudonym == "o-1")
        #expect(body.salt != [UInt8](repeating: 1, count: 32))
    }

    @Test func `a row that has changed since is sent as it stands now`() async throws {
        let told = #"{"licence_no":"L-1","kind":"p3mi","name":"PT LAMA","status":"active"}"#
        let place = try await place("agency.shared/1", told)
        _ = try await place.load([
            "agencies.csv": "licence_no,kind,name,status\nL-1,p3mi,PT BARU,suspended\n"
        ])
        try await place.desk.redrive(deadLetter: "m-1", by: administrator)
        let waiting = try place.store.read { try $0.waitingMessages(in: "k-03", from: 2, limit: 9) }
        let message = try #require(waiting.compactMap(\.message).first)
        #expect(message.body.contains("PT BARU") && message.body.contains("suspended"))
        #expect(!message.body.contains("PT LAMA"))
    }

    private func commit(_ events: SiteEvent..., at place: Place) async throws {
        let at = place.desk.now()
        let subject = try EntrySubject.passport(#require(PassportNumber("X7")))
        try await place.store.commit { _ in
            let drafts = events.map {
                EntryDraft($0, at: at, actor: "ani", purpose: "clear-worker", subject: subject)
            }
            return Decision(drafts, answer: ())
        }
    }

    @Test func `a referral that has fallen away is not opened again`() async throws {
        let told = #"{"referral":"r-1","opened_at":"2026-03-01T01:00:00.000Z","passport_no":"X7","codes":[]}"#
        let place = try await place("referral.opened/1", told)
        let referral = Referral(
            id: "r-1",
            screening: nil,
            flight: nil,
            passport: PassportNumber("X7"),
            openedAt: place.desk.now(),
            codes: []
        )
        try await commit(.referralOpened(referral), at: place)
        try await commit(.referralWithdrawn(ReferralWithdrawn(id: "r-1", reason: "attested")), at: place)
        await #expect(throws: OperationFault.overtaken) {
            try await place.desk.redrive(deadLetter: "m-1", by: administrator)
        }
        #expect(try openLetters(place) == ["m-1"])
    }

    @Test func `what an officer has said later is not turned back`() async throws {
        let opened = Referral(
            id: "r-1",
            screening: nil,
            flight: nil,
            passport: PassportNumber("X7"),
            openedAt: Moment(milliseconds: 0),
            codes: []
        )
        for isLater in [true, false] {
            let answer = try await place(
                "referral.answered/1",
                #"{"referral":"r-1","answer":"mending","at":"2026-03-01T01:00:00.000Z"}"#
            )
            let attested = try await place(
                "document.attested/1",
                #"{"passport_no":"X7","document":"visa","number":"V1","at":"2026-03-01T01:00:00.000Z"}"#
            )
            let at = try #require(Moment("2026-03-01T0\(isLater ? 2 : 1):00:00Z"))
            let passport = try #require(PassportNumber("X7"))
            let later = ReferralAnswered(
                referral: "r-1",
                passport: passport,
                answer: .mending,
                text: nil,
                officer: "ani",
                at: at
            )
            let visa = Attestation(document: "visa", number: "V1", validUntil: nil)
            let seen = DocumentAttested(passport: passport, attestation: visa, officer: "ani", at: at)
            try await commit(.referralOpened(opened), .referralAnswered(later), at: answer)
            try await commit(.documentAttested(seen), at: attested)
            for place in [answer, attested] {
                let fault: OperationFault?
                do {
                    try await place.desk.redrive(deadLetter: "m-1", by: administrator)
                    fault = nil
                } catch let caught as OperationFault {
                    fault = caught
                }
                #expect(fault == (isLater ? .overtaken : nil))
            }
        }
    }

    @Test(arguments: [true, false])
    func `the words of a letter that was dealt with are kept as long as delivered ones`(isClosed: Bool)
        async throws
    {
        let place = try await place()
        if isClosed {
            try await place.desk.close(deadLetter: "m-1", reason: "Lewat telepon.", by: administrator)
        } else {
            try await place.desk.redrive(deadLetter: "m-1", by: administrator)
        }
        place.advance(seconds: 86_400 - 1)
        #expect(try await place.desk.runRetention(by: .operatorConsole)[.exchange] == nil)
        place.advance(seconds: 1)
        #expect(try await place.desk.runRetention(by: .operatorConsole)[.exchange] == 1)
    }

    @Test func `the message that replaces one is erased with its person`() async throws {
        let place = try await place()
        try await place.desk.redrive(deadLetter: "m-1", by: administrator)
        let person = EntrySubject.passport(try #require(PassportNumber("X7")))
        #expect(try await place.desk.erase(person, basis: "surat 1", by: .operatorConsole) == 2)
        let waiting = try place.store.read { try $0.waitingMessages(in: "k-03", from: 2, limit: 9) }
        #expect(waiting.count == 1 && waiting.first?.message == nil)
    }

    @Test func `a letter whose words were erased can only be closed`() async throws {
        let place = try await place()
        let person = EntrySubject.passport(try #require(PassportNumber("X7")))
        _ = try await place.desk.erase(person, basis: "surat 1", by: .operatorConsole)
        #expect(try place.store.read { try $0.queuedMessage("m-1") } == nil)
        await #expect(throws: OperationFault.unreadable(finding: "the words of the message were erased")) {
            try await place.desk.redrive(deadLetter: "m-1", by: administrator)
        }
        #expect(try openLetters(place) == ["m-1"])
        try await place.desk.close(deadLetter: "m-1", reason: "Sudah dihapus.", by: administrator)
        #expect(try openLetters(place).isEmpty)
    }

    @Test func `a letter that nobody knows, or that was dealt with, is absent`() async throws {
        let place = try await place()
        try await place.desk.close(deadLetter: "m-1", reason: "Sudah lewat telepon.", by: administrator)
        for id in ["m-1", "m-2"] {
            await #expect(throws: OperationFault.absent) {
                try await place.desk.redrive(deadLetter: id, by: administrator)
            }
            await #expect(throws: OperationFault.absent) {
                try await place.desk.close(deadLetter: id, reason: "Lagi.", by: administrator)
            }
        }
    }

    @Test(arguments: ["", String(repeating: "é", count: 501)])
    func `a letter is closed with a reason of some length`(reason: String) async throws {
        let place = try await place()
        await #expect(
            throws: OperationFault.fieldUnfit(field: "reason", expected: "1 to 500 characters")
        ) {
            try await place.desk.close(deadLetter: "m-1", reason: reason, by: administrator)
        }
    }

    @Test(arguments: Role.allCases.filter { $0 != .administrator })
    func `nobody but the site's administrator deals with dead letters`(role: Role) async throws {
        let place = try await place()
        await #expect(throws: OperationFault.notAllowed) {
            try await place.desk.redrive(deadLetter: "m-1", by: Self.actor(role))
        }
        await #expect(throws: OperationFault.notAllowed) {
            try await place.desk.close(deadLetter: "m-1", reason: "Uji.", by: Self.actor(role))
        }
        #expect(try openLetters(place) == ["m-1"])
    }
}

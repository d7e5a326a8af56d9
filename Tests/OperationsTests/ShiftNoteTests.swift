import Casework
import Operations
import Testing
import Vocabulary

/// What one shift leaves to the next.
@Suite struct ShiftNoteTests {
    private static func actor(_ name: String, _ role: Role) -> Actor {
        Actor(Account(name: name, roles: [role], passwordHash: "", mustChangePassword: false))
    }

    private let budi = Self.actor("budi", .supervisor)
    private let dodi = Self.actor("dodi", .supervisor)
    private let ani = Self.actor("ani", .interviewer)
    private let citra = Self.actor("citra", .helpdesk)

    /// A departure that was put off, with the passport still at the desk.
    private func putOff(_ place: Place) async throws -> String {
        let passport = try #require(PassportNumber("X1"))
        let referral = try await place.desk.openReferral(
            for: passport,
            flight: nil,
            reason: .control,
            by: Self.actor("bayu", .border)
        )
        #expect(try place.desk.shiftDraft().counts.referrals == 1)
        let id = try await place.desk.beginInterview(of: referral.id, .begun, by: ani)
        try await place.desk.take("lock", .viewed, in: id, seen: 2, by: ani)
        try await place.desk.take("propose", .proposed, in: id, seen: 3, by: ani)
        try await place.desk.take("read", .viewed, in: id, seen: 4, by: citra)
        try await place.desk.take("agree", .words, in: id, seen: 5, by: citra)
        return id
    }

    @Test func `the draft counts what is open, and a passport until it is back`() async throws {
        let place = try Place()
        let id = try await putOff(place)
        let draft = try place.desk.shiftDraft()
        #expect(draft.counts.referrals == 0)
        #expect(draft.checks.map(\.last.id) == [id])
        #expect(draft.passports.map(\.last.id) == [id])
        #expect(draft.counts.silentFeeds == draft.silent.count && !draft.silent.isEmpty)
        var kept = CaseContent()
        (kept.clause, kept.receipt, kept.day) = ("UU 6/2011", "T-1", place.desk.today.adding(days: 3))
        try await place.desk.take("keep-passport", kept, in: id, seen: 6, by: budi)
        try await place.desk.take("hand-slip", CaseContent(), in: id, seen: 7, by: budi)
        #expect(try place.desk.shiftDraft().passports.map(\.last.id) == [id])
        var content = CaseContent()
        content.receipt = "T-2"
        try await place.desk.take("return-passport", content, in: id, seen: 8, by: budi)
        #expect(try place.desk.shiftDraft().counts.passports == 0)
        #expect(try place.desk.shiftDraft().counts.checks == 1)
    }

    @Test func `a note holds the counts and the words, and another head of shift takes over, once`()
        async throws
    {
        let place = try Place()
        _ = try await putOff(place)
        try await place.desk.handOver("Ruang 2 tutup.", seen: nil, by: budi)
        let note = try #require(try place.desk.shiftNotes(limit: 9).first?.note)
        #expect(note.text == "Ruang 2 tutup.")
        #expect(note.counts.passports == 1)
        await #expect(throws: OperationFault.caseRefused(.sameOfficer(step: "take-over"))) {
            try await place.desk.takeOver(note.id, by: budi)
        }
        try await place.desk.takeOver(note.id, by: dodi)
        await #expect(throws: OperationFault.self) {
            try await place.desk.takeOver(note.id, by: Self.actor("eka", .supervisor))
        }
        #expect(try place.desk.shiftNotes(limit: 9).map(\.taken?.officer) == ["dodi"])
        await #expect(throws: OperationFault.absent) { try await place.desk.takeOver("x", by: dodi) }
    }

    @Test func `of two who hand over at once the second is told who was first`() async throws {
        let place = try Place()
        try await place.desk.handOver("Satu.", seen: nil, by: budi)
        await #expect(throws: OperationFault.self) {
            try await place.desk.handOver("Dua.", seen: nil, by: dodi)
        }
        let first = try #require(try place.desk.shiftNotes(limit: 9).first?.note.id)
        try await place.desk.handOver("Dua.", seen: first, by: dodi)
        #expect(try place.desk.shiftNotes(limit: 9).map(\.note.text).sorted() == ["Dua.", "Satu."])
    }

    @Test(arguments: [(4000, true), (4001, false)])
    func `words have a limit`(bytes: Int, isTaken: Bool) async throws {
        let place = try Place()
        let text = String(repeating: "a", count: bytes)
        do {
            try await place.desk.handOver(text, seen: nil, by: budi)
            #expect(isTaken)
        } catch OperationFault.fieldUnfit {
            #expect(!isTaken)
        }
    }
}

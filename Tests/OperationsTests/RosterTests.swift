import Casework
import Intake
import Operations
import SiteStore
import Testing
import Vocabulary

/// Shifts, and the talks that chance draws in them.
@Suite struct RosterTests {
    private func shift(_ place: Place, slots: Int = 40, expected: Int = 2, isPartnerOnDuty: Bool = false)
        -> Shift
    {
        let now = place.desk.now()
        return Shift(
            opensAt: now.adding(seconds: -60),
            closesAt: now.adding(seconds: 20 * 3600),
            interviewers: 2,
            slots: slots,
            expected: expected,
            isPartnerOnDuty: isPartnerOnDuty
        )
    }

    private func list() -> [UInt8] {
        let segments = [
            "UNB+UNOA:4+GA+IDIMI+260301:0700+1", "UNH+1+PAXLST:D:12B:UN:IATA+GA820/260301", "BGM+745",
            "TDT+20+GA820", "LOC+125+CGK", "DTM+189:2603012340:201", "LOC+87+HKG", "DTM+232:2603020500:201",
            "NAD+FL+++REKAAN:BUDI", "DTM+329:900701", "NAT+2+IDN", "DOC+P+X1", "LOC+91+IDN",
            "NAD+FL+++REKAAN:ANAK", "DTM+329:150701", "NAT+2+IDN", "DOC+P+X2", "LOC+91+IDN", "UNT+17+1",
            "UNZ+1+1",
        ]
        return Array(segments.map { $0 + "'" }.joined().utf8)
    }

    private func drawn(_ place: Place) async throws -> RandomDraw {
        // Everybody who may be drawn is: forty slots of which five per cent, for two people.
        try await place.desk.set(shift(place), by: .operatorConsole)
        _ = try await place.desk.receive(list(), name: "list.edi", by: .operatorConsole)
        return try #require(try place.desk.draws().first)
    }

    @Test func `chance draws an adult who is clear, once, with a probability that is kept`() async throws {
        let place = try Place()
        let draw = try await drawn(place)
        #expect(try place.desk.draws().map(\.passport.text) == ["X1"])
        #expect(draw.probability == 1)
        _ = try await place.desk.receive(list() + Array("\n".utf8), name: "again.edi", by: .operatorConsole)
        #expect(try place.desk.draws().count == 1)
    }

    @Test func `declining leaves nothing behind`() async throws {
        let place = try Place()
        let draw = try await drawn(place)
        try await place.desk.answer(draw: draw.id, isWilling: false, by: .operatorConsole)
        #expect(try place.desk.draws().isEmpty)
        // The next list of the flight asks nobody again.
        _ = try await place.desk.receive(list() + Array("\n".utf8), name: "again.edi", by: .operatorConsole)
        #expect(try place.desk.draws().isEmpty)
        let left = try place.store.read { reads in
            (
                try reads.events(about: .sample(draw.passport)).count,
                try reads.referrals(for: draw.passport).count
            )
        }
        #expect(left == (0, 0))
    }

    @Test func `agreeing leads to a talk that looks like any other until the own view stands`() async throws {
        let place = try Place()
        let draw = try await drawn(place)
        try await place.desk.answer(draw: draw.id, isWilling: true, by: .operatorConsole)
        let referral = try #require(try place.store.read { try $0.referrals(for: draw.passport).first })
        #expect(referral.codes == ["R00"])
        let ani = Actor(
            Account(name: "ani", roles: [.interviewer], passwordHash: "", mustChangePassword: false)
        )
        let id = try await place.desk.beginInterview(of: referral.id, .begun, by: ani)
        let history = try place.desk.history(of: id, by: ani)
        #expect(history.opening.probability == 1)
        await #expect(throws: OperationFault.absent) {
            try await place.desk.answer(draw: draw.id, isWilling: true, by: .operatorConsole)
        }
    }

    @Test func `after the departure nobody is drawn, and the retention takes what is left`() async throws {
        let place = try Place()
        _ = try await drawn(place)
        place.advance(seconds: 18 * 3600)
        #expect(try place.desk.draws().isEmpty)
        #expect(try await place.desk.runRetention(by: .system)[.draw] == 1)
    }

    @Test func `a shift that has begun keeps its seed, so that nobody chooses whom it draws`() async throws {
        let place = try Place()
        let shift = shift(place)
        try await place.desk.set(shift, by: .operatorConsole)
        let seed = try place.desk.rosters().first?.seed
        try await place.desk.set(shift, by: .operatorConsole)
        #expect(try place.desk.rosters().map(\.seed) == [seed])
    }

    @Test func `a shift is one that a post can have`() async throws {
        let place = try Place()
        let unfit = shift(place, slots: -1)
        await #expect(throws: OperationFault.self) { try await place.desk.set(unfit, by: .operatorConsole) }
    }

    @Test func `interviews that are held count against the capacity`() async throws {
        let place = try Place()
        #expect(try place.desk.capacity() == nil)
        let draw = try await drawn(place)
        try await place.desk.answer(draw: draw.id, isWilling: true, by: .operatorConsole)
        let referral = try #require(try place.store.read { try $0.referrals(for: draw.passport).first })
        let ani = Actor(
            Account(name: "ani", roles: [.interviewer], passwordHash: "", mustChangePassword: false)
        )
        _ = try await place.desk.beginInterview(of: referral.id, .begun, by: ani)
        let capacity = try #require(try place.desk.capacity())
        #expect(capacity == (1, 2))
    }

    @Test func `shifts of a post don't overlap`() async throws {
        let place = try Place()
        try await place.desk.set(shift(place), by: .operatorConsole)
        let now = place.desk.now()
        let second = Shift(
            opensAt: now.adding(seconds: 3600),
            closesAt: now.adding(seconds: 7200),
            interviewers: 1,
            slots: 1,
            expected: 1,
            isPartnerOnDuty: false
        )
        await #expect(throws: OperationFault.self) { try await place.desk.set(second, by: .operatorConsole) }
    }
}

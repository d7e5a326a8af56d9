import Operations
import SiteStore
import Testing
import Vocabulary

@Suite struct EraseTests {
    private let nik = "9904015702950001"

    /// A worker with two passports of theirs, and another person whose passport a placement names by mistake.
    private func place() async throws -> Place {
        let place = try Place()
        let report = try await place.load([
            "workers.csv": """
            placement_id,nik,name,born_on,passport_no,status
            PL-1,\(nik),REKAAN SATU,1995-02-17,X1,registered
            PL-2,\(nik),REKAAN SATU,1995-02-17,X3,registered
            PL-3,,REKAAN TIGA,1991-01-01,X9,registered
            PL-4,\(nik),REKAAN SATU,1995-02-17,X9,registered

            """,
            "passports.csv": """
            passport_no,nik,name,born_on,issued_on,expires_on,previous_no,status
            X1,\(nik),REKAAN SATU,1995-02-17,2024-01-01,2034-01-01,X0,issued
            X3,9904014205910002,REKAAN DUA,1991-05-02,2024-01-01,2034-01-01,,issued

            """,
            "crossings.csv": """
            crossing_id,passport_no,direction,at,checkpoint,destination
            C-1,X0,exit,2020-01-01T08:00:00+07:00,TPI-A-CGK,HKG
            C-3,X3,exit,2020-01-01T08:00:00+07:00,TPI-A-CGK,HKG

            """,
        ])
        #expect(report.refused == 0)
        return place
    }

    private func isKnown(_ passport: String, at place: Place) throws -> Bool {
        let handle = try Handle.passport(#require(PassportNumber(passport)))
        return try place.store.read {
            try !$0.records(Placement.self, handle).isEmpty
                || !$0.records(PassportRecord.self, handle).isEmpty
                || !$0.records(Crossing.self, handle).isEmpty
        }
    }

    @Test(arguments: ["nik", "X1", "X0"])
    func `a person is erased whole, whichever of their numbers is named`(named: String) async throws {
        let place = try await place()
        let person: EntrySubject =
            named == "nik" ? .nik(try #require(NIK(nik))) : .passport(try #require(PassportNumber(named)))
        // Three placements, a passport, a crossing with the passport before it.
        #expect(try await place.desk.erase(person, basis: "surat 1", by: .operatorConsole) == 5)
        #expect(try !isKnown("X1", at: place) && !isKnown("X0", at: place))
        #expect(try place.store.verify { _, _ in }.isSound)
    }

    @Test func `whoever's passport another's file names by mistake keeps what is theirs`() async throws {
        let place = try await place()
        let person = EntrySubject.nik(try #require(NIK(nik)))
        _ = try await place.desk.erase(person, basis: "surat 1", by: .operatorConsole)
        #expect(try isKnown("X3", at: place) && isKnown("X9", at: place))
        let third = Handle.key("PL-3")
        #expect(try place.store.read { try $0.records(Placement.self, third) }.count == 1)
        let dua = try Handle.nik(#require(NIK("9904014205910002")))
        #expect(try place.store.read { try $0.records(PassportRecord.self, dua) }.count == 1)
    }

    @Test func `a notice of an authority stays when the person whom it names is erased`() async throws {
        let place = try await place()
        _ = try await place.load([
            "notices.csv": """
            notice_id,kind,value,from,until,basis,owner
            N-1,cegah,X1,2026-01-01,2027-01-01,UU 6/2011,Imigrasi

            """
        ])
        let passport = try #require(PassportNumber("X1"))
        _ = try await place.desk.erase(.passport(passport), basis: "surat 1", by: .operatorConsole)
        #expect(try place.store.read { try $0.records(Notice.self, .passport(passport)) }.count == 1)
    }

    @Test(arguments: ["", String(repeating: "x", count: 201)])
    func `an erasure needs a reference, and no more than one`(basis: String) async throws {
        let place = try await place()
        let size = try place.store.ledgerHead().size
        let person = EntrySubject.nik(try #require(NIK(nik)))
        await #expect(throws: OperationFault.self) {
            try await place.desk.erase(person, basis: basis, by: .operatorConsole)
        }
        #expect(try place.store.ledgerHead().size == size)
    }

    @Test func `nothing is written where nothing is held`() async throws {
        let place = try await place()
        let size = try place.store.ledgerHead().size
        await #expect(throws: OperationFault.absent) {
            try await place.desk.erase(
                .passport(#require(PassportNumber("X77"))),
                basis: "surat 1",
                by: .operatorConsole
            )
        }
        #expect(try place.store.ledgerHead().size == size)
    }

    // MARK: Retention

    private static let list = """
        departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind
        2026-03-01T10:00:00+07:00,GA,GA820,CGK,HKG,X7,REKAAN TUJUH,1990-02-12,IDN,work

        """

    private func received() async throws -> Place {
        let place = try Place()
        _ = try await place.load(["workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n"])
        _ = try await place.desk.receive(Array(Self.list.utf8), name: "a", by: .operatorConsole)
        #expect(try place.desk.referrals(on: place.desk.today).count == 1)
        return place
    }

    @Test func `what was screened and referred is erased once its time after departure is over, not before`()
        async throws
    {
        let place = try await received()
        let size = try place.store.ledgerHead().size
        // Received at 8.00, departing at 10.00: kept for 210 days after.
        place.advance(seconds: 210 * 86_400 + 2 * 3600 - 1)
        #expect(try await place.desk.runRetention(by: .system).isEmpty)
        #expect(try place.store.ledgerHead().size == size)
        place.advance(seconds: 1)
        #expect(try place.desk.dueForRetention() == [.screening: 1])
        #expect(try await place.desk.runRetention(by: .system) == [.screening: 1])
        place.advance(seconds: 86_400)
        #expect(try await place.desk.runRetention(by: .system) == [.referral: 1])
        #expect(try await place.desk.runRetention(by: .system).isEmpty)
        let day = try #require(Day("2026-03-01"))
        #expect(try place.desk.referrals(on: day).isEmpty)
        #expect(try place.store.verify { _, _ in }.isSound)
    }

    @Test func `whoever was only advised is gone within 24 hours of departure`() async throws {
        let place = try Place()
        _ = try await place.load(["workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n"])
        // The registry fell silent, so nothing can be answered.
        place.advance(seconds: 0)
        let feeds = "feed,owner,complete_until,state\nworkers,BP3MI,2026-01-01,down\n"
        _ = try await place.load(["feeds.csv": feeds])
        _ = try await place.desk.receive(Array(Self.list.utf8), name: "a", by: .operatorConsole)
        place.advance(seconds: 26 * 3600)
        #expect(try await place.desk.runRetention(by: .system) == [.advice: 1])
    }
}

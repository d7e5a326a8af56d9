import Exchange
import Operations
import SiteStore
import Testing
import Vocabulary

@Suite struct PassTests {
    private let desk = Actor(
        Account(name: "citra", roles: [.helpdesk], passwordHash: "scrypt$", mustChangePassword: false)
    )
    private static let bornOn = Day(year: 1995, month: 2, day: 17)
    private static let header =
        "placement_id,nik,name,born_on,passport_no,scheme,destination,visa_kind,visa_no,visa_until,contract_from,"
        + "contract_until,medical_until,insurance_no,insurance_until,competence_no,marital_statement,"
        + "family_permission,placement_agreement_no,status\n"

    private static func worker(
        visa: String = "V1",
        visaUntil: String = "2028-01-01",
        medical: String = "2026-12-01",
        family: String = "yes"
    ) -> String {
        header
            + "PL-1,9904015702950001,REKAAN SATU,1995-02-17,X1,ptop,HKG,work,\(visa),\(visaUntil),2026-01-01,"
            + "2028-01-01,\(medical),I1,2028-01-01,K1,yes,\(family),P1,signed\n"
    }

    private static let tables = [
        "passports.csv": """
        passport_no,nik,name,born_on,issued_on,expires_on,status
        X1,9904015702950001,REKAAN SATU,1995-02-17,2024-01-01,2034-01-01,issued
        X2,9904015702950002,REKAAN DUA,1995-02-17,2024-01-01,2034-01-01,issued

        """
    ]

    private func place(_ workers: String = worker()) async throws -> Place {
        let place = try Place()
        #expect(try await place.load(Self.tables.merging(["workers.csv": workers]) { $1 }).refused == 0)
        return place
    }

    private func number(_ text: String = "X1") throws -> PassportNumber { try #require(PassportNumber(text)) }

    private func issue(_ place: Place, _ passport: String = "X1") async throws -> StandingPass {
        try await place.desk.issuePass(number(passport), bornOn: #require(Self.bornOn), by: desk)
    }

    private func file(_ place: Place, _ passport: String = "X1") async throws -> PassFile {
        try await place.desk.passFile(number(passport), bornOn: #require(Self.bornOn), by: desk)
    }

    private func read(_ text: String, _ place: Place, beside passport: String? = nil) throws -> PassReading? {
        let born = try #require(Self.bornOn)
        let document = passport.flatMap { PassportNumber($0) }.map { (number: $0, bornOn: born) }
        guard case .pass(let reading) = try place.desk.reading(of: text, beside: document) else { return nil }
        return reading
    }

    @Test func `a complete placement has a pass of ninety days, bound to its document`() async throws {
        let place = try await place()
        let pass = try await issue(place)
        #expect(pass.state == .active && pass.issued.from == place.desk.today)
        #expect(pass.issued.from.days(until: pass.issued.until) == 89)
        let reading = try #require(try read(pass.issued.text, place, beside: "X1"))
        #expect(reading.state == .active && reading.holder == .same && reading.speaksForHolder)
        #expect(reading.issuer == nil && reading.listing == .own)
        #expect(try read(pass.issued.text, place, beside: "X2")?.holder == .other)
    }

    @Test func `a pass never outlasts visa or contract`() async throws {
        let place = try await place(Self.worker(visaUntil: "2026-03-20"))
        #expect(try await issue(place).issued.until == Day("2026-03-20"))
        #expect(try await file(place).passes.map(\.state) == [.active])
        place.advance(seconds: 10 * 86_400)
        #expect(try await file(place).passes.map(\.state) == [.expiring])
        // A new one would hold no longer: what was printed stays good.
        _ = try await issue(place)
        #expect(try await file(place).passes.map(\.voidFor) == [nil])
    }

    @Test(arguments: [
        PassTests.worker(visa: "no", visaUntil: ""), PassTests.worker(medical: "no"),
        PassTests.worker(medical: "2026-02-01"), PassTests.worker(family: "no"),
    ])
    func `a placement that lacks a paper has none`(workers: String) async throws {
        let place = try await place(workers)
        await #expect(throws: OperationFault.passRefused) { try await issue(place) }
        let file = try await file(place)
        #expect(file.standing.state == .incomplete && file.standing.missing.count == 1)
    }

    @Test func `who has no placement, or another birth date, is refused in the same words`() async throws {
        let place = try await place()
        await #expect(throws: OperationFault.passRefused) { try await issue(place, "X2") }
        await #expect(throws: OperationFault.passRefused) { try await issue(place, "X77") }
        await #expect(throws: OperationFault.passRefused) {
            try await place.desk.issuePass(number(), bornOn: #require(Day("1995-02-18")), by: desk)
        }
        #expect(try place.store.ledgerHead().size == 3)
    }

    @Test func `who asks again is given the same pass, and a new one when it is about to end`() async throws {
        let place = try await place()
        let first = try await issue(place)
        #expect(try await issue(place).issued == first.issued)
        place.advance(seconds: 80 * 86_400)
        #expect(try read(first.issued.text, place)?.state == .expiring)
        let next = try await issue(place)
        #expect(next.issued.number != first.issued.number)
        #expect(try read(first.issued.text, place)?.state == .void)
        #expect(try await file(place).passes.map(\.voidFor) == [nil, .renewed])
    }

    @Test func `a later record that lacks a paper makes the pass void, and a later one a new pass`()
        async throws
    {
        let place = try await place()
        let first = try await issue(place)
        _ = try await place.load(["workers.csv": Self.worker(visa: "no", visaUntil: "")])
        #expect(try read(first.issued.text, place, beside: "X1")?.state == .void)
        #expect(try await file(place).passes.map(\.voidFor) == [.incomplete])
        _ = try await place.load(["workers.csv": Self.worker()])
        #expect(try read(first.issued.text, place)?.state == .void)
        #expect(try await issue(place).state == .active)
    }

    @Test func `every pass that fell is found without anybody asking`() async throws {
        let place = try await place()
        let pass = try await issue(place)
        #expect(try await place.desk.revokeIncompletePasses(by: .system) == 0)
        _ = try await place.load(["workers.csv": Self.worker(family: "no")])
        #expect(try await place.desk.revokeIncompletePasses(by: .system) == 1)
        #expect(try await place.desk.revokeIncompletePasses(by: .system) == 0)
        let keys = try place.store.passTrust().own
        let list = try PassRevocations(try place.desk.passList(), keys: keys)
        #expect(list.names(pass.issued.number.mark) && list.marks.count == 1)
    }

    @Test func `a departure uses a pass up, and the next one has a new number`() async throws {
        let place = try await place()
        let pass = try await issue(place)
        place.advance(seconds: 86_400)
        _ = try await place.load([
            "crossings.csv": "crossing_id,passport_no,direction,at,checkpoint\n"
                + "C1,X1,exit,2026-03-02T10:00:00+07:00,TPI-A-CGK\n"
        ])
        #expect(try read(pass.issued.text, place, beside: "X1")?.state == .used)
        let next = try await issue(place)
        #expect(next.issued.number != pass.issued.number && next.issued.from == Day("2026-03-03"))
        #expect(try read(next.issued.text, place, beside: "X1")?.state == .active)
        place.advance(seconds: 86_400)
        #expect(try await file(place).passes.map(\.state) == [.active, .void])
    }

    @Test func `the desk takes a pass back once`() async throws {
        let place = try await place()
        let pass = try await issue(place)
        try await place.desk.revokePass(pass.issued.number, for: .asked, by: desk)
        try await place.desk.revokePass(pass.issued.number, for: .mistaken, by: desk)
        #expect(try await file(place).passes.map(\.voidFor) == [.asked])
        let unknown = try #require(PassNumber(bytes: [UInt8](repeating: 9, count: 10)))
        await #expect(throws: OperationFault.absent) {
            try await place.desk.revokePass(unknown, for: .asked, by: desk)
        }
    }

    @Test func `erasing a person takes the pass back`() async throws {
        let place = try await place()
        let pass = try await issue(place)
        _ = try await place.desk.erase(.passport(number()), basis: "permintaan 1", by: .operatorConsole)
        #expect(try read(pass.issued.text, place)?.state == .void)
        #expect(try place.store.read { try $0.passes(for: number()) }.isEmpty)
    }

    @Test func `another site knows the pass by key and list alone, without any record`() async throws {
        let ministry = try await place()
        let pass = try await issue(ministry)
        let border = try Place()
        #expect(try border.desk.reading(of: pass.issued.text) == .fault(.unknownKey))
        try border.store.trustPassKeys(ministry.store.passTrust().own.map(\.line))
        let bare = try #require(try read(pass.issued.text, border, beside: "X1"))
        #expect(bare.speaksForHolder && bare.listing == .absent && bare.issuer != nil)
        try await ministry.desk.revokePass(pass.issued.number, for: .asked, by: desk)
        try border.store.takePassList(ministry.desk.passList())
        #expect(try read(pass.issued.text, border, beside: "X1")?.state == .void)
        border.advance(seconds: 86_400)
        guard case .old = try read(pass.issued.text, border)?.listing else {
            Issue.record("an old list is told as such")
            return
        }
    }

    @Test func `a slip's proof tells its day and site, here and elsewhere`() async throws {
        let place = try Place()
        let code = "0123-4567-89AB-CDEF"
        let text = try #require(try place.desk.slipProof(code: code, departsOn: place.desk.today))
        #expect(try place.desk.reading(of: text) == .slip(departsOn: place.desk.today, issuer: nil))
        let other = try Place()
        #expect(try other.desk.reading(of: text) == .fault(.unknownKey))
        #expect(try place.desk.reading(of: String(text.dropLast())) == .fault(.unreadable))
        #expect(Desk.isPaper(text) && !Desk.isPaper("X1"))
    }
}

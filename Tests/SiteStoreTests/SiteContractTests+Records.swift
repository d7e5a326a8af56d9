import Operations
import Testing
import Vocabulary

/// What every store of a site promises to Operations.
@Suite struct SiteContractTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreUnderTest.allCases)
    func `a record is found by each of its handles and by its key`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let all = (1...20).map { placement($0) }
        let count = try await site.load(all.map { RecordChange($0) }, by: "intake", at: noon)
        #expect(count.added == 20 && count.changed == 0 && count.unchanged == 0)
        try site.read { reads throws in
            for record in all {
                for handle in record.handles + [.key(record.key)] {
                    let found = try reads.records(Placement.self, handle)
                    #expect(found.contains(record))
                    // Words of a name lead to others as well, a number or a whole name to one.
                    if case .wordAndBirth = handle { continue }
                    if case .nameAndYear = handle { continue }
                    #expect(found.count == 1)
                }
            }
            #expect(try reads.records(Placement.self, .key("PMI-0")).isEmpty)
            #expect(try reads.records(Booking.self, .passport(PassportNumber("X1").orThrow())).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `records that share a handle come in order of their keys`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let passport = try PassportNumber("X7").orThrow()
        let bookings = ["b", "Z", "é", "a1", "a"].map { locator in
            var booking = Booking()
            booking.locator = locator
            booking.passportNumber = passport
            return booking
        }
        _ = try await site.load(bookings.map { RecordChange($0) }, by: "intake", at: noon)
        let found = try site.read { try $0.records(Booking.self, .passport(passport)) }
        #expect(found.map(\.locator) == ["Z", "a", "a1", "b", "é"])
        #expect(try site.read { try $0.records(Booking.self, limit: 9) } == found)
        #expect(try site.read { try $0.records(Booking.self, limit: 2) }.count == 2)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `loading the same rows twice changes nothing`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let rows = (1...10).map { RecordChange(placement($0)) }
        _ = try await site.load(rows, by: "intake", at: noon)
        let before = try site.ledgerHead()
        let again = try await site.load(rows, by: "intake", at: noon.adding(seconds: 60))
        let after = try site.ledgerHead()
        #expect(again.unchanged == 10 && again.added == 0 && again.changed == 0)
        #expect(after.size == before.size && after.root == before.root && after.lastAt == noon)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a changed row takes the place of the earlier one, which the ledger keeps`(
        store: StoreUnderTest
    ) async throws {
        let site = try store.open(folder)
        _ = try await site.load(
            [RecordChange(placement(1)), RecordChange(placement(2))],
            by: "intake",
            at: noon
        )
        var changed = placement(1)
        changed.holder.passportNumber = .given(try PassportNumber("NEW1").orThrow())
        let count = try await site.load([RecordChange(changed)], by: "intake", at: noon.adding(seconds: 1))
        #expect(count.changed == 1 && count.added == 0)
        try site.read { reads throws in
            #expect(try reads.records(Placement.self, .passport(PassportNumber("X1").orThrow())).isEmpty)
            #expect(
                try reads.records(Placement.self, .passport(PassportNumber("NEW1").orThrow())) == [changed]
            )
            #expect(try reads.records(Placement.self, .nik(nik(1).orThrow())) == [changed])
            #expect(try reads.records(Placement.self, .nik(nik(2).orThrow())) == [placement(2)])
            let loaded = try #require(try reads.loaded(.workers))
            #expect(loaded.count == 2 && loaded.lastAt == noon.adding(seconds: 1))
        }
        #expect(try site.ledgerHead().size == 3)
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a table that never came is told from one that did`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        _ = try await site.load([RecordChange(placement(1))], by: "intake", at: noon)
        try site.read { reads throws in
            #expect(try reads.loaded(.workers)?.count == 1)
            #expect(try reads.loaded(.passports) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `what a row says beyond the known columns is kept`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        var record = placement(1)
        record.unlisted = [UnlistedCell(name: "catatan", text: "satu \"dua\"\u{1}")]
        _ = try await site.load([RecordChange(record)], by: "intake", at: noon)
        #expect(try site.read { try $0.records(Placement.self, .key(record.key)) } == [record])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `an empty site has an empty ledger`(store: StoreUnderTest) throws {
        let site = try store.open(folder)
        let head = try site.ledgerHead()
        #expect(head.size == 0 && head.folded == 0 && head.lastAt == nil)
        #expect(head.root.first == 0xE3)
    }
}

import Testing

@testable import Partner

@Suite struct TableDeltaTests {
    private let first: SealedTable
    private let second: SealedTable

    init() async throws {
        var builder = TableBuilder(key: LookUpKey(edition: InventedPeople.edition()))
        first = try await builder.build((0..<10).map(InventedPeople.row), version: 4)
        let changed = TableBuilder.Row(
            tokens: InventedPeople.person(5).owned,
            payload: InventedPeople.payload("CHANGED")
        )
        second = try await builder.build(
            (3..<12).filter { $0 != 5 }.map(InventedPeople.row) + [changed],
            version: 5
        )
    }

    @Test func theDeltaLeadsToTheWholeTable() throws {
        let delta = try TableDelta(wire: first.delta(to: second).wire)
        // Three people went, two came, one changed.
        #expect(delta.removedCount == 12)
        #expect(delta.addedCount == 9)
        var table = first
        try table.apply(delta)
        #expect(table == second)
    }

    @Test func aDeltaOfNothingChangesTheVersionOnly() throws {
        let same = try SealedTable(
            edition: first.edition,
            version: 9,
            publicKey: first.publicKey,
            rows: first.rows
        )
        let delta = try first.delta(to: same)
        #expect((delta.removedCount, delta.addedCount) == (0, 0))
        var table = first
        try table.apply(delta)
        #expect(table == same)
    }

    @Test func aDeltaThatBeginsElsewhereIsRefused() throws {
        let delta = try first.delta(to: second)
        var table = second
        #expect(throws: LookUpFault.deltaUnfit(held: 5, from: 4)) { try table.apply(delta) }
        #expect(throws: LookUpFault.deltaUnfit(held: 5, from: 4)) { try second.delta(to: first) }
    }

    @Test func aChangedDeltaIsRefusedAndLeavesTheTable() throws {
        let wire = try first.delta(to: second).wire
        for place in stride(from: 0, to: wire.count, by: 7) {
            var changed = wire
            changed[place] ^= 1
            var table = first
            #expect(throws: LookUpFault.self) { try table.apply(TableDelta(wire: changed)) }
            #expect(table == first)
        }
        #expect(throws: LookUpFault.self) { try TableDelta(wire: wire + [0]) }
        #expect(throws: LookUpFault.self) { try TableDelta(wire: wire.dropLast()) }
    }

    @Test func aRowThatIsThereAlreadyIsNotAddedAgain() throws {
        let delta = TableDelta(
            from: first,
            to: second,
            removed: [],
            added: Array(first.rows.prefix(RowSeal.length))
        )
        var table = first
        #expect(throws: LookUpFault.malformed(.delta, expected: "labels that are there, rows that are not")) {
            try table.apply(delta)
        }
    }

    @Test func aShelfTakesNoOlderTableAndNoOtherOfTheSameVersion() async throws {
        var shelf = LookUpShelf()
        try shelf.put(first, publicKey: first.publicKey)
        try shelf.put(first, publicKey: first.publicKey)
        let other = try SealedTable(
            edition: first.edition,
            version: 4,
            publicKey: first.publicKey,
            rows: second.rows
        )
        #expect(throws: LookUpFault.tableAltered) { try shelf.put(other, publicKey: first.publicKey) }
        let delta = try first.delta(to: second)
        #expect(throws: LookUpFault.tableAltered) { try shelf.apply(delta, root: first.root) }
        try shelf.apply(delta, root: second.root)
        #expect(shelf.table(of: second.edition.epoch) == second)
        #expect(throws: LookUpFault.tableRolledBack(held: 5, offered: 4)) {
            try shelf.put(first, publicKey: first.publicKey)
        }
    }
}

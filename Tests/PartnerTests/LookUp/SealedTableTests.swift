import Ledger
import Testing

@testable import Partner

@Suite struct SealedTableTests {
    private let scene: LookUpScene

    init() async throws { scene = try await LookUpScene((0..<12).map(InventedPeople.row)) }

    @Test func aFileIsReadBackAsItWasWritten() throws {
        #expect(try SealedTable(file: scene.table.file, root: scene.table.root) == scene.table)
    }

    @Test func everyPayloadIsFoundUnderEachToken() throws {
        for number in 0..<12 {
            for token in InventedPeople.person(number).owned {
                let output = try scene.key.output(of: token.bytes)
                #expect(try scene.table.payloads(of: output) == [InventedPeople.payload("P\(number)")])
            }
        }
        #expect(try scene.table.payloads(of: Array(repeating: 1, count: 48)).isEmpty)
    }

    @Test func oneRowInTwentyIsADummyAndAllHaveOneLength() {
        #expect(scene.table.count == 12 * 3 + 2)
        #expect(scene.table.rows.count == scene.table.count * RowSeal.length)
    }

    @Test func theRootIsThatOfTheOrdinaryTree() {
        for count in [0, 1, 2, 3, 4, 5, 8, 21, 38] {
            let header = Array("header".utf8)
            let rows = Array(scene.table.rows.prefix(count * RowSeal.length))
            var frontier = MerkleFrontier()
            header.withUnsafeBytes { _ = frontier.append(MerkleFrontier.leaf($0)) }
            for offset in stride(from: 0, to: rows.count, by: RowSeal.length) {
                rows[offset..<offset + RowSeal.length].withUnsafeBytes {
                    _ = frontier.append(MerkleFrontier.leaf($0))
                }
            }
            #expect(TableTree.root(header: header, rows: rows) == frontier.root)
        }
    }

    @Test func aChangedByteAnywhereIsRefused() {
        let file = scene.table.file
        for place in stride(from: 0, to: file.count, by: 13) {
            var changed = file
            changed[place] ^= 1
            #expect(throws: LookUpFault.self) { try SealedTable(file: changed, root: scene.table.root) }
        }
    }

    @Test func aFileThatIsShortOrLongIsRefused() {
        let file = scene.table.file
        for changed in [file.dropLast(), file + [0], Array(file.prefix(20)), []] {
            #expect(throws: LookUpFault.self) {
                try SealedTable(file: Array(changed), root: scene.table.root)
            }
        }
    }

    @Test func aRowLessIsRefused() throws {
        var less = scene.table.rows
        less.removeLast(RowSeal.length)
        let table = try SealedTable(
            edition: scene.table.edition,
            version: 1,
            publicKey: scene.key.publicKey,
            rows: less
        )
        #expect(throws: LookUpFault.tableAltered) {
            try SealedTable(file: table.file, root: scene.table.root)
        }
    }

    @Test func swappedRowsAreRefused() {
        let (length, rows) = (RowSeal.length, scene.table.rows)
        let swapped = Array(rows[length..<2 * length] + rows[..<length] + rows[(2 * length)...])
        #expect(throws: LookUpFault.malformed(.table, expected: "whole rows with ascending labels")) {
            try SealedTable(
                edition: scene.table.edition,
                version: 1,
                publicKey: scene.key.publicKey,
                rows: swapped
            )
        }
    }

    @Test func aPayloadUnderAnotherLabelIsNotOpened() throws {
        let token = InventedPeople.person(3).asked[0]
        let output = try scene.key.output(of: token.bytes)
        let label = RowSeal(output: output, edition: scene.table.edition, place: 0).label
        var rows = scene.table.rows
        let place = try #require(scene.table.row(label)).startIndex
        let other = place == 0 ? RowSeal.length : 0
        rows.replaceSubrange(
            place + RowLabel.length..<place + RowSeal.length,
            with: scene.table.rows[other + RowLabel.length..<other + RowSeal.length]
        )
        let table = try SealedTable(
            edition: scene.table.edition,
            version: 1,
            publicKey: scene.key.publicKey,
            rows: rows
        )
        #expect(throws: LookUpFault.tableAltered) { try table.payloads(of: output) }
    }

    @Test func aTableUnderAnotherKeyIsNotAskedWith() {
        let other = LookUpKey(edition: scene.table.edition)
        #expect(throws: LookUpFault.keyOfAnother) {
            try LookUpAsker(table: scene.table, publicKey: other.publicKey)
        }
    }
}

import Testing
import Vocabulary

@testable import Partner

@Suite struct TableBuilderTests {
    private let key = LookUpKey(edition: InventedPeople.edition())

    @Test func aLaterVersionEvaluatesOnlyNewTokensAndIsWhatAWholeBuildGives() async throws {
        var builder = TableBuilder(key: key)
        let first = try await builder.build((0..<10).map(InventedPeople.row), version: 1)
        #expect(builder.evaluated == 30)
        let later = (3..<12).map(InventedPeople.row)
        let second = try await builder.build(later, version: 2)
        #expect(builder.evaluated == 6)
        var anew = TableBuilder(key: key)
        #expect(try await anew.build(later, version: 2) == second)
        #expect(anew.evaluated == 27)
        #expect(second.root != first.root)
    }

    @Test func theVersionIsPartOfTheRoot() async throws {
        var builder = TableBuilder(key: key)
        let first = try await builder.build([InventedPeople.row(1)], version: 1)
        let second = try await builder.build([InventedPeople.row(1)], version: 2)
        #expect(first.rows == second.rows)
        #expect(first.root != second.root)
    }

    @Test func whatItRemembersCarriesOverARestart() async throws {
        var builder = TableBuilder(key: key)
        let rows = (0..<5).map(InventedPeople.row)
        let table = try await builder.build(rows, version: 1)
        var restarted = try TableBuilder(key: key, remembered: builder.remembered)
        #expect(try await restarted.build(rows, version: 1) == table)
        #expect(restarted.evaluated == 0)
        #expect(throws: LookUpFault.self) {
            try TableBuilder(key: key, remembered: builder.remembered.dropLast())
        }
        let other = LookUpKey(edition: InventedPeople.edition(8108))
        #expect(throws: LookUpFault.keyOfAnother) {
            try TableBuilder(key: other, remembered: builder.remembered)
        }
    }

    @Test func severalRecordsUnderOneTokenAreAllThereUnderLabelsOfTheirOwn() async throws {
        let tokens = Array(InventedPeople.person(1).owned.prefix(1))
        let rows = ["A", "B", "C", "C"].map {
            TableBuilder.Row(tokens: tokens, payload: InventedPeople.payload($0))
        }
        var builder = TableBuilder(key: key)
        let table = try await builder.build(rows, version: 1)
        let found = try table.payloads(of: key.output(of: tokens[0].bytes))
        #expect(found.map(\.reference) == ["A", "B", "C"])
        #expect(builder.evaluated == 1)
    }

    @Test func aTableOfNobodyHasADummy() async throws {
        var builder = TableBuilder(key: key)
        #expect(try await builder.build([], version: 1).count == 1)
    }

    @Test func aPayloadThatDoesNotFitIsNone() {
        let long = String(repeating: "x", count: LookUpPayload.textLimit)
        #expect(LookUpPayload(category: "a", reference: long, validFrom: nil, validUntil: nil) == nil)
        #expect(LookUpPayload(category: "", reference: "P1", validFrom: nil, validUntil: nil) == nil)
        let fits = String(long.dropLast())
        #expect(
            LookUpPayload(category: "a", reference: fits, validFrom: nil, validUntil: nil)?.plain.count == 64
        )
    }
}

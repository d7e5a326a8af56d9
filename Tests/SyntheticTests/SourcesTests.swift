import Testing
import Vocabulary

@testable import Synthetic

@Suite struct SourcesTests {
    @Test(arguments: SyntheticSources.fileNames)
    func `a missing table is named`(name: String) {
        var tables = InventedNation.tables
        tables[name] = nil
        #expect(throws: SyntheticError.missingTable(name: name)) { try SyntheticSources(files: tables) }
    }

    @Test(arguments: SyntheticSources.fileNames)
    func `a table without its columns is named`(name: String) {
        var tables = InventedNation.tables
        tables[name] = Array("nothing\n".utf8)
        #expect(throws: SyntheticError.self) { try SyntheticSources(files: tables) }
    }

    @Test func `a quoted cell keeps its comma`() throws {
        let table = ReferenceTable("t.csv", bytes: Array("a,b\n\"x,y\",z\n1\n".utf8))
        #expect(try table.columns("b", "a") == [["z", "x,y"], ["", "1"]])
    }

    @Test func `weights decide how often a value is drawn`() {
        var weighted = Weighted<String>()
        weighted.add("often", weight: 9)
        weighted.add("never", weight: 0)
        weighted.add("seldom", weight: 1)
        var chance = Chance(seed: 1, purpose: 1)
        var counts: [String: Int] = [:]
        for _ in 0..<1000 { counts[weighted.draw(&chance) ?? "", default: 0] += 1 }
        #expect(counts["never"] == nil)
        #expect((850...950).contains(counts["often", default: 0]))
    }

    @Test func `every place of a route and of an onward flight is in the reference tables`() throws {
        var known: Set<String> = []
        for file in ["airports.csv", "unlocode.csv", "checkpoints.csv"] {
            for line in try InventedNation.reference(file).split(separator: 0x0A) {
                known.insert(String(decoding: line.prefix { $0 != 0x2C }, as: UTF8.self))
            }
        }
        known.formUnion(try SyntheticSources(files: InventedNation.tables).checkpoints.map(\.place))
        let routes = RouteMap(sources: try SyntheticSources(files: InventedNation.tables), people: 100_000)
        let places =
            routes.routes.flatMap { $0.legs.flatMap { [$0.from, $0.to] } } + RouteMap.onward.map(\.2)
        for place in places { #expect(known.contains(place), "\(place) is in no table") }
    }

    @Test func `every destination of the statistics can be reached`() throws {
        let sources = try SyntheticSources(files: InventedNation.tables)
        let routes = RouteMap(sources: sources, people: 100_000)
        #expect(routes.routes.count == RouteMap.flights.count + RouteMap.crossings.count)
        for destination in sources.destinations.values { #expect(routes.reaches(destination)) }
    }
}

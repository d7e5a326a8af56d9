import Synthetic
import Testing
import Vocabulary

@Suite struct ListTests {
    private static let lists = InventedNation.files.filter { $0.path.hasPrefix("manifests/") }

    /// The segments of a list, its terminator found as a reader would.
    private func segments(_ bytes: [UInt8]) -> [String] {
        let text = String(decoding: bytes, as: UTF8.self)
        let terminator: Character = text.hasPrefix("UNA") ? Array(text)[8] : "'"
        let body = text.hasPrefix("UNA") ? String(text.dropFirst(9)) : text
        return body.split(separator: terminator).map { segment in
            String(segment.drop { $0 == "\n" || $0 == "\r\n" })
        }.filter { !$0.isEmpty }
    }

    @Test func `a list declares the segments and people that it holds`() throws {
        for list in Self.lists where list.path.hasSuffix(".edi") {
            var count = 0
            var people = 0
            for segment in segments(list.bytes) {
                if segment.hasPrefix("UNH") { (count, people) = (0, 0) }
                count += 1
                if segment.hasPrefix("NAD+FL") || segment.hasPrefix("NAD+FM") { people += 1 }
                if segment.hasPrefix("CNT") { #expect(segment.dropFirst(7) == "\(people)") }
                if segment.hasPrefix("UNT") {
                    #expect(segment.dropFirst(4).prefix { $0 != "+" } == "\(count)")
                }
            }
            #expect(people > 0)
        }
    }

    @Test func `carriers write in every manner, in parts too`() {
        var versions: Set<String> = []
        for list in Self.lists where list.path.hasSuffix(".edi") {
            for segment in segments(list.bytes) where segment.hasPrefix("UNH") {
                versions.insert(segment.split(separator: "+")[2].split(separator: ":")[2].description)
            }
        }
        #expect(versions == ["02B", "05B", "12B", "15B"])
    }

    @Test func `the truth names the people of the lists in their order`() {
        var named: [String: [String]] = [:]
        for row in InventedNation.records("truth.csv") where row["kind"] == "departure" {
            named[row["file"] ?? "", default: []].append(row["passport"] ?? "")
        }
        for list in Self.lists where list.path.hasSuffix(".edi") {
            let numbers = segments(list.bytes).filter { $0.hasPrefix("DOC") }.map { segment in
                segment.split(separator: "+", omittingEmptySubsequences: false).last.map(String.init) ?? ""
            }
            #expect(named[list.path] == numbers)
        }
        for list in Self.lists where list.path.hasSuffix(".csv") {
            #expect(named[list.path]?.count == InventedNation.rows(list.path).count - 1)
        }
    }

    @Test func `no two lists of a day have the same name and number`() {
        #expect(Set(Self.lists.map(\.path)).count == Self.lists.count)
        var seen: Set<String> = []
        for row in InventedNation.records("truth.csv") where row["kind"] == "departure" {
            let place = ["flight", "departs_on", "person", "passport"].map { row[$0] ?? "" }
            #expect(seen.insert(place.joined(separator: " ")).inserted)
        }
    }

    @Test func `a day is played in the order of its departures`() throws {
        let day = DayOfDepartures(day: InventedNation.day, paths: InventedNation.files.map(\.path).reversed())
        let folder = "manifests/\(InventedNation.day)/"
        #expect(day.lists.count == Self.lists.filter { $0.path.hasPrefix(folder) }.count)
        #expect(day.lists.map(\.departsAt) == day.lists.map(\.departsAt).sorted())
        #expect(
            try #require(day.lists.first).path.contains(
                day.lists[0].departsAt.description.suffix(5).prefix(2)
            )
        )
    }

    @Test func `a path that is no list of the day is passed over`() {
        let paths = [
            "workers.csv", "manifests/1990-01-01/0830-GA1.edi", "manifests/\(InventedNation.day)/late.edi",
        ]
        #expect(DayOfDepartures(day: InventedNation.day, paths: paths).lists.isEmpty)
    }
}

import Synthetic
import Testing
import Vocabulary

@Suite struct NationTests {
    private func bytes(seed: UInt64) throws -> [UInt8] {
        let sources = try SyntheticSources(files: InventedNation.tables)
        let nation = Nation(seed: seed, people: 250, day: InventedNation.day, sources: sources)
        return InventedNation.gathered(nation).flatMap { Array($0.path.utf8) + $0.bytes }
    }

    @Test func `the same seed gives the same bytes and another seed gives others`() throws {
        let first = try bytes(seed: 3)
        #expect(try bytes(seed: 3) == first)
        #expect(try bytes(seed: 4) != first)
    }

    @Test func `every file of an office is there, and the lists of three days`() {
        let paths = InventedNation.files.map(\.path)
        for kind in RecordKind.allCases { #expect(paths.contains(kind.rawValue + ".csv")) }
        #expect(paths.contains("truth.csv"))
        for offset in -1...1 {
            let folder = "manifests/\(InventedNation.day.adding(days: offset))/"
            #expect(paths.contains { $0.hasPrefix(folder) && $0.hasSuffix(".edi") })
        }
        #expect(paths.contains { $0.hasPrefix("manifests/") && $0.hasSuffix(".csv") })
    }

    private func readsBack<Record: OfficeRecord>(_ kind: Record.Type) -> Bool {
        let rows = InventedNation.rows(Record.kind.rawValue + ".csv")
        guard rows.count > 1, rows[0] == Record.columns.map(\.name) else { return false }
        var keys: Set<String> = []
        // Five hundred rows of each table tell as much as all of them.
        for row in rows.dropFirst().prefix(500) {
            guard row.count == Record.columns.count else { return false }
            var record = Record()
            for (column, text) in zip(Record.columns, row) where !text.isEmpty {
                let isRead = Array(text.utf8).withUnsafeBufferPointer {
                    column.read(Cell(bytes: $0), &record)
                }
                var written: [UInt8] = []
                column.write(record, &written)
                guard isRead, written == Array(text.utf8) else { return false }
            }
            guard !record.key.isEmpty, keys.insert(record.key).inserted else { return false }
        }
        return true
    }

    @Test func `every row reads back by its columns and has a key of its own`() {
        #expect(readsBack(Placement.self))
        #expect(readsBack(PassportRecord.self))
        #expect(readsBack(Crossing.self))
        #expect(readsBack(Booking.self))
        #expect(readsBack(Notice.self))
        #expect(readsBack(Outcome.self))
        #expect(readsBack(Agency.self))
        #expect(readsBack(JobOrder.self))
        #expect(readsBack(Feed.self))
    }

    @Test func `a NIK states birth date and sex of its holder, and a serial number that nobody has`() throws {
        var contradictions = 0
        for row in InventedNation.records("workers.csv") {
            let digits = try #require(row["nik"])
            let born = try #require(row["born_on"].flatMap { Day($0) }).date
            let day = born.day + (row["sex"] == "F" ? 40 : 0)
            let date = day * 10_000 + born.month * 100 + born.year % 100
            if Int(digits.dropFirst(6).prefix(6)) != date { contradictions += 1 }
            #expect(try #require(Int(digits.suffix(4))) >= 9000)
            #expect(row["village_code"]?.utf8.count == 10)
        }
        // The altered birth date and the day slip, once each.
        #expect(contradictions == 2)
    }

    @Test func `nobody has another's NIK, and a file without person names none`() throws {
        var holders: [String: String] = [:]
        for row in InventedNation.records("passports.csv") {
            guard let nik = row["nik"], !nik.isEmpty, let born = row["born_on"] else { continue }
            if let other = holders[nik], other != born { continue }
            holders[nik] = born
        }
        let workers = InventedNation.records("workers.csv").map { $0["nik"] ?? "" }
        #expect(Set(workers).count == workers.count)
        #expect(holders.count > workers.count)
    }
}

import Intake
import Testing
import Vocabulary

/// Numbers from a seed (SplitMix64), so that a failure can be repeated.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Changes, drops, doubles and cuts bytes.
enum Damage {
    static let odd: [UInt8] =
        Array("'\"+:?,;/\r\n<UNABHTZ0123456789 ".utf8) + [0, 2, 3, 12, 9, 0x80, 0xC3, 0xFF]

    static func done(to bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...12, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &numbers)
            let byte = odd.randomElement(using: &numbers) ?? 0
            switch Int.random(in: 0...5, using: &numbers) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(byte, at: place)
            case 2: bytes.removeSubrange(place...)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(60), at: 0)
            default: bytes[place] = byte
            }
        }
        return bytes
    }
}

/// Whatever happens to a file, reading ends, and what is told points into the file.
@Suite struct DamageTests {
    private static let today = Day(number: 20_513)
    private static let table = """
        placement_id,nik,name,sex,born_on,employer,catatan
        PL-1,\("990101" + "5703950001"),SITI CONTOH,F,1995-03-17,"PT ""A"", Tbk",x
        PL-2,,BUDI,M,30-02-1990,"dua
        baris",

        """
    private static let manifest = """
        departs_at,carrier,route_no,from,to,passport_no,name,mrz1,mrz2
        2026-03-01T09:30:00+07:00,A,F1,IDBTH,SGSIN,X9000001,SITI,\(ZoneReaderTests.names),\(ZoneReaderTests.second())

        """
    private static let message =
        "UNA:+.? '\r\n" + PassengerListTests.join(PassengerListTests.segments, "'\r\n")
    private static let records = PassengerListTests.join(NameRecordsTests.segments, "'\n")
    private static let zones = ZoneReaderTests.names + "\n" + ZoneReaderTests.second() + "\n\n"

    private func lines(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A || $0 == 0x0D } + 1 }

    @Test func `a damaged table is read to its end and every line told is in it`() {
        var numbers = SeededNumbers(state: 1)
        for _ in 0..<1500 {
            let bytes = Damage.done(to: Array(DamageTests.table.utf8), &numbers)
            let (records, diagnostics) = RecordReader<Placement>.read(bytes)
            let count = lines(bytes)
            #expect(records.allSatisfy { (1...count).contains($0.line) && !$0.record.key.isEmpty })
            #expect(diagnostics.allSatisfy { (1...count).contains($0.at) })
        }
    }

    @Test func `chunks of any size give the same rows`() {
        var numbers = SeededNumbers(state: 2)
        for _ in 0..<200 {
            let bytes = Damage.done(to: Array(DamageTests.table.utf8), &numbers)
            let (whole, told) = RecordReader<Placement>.read(bytes)
            var reader = RecordReader<Placement>()
            var records: [Placement] = []
            var diagnostics: [Diagnostic] = []
            var position = 0
            repeat {
                let end = min(position + Int.random(in: 1...40, using: &numbers), bytes.count)
                Array(bytes[position..<end]).withUnsafeBufferPointer { chunk in
                    reader.feed(
                        chunk,
                        isLast: end == bytes.count,
                        record: { records.append($1) },
                        diagnostic: { diagnostics.append($0) }
                    )
                }
                position = end
            } while position < bytes.count
            #expect(records == whole.map(\.record))
            #expect(diagnostics == told)
        }
    }

    @Test func `a damaged manifest is read to its end`() {
        var numbers = SeededNumbers(state: 3)
        for _ in 0..<500 {
            let bytes = Damage.done(to: Array(DamageTests.manifest.utf8), &numbers)
            let lists = ManifestReader.read(bytes, source: "m.csv", on: DamageTests.today)
            let count = lines(bytes)
            #expect(lists.flatMap(\.heading.diagnostics).allSatisfy { (1...count).contains($0.at) })
        }
    }

    @Test(arguments: [message, records])
    func `a damaged message is read to its end and every offset told is in it`(message: String) {
        var numbers = SeededNumbers(state: 4)
        for _ in 0..<1500 {
            let bytes = Damage.done(to: Array(message.utf8), &numbers)
            let readings = MessageReader.read(bytes, source: "m.edi", on: DamageTests.today)
            #expect(!readings.isEmpty)
            #expect(readings.flatMap(\.diagnostics).allSatisfy { (0...bytes.count).contains($0.at) })
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["U", "UN", "UNB"])
    func `what only looks like the beginning of a message is passed over at once`(text: String) {
        let bytes = Array(String(repeating: text, count: (4 << 20) / text.utf8.count).utf8)
        let readings = MessageReader.read(bytes, source: "m.edi", on: DamageTests.today)
        #expect(readings.flatMap(\.diagnostics).map(\.code) == ["EDI-NONE"])
    }

    @Test func `damaged zones are read to their end and nothing is valid that was not`() {
        var numbers = SeededNumbers(state: 5)
        for _ in 0..<1500 {
            let bytes = Damage.done(to: Array(DamageTests.zones.utf8), &numbers)
            let zones = bytes.withUnsafeBufferPointer { ZoneReader(on: DamageTests.today).read($0) }
            for zone in zones {
                #expect(!zone.isValid || zone.format != nil)
                #expect(zone.diagnostics.allSatisfy { (0...bytes.count).contains($0.at) })
                if let mended = zone.mended {
                    #expect(ZoneReader(on: DamageTests.today).read(mended).isValid)
                }
            }
        }
    }

    @Test func `the kind of any bytes is told`() {
        var numbers = SeededNumbers(state: 6)
        for _ in 0..<1000 {
            let count = Int.random(in: 0...300, using: &numbers)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &numbers)
                    ? UInt8.random(in: 0...255, using: &numbers)
                    : Damage.odd.randomElement(using: &numbers) ?? 0
            }
            _ = bytes.withUnsafeBufferPointer { FileKind(prefix: $0) }
            _ = RecordReader<Notice>.read(bytes)
            #expect(!MessageReader.read(bytes, source: "x", on: DamageTests.today).isEmpty)
        }
    }
}

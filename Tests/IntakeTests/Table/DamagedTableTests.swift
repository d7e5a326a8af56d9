import Intake
import Testing
import Vocabulary

@Suite struct DamagedTableTests {
    private static let header = "placement_id,name,employer\n"

    private func read(_ rows: String) -> (keys: [String], diagnostics: [Diagnostic]) {
        read(Array((DamagedTableTests.header + rows).utf8))
    }

    private func read(_ bytes: [UInt8]) -> (keys: [String], diagnostics: [Diagnostic]) {
        let (records, diagnostics) = RecordReader<Placement>.read(bytes)
        return (records.map(\.record.key), diagnostics)
    }

    @Test(arguments: [
        "PL-1,\"A,x\nPL-2,B,y\nPL-3,C,z\n",
        "PL-1,\"A,x\nPL-2,\"B, b\",y\nPL-3,C,z\n",
    ])
    func `a quotation mark that is never closed costs its own line only`(rows: String) {
        let (keys, diagnostics) = read(rows)
        #expect(keys == ["PL-2", "PL-3"])
        #expect(diagnostics.map(\.code) == ["CSV-QUOTE"])
        #expect(diagnostics.map(\.at) == [2])
    }

    @Test func `a quotation mark inside a text is part of it`() {
        let (records, diagnostics) = RecordReader<Placement>.read(
            Array("placement_id,name,employer\nPL-1,\"SITI\" C,PT \"X\"\n".utf8)
        )
        #expect(records.first?.record.holder.name?.text == "\"SITI\" C")
        #expect(records.first?.record.file.employer == "PT \"X\"")
        #expect(diagnostics.isEmpty)
    }

    @Test func `a row with more cells than the header is refused unless they are blank`() {
        let (keys, diagnostics) = read("PL-1,A,B,C\nPL-2,A,B,,\nPL-3,A,B\n")
        #expect(keys == ["PL-2", "PL-3"])
        #expect(diagnostics.map(\.code) == ["CSV-CELLS-MORE"])
    }

    @Test func `a row with fewer cells is kept with a warning unless the file breaks off in it`() {
        let (keys, diagnostics) = read("PL-1,A\nPL-2")
        #expect(keys == ["PL-1"])
        #expect(diagnostics.map(\.code) == ["CSV-CELLS-FEWER", "CSV-CUT"])
    }

    @Test func `bytes of Latin-1 and zero bytes are repaired with a warning`() {
        var bytes = Array((DamagedTableTests.header + "PL-1,JOS").utf8)
        bytes.append(0xE9)
        bytes += Array(" \u{00E9},x\nPL-2,B".utf8) + [0] + Array("B,y\n".utf8)
        let (records, diagnostics) = RecordReader<Placement>.read(bytes)
        #expect(records.map(\.record.holder.name?.text) == ["JOS\u{00E9} \u{00E9}", "BB"])
        #expect(diagnostics.map(\.code) == ["CSV-LATIN1", "CSV-ZERO"])
    }

    @Test func `blank lines are passed over`() {
        let (keys, diagnostics) = read("\n\r\n,,\n  \nPL-1,A,B\n\n")
        #expect(keys == ["PL-1"])
        #expect(diagnostics.isEmpty)
    }

    @Test func `a cell beyond the limit is unknown and a row beyond the limit is refused`() {
        let long = String(repeating: "x", count: 70_000)
        let longer = String(repeating: "x", count: 1_100_000)
        let (keys, diagnostics) = read("PL-1,\(long),B\nPL-2,\(longer),B\nPL-3,A,B\n")
        #expect(keys == ["PL-1", "PL-3"])
        #expect(diagnostics.map(\.code) == ["CSV-CELL-LONG", "CSV-ROW-LONG"])
        #expect(diagnostics.map(\.at) == [2, 3])
    }

    @Test(
        arguments: [
            [], Array("\n\n".utf8), [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], Array("\"abc".utf8),
        ] as [[UInt8]]
    )
    func `a file without a readable header gives one error and no rows`(bytes: [UInt8]) {
        let (keys, diagnostics) = read(bytes)
        #expect(keys.isEmpty)
        #expect(diagnostics.map(\.severity) == [.error])
    }

    @Test func `columns beyond the limit are left out with a warning`() {
        let header = "placement_id," + (1...300).map { "x\($0)" }.joined(separator: ",")
        let row = "PL-1," + (1...300).map { "\($0)" }.joined(separator: ",")
        let (records, diagnostics) = RecordReader<Placement>.read(Array((header + "\n" + row + "\n").utf8))
        #expect(records.first?.record.unlisted.count == 199)
        #expect(diagnostics.map(\.code) == ["CSV-COLUMNS"])
    }
}

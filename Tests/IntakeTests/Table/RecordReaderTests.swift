import Intake
import Testing
import Vocabulary

@Suite struct RecordReaderTests {
    static let nik = "990101" + "5703950001"

    @Test(arguments: [
        "placement_id,nik,name,sex,born_on,destination,status\nPL-1,\(nik),SITI CONTOH,F,1995-03-17,SAU,carded\n",
        "\u{FEFF}placement_id,nik,name,sex,born_on,destination,status\r\nPL-1,\(nik),SITI CONTOH,F,17-03-1995,SA,Carded\r\n",
        "status;tanggal lahir;NIK;Nama Lengkap;Jenis Kelamin;Negara Tujuan;ID Penempatan\ncarded;17/03/1995;\(nik);SITI CONTOH;P;SAU;pl-1\n",
        "\"placement_id\"\t\"nik\"\t\"name\"\t\"sex\"\t\"born_on\"\t\"destination\"\t\"status\"\n\"PL-1\"\t\(nik)\t\" SITI CONTOH \"\tF\t1995-03-17\tSAU\tcarded",
        "sep=;\nplacement_id;nik;name;sex;born_on;destination;status\nPL-1;\(nik);SITI CONTOH;F;1995-03-17;SAU;carded",
        "placement_id,nik,name,sex,born_on,destination,status\rPL-1,\(nik),SITI CONTOH,F,1995-03-17,SAU,carded\r",
    ])
    func `one placement is read from every form that offices write it in`(text: String) throws {
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        let placement = try #require(records.first?.record)
        #expect(records.count == 1)
        #expect(placement.key == "PL-1")
        #expect(placement.holder.nik?.digits == RecordReaderTests.nik)
        #expect(placement.holder.name?.text == "SITI CONTOH")
        #expect(placement.holder.sex == .female)
        #expect(placement.holder.bornOn == Day("1995-03-17"))
        #expect(placement.file.destination == CountryCode("SAU"))
        #expect(placement.file.status == .carded)
        #expect(diagnostics.map(\.code) == ["NIK-DISTRICT"])
    }

    @Test func `quoted texts keep separators, doubled marks and line ends`() throws {
        let text =
            "placement_id,employer,position\nPL-1,\"PT \"\"MAJU\"\", Tbk\",\"cook\nand driver\"\nPL-2,\"x\",y\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(records.map(\.record.file.employer) == ["PT \"MAJU\", Tbk", "x"])
        #expect(records.first?.record.file.position == "cook\nand driver")
        #expect(records.map(\.line) == [2, 4])
        #expect(diagnostics.isEmpty)
    }

    @Test func `unknown columns are kept as they came and blank ones left out`() throws {
        let text = "placement_id,Catatan Petugas,lain,\nPL-1,perlu dicek,,\n"
        let (records, _) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(
            records.first?.record.unlisted == [UnlistedCell(name: "Catatan Petugas", text: "perlu dicek")]
        )
    }

    @Test func `of two rows that contradict each other the first is kept`() throws {
        let text = "placement_id,employer\nPL-1,A\nPL-2,B\nPL-1,A\npl-1,C\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(records.map(\.line) == [2, 3, 4])
        #expect(diagnostics.map(\.code) == ["CSV-KEY-TWICE"])
        #expect(diagnostics.first?.at == 5)
        #expect(diagnostics.first?.found.contains("line 2") == true)
    }

    @Test func `contradicting rows are found across chunks`() throws {
        var reader = RecordReader<Placement>()
        var codes: [String] = []
        var lines: [Int] = []
        for chunk in ["placement_id,employer\nPL-1,A\n", "PL-1,B\n", ""] {
            Array(chunk.utf8).withUnsafeBufferPointer { bytes in
                reader.feed(
                    bytes,
                    isLast: chunk.isEmpty,
                    record: { line, _ in lines.append(line) },
                    diagnostic: { codes.append($0.code) }
                )
            }
        }
        #expect(lines == [2])
        #expect(codes == ["CSV-KEY-TWICE"])
    }

    @Test(arguments: ["placement_id,employer\n", "placement_id,employer"])
    func `a table without rows is told`(text: String) {
        #expect(RecordReader<Placement>.read(Array(text.utf8)).diagnostics.map(\.code) == ["CSV-ROWS-NONE"])
    }

    @Test func `a cell that does not fit is unknown and the row is kept`() throws {
        let text =
            "placement_id,nik,born_on,destination,status,medical_until\nPL-1,123456789012345,1995-02-30,QQQ,lost,besok\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        let placement = try #require(records.first?.record)
        #expect(placement.holder.nik == nil)
        #expect(placement.holder.bornOn == nil)
        #expect(placement.file.destination == nil)
        #expect(placement.file.status == nil)
        #expect(placement.file.medicalUntil == .blank)
        #expect(diagnostics.map(\.field) == ["nik", "born_on", "destination", "status", "medical_until"])
        #expect(
            diagnostics.map(\.found) == ["15 digits", "30 February", "3 letters", "4 letters", "5 letters"]
        )
        #expect(diagnostics.allSatisfy { $0.code == "CSV-CELL" && $0.severity == .warning && $0.at == 2 })
    }

    @Test func `a row without its key is refused and the others go on`() {
        let text = "placement_id,name\n,A\nPL-2,B\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(records.map(\.record.key) == ["PL-2"])
        #expect(diagnostics.map(\.code) == ["CSV-KEY"])
        #expect(diagnostics.map(\.at) == [2])
    }

    @Test func `a table without its key column refuses its rows with one finding`() {
        let (records, diagnostics) = RecordReader<Placement>.read(
            Array("name,status\nA,carded\nB,carded\n".utf8)
        )
        #expect(records.isEmpty)
        #expect(diagnostics.map(\.code) == ["CSV-KEY-COLUMN"])
    }

    @Test func `the second of two columns with one meaning is not used`() {
        let text = "placement_id,name,nama\nPL-1,A,B\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(records.first?.record.holder.name?.text == "A")
        #expect(diagnostics.map(\.code) == ["CSV-HEADER-TWICE"])
    }

    @Test(arguments: [
        (["employer": "x"], "basis, owner, until"), (["basis": "SK 1", "until": "2026-01-01"], "owner"),
    ])
    func `a notice without basis, owner or end is refused`(cells: [String: String], absent: String) {
        let columns = ["notice_id", "kind", "basis", "owner", "until"]
        let row = columns.map { $0 == "notice_id" ? "N-1" : $0 == "kind" ? "cegah" : cells[$0] ?? "" }
        let text = columns.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
        let (records, diagnostics) = RecordReader<Notice>.read(Array(text.utf8))
        #expect(records.isEmpty)
        #expect(diagnostics.map(\.code) == ["CSV-NOTICE"])
        #expect(diagnostics.first?.field == absent)
    }
}

import Intake
import Testing
import Vocabulary

@Suite struct FileKindTests {
    private func kind(_ text: String) -> FileKind {
        Array(text.utf8).withUnsafeBufferPointer { FileKind(prefix: $0) }
    }

    private static func header<Record: OfficeRecord>(_: Record.Type) -> String {
        Record.columns.map(\.name).joined(separator: ",")
    }

    @Test(arguments: [
        (RecordKind.workers, header(Placement.self)), (.agencies, header(Agency.self)),
        (.joborders, header(JobOrder.self)), (.passports, header(PassportRecord.self)),
        (.crossings, header(Crossing.self)), (.bookings, header(Booking.self)),
        (.notices, header(Notice.self)),
        (.outcomes, header(Outcome.self)), (.feeds, header(Feed.self)),
        (.workers, "ID Penempatan;NIK;Nama PMI;Negara Tujuan"),
        (.agencies, "No. Izin;Nama PT;Status;Berlaku Sampai"),
        (.passports, "nomor paspor,nama,tanggal terbit"), (.passports, "nik,name,applied_on,status"),
    ])
    func `a table is known by its header, in any order and in Indonesian`(
        expected: RecordKind,
        header: String
    ) {
        #expect(kind(header + "\n") == .records(expected))
        let separator: Character = header.contains(";") ? ";" : ","
        let reversed = header.split(separator: separator).reversed().joined(separator: String(separator))
        #expect(kind("\u{FEFF}" + reversed + "\r\n1") == .records(expected))
    }

    @Test func `manifests, hidden truth and messages are known`() {
        #expect(kind(ManifestRow.columns.map(\.name).joined(separator: ",") + "\n") == .manifest)
        #expect(kind("file,person,passport,class,expected,note\n") == .truth)
        #expect(kind(PassengerListTests.join()) == .messages)
        #expect(kind("\r\nQK XXX\r\nUNA:+.? '" + PassengerListTests.join()) == .messages)
    }

    @Test(arguments: [
        ("a,b,c\n1,2,3\n", "CSV-KIND"), ("", "CSV-EMPTY"), ("\n\n", "CSV-EMPTY"), ("%PDF-1.4", "CSV-KIND"),
    ])
    func `what is none of these is refused with what to do`(text: String, code: String) {
        guard case .unknown(let diagnostic) = kind(text) else {
            Issue.record("known")
            return
        }
        #expect(diagnostic.code == code)
        #expect(diagnostic.severity == .error)
    }

    @Test(arguments: [
        ("nama", "name"), ("Nama Lengkap", "name"), ("tanggal_lahir", "born_on"), ("Tgl Lahir", "born_on"),
        ("No. Paspor", "passport_no"), ("Jenis Kelamin", "sex"), ("NOMOR HP", "phone"),
        ("BORN ON", "born_on"),
        ("Negara Tujuan", "destination"), ("Nomor KTP", "nik"),
    ])
    func `a header in Indonesian serves the column it means`(header: String, column: String) {
        let text = "placement_id,\(header),\(column)\nPL-1,A,B\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(records.first?.record.unlisted.isEmpty == true)
        #expect(diagnostics.first?.code == "CSV-HEADER-TWICE")
        #expect(diagnostics.first?.field == column)
    }
}

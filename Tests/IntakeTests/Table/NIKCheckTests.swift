import Intake
import Testing
import Vocabulary

@Suite struct NIKCheckTests {
    private func codes(district: String = "320101", tail: String, born: String, sex: String) -> [String] {
        let text = "placement_id,nik,born_on,sex\nPL-1,\(district)\(tail),\(born),\(sex)\n"
        let (records, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(records.count == 1)
        #expect(records.first?.record.holder.nik != nil)
        for diagnostic in diagnostics {
            let words = diagnostic.found + diagnostic.expected + diagnostic.remedy
            #expect(!words.contains { $0.isNumber && $0 != "4" && $0 != "0" })
        }
        return diagnostics.map(\.code)
    }

    @Test(arguments: [
        ("5703950001", "1995-03-17", "F"), ("1703950001", "1995-03-17", "M"),
        ("2902000001", "2000-02-29", "M"),
        ("5703950001", "", ""), ("5703950001", "1995-03-17", "X"),
    ])
    func `a NIK that agrees with birth date and sex is not spoken of`(tail: String, born: String, sex: String)
    {
        #expect(codes(tail: tail, born: born, sex: sex).isEmpty)
    }

    @Test(arguments: [
        ("5703950001", "1995-03-18", "F", "NIK-BIRTH"), ("5703950001", "1996-03-17", "F", "NIK-BIRTH"),
        ("5703950001", "1995-03-17", "M", "NIK-SEX"), ("7002950001", "", "", "NIK-DATE"),
        ("0003950001", "1995-03-17", "M", "NIK-DATE"), ("2902950001", "1995-02-28", "M", "NIK-DATE"),
    ])
    func `a NIK that contradicts gives a warning and the row is kept`(
        tail: String,
        born: String,
        sex: String,
        code: String
    ) {
        #expect(codes(tail: tail, born: born, sex: sex) == [code])
    }

    @Test func `an unknown district is a note at most`() {
        let text = "placement_id,nik\nPL-1,\("990101" + "5703950001")\n"
        let (_, diagnostics) = RecordReader<Placement>.read(Array(text.utf8))
        #expect(diagnostics.map(\.severity) == [.note])
    }
}

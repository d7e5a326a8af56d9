import Intake
import Testing
import Vocabulary

@Suite struct ZoneReaderTests {
    static let reader = ZoneReader(on: Day(number: 20_513))
    static let names = "P<IDNSITI<CONTOH<<<<<<<<<<<<<<<<<<<<<<<<<<<<"

    /// A passport's second line with right digits around the given fields.
    static func second(
        number: String = "X9000001<",
        birth: String = "950317",
        sex: String = "F",
        expiry: String = "330316",
        optional: String = "99010157030001"
    ) -> String {
        let head = number + digit(number)
        let rest = birth + digit(birth)
        let tail = expiry + digit(expiry) + optional + digit(optional)
        return head + "IDN" + rest + sex + tail + digit(head + rest + tail)
    }

    static func digit(_ text: String) -> String {
        var sum = 0
        for (place, byte) in text.utf8.enumerated() {
            let value = byte == 0x3C ? 0 : byte >= 0x41 ? Int(byte) - 55 : Int(byte) - 48
            sum += value * [7, 3, 1][place % 3]
        }
        return String(sum % 10)
    }

    private func read(_ lines: String...) -> MachineReadableZone { ZoneReaderTests.reader.read(lines) }

    @Test func `a passport gives its fields and the population number it carries`() {
        let zone = read(ZoneReaderTests.names, ZoneReaderTests.second())
        #expect(zone.format == .td3)
        #expect(zone.isValid)
        #expect(zone.surname == "SITI CONTOH")
        #expect(zone.given == "")
        #expect(zone.number == "X9000001")
        #expect(zone.bornOn == Day("1995-03-17"))
        #expect(zone.expiresOn == Day("2033-03-16"))
        #expect(zone.sex == .female)
        #expect(zone.optional == "99010157030001")
        #expect(zone.optional2 == nil)
        #expect(zone.nik == NIK("990101" + "5703950001"))
        #expect(zone.mended == nil)
        #expect(zone.diagnostics.isEmpty)
    }

    @Test(arguments: [("950318", "F"), ("950317", "M"), ("950317", "<"), ("950417", "F")])
    func `a population number that contradicts birth date or sex is not given`(birth: String, sex: String) {
        let zone = read(ZoneReaderTests.names, ZoneReaderTests.second(birth: birth, sex: sex))
        #expect(zone.isValid)
        #expect(zone.nik == nil)
    }

    @Test func `a foreign passport never gives a population number`() {
        let zone = read(
            "P<MYSSITI<CONTOH<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
            ZoneReaderTests.second()
        )
        #expect(zone.isValid)
        #expect(zone.nik == nil)
    }

    @Test func `a letter read for a digit is mended where that alone satisfies every digit`() {
        let line = ZoneReaderTests.second()
        let misread = line.replacing("X9000001<", with: "X9O00001<")
        let zone = read(ZoneReaderTests.names, misread)
        #expect(!zone.isValid)
        #expect(zone.number == "X9O00001")
        #expect(zone.mended == [ZoneReaderTests.names, line])
    }

    @Test func `two misread characters are not mended`() {
        let misread = ZoneReaderTests.second().replacing("X9000001<", with: "X9OO0001<")
        #expect(read(ZoneReaderTests.names, misread).mended == nil)
    }

    @Test func `an impossible date is unknown with a finding, and the digits still decide validity`() {
        let zone = read(
            ZoneReaderTests.names,
            ZoneReaderTests.second(birth: "950230", optional: "<<<<<<<<<<<<<<")
        )
        #expect(zone.isValid)
        #expect(zone.bornOn == nil)
        #expect(zone.diagnostics.map(\.code) == ["MRZ-DATE"])
        #expect(zone.diagnostics.first?.found == "30 February")
    }

    @Test func `an empty optional field may have a filler for its digit`() {
        let line = ZoneReaderTests.second(optional: "<<<<<<<<<<<<<<")
        let zone = read(ZoneReaderTests.names, String(line.prefix(42)) + "<" + String(line.suffix(1)))
        #expect(zone.checks.optional == true)
        #expect(zone.isValid)
        #expect(zone.optional == "")
    }

    @Test(arguments: [
        ("49", "F", "1949-03-17"), ("26", "F", "2026-03-01"), ("27", "M", "1927-03-17"),
    ])
    func `a birth year is the latest that has passed`(year: String, sex: String, born: String) throws {
        let day = try #require(Day(born))
        let birth = year + day.description.dropFirst(5).replacing("-", with: "")
        let zone = read(ZoneReaderTests.names, ZoneReaderTests.second(birth: birth, sex: sex))
        #expect(zone.bornOn == day)
    }

    @Test(arguments: [("150731", "2015-07-31"), ("760101", "2076-01-01"), ("770101", "1977-01-01")])
    func `a year of expiry is the nearest`(expiry: String, day: String) {
        let zone = read(ZoneReaderTests.names, ZoneReaderTests.second(expiry: expiry))
        #expect(zone.expiresOn == Day(day))
    }

    @Test func `zones are separated by blank lines and each stands for itself`() {
        let good = ZoneReaderTests.names + "\n" + ZoneReaderTests.second()
        let text = "\n" + good + "\r\n\r\nnonsense\n\n\n" + good.lowercased().replacing("\n", with: "") + "\n"
        let zones = Array(text.utf8).withUnsafeBufferPointer { ZoneReaderTests.reader.read($0) }
        #expect(zones.map(\.isValid) == [true, false, true])
        #expect(zones.map(\.format) == [.td3, nil, .td3])
        #expect(zones[1].diagnostics.map(\.code) == ["MRZ-FORMAT"])
    }

    @Test func `the line of names may have lost its last fillers`() {
        let zone = read("P<IDNSITI<CONTOH", ZoneReaderTests.second())
        #expect(zone.isValid)
        #expect(zone.surname == "SITI CONTOH")
        #expect(zone.diagnostics.map(\.code) == ["MRZ-LENGTH"])
    }

    @Test func `a third group of names is joined to the given names`() {
        let zone = read("P<IDNCONTOH<<SITI<<KETIGA<<<<<<<<<<<<<<<<<<<", ZoneReaderTests.second())
        #expect(zone.surname == "CONTOH")
        #expect(zone.given == "SITI KETIGA")
    }

    @Test(arguments: ["\n\n", "\r\n\r\n", "\n \t\n"])
    func `zones are parted by blank lines of any kind`(blank: String) {
        let end = blank.hasPrefix("\r") ? "\r\n" : "\n"
        let zone = ZoneReaderTests.names + end + ZoneReaderTests.second()
        let text = Array((zone + blank + zone + end).utf8)
        #expect(
            text.withUnsafeBufferPointer { ZoneReaderTests.reader.read($0) }.map(\.isValid) == [true, true]
        )
    }
}

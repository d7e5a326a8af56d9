import Intake
import Testing
import Vocabulary

@Suite struct EnvelopeTests {
    private static let expected = PassengerListTests.read(PassengerListTests.join())

    /// Everything but what is told about the envelope.
    private func bare(_ lists: [TravellerList]) -> [TravellerList] {
        lists.map {
            var list = $0
            list.heading.diagnostics = []
            return list
        }
    }

    /// Writes the list with other service characters.
    private func written(_ service: String, end: String) -> String {
        let characters = Array(service)
        return PassengerListTests.segments.map { segment in
            String(segment.map { $0 == ":" ? characters[0] : $0 == "+" ? characters[1] : $0 }) + end
        }.joined()
    }

    @Test(arguments: [
        (":+", "'"), (":+", "'\n"), (":+", "'\r\n"), (":+", "\""), (":+", "$"), (":+", "#"), (":+", "\n"),
        (":+", "\r\n"), (":*", "'"), ("\u{1F}\u{1D}", "\u{1C}"), (":+", "\"\r\n  "),
    ])
    func `service characters are found without an advice`(service: String, end: String) {
        let lists = PassengerListTests.read(written(service, end: end))
        #expect(lists == EnvelopeTests.expected)
    }

    @Test(arguments: [
        "UNA:+.? '", "UNA:+.?'", "UNA:+.?*'\r\n", " UNA:+.? '\n ", "\u{2}UNA:+.? '\u{C}",
    ])
    func `an advice may stand before the interchange`(advice: String) {
        let lists = PassengerListTests.read(advice + PassengerListTests.join())
        #expect(lists == EnvelopeTests.expected)
    }

    @Test func `an advice that the message does not keep is told and not followed`() {
        let lists = PassengerListTests.read("UNA:+.? $" + PassengerListTests.join())
        #expect(bare(lists) == EnvelopeTests.expected)
        #expect(lists.first?.heading.diagnostics.map(\.code) == ["EDI-UNA"])
    }

    @Test(arguments: [40, 64, 65, 69, 7, 3])
    func `lines wrapped in the middle of data are joined`(width: Int) {
        let text = Array(PassengerListTests.join().utf8)
        var wrapped: [UInt8] = []
        for (place, byte) in text.enumerated() {
            if place > 0, place % width == 0 { wrapped += [0x0D, 0x0A] }
            wrapped.append(byte)
        }
        let lists = MessageReader.lists(wrapped, source: "list.edi", on: PassengerListTests.today)
        #expect(lists == EnvelopeTests.expected)
    }

    @Test func `telegram lines before and mail footers after are no part of the message`() {
        let text =
            "CICA\t \r\n\r\n.HDQCRA9 130631\r\n\u{2}" + PassengerListTests.join()
            + "\u{3}\r\n\r\nEmail secured by a gateway's filter +1'\r\n"
        #expect(PassengerListTests.read(text) == EnvelopeTests.expected)
    }

    @Test func `a message without an interchange is read`() {
        let lists = PassengerListTests.read(
            PassengerListTests.join(Array(PassengerListTests.segments[1...21]))
        )
        #expect(lists.map(\.heading.sender) == [nil])
        #expect(lists.first?.persons == EnvelopeTests.expected.first?.persons)
        #expect(lists.first?.heading.diagnostics.isEmpty == true)
    }

    @Test func `several interchanges and messages give one list each, in order`() {
        let message = Array(PassengerListTests.segments[1...21])
        let two =
            [PassengerListTests.segments[0]] + message + message.map { $0.replacing("GA820", with: "GA9") }
        let other = written(":*", end: "\"").replacing("GA820", with: "GA7")
        let lists = PassengerListTests.read(PassengerListTests.join(two) + "\n\n" + other)
        #expect(lists.map { $0.legs.first?.flight } == ["GA820", "GA9", "GA7"])
        #expect(lists.map(\.persons.count) == [1, 1, 1])
    }

    @Test func `released characters are data`() {
        let text = PassengerListTests.join().replacing("CONTOH:SITI:KEDUA", with: "O?'NEIL??:A?+B?:C")
        let person = PassengerListTests.read(text).first?.persons.first
        #expect(person?.surname == "O'NEIL?")
        #expect(person?.given == "A+B:C")
    }

    @Test func `a segment that lost its terminator ends where the next line begins one`() {
        let text = PassengerListTests.join(PassengerListTests.segments, "'\n").replacing(
            "NAT+2+IDN'\n",
            with: "NAT+2+IDN\n"
        )
        let lists = PassengerListTests.read(text)
        #expect(bare(lists) == EnvelopeTests.expected)
        #expect(lists.first?.heading.diagnostics.map(\.code) == ["EDI-TERMINATOR"])
    }

    @Test func `a message that breaks off keeps its persons and says so`() {
        let text = PassengerListTests.join()
        let cut = String(text.prefix(text.count / 2 + 60))
        let list = PassengerListTests.read(cut).first
        #expect(list?.persons.map(\.surname) == ["CONTOH"])
        #expect(list?.heading.diagnostics.first?.code == "EDI-CUT")
        #expect(list?.heading.diagnostics.first?.severity == .error)
    }

    @Test func `a letter beyond the declared set is kept and told`() {
        var bytes = Array(PassengerListTests.join().utf8)
        let place = bytes.firstIndex(of: 0x4F) ?? 0
        for at in bytes.indices where bytes[at...].starts(with: Array("CONTOH".utf8)) { bytes[at + 1] = 0xD6 }
        let list = MessageReader.lists(bytes, source: "list.edi", on: PassengerListTests.today).first
        #expect(place > 0)
        #expect(list?.persons.first?.surname == "C\u{D6}NTOH")
        #expect(list?.heading.diagnostics.map(\.code) == ["EDI-CHARSET"])
    }

    @Test(arguments: ["UNX+8", "UNT+3+1"])
    func `what stands behind a lost header is told, not lost in silence`(segment: String) {
        let message = Array(PassengerListTests.segments[1...21])
        let text = PassengerListTests.join(message + [segment] + Array(message[1...]))
        let readings = MessageReader.read(Array(text.utf8), source: "x.edi", on: PassengerListTests.today)
        #expect(readings.flatMap(\.diagnostics).contains { $0.code == "EDI-STRAY" && $0.severity == .error })
    }

    @Test func `a message of another kind is named and left aside`() {
        let text = "UNH+1+CUSCAR:D:05B:UN'BGM+785'UNT+3+1'"
        let readings = MessageReader.read(Array(text.utf8), source: "x.edi", on: PassengerListTests.today)
        guard case .unread(let heading) = readings.first else {
            Issue.record("read as a list")
            return
        }
        #expect(readings.count == 1)
        #expect(heading.message == "CUSCAR")
        #expect(heading.diagnostics.map(\.code) == ["EDI-TYPE"])
        #expect(heading.diagnostics.map(\.severity) == [.note])
    }

    @Test(arguments: ["", "placement_id,name\nPL-1,A\n", "UNA UNB UNH", "UNH+"])
    func `a file without a message gives one error`(text: String) {
        let readings = MessageReader.read(Array(text.utf8), source: "x.edi", on: PassengerListTests.today)
        #expect(readings.count == 1)
        #expect(readings.first?.diagnostics.map(\.code) == ["EDI-NONE"])
    }
}

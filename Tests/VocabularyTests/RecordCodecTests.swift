import Testing
import Vocabulary

@Suite struct RecordCodecTests {
    private func body<Record: OfficeRecord>(_ record: Record) -> [UInt8] {
        var body: [UInt8] = []
        Record.codec.write(record, into: &body)
        return body
    }

    private func read<Record: OfficeRecord>(_ body: [UInt8], as _: Record.Type) -> Record? {
        body.withUnsafeBufferPointer { Record.codec.read($0) }
    }

    private func placement() -> Placement {
        var placement = Placement()
        placement.file.number = PlacementNumber("PL-1")
        placement.holder.nik = NIK("990101" + "5703950001")
        placement.holder.name = PersonName("SITI \"CONTOH\" \\ \n\u{1}Ñ")
        placement.holder.sex = .female
        placement.holder.bornOn = Day("1995-03-17")
        placement.file.medicalUntil = .no
        placement.file.visaUntil = Day("2027-01-01").map { .given($0) } ?? .blank
        placement.file.familyPermission = .yes
        placement.file.status = .carded
        placement.unlisted = [
            UnlistedCell(name: "zona", text: "b"), UnlistedCell(name: "catatan \"x\"", text: "a\tb"),
        ]
        return placement
    }

    @Test func `a record comes back from its body`() throws {
        let placement = placement()
        var back = try #require(read(body(placement), as: Placement.self))
        #expect(back.unlisted.map(\.name) == ["catatan \"x\"", "zona"])
        back.unlisted.sort { $0.name > $1.name }
        #expect(back == placement)
    }

    @Test func `a header whose letter only looks like a K doesn't hide the columns`() throws {
        var placement = placement()
        placement.unlisted = [UnlistedCell(name: "\u{212A}ota", text: "a")]
        #expect(try #require(read(body(placement), as: Placement.self)) == placement)
    }

    @Test func `a body is canonical: keys in order, nothing unknown, no blanks`() {
        var feed = Feed()
        feed.state = .complete
        feed.name = "workers"
        feed.unlisted = [UnlistedCell(name: "note", text: "a/b")]
        #expect(
            String(decoding: body(feed), as: UTF8.self)
                == #"{"feed":"workers","note":"a/b","state":"complete"}"#
        )
        #expect(String(decoding: body(Feed()), as: UTF8.self) == "{}")
    }

    @Test func `the same facts make the same bytes whatever the order of arrival`() {
        var other = placement()
        other.unlisted.reverse()
        #expect(body(other) == body(placement()))
    }

    @Test(arguments: [
        "", "{", "[]", "{\"feed\":\"a\"", "{\"feed\":1}", "{\"feed\":\"a\"}x", "{\"state\":\"unheard\"}",
        "{\"a\":\"\\u1234\"}",
    ])
    func `what is no body is refused`(text: String) {
        #expect(read(Array(text.utf8), as: Feed.self) == nil)
    }
}

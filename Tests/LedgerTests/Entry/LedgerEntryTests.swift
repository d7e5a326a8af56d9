import Ledger
import Testing

struct LedgerEntryTests {
    @Test func `the canonical form has its members in the order of RFC 8785`() {
        let entry = entry(index: 7, subject: nil)
        let expected = """
            {"actor":"petugas-1","at":"2026-03-01T07:25:00.000Z","bodyDigest":"\(entry.bodyDigest)",\
            "id":"\(entry.id)","index":7,"kind":"document.attested/1","purpose":"departure-check"}
            """
        #expect(String(decoding: entry.canonical, as: UTF8.self) == expected)
    }

    @Test func `an entry about somebody ends with the pseudonym`() throws {
        let entry = entry()
        let subject = try #require(entry.subject)
        #expect(String(decoding: entry.canonical, as: UTF8.self).hasSuffix(#","subject":"\#(subject)"}"#))
    }

    @Test(arguments: [
        "petugas-1", "", "dua \"kutip\"", "garis\\miring", "baris\nbaru\t\r\u{8}\u{C}", "\u{1}\u{1F}",
        "Ḥ №/é \u{10FFFF}", "\u{7F}",
    ])
    func `an entry is read as it was written`(actor: String) throws {
        for subject in [entry().subject, nil] {
            let written = entry(index: LedgerEntry.largestIndex, actor: actor, subject: subject)
            #expect(try LedgerEntry(canonical: written.canonical) == written)
        }
    }

    @Test(arguments: [
        (#""petugas-1""#, #""petugas\u002d1""#), (#""petugas-1""#, #""petugas\/1""#),
        (#""petugas-1""#, #" "petugas-1""#), (#""petugas-1""#, "\"petugas\n1\""),
        (#""index":7"#, #""index":07"#), (#""index":7"#, #""index":7.0"#), (#""index":7"#, #""index":-7"#),
        (#""index":7"#, #""index":9007199254740992"#), (#""index":7"#, #""index":"#),
        (#""index":7"#, #""index":"7""#), ("2026-03-01T07:25:00.000Z", "2026-03-01T07:25:00Z"),
        ("2026-03-01T07:25:00.000Z", "2026-03-01t07:25:00.000Z"), ("petugas-1", #"petugas\u0041"#),
        ("petugas-1", #"petugas\u000A"#), (#"/1","purpose""#, #"/1","purposes""#), ("}", "} "), ("}", ""),
    ])
    func `another way of writing is refused`(part: String, other: String) throws {
        let text = String(decoding: entry().canonical, as: UTF8.self)
        let position = try #require(text.firstRange(of: part))
        let changed = text.replacingCharacters(in: position, with: other)
        #expect(throws: EntryFault.self) { try LedgerEntry(canonical: [UInt8](changed.utf8)) }
    }

    @Test func `an entry cut short anywhere is refused`() {
        let bytes = entry().canonical
        for end in 0..<bytes.count {
            #expect(throws: EntryFault.self) { try LedgerEntry(canonical: [UInt8](bytes[..<end])) }
        }
    }

    @Test func `a changed bit is refused or reads as another entry`() {
        let written = entry()
        let bytes = written.canonical
        for position in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[position] ^= 1 << UInt8(bit)
                #expect((try? LedgerEntry(canonical: changed)) != written)
            }
        }
    }
}

extension String {
    fileprivate func firstRange(of part: String) -> Range<String.Index>? {
        indices.lazy.compactMap { start -> Range<String.Index>? in
            guard self[start...].hasPrefix(part) else { return nil }
            return start..<self.index(start, offsetBy: part.count)
        }.first
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}

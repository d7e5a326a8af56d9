import Vocabulary

/// Cuts a form of address off a given name: as a word of its own (`SEJOON MR`), or glued to it (`SEJOONMR`).
///
/// A title of its own is cut wherever it ends the name. A glued one only where no name ends like it:
/// `MRS`, `MSTR`, `MISS`, `CHD` and `INF` always, `MR` unless the person is listed as female, `MS` only where the person is
/// listed as female (`ADAMS`, `ILHAMS` are names), `DR` never (`BADR`, `ALEXANDR`); and three letters must be left, so that
/// `AMR` and `UMAR` stay whole.
enum GluedTitle {
    /// Who wrote the name.
    enum Writer {
        /// A check-in desk, from the document.
        case desk
        /// A reservation system, which ends nearly every name with a title: `MS` is one unless the person is listed as male.
        case reservation
    }

    /// The name without its title, and the title; nil where it has none.
    static func cut(from name: String, isFemale: Bool?, by writer: Writer = .desk) -> (
        name: String?, title: String
    )? {
        var name = name
        return name.withUTF8 { bytes in
            guard let last = bytes.last, isLastLetter(last & 0xDF) else { return nil }
            for title in titles where ends(bytes, with: title) {
                let count = title.word.utf8CodeUnitCount
                let left = bytes.count - count
                let isAlone = left == 0 || bytes[left - 1] == 0x20
                if !isAlone {
                    guard title.isGlued, lettersLeft(bytes, before: left) >= 3,
                        fits(title.word, isFemale, writer)
                    else { continue }
                }
                let end = isAlone ? max(left - 1, 0) : left
                let rest = end == 0 ? nil : String(decoding: bytes[..<end], as: UTF8.self)
                return (rest, "\(title.word)")
            }
            return nil
        }
    }

    /// A title, and whether it is recognised without a blank before it.
    private struct Title {
        let word: StaticString
        let isGlued: Bool
    }

    /// Whether titles end with a letter: R, S, D or F.
    private static func isLastLetter(_ letter: UInt8) -> Bool {
        letter == 0x52 || letter == 0x53 || letter == 0x44 || letter == 0x46
    }

    /// The longer before what they end with.
    private static let titles = [
        Title(word: "MSTR", isGlued: true), Title(word: "MISS", isGlued: true),
        Title(word: "PROF", isGlued: false), Title(word: "MRS", isGlued: true),
        Title(word: "CHD", isGlued: true), Title(word: "INF", isGlued: true),
        Title(word: "MR", isGlued: true), Title(word: "MS", isGlued: true), Title(word: "DR", isGlued: false),
    ]

    private static func fits(_ title: StaticString, _ isFemale: Bool?, _ writer: Writer) -> Bool {
        switch "\(title)" {
        case "MS": isFemale == true || (isFemale == nil && writer == .reservation)
        case "MR", "MSTR": isFemale != true
        default: true
        }
    }

    private static func ends(_ name: UnsafeBufferPointer<UInt8>, with title: Title) -> Bool {
        let count = title.word.utf8CodeUnitCount
        guard name.count >= count else { return false }
        for place in 0..<count {
            // Letters of either case.
            guard name[name.count - count + place] & 0xDF == title.word.utf8Start[place] else { return false }
        }
        return true
    }

    /// How many letters the last word has before a place.
    private static func lettersLeft(_ name: UnsafeBufferPointer<UInt8>, before place: Int) -> Int {
        var start = place
        while start > 0, name[start - 1] != 0x20 { start -= 1 }
        return place - start
    }
}

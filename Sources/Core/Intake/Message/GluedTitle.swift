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
        guard let last = name.utf8.last, lastLetters.contains(last) else { return nil }
        let bytes = Array(name.utf8)
        let start = (bytes.lastIndex(of: 0x20) ?? -1) + 1
        let word = String(decoding: bytes[start...], as: UTF8.self).uppercased()
        if alone.contains(word) {
            let rest = String(decoding: bytes[..<max(start - 1, 0)], as: UTF8.self)
            return (rest.isEmpty ? nil : rest, word)
        }
        for title in glued where word.hasSuffix(title) && word.utf8.count >= title.utf8.count + 3 {
            if title == "MS", isFemale != true, writer == .desk || isFemale == false { continue }
            if title == "MR" || title == "MSTR", isFemale == true { continue }
            return (String(decoding: bytes.dropLast(title.utf8.count), as: UTF8.self), title)
        }
        return nil
    }

    private static let lastLetters: Set<UInt8> = Set("RSDFrsdf".utf8)
    private static let alone: Set<String> = ["MR", "MRS", "MS", "MISS", "MSTR", "CHD", "INF", "DR", "PROF"]
    private static let glued = ["MSTR", "MISS", "MRS", "CHD", "INF", "MR", "MS"]
}

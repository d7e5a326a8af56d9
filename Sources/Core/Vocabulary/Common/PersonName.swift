/// A person's name as an office or a carrier wrote it.
public struct PersonName: Hashable, Sendable, Codable, CellValue {
    /// The name as written.
    public let text: String

    /// Takes a name as written.
    public init(_ text: String) { self.text = text }

    /// What a diagnostic says was expected.
    public static var expectation: String { "a name" }

    /// Reads any text.
    public init?(cell: Cell) { text = cell.text }

    /// Appends the name.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }

    /// Reads a name from text.
    ///
    /// - Throws: What the decoder throws.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the name as text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// The words that make the name, upper-case, in order of the alphabet, each once, without titles and placeholders.
    ///
    /// Two names are equal when these are: the same words in any order after removing titles, FNU and LNU, repeats and
    /// blanks. Where titles are all there is, they are the name.
    public var words: [String] {
        var words: [String] = []
        var titles: [String] = []
        var word: [UInt8] = []
        func close() {
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            word.removeAll(keepingCapacity: true)
            if PersonName.titles.contains(text) { titles.append(text) } else { words.append(text) }
        }
        for byte in text.utf8 {
            switch byte {
            case 0x61...0x7A: word.append(byte - 0x20)
            case 0x41...0x5A, 0x30...0x39, 0x80...: word.append(byte)
            case 0x27, 0x60: continue  // Ma'ruf and Maruf are one name
            default: close()
            }
        }
        close()
        if words.isEmpty { words = titles }
        words.sort()
        return words.indices.filter { $0 == 0 || words[$0] != words[$0 - 1] }.map { words[$0] }
    }

    /// The words joined by a blank: what `Handle.nameAndBirth` holds.
    ///
    /// Empty where the name has none.
    public var key: String { words.joined(separator: " ") }

    /// Forms of address and placeholders that are no part of a name.
    ///
    /// - Source: IATA name elements (MR, MRS, MSTR, CHD …), ICAO Doc 9303-3 (FNU, LNU), Indonesian titles in use.
    public static let titles: Set<String> = [
        "MR", "MRS", "MS", "MISS", "MSTR", "MASTER", "CHD", "INF", "DR", "DRS", "DRA", "IR", "PROF", "HJ",
        "KH",
        "BPK", "BAPAK", "IBU", "SDR", "SDRI", "NN", "NY", "TN", "ALM", "ALMH", "FNU", "LNU", "XXX",
        "SH", "SE", "SPD", "MPD", "MSI", "ST", "MT", "SKOM", "SKM", "SKEP", "AMD", "NS",
    ]
}

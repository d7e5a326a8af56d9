/// A country as ISO 3166 alpha-3, or a code of ICAO Doc 9303 that has no ISO equal, or the text as it was sent.
///
/// - Shape: upper-case; `isRecognised` tells whether the text is a code at all.
public struct CountryCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The code: `IDN`, `SAU`, `XXA`, or what was sent.
    public let text: String

    /// Indonesia.
    public static let indonesia = CountryCode(recognised: "IDN")

    private init(recognised text: String) { self.text = text }

    /// Reads alpha-3, alpha-2 or a machine-readable zone's code (`D`, with or without `<`); nil where empty.
    public init?(_ written: String) {
        if CountryTable.place(of: written) != nil {
            text = written
            return
        }
        let kept = written.utf8.filter { $0 != 0x20 && $0 != 0x3C }.map {
            $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0
        }
        guard !kept.isEmpty else { return nil }
        let code = String(decoding: kept, as: UTF8.self)
        text = code.utf8.count == 3 ? code : CountryTable.alpha3(of: code) ?? code
    }

    /// Whether the text is an ISO 3166 or ICAO Doc 9303 code.
    public var isRecognised: Bool {
        CountryTable.place(of: text).map { CountryTable.recognised[$0] } ?? false
    }

    /// The name in Indonesian, or the code where it has none.
    public var nameInIndonesian: String { CountryTable.names[text]?.indonesian ?? text }

    /// The name in English, or the code where it has none.
    public var nameInEnglish: String { CountryTable.names[text]?.english ?? text }

    /// The code.
    public var description: String { text }

    /// Orders by code.
    public static func < (left: CountryCode, right: CountryCode) -> Bool { left.text < right.text }
}

extension CountryCode: Codable {
    /// Reads a code from text.
    ///
    /// - Throws: `DecodingError` when the text is empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = CountryCode(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "empty country code")
        }
        self = value
    }

    /// Writes the code as text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

import FoundationEssentials

/// Base64 in its one form: no blanks, no bits left over, padding always (the plain alphabet) or never (the alphabet of URLs).
///
/// - Source: RFC 4648 sections 3.5, 4 and 5.
enum Base64Form {
    /// The plain alphabet, with padding.
    static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Reads the plain alphabet; nil where the text is not what ``text(_:)`` writes.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let text = String(text)
        guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
        return [UInt8](data)
    }

    /// The alphabet of URLs, without padding.
    static func urlText(_ bytes: [UInt8]) -> String {
        let plain = text(bytes).utf8.lazy.filter { $0 != 0x3D }
        return String(decoding: plain.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 }, as: UTF8.self)
    }

    /// Reads the alphabet of URLs; nil where the text is not what ``urlText(_:)`` writes.
    static func urlBytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2F && $0 != 0x3D }) else { return nil }
        let plain = text.utf8.map { $0 == 0x2D ? 0x2B : $0 == 0x5F ? 0x2F : $0 } as [UInt8]
        let padding = repeatElement(0x3D as UInt8, count: (4 - plain.count % 4) % 4)
        return bytes(String(decoding: plain + padding, as: UTF8.self))
    }
}

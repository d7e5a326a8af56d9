/// The type of a message and the version of its form: `referral.opened/1`.
///
/// - Shape: small letters, digits, `-` and `.`, at most 60; a slash; a whole number from 1 to 999 without leading zeros.
public struct MessageType: Hashable, Sendable {
    /// What it is about: `referral.opened`.
    public let name: String
    /// The version of its form.
    public let version: Int

    /// A type; nil where the text is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...60).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) || MessageType.isDigitOrJoint($0) }),
            let version = Int(parts[1]), (1...999).contains(version), parts[1] == "\(version)"
        else { return nil }
        self.name = String(parts[0])
        self.version = version
    }

    /// Name and version: `referral.opened/1`.
    public var text: String { "\(name)/\(version)" }

    fileprivate static func isDigitOrJoint(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }
}

extension MessageType: CustomStringConvertible {
    /// Name and version.
    public var description: String { text }
}

/// The name of a stream of messages, which arrive in order and without a gap: `alerts-03`.
///
/// - Shape: letters, digits, `-` and `.`, at most 40.
public struct StreamName: Hashable, Sendable {
    /// The name.
    public let text: String

    /// A name; nil where the text can't be one.
    public init?(_ text: String) {
        guard (1...40).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || MessageType.isDigitOrJoint($0)
            })
        else { return nil }
        self.text = text
    }
}

extension StreamName: CustomStringConvertible {
    /// The name.
    public var description: String { text }
}

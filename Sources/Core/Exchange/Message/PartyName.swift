/// The name of one site of the exchange (pihak): `id/imigrasi/simkim`.
///
/// - Shape: parts of letters, digits and `'()+,-.=`, joined by `/`; at most 100 characters. The same characters as X-Road's
///   identifiers, so that a name can travel there.
public struct PartyName: Hashable, Sendable {
    /// The name.
    public let text: String

    /// A name; nil where the text can't be one.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        guard text.utf8.count <= 100, !parts.contains(where: \.isEmpty),
            text.utf8.allSatisfy({ $0 == 0x2F || PartyName.isAllowed($0) })
        else { return nil }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x27...0x29, 0x2B...0x2E, 0x3D: true
        default: false
        }
    }
}

extension PartyName: CustomStringConvertible {
    /// The name.
    public var description: String { text }
}

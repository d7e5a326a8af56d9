/// The telephone number that is answered when the machine fails (nomor piket).
public struct DutyNumber: Sendable, Hashable {
    /// The number as people read it: `021-5550-0123`.
    public let text: String

    /// A number; nil where the text is none.
    public init?(_ text: String) {
        guard DutyNumber.isOne(text) else { return nil }
        self.text = text
    }

    /// Whether a text is a telephone number: 3 to 15 digits (ITU-T E.164), with what people write between them.
    public static func isOne(_ text: String) -> Bool {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }
        return (3...15).contains(digits.count) && text.utf8.count <= 30
            && text.utf8.enumerated().allSatisfy { place, byte in
                (0x30...0x39).contains(byte) || " .-()".utf8.contains(byte)
                    || (place == 0 && byte == UInt8(ascii: "+"))
            }
    }
}

import Crypto
public import Vocabulary

/// The proof on a traveller's slip (bukti surat): that this site has issued it, and for which day of departure; nothing else.
///
/// - Shape: 12 bytes of content: digest of the slip's code 10, day of departure 2 (since 1 January 2020).
public struct SlipProof: Hashable, Sendable {
    /// The day of departure for which the slip was issued.
    public let departsOn: Day
    private let digest: [UInt8]

    /// The proof for a slip's code; nil where the day can't be written: before 2020.
    public init?(ofCode code: String, departsOn: Day) {
        self.departsOn = departsOn
        digest = SlipProof.digest(of: code)
        guard SlipProof(content: content) == self else { return nil }
    }

    /// Whether it belongs to the slip with a code; a proof that was cut out of another slip doesn't.
    public func belongs(toCode code: String) -> Bool { digest == SlipProof.digest(of: code) }

    /// The signed text for a QR code.
    ///
    /// - Throws: `CryptoKitError` where the library can't sign.
    public func text(signedBy signer: PassSigner) throws -> String {
        try SignedPaper(.slip, content, signedBy: signer).text
    }

    /// Whether a text claims to be the proof of a slip: it begins as one.
    public static func isClaimed(by text: String) -> Bool { SignedPaper.claims(text, toBe: .slip) }

    /// The proof that a text is, and the key that has signed it.
    ///
    /// - Throws: `PassFault`; then nothing that the text says is believed.
    public static func read(_ text: String, keys: [PassKey]) throws(PassFault) -> (
        proof: SlipProof, key: PassKey
    ) {
        let paper = try SignedPaper(text, as: .slip, contentLength: 12)
        let key = try paper.signer(among: keys)
        guard let proof = SlipProof(content: paper.content) else { throw .unreadable }
        guard key.mayHaveSigned(on: proof.departsOn) else { throw .keyNotInForce }
        return (proof, key)
    }

    private static let firstDay = Day(number: 18_262)

    private var content: [UInt8] {
        let day = UInt16(clamping: SlipProof.firstDay.days(until: departsOn))
        return digest + [UInt8(day >> 8), UInt8(day & 255)]
    }

    private init?(content: [UInt8]) {
        guard content.count == 12 else { return nil }
        digest = Array(content.prefix(10))
        departsOn = SlipProof.firstDay.adding(days: Int(content[10]) << 8 | Int(content[11]))
    }

    private static func digest(of code: String) -> [UInt8] {
        Array(SHA256.hash(data: Array("kawal slip proof \(code)".utf8)).prefix(10))
    }
}

import Crypto
public import Vocabulary

/// A worker's pass (pas pekerja): that a placement is complete, signed, to be checked without any line.
///
/// It names nobody: no name, NIK, passport number, health or family fact. Whoever has the passport in the hand can check that the
/// pass is this person's; whoever has the pass alone can't read the passport from it.
/// - Shape: 20 bytes of content: number 10, scheme 1, destination 3, first day 2 (since 1 January 2020), days after it 1, binding 3.
/// - Source: the Philippine OFW Pass (90 days, revocable, five states); UU 27/2022 art. 16 on least data.
public struct WorkerPass: Hashable, Sendable {
    /// The number, drawn by chance.
    public let number: PassNumber
    /// The way of placement.
    public let scheme: Scheme
    /// Where to.
    public let destination: CountryCode
    /// The first day.
    public let from: Day
    /// The last day.
    public let until: Day
    /// What binds it to a document and a birth date: 20 bits.
    let binding: UInt32

    /// A pass for the holder of a document; nil where its days can't be written: before 2020, none, or more than 256.
    public init?(
        _ number: PassNumber,
        scheme: Scheme,
        destination: CountryCode,
        from: Day,
        until: Day,
        for document: PassportNumber,
        bornOn: Day
    ) {
        self.number = number
        self.scheme = scheme
        self.destination = destination
        self.from = from
        self.until = until
        binding = WorkerPass.binding(number, document, bornOn)
        guard WorkerPass(content: content) == self else { return nil }
    }

    /// Whether it is the pass of a document's holder.
    public func belongs(to document: PassportNumber, bornOn: Day) -> Bool {
        binding == WorkerPass.binding(number, document, bornOn)
    }

    /// The signed text for a QR code.
    ///
    /// - Throws: `CryptoKitError` where the library can't sign.
    public func text(signedBy signer: PassSigner) throws -> String {
        try SignedPaper(.pass, content, signedBy: signer).text
    }

    /// Whether a text claims to be a pass: it begins as one.
    public static func isClaimed(by text: String) -> Bool { SignedPaper.claims(text, toBe: .pass) }

    /// The pass that a text is, and the key that has signed it.
    ///
    /// - Throws: `PassFault`; then nothing that the text says is believed.
    public static func read(_ text: String, keys: [PassKey], longestDays: Int) throws(PassFault) -> (
        pass: WorkerPass, key: PassKey
    ) {
        let paper = try SignedPaper(text, as: .pass, contentLength: contentLength)
        let key = try paper.signer(among: keys)
        guard let pass = WorkerPass(content: paper.content) else { throw .unreadable }
        guard key.mayHaveSigned(on: pass.from) else { throw .keyNotInForce }
        guard pass.from.days(until: pass.until) < longestDays else { throw .tooLong }
        return (pass, key)
    }

    // MARK: Content

    private static let contentLength = 20
    private static let firstDay = Day(number: 18_262)

    var content: [UInt8] {
        let day = UInt16(clamping: WorkerPass.firstDay.days(until: from))
        let days = UInt8(clamping: from.days(until: until))
        return number.bytes + [WorkerPass.code(of: scheme)] + destination.text.utf8.prefix(3)
            + [UInt8(day >> 8), UInt8(day & 255), days]
            + [UInt8(binding >> 16), UInt8(binding >> 8 & 255), UInt8(binding & 255)]
    }

    private init?(content: [UInt8]) {
        guard content.count == WorkerPass.contentLength, content[17] < 16,
            let number = PassNumber(bytes: Array(content.prefix(10))),
            let scheme = Scheme.allCases.first(where: { WorkerPass.code(of: $0) == content[10] }),
            let destination = CountryCode(String(decoding: content[11..<14], as: UTF8.self)),
            destination.isRecognised, Array(destination.text.utf8) == Array(content[11..<14])
        else { return nil }
        self.number = number
        self.scheme = scheme
        self.destination = destination
        from = WorkerPass.firstDay.adding(days: Int(content[14]) << 8 | Int(content[15]))
        until = from.adding(days: Int(content[16]))
        binding = UInt32(content[17]) << 16 | UInt32(content[18]) << 8 | UInt32(content[19])
    }

    /// What a scheme is written as; a number is never used again for another.
    private static func code(of scheme: Scheme) -> UInt8 {
        switch scheme {
        case .gtog: 1
        case .ptop: 2
        case .ukps: 3
        case .mandiri: 4
        case .spsk: 5
        case .ssw: 6
        case .reentry: 7
        case .crew: 8
        }
    }

    /// The first 20 bits of a SHA-256 over number, document and birth date.
    ///
    /// Short on purpose: one foreign document in a million fits by accident, while of all documents and birth dates that there could
    /// be, millions fit a pass, so that trying them all tells nobody whose it is. The number, drawn by chance, is the salt.
    private static func binding(_ number: PassNumber, _ document: PassportNumber, _ bornOn: Day) -> UInt32 {
        let text = "kawal pass holder \(number.text) \(document.text) \(bornOn)"
        let digest = Array(SHA256.hash(data: Array(text.utf8)).prefix(3))
        return UInt32(digest[0]) << 12 | UInt32(digest[1]) << 4 | UInt32(digest[2]) >> 4
    }
}

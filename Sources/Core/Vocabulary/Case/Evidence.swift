/// What is done with a piece of evidence (tindakan atas barang bukti).
public enum CustodyAct: String, Sendable, Codable, CaseIterable {
    /// Taken in, with its bytes.
    case collect
    /// Received from another hand.
    case receive
    /// Looked at.
    case view
    /// Copied.
    case copy
    /// Given out in a bundle.
    case export
    /// Sealed.
    case seal
    /// Unsealed.
    case unseal
    /// Given back to its owner.
    case giveBack = "return"
    /// Destroyed, with the order that says so.
    case destroy

    /// What an officer may note by hand; the rest is noted by what is done.
    public static let byHand: [CustodyAct] = [.receive, .copy, .seal, .unseal, .giveBack, .destroy]
}

/// For what somebody opens a piece of evidence (tujuan).
public enum EvidencePurpose: String, Sendable, Codable, CaseIterable {
    /// To find out what happened.
    case investigate
    /// For the prosecutor.
    case prosecute
    /// For the defence.
    case defend
    /// To protect somebody.
    case protect
    /// To check how it was handled.
    case audit
}

/// One act on a piece of evidence, as it was done (riwayat barang bukti); the original never changes.
public struct EvidenceMove: Sendable, Hashable, Codable {
    /// The evidence.
    public var id: String
    /// The case.
    public var caseID: String
    /// The act's place among those on this evidence, from 1.
    public var number: Int
    /// What was done.
    public var act: CustodyAct
    /// For what.
    public var purpose: EvidencePurpose
    /// The file's name as it came.
    public var name: String
    /// The media type that the bytes show, whatever the name says.
    public var mediaType: String
    /// How many bytes.
    public var bytes: Int
    /// SHA-256 of the bytes, in hexadecimal.
    public var digest: String
    /// Whether the device that captured it had computed the same digest before it was sent.
    public var isDigestOfDevice: Bool
    /// When it was captured, as the device says.
    public var capturedAt: Moment?
    /// Where, as the officer says.
    public var place: String?
    /// A note, an order's number.
    public var text: String?
    /// The key of the sealed file, on the first act only: with its body the file is gone.
    public var key: [UInt8]?
    /// Who did it.
    public var officer: String
    /// For which agency.
    public var authority: Authority?
    /// When, by the server.
    public var at: Moment

    /// An act.
    public init(
        id: String,
        caseID: String,
        number: Int,
        act: CustodyAct,
        purpose: EvidencePurpose,
        name: String,
        mediaType: String,
        bytes: Int,
        digest: String,
        isDigestOfDevice: Bool,
        officer: String,
        authority: Authority?,
        at: Moment
    ) {
        self.id = id
        self.caseID = caseID
        self.number = number
        self.act = act
        self.purpose = purpose
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        self.digest = digest
        self.isDigestOfDevice = isDigestOfDevice
        self.officer = officer
        self.authority = authority
        self.at = at
    }
}

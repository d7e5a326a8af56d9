public import Vocabulary

/// A message that is its sender's, for this receiver, and whole: what the receiver's steps 1 to 9 leave.
public struct AdmittedMessage: Hashable, Sendable {
    /// What it says outside its body.
    public let envelope: Envelope
    /// Its body's exact bytes.
    public let body: [UInt8]
    /// The name of the key that signed it.
    public let keyID: String
    /// What makes this attempt the only one of its kind.
    public let nonce: String
    /// Until when this attempt could be sent again.
    public let expiresAt: Moment
    /// The SHA-256 of what was signed.
    public let requestHash: [UInt8]
    /// The `Signature-Input` field, kept as evidence.
    public let signatureInput: String
    /// The signature, kept as evidence.
    public let signature: [UInt8]
    /// What the answer is bound to.
    public let components: RequestComponents
}

/// A request that is no message, but its sender's and whole.
public struct AdmittedRequest: Hashable, Sendable {
    /// Who asks.
    public let sender: PartyName
    /// The body's exact bytes.
    public let body: [UInt8]
    /// The name of the key that signed it.
    public let keyID: String
    /// What makes this attempt the only one of its kind.
    public let nonce: String
    /// Until when this attempt could be sent again.
    public let expiresAt: Moment
    /// The SHA-256 of what was signed.
    public let requestHash: [UInt8]
    /// What the answer is bound to.
    public let components: RequestComponents
}

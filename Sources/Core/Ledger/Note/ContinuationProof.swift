import FoundationEssentials

/// A proof that a log continues what it once was: the earlier size, the way to the present root, the signed checkpoint.
///
/// - Source: c2sp.org/tlog-witness, the body of `add-checkpoint`.
public struct ContinuationProof: Hashable, Sendable {
    /// The earlier size.
    public let from: UInt64
    /// The hashes of the consistency proof, in order.
    public let proof: [Hash256]
    /// The checkpoint, as it was signed.
    public let checkpoint: SignedNote

    /// A proof.
    public init(from: UInt64, proof: [Hash256], checkpoint: SignedNote) {
        self.from = from
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// The proof as text: `old 254`, one hash a line, an empty line, the checkpoint.
    public var description: String {
        let hashes = proof.map { Data($0.bytes).base64EncodedString() + "\n" }.joined()
        return "old \(from)\n" + hashes + "\n" + checkpoint.description
    }
}

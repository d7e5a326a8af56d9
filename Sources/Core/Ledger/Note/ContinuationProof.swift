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

    /// The most bytes that are read: 63 hashes and a checkpoint with dozens of signatures.
    public static let longest = 1 << 15
    private static let mostHashes = 63

    /// Reads a proof, without trusting it.
    ///
    /// - Throws: `NoteFault.malformed`.
    public init(_ bytes: some Collection<UInt8>) throws(NoteFault) {
        guard bytes.count <= ContinuationProof.longest, let whole = String(validating: bytes, as: UTF8.self)
        else { throw .malformed(part: "characters") }
        var rest = whole[...]
        func line() throws(NoteFault) -> Substring {
            guard let end = rest.firstIndex(of: "\n") else { throw .malformed(part: "lines") }
            defer { rest = rest[rest.index(after: end)...] }
            return rest[..<end]
        }
        let first = try line()
        guard first.hasPrefix("old "), let size = UInt64(first.dropFirst(4)),
            String(size)[...] == first.dropFirst(4)
        else { throw .malformed(part: "old") }
        from = size
        var hashes: [Hash256] = []
        while case let text = try line(), !text.isEmpty {
            guard hashes.count < ContinuationProof.mostHashes,
                let hash = [UInt8](canonicalBase64: text).flatMap({ Hash256($0) })
            else { throw .malformed(part: "proof") }
            hashes.append(hash)
        }
        proof = hashes
        checkpoint = try SignedNote(Array(rest.utf8))
    }

    /// The proof as text: `old 254`, one hash a line, an empty line, the checkpoint.
    public var description: String {
        let hashes = proof.map { Data($0.bytes).base64EncodedString() + "\n" }.joined()
        return "old \(from)\n" + hashes + "\n" + checkpoint.description
    }
}

import FoundationEssentials

/// A proof that stands alone: where an entry is, the way to the root, and the signed checkpoint (tanda terima).
///
/// - Source: c2sp.org/tlog-proof, `c2sp.org/tlog-proof@v1`.
public struct InclusionReceipt: Hashable, Sendable {
    /// The first line.
    public static let format = "c2sp.org/tlog-proof@v1"

    /// Bytes whose meaning is the user's, and which nothing vouches for; nil where there are none.
    public var extra: [UInt8]?
    /// The entry's index.
    public let index: UInt64
    /// The hashes beside its way to the root, from the leaf upwards.
    public let proof: [Hash256]
    /// The checkpoint, as it was signed.
    public let checkpoint: SignedNote

    /// A receipt.
    public init(index: UInt64, proof: [Hash256], checkpoint: SignedNote, extra: [UInt8]? = nil) {
        self.index = index
        self.proof = proof
        self.checkpoint = checkpoint
        self.extra = extra
    }

    /// Reads a receipt, without trusting it.
    ///
    /// - Throws: `NoteFault.malformed`.
    public init(_ bytes: some Collection<UInt8>) throws(NoteFault) {
        guard bytes.count <= 1 << 20, let whole = String(validating: bytes, as: UTF8.self) else {
            throw .malformed(part: "characters")
        }
        var rest = whole[...]
        func line() throws(NoteFault) -> Substring {
            guard let end = rest.firstIndex(of: "\n") else { throw .malformed(part: "lines") }
            defer { rest = rest[rest.index(after: end)...] }
            return rest[..<end]
        }
        guard try line() == InclusionReceipt.format[...] else { throw .malformed(part: "format") }
        var next = try line()
        if next.hasPrefix("extra ") {
            guard let bytes = [UInt8](canonicalBase64: next.dropFirst(6)) else {
                throw .malformed(part: "extra")
            }
            extra = bytes
            next = try line()
        }
        guard next.hasPrefix("index "), let index = UInt64(next.dropFirst(6)),
            String(index)[...] == next.dropFirst(6)
        else { throw .malformed(part: "index") }
        self.index = index
        var hashes: [Hash256] = []
        while true {
            let hash = try line()
            if hash.isEmpty { break }
            guard hashes.count < 64, let read = [UInt8](canonicalBase64: hash).flatMap({ Hash256($0) }) else {
                throw .malformed(part: "proof")
            }
            hashes.append(read)
        }
        proof = hashes
        checkpoint = try SignedNote(Array(rest.utf8))
    }

    /// The receipt as text.
    public var description: String {
        var lines = [InclusionReceipt.format]
        if let extra { lines.append("extra " + Data(extra).base64EncodedString()) }
        lines.append("index \(index)")
        lines += proof.map { Data($0.bytes).base64EncodedString() }
        return lines.joined(separator: "\n") + "\n\n" + checkpoint.description
    }

    /// The checkpoint, where the log signed it, so many of the named witnesses cosigned it (every one where no number is
    /// said), and the entry is in its tree.
    ///
    /// - Throws: `NoteFault`, which says what is not right.
    public func verified(
        entry: [UInt8],
        log: [NoteKey],
        witnesses: [NoteKey] = [],
        quorum: Int? = nil
    ) throws(NoteFault) -> Checkpoint {
        let head = try Checkpoint(checkpoint, of: log)
        if !witnesses.isEmpty {
            let seen = try checkpoint.signers(among: witnesses.filter { $0.kind == .cosignature })
            guard seen.count >= quorum ?? witnesses.count else { throw .unsigned }
        }
        guard
            ProofCheck.includes(
                leaf: ProofCheck.leaf(entry),
                at: index,
                size: head.size,
                root: head.root.bytes,
                proof: proof.map(\.bytes)
            )
        else { throw .notIncluded(index: index) }
        return head
    }
}

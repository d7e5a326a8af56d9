/// Two statements of one log that don't go together: what its witness saw, and what it showed afterwards.
///
/// Both are signed by the log, so whoever has the log's key can judge them without trusting the witness.
/// - Source: c2sp.org/tlog-witness: such a request "might be proof of log misbehavior".
public struct SplitView: Hashable, Sendable {
    /// What is wrong, the surest first.
    public enum Kind: String, Hashable, Sendable {
        /// Two roots of one size: the signatures alone prove it.
        case twoRoots = "two-roots"
        /// The log's own proof leads to its new root from another beginning than the one that was seen: proven as well.
        case otherBeginning = "other-beginning"
        /// Nothing shows that the log continues what was seen; the proof may only have been damaged.
        case noContinuation = "no-continuation"
        /// The log is shorter than it was; an old request that came late looks the same.
        case shorter = "shorter"

        /// Whether the evidence convinces a third party.
        public var isProof: Bool { self == .twoRoots || self == .otherBeginning }
    }

    /// What is wrong.
    public let kind: Kind
    /// The checkpoint that was seen first.
    public let seen: SignedNote
    /// The one that was shown afterwards.
    public let shown: SignedNote
    /// The proof that came with it.
    public let proof: [Hash256]

    /// Compares two statements of a log; nil where the later one continues the earlier.
    ///
    /// - Throws: `NoteFault` where one is not the log's.
    public init?(seen: SignedNote, shown: SignedNote, proof: [Hash256], of log: [NoteKey]) throws(NoteFault) {
        let (earlier, later) = (try Checkpoint(seen, of: log), try Checkpoint(shown, of: log))
        guard let kind = SplitView.kind(earlier, later, proof: proof) else { return nil }
        self.init(kind: kind, seen: seen, shown: shown, proof: proof)
    }

    init(kind: Kind, seen: SignedNote, shown: SignedNote, proof: [Hash256]) {
        self.kind = kind
        self.seen = seen
        self.shown = shown
        self.proof = proof
    }

    /// What is wrong between two checkpoints of one log.
    static func kind(_ earlier: Checkpoint, _ later: Checkpoint, proof: [Hash256]) -> Kind? {
        if later.size == earlier.size { return later.root == earlier.root ? nil : .twoRoots }
        if later.size < earlier.size { return .shorter }
        if earlier.size == 0 { return earlier.root == MerkleFrontier().root ? nil : .twoRoots }
        let roots = ProofCheck.roots(
            from: (earlier.size, earlier.root.bytes),
            to: later.size,
            proof: proof.map(\.bytes)
        )
        guard let roots, roots.after == later.root.bytes else { return .noContinuation }
        return roots.before == earlier.root.bytes ? nil : .otherBeginning
    }
}

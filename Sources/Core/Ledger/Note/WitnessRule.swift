/// What a witness remembers of a log: the newest checkpoint that it has cosigned, as the log signed it.
public struct WitnessMemory: Hashable, Sendable {
    /// The checkpoint.
    public let checkpoint: Checkpoint
    /// The same with the log's signature: one half of the evidence, should it ever show another log.
    public let note: SignedNote

    /// A memory of a checkpoint; nothing but the log's own signatures is kept.
    init(_ checkpoint: Checkpoint, _ note: SignedNote, of log: [NoteKey]) {
        let ids = Set(log.map(\.id))
        let own = note.signatures.filter { $0.name == checkpoint.origin && ids.contains($0.id) }
        self.checkpoint = checkpoint
        self.note = SignedNote(text: note.text, signatures: own)
    }

    /// Reads a memory as it was kept.
    ///
    /// - Throws: `NoteFault.malformed`.
    public init(kept bytes: some Collection<UInt8>) throws(NoteFault) {
        note = try SignedNote(bytes)
        checkpoint = try Checkpoint(text: note.text)
    }
}

/// Why a witness does not cosign.
public enum WitnessRefusal: Error, Hashable, Sendable {
    /// The request has not the form; the part that has not is named.
    case malformed(part: String)
    /// The log is none that is witnessed here.
    case unknownLog
    /// No signature is the log's, or one only says so.
    case unsigned
    /// The earlier size is above the checkpoint's.
    case oldAboveNew
    /// The earlier size is not the one that was cosigned last.
    case stale(known: UInt64)
    /// The checkpoint is not shown to continue what was cosigned last.
    case unproven

    /// The status of the answer.
    public var status: Int {
        switch self {
        case .malformed, .oldAboveNew: 400
        case .unknownLog: 404
        case .unsigned: 403
        case .stale: 409
        case .unproven: 422
        }
    }

    /// The body of the answer: the known size, or one line that says what was wrong.
    public var body: String {
        switch self {
        case .malformed(let part): "malformed: \(part)\n"
        case .unknownLog: "unknown log\n"
        case .unsigned: "no signature of the log\n"
        case .oldAboveNew: "old size above checkpoint size\n"
        case .stale(let known): "\(known)\n"
        case .unproven: "not shown to continue what was cosigned\n"
        }
    }

    /// The media type of the body.
    public var mediaType: String {
        if case .stale = self { WitnessRule.sizeMediaType } else { WitnessRule.textMediaType }
    }
}

/// What a witness makes of a request.
public enum WitnessVerdict: Hashable, Sendable {
    /// The checkpoint is to be remembered and, once that is durable, cosigned.
    case cosign(WitnessMemory)
    /// It is not cosigned; where the log contradicts what it signed before, both statements stand as evidence.
    case refuse(WitnessRefusal, SplitView?)
}

/// What a witness does with the body of `add-checkpoint`; who calls it keeps the memory.
///
/// - Source: c2sp.org/tlog-witness, in its order; of a same size with another root the answer is 422, as its newer text says.
public enum WitnessRule {
    /// The media type of a known size.
    public static let sizeMediaType = "text/x.tlog.size"
    /// The media type of cosignatures and of words.
    public static let textMediaType = "text/plain; charset=utf-8"

    /// A request whose checkpoint the log has signed; what it claims is not judged yet.
    public struct Request: Hashable, Sendable {
        /// The earlier size and the way from it.
        let claim: ContinuationProof
        /// The checkpoint that the log has signed.
        public let shown: WitnessMemory
    }

    /// Reads a request, as far as no memory is needed.
    ///
    /// - Throws: `WitnessRefusal`.
    public static func read(_ body: some Collection<UInt8>, of log: [NoteKey]) throws(WitnessRefusal)
        -> Request
    {
        let claim: ContinuationProof
        let checkpoint: Checkpoint
        do throws(NoteFault) {
            claim = try ContinuationProof(body)
            checkpoint = try Checkpoint(text: claim.checkpoint.text)
        } catch {
            if case .malformed(let part) = error { throw .malformed(part: part) }
            throw .malformed(part: "checkpoint")
        }
        let own = log.filter { $0.name == checkpoint.origin && $0.kind == .signature }
        guard !own.isEmpty else { throw .unknownLog }
        guard (try? claim.checkpoint.signers(among: own)) != nil else { throw .unsigned }
        guard claim.from <= checkpoint.size else { throw .oldAboveNew }
        return Request(claim: claim, shown: WitnessMemory(checkpoint, claim.checkpoint, of: own))
    }

    /// Judges a request by what is remembered of its log; nil where nothing of it was ever cosigned.
    public static func judge(_ request: Request, remembering memory: WitnessMemory?) -> WitnessVerdict {
        let (claim, shown) = (request.claim, request.shown)
        let known = memory?.checkpoint ?? empty(shown.checkpoint.origin)
        let kind = SplitView.kind(known, shown.checkpoint, proof: claim.proof)
        func evidence() -> SplitView? {
            guard let kind, let seen = memory?.note else { return nil }
            return SplitView(kind: kind, seen: seen, shown: shown.note, proof: claim.proof)
        }
        guard claim.from == known.size else {
            // From another size its proof says nothing of what is remembered.
            let isClear = kind == .twoRoots || kind == .shorter
            return .refuse(.stale(known: known.size), isClear ? evidence() : nil)
        }
        let isContinued = ProofCheck.isContinued(
            earlier: (known.size, known.root.bytes),
            by: (shown.checkpoint.size, shown.checkpoint.root.bytes),
            proof: claim.proof.map(\.bytes)
        )
        return isContinued ? .cosign(shown) : .refuse(.unproven, evidence())
    }

    private static func empty(_ origin: String) -> Checkpoint {
        Checkpoint(origin: origin, size: 0, root: MerkleFrontier().root)
    }
}

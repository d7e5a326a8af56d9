import FoundationEssentials

/// What a log says of itself at a moment: how long it is, and the root of its tree.
///
/// - Shape: three lines, origin, size and root in base64; no extension lines.
/// - Source: c2sp.org/tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
    /// The log's unique name: `kawal.example/immigration`.
    public let origin: String
    /// The number of entries.
    public let size: UInt64
    /// The root of the tree.
    public let root: Hash256

    /// A checkpoint.
    public init(origin: String, size: UInt64, root: Hash256) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads the text of a note.
    ///
    /// - Throws: `NoteFault.malformed`.
    public init(text: String) throws(NoteFault) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4, lines[3].isEmpty, NoteKey.isName(lines[0]) else {
            throw .malformed(part: "checkpoint")
        }
        guard let size = UInt64(lines[1]), String(size) == lines[1] else { throw .malformed(part: "size") }
        guard let root = [UInt8](canonicalBase64: lines[2]).flatMap({ Hash256($0) }) else {
            throw .malformed(part: "root")
        }
        self.init(origin: lines[0], size: size, root: root)
    }

    /// The text that is signed.
    public var text: String { "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n" }

    /// The checkpoint of a note that the log itself signed.
    ///
    /// - Throws: `NoteFault` where the form, the origin or the signature is not right.
    public init(_ note: SignedNote, of log: [NoteKey]) throws(NoteFault) {
        let checkpoint = try Checkpoint(text: note.text)
        guard log.contains(where: { $0.name == checkpoint.origin }) else {
            throw .origin(found: checkpoint.origin)
        }
        _ = try note.signers(among: log.filter { $0.name == checkpoint.origin && $0.kind == .signature })
        self = checkpoint
    }
}

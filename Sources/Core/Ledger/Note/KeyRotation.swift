/// That a log's next key is trusted because its present one says so.
///
/// - Shape: a note of three lines, a title, the new key and the moment from which it signs, signed by the key before.
public struct KeyRotation: Hashable, Sendable {
    private static let title = "kawal log key"

    /// The new key.
    public let key: NoteKey
    /// From when it signs, as RFC 3339.
    public let since: String
    /// The statement as it was signed.
    public let note: SignedNote

    /// States a new key; nil where it is another log's.
    ///
    /// - Throws: What the cryptographic library throws.
    public init?(to key: NoteKey, since: String, signedBy signer: NoteSigner) throws {
        guard key.name == signer.key.name, key.kind == .signature else { return nil }
        let text = "\(KeyRotation.title)\n\(key)\n\(since)\n"
        self.key = key
        self.since = since
        note = SignedNote(text: text, signatures: [try signer.sign(text)])
    }

    /// Reads a statement, without trusting it.
    ///
    /// - Throws: `NoteFault.malformed`.
    public init(_ bytes: some Collection<UInt8>) throws(NoteFault) {
        note = try SignedNote(bytes)
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4, lines[0] == KeyRotation.title, lines[3].isEmpty, let key = NoteKey(lines[1]),
            key.kind == .signature
        else { throw .malformed(part: "key rotation") }
        self.key = key
        since = lines[2]
    }

    /// The keys that are trusted once those of a log's statements are followed, in the order of the statements.
    public static func trusted(_ keys: [NoteKey], following rotations: [KeyRotation]) -> [NoteKey] {
        rotations.reduce(into: keys) { trusted, rotation in
            let own = trusted.filter { $0.name == rotation.key.name && $0.kind == .signature }
            guard !trusted.contains(rotation.key), (try? rotation.note.signers(among: own)) != nil else {
                return
            }
            trusted.append(rotation.key)
        }
    }
}

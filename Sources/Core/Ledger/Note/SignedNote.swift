import FoundationEssentials

/// Why a note, a checkpoint or a proof is not to be trusted.
public enum NoteFault: Error, Hashable, Sendable {
    /// The text has not the form; the part that has not is named.
    case malformed(part: String)
    /// No signature is by a key that is trusted.
    case unsigned
    /// A signature that names a trusted key is not that key's: the text was altered.
    case forged(name: String)
    /// The log is another one.
    case origin(found: String)
    /// The proof does not lead from the entry to the checkpoint's root.
    case notIncluded(index: UInt64)
}

/// A text with signatures (catatan bertanda tangan).
///
/// - Shape: the text ends with a line end; an empty line and one line a signature follow.
/// - Source: c2sp.org/signed-note.
public struct SignedNote: Hashable, Sendable {
    /// One line of signature.
    public struct Signature: Hashable, Sendable {
        /// The key's name.
        public let name: String
        /// The key's id.
        public let id: UInt32
        /// The signature itself.
        public let bytes: [UInt8]

        /// A signature.
        public init(name: String, id: UInt32, bytes: [UInt8]) {
            self.name = name
            self.id = id
            self.bytes = bytes
        }
    }

    /// The text, its last line end included.
    public let text: String
    /// The signatures, in order.
    public var signatures: [Signature]

    private static let longest = 1 << 20
    private static let mostSignatures = 64

    /// A note.
    public init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note, without trusting it.
    ///
    /// - Throws: `NoteFault.malformed`.
    public init(_ bytes: some Collection<UInt8>) throws(NoteFault) {
        guard bytes.count <= SignedNote.longest, let note = String(validating: bytes, as: UTF8.self),
            note.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" })
        else { throw .malformed(part: "characters") }
        guard let gap = note.lastRange(of: "\n\n") else { throw .malformed(part: "signatures") }
        text = String(note[..<note.index(after: gap)])
        signatures = try SignedNote.signatures(note[note.index(gap, offsetBy: 2)...])
    }

    /// Reads lines of signatures, as a witness answers them, without trusting them.
    ///
    /// - Throws: `NoteFault.malformed`.
    public static func signatures(_ bytes: some Collection<UInt8>) throws(NoteFault) -> [Signature] {
        guard bytes.count <= longest, let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformed(part: "characters")
        }
        return try signatures(text[...])
    }

    private static func signatures(_ text: Substring) throws(NoteFault) -> [Signature] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.popLast() == "", !lines.isEmpty, lines.count <= mostSignatures else {
            throw .malformed(part: "signatures")
        }
        var signatures: [Signature] = []
        for line in lines {
            guard let signature = Signature(line: line) else { throw .malformed(part: "signature line") }
            signatures.append(signature)
        }
        return signatures
    }

    /// The whole note as text.
    public var description: String {
        text + "\n" + signatures.map(\.line).joined()
    }

    /// The trusted keys that signed it.
    ///
    /// Signatures by other keys are passed over.
    /// - Throws: `NoteFault.forged` where one that names a trusted key is not its own; `NoteFault.unsigned`.
    public func signers(among trusted: [NoteKey]) throws(NoteFault) -> [NoteKey] {
        var signers: [NoteKey] = []
        for signature in signatures {
            let named = trusted.first { $0.name == signature.name && $0.id == signature.id }
            guard let key = named, !signers.contains(key) else { continue }
            guard key.accepts(signature.bytes, over: text) else { throw .forged(name: key.name) }
            signers.append(key)
        }
        guard !signers.isEmpty else { throw .unsigned }
        return signers
    }
}

extension SignedNote.Signature {
    /// The signature as a line of a note, its end included.
    public var line: String {
        let id = withUnsafeBytes(of: self.id.bigEndian) { [UInt8]($0) }
        return "\u{2014} " + name + " " + Data(id + bytes).base64EncodedString() + "\n"
    }

    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", NoteKey.isName(String(parts[1])),
            let bytes = [UInt8](canonicalBase64: parts[2]), bytes.count > 4
        else { return nil }
        name = String(parts[1])
        id = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
        self.bytes = Array(bytes.dropFirst(4))
    }
}

extension String {
    /// Where the last occurrence of a text begins.
    fileprivate func lastRange(of wanted: String) -> Index? {
        var place = endIndex
        while place > startIndex {
            place = index(before: place)
            if self[place...].hasPrefix(wanted) { return place }
        }
        return nil
    }
}

/// What bytes are, by how they begin: a name can say anything (jenis berkas).
public enum MediaKind: String, Sendable, CaseIterable {
    /// A photograph.
    case jpeg = "image/jpeg"
    /// A picture.
    case png = "image/png"
    /// A document.
    case pdf = "application/pdf"
    /// Sound.
    case mp3 = "audio/mpeg"
    /// Sound of telephones.
    case ogg = "audio/ogg"
    /// Moving pictures.
    case mp4 = "video/mp4"
    /// Words in UTF-8, without control characters.
    case text = "text/plain"

    /// Reads the first bytes; nil where they are none of these, so that nobody keeps a program as a photograph.
    ///
    /// - Source: the file signatures of JFIF, PNG (RFC 2083), ISO 32000, ID3, RFC 3533, ISO 14496-12.
    public init?(_ bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(16))
        func begins(_ signature: [UInt8], at place: Int = 0) -> Bool {
            head.count >= place + signature.count && Array(head[place..<place + signature.count]) == signature
        }
        if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins(Array("ID3".utf8)) || begins([0xFF, 0xFB]) {
            self = .mp3
        } else if begins(Array("OggS".utf8)) {
            self = .ogg
        } else if begins(Array("ftyp".utf8), at: 4) {
            self = .mp4
        } else if !bytes.isEmpty, MediaKind.isPlainText(bytes) {
            self = .text
        } else {
            return nil
        }
    }

    /// The endings under which such a file is known.
    public var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .png: ["png"]
        case .pdf: ["pdf"]
        case .mp3: ["mp3"]
        case .ogg: ["ogg", "oga", "opus"]
        case .mp4: ["mp4", "m4a", "mov", "3gp"]
        case .text: ["txt", "csv", "md"]
        }
    }

    private static func isPlainText(_ bytes: some Collection<UInt8>) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        guard bytes.first != UInt8(ascii: "<") else { return false }
        return bytes.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
}

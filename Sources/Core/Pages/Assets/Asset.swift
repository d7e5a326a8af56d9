/// A style sheet or script that the server sends; its name holds a digest of its content, so that it may be kept for ever.
public struct Asset: Sendable, Hashable {
    /// The path: `/aset/kawal.0123456789abcdef.css`.
    public let path: String
    /// The media type.
    public let contentType: String
    /// The content.
    public let bytes: [UInt8]
}

/// A style sheet or script that the server sends; its name holds a digest of its content, so it may be kept for ever.
public struct Asset: Sendable, Hashable {
    /// The path: `/aset/kawal.0123456789abcdef.css`.
    public let path: String
    /// The media type.
    public let contentType: String
    /// The content.
    public let bytes: [UInt8]

    private init(_ name: String, _ ending: String, contentType: String, _ bytes: [UInt8]) {
        path = "/aset/\(name).\(Asset.digest(bytes)).\(ending)"
        self.contentType = contentType
        self.bytes = bytes
    }

    /// The address in a page.
    var link: Link { Link(local: path) ?? Link("/") }

    /// The style sheet of every page.
    public static let style = Asset(
        "kawal",
        "css",
        contentType: "text/css; charset=utf-8",
        PackageResources.kawal_css
    )
    /// Letter keys, arrows in lists, Esc.
    public static let keys = Asset.script("keys", PackageResources.keys_js)
    /// The counter: bursts of a reader, answers in place.
    public static let counter = Asset.script("counter", PackageResources.counter_js)
    /// Live regions by server-sent events.
    public static let live = Asset.script("live", PackageResources.live_js)
    /// Progress of an upload.
    public static let upload = Asset.script("upload", PackageResources.upload_js)
    /// The digest of evidence before it is sent.
    public static let evidence = Asset.script("evidence", PackageResources.evidence_js)
    /// The mark of the site in a browser's tab.
    public static let icon = Asset(
        "kawal",
        "svg",
        contentType: "image/svg+xml",
        PackageResources.kawal_svg
    )

    /// Everything there is to send.
    public static let all: [Asset] = [style, keys, counter, live, upload, evidence, icon]

    private static func script(_ name: String, _ bytes: [UInt8]) -> Asset {
        Asset(name, "js", contentType: "text/javascript; charset=utf-8", bytes)
    }

    /// A digest that tells versions of a file apart (FNV-1a, 64 bits); it protects against nothing else.
    static func digest(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let text = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}

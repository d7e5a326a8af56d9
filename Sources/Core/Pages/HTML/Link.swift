/// An address that a page may point to: a path of this site, made safe part by part, or a constant `https` address.
///
/// - Shape: parts and query values are percent-encoded; no scheme, host or traversal can come in by a value.
public struct Link: Sendable, Hashable {
    /// The address as written in the page.
    public let text: String

    /// A path of this site with parts that come from values.
    public init(_ path: StaticString, _ parts: String..., query: [(name: StaticString, value: String)] = []) {
        var bytes: [UInt8] = []
        bytes.append(constant: path)
        for part in parts {
            bytes.append(UInt8(ascii: "/"))
            Link.encode(part, into: &bytes)
        }
        for (position, pair) in query.enumerated() {
            bytes.append(position == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
            bytes.append(constant: pair.name)
            bytes.append(UInt8(ascii: "="))
            Link.encode(pair.value, into: &bytes)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// A path of this site that a browser asked for (`/papan?hari=2026-03-01`); nil unless it stays on this site.
    ///
    /// A second slash or a backslash at the start would name another host.
    public init?(local path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 1024,
            bytes.count == 1 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        text = path
    }

    /// A place on the same page, by the name that its element has.
    static func anchor(_ id: String) -> Link {
        var bytes = [UInt8(ascii: "#")]
        encode(id, into: &bytes)
        return Link(written: String(decoding: bytes, as: UTF8.self))
    }

    /// A telephone number of digits, with a plus sign before them or without.
    init(dialled digits: String) { self.init(written: "tel:" + digits) }

    private init(written text: String) { self.text = text }

    /// An address elsewhere; nil unless it is `https`.
    public init?(https address: String) {
        let bytes = Array(address.utf8)
        guard address.hasPrefix("https://"), bytes.count > 8, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        text = address
    }

    /// Writes what RFC 3986 leaves unreserved as it is, all else as `%XX`; a part of dots only is encoded whole.
    private static func encode(_ part: String, into bytes: inout [UInt8]) {
        let isTraversal = part == "." || part == ".."
        for byte in part.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            case UInt8(ascii: ".") where !isTraversal:
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 15))
            }
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}

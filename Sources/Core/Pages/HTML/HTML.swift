/// A piece of a page that is well-formed and escaped by its type: text and attribute values can't break out of it.
///
/// - Shape: UTF-8; joined pieces stay in order. Raw markup can only be a constant of this module (`StaticString`).
public struct HTML: Sendable, Hashable {
    /// The piece as it is sent.
    public private(set) var bytes: [UInt8]

    /// An empty piece.
    public init() { bytes = [] }

    /// A piece of text: `<`, `>`, `&` and quotation marks are written as references, control characters left out.
    public init(_ text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count + 8)
        HTML.escape(text, into: &bytes)
    }

    /// A constant of this module that is markup already.
    init(constant markup: StaticString) {
        bytes = markup.withUTF8Buffer { Array($0) }
    }

    /// The piece as text, for tests and for measuring.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether nothing is in it.
    var isEmpty: Bool { bytes.isEmpty }

    /// Appends a piece.
    mutating func append(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }

    /// Appends an element with its content.
    mutating func append(_ name: StaticString, _ attributes: [Attribute], content: HTML?) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(constant: name)
        for attribute in attributes { attribute.write(into: &bytes) }
        bytes.append(UInt8(ascii: ">"))
        guard let content else { return }
        bytes.append(contentsOf: content.bytes)
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes.append(constant: name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Appends text so that no reader of HTML takes any of it for markup.
    ///
    /// Control characters other than tab and line feed have no meaning in a page and are left out.
    static func escape(_ text: String, into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes.append(constant: "&lt;")
            case UInt8(ascii: ">"): bytes.append(constant: "&gt;")
            case UInt8(ascii: "&"): bytes.append(constant: "&amp;")
            case UInt8(ascii: "\""): bytes.append(constant: "&quot;")
            case UInt8(ascii: "'"): bytes.append(constant: "&#39;")
            case 0x00...0x08, 0x0B...0x1F, 0x7F: continue
            default: bytes.append(byte)
            }
        }
    }
}

extension [UInt8] {
    /// Appends a constant.
    mutating func append(constant: StaticString) {
        constant.withUTF8Buffer { append(contentsOf: $0) }
    }
}

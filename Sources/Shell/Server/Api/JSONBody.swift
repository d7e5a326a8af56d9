import Foundation
import NIOCore

/// Reads JSON bodies within limits.
enum JSONBody {
    private static let deepest = 16

    /// Decodes a body.
    ///
    /// - Throws: `Problem` where it isn't JSON or is nested deeper than any request of this interface; `DecodingError`.
    static func decode<Value: Decodable>(_ type: Value.Type, from body: ByteBuffer) throws -> Value {
        guard depth(body.readableBytesView) <= deepest else {
            throw Problem.unreadableJSON(field: nil, expected: "at most \(deepest) levels")
        }
        return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
    }

    /// How deep brackets are nested, text left out.
    private static func depth(_ bytes: ByteBufferView) -> Int {
        var depth = 0
        var deepest = 0
        var isText = false
        var isEscaped = false
        for byte in bytes {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else {
                    isText = byte != UInt8(ascii: "\"")
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}

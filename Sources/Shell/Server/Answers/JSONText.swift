import Vocabulary

/// A JSON value whose objects keep the order of their members, so that what is written is the same every time.
enum JSONText: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A number with a fraction.
    case number(Double)
    /// Text.
    case string(String)
    /// A list.
    case array([JSONText])
    /// Members in order.
    case object([Member])

    /// A member of an object.
    struct Member: Sendable, Hashable {
        /// The name.
        var name: String
        /// The value.
        var value: JSONText
    }

    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int) { self = .int(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSONText...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSONText)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }

    /// Text, or null where there is none.
    init(_ text: String?) { self = text.map(JSONText.string) ?? .null }

    /// The member of an object; nil where it has none of that name.
    subscript(_ name: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text on one line.
    var compact: String {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text on many lines, two blanks a level, with a line end.
    var pretty: String {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: 0)
        bytes.append(0x0A)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(into bytes: inout [UInt8], indent: Int?) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .string(let text): bytes.appendJSONString(text.utf8)
        case .array(let elements):
            JSONText.list(elements, "[", "]", into: &bytes, indent: indent) { element, bytes, indent in
                element.write(into: &bytes, indent: indent)
            }
        case .object(let members):
            JSONText.list(members, "{", "}", into: &bytes, indent: indent) { member, bytes, indent in
                bytes.appendJSONString(member.name.utf8)
                bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                member.value.write(into: &bytes, indent: indent)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element],
        _ open: String,
        _ close: String,
        into bytes: inout [UInt8],
        indent: Int?,
        _ write: (Element, inout [UInt8], Int?) -> Void
    ) {
        bytes.append(contentsOf: open.utf8)
        let inner = indent.map { $0 + 2 }
        for (position, element) in elements.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(inner, into: &bytes)
            write(element, &bytes, inner)
        }
        if !elements.isEmpty { newLine(indent, into: &bytes) }
        bytes.append(contentsOf: close.utf8)
    }

    private static func newLine(_ indent: Int?, into bytes: inout [UInt8]) {
        guard let indent else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indent))
    }
}

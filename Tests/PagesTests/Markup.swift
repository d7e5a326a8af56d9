/// A page read back: a strict reader of well-formed HTML, so that tests look at what a browser would see.
struct Markup: Sendable {
    /// An element with its attributes, or a piece of text.
    indirect enum Node: Equatable, Sendable {
        case element(String, [String: String], [Node])
        case text(String)
    }

    /// Why a page is not well-formed.
    struct Flaw: Error { var finding: String }

    static let voids: Set<String> = ["br", "input", "link", "meta"]

    let nodes: [Node]

    init(_ page: String) throws {
        var reader = Reader(bytes: Array(page.utf8))
        reader.skip("<!doctype html>")
        nodes = try reader.content(of: nil)
    }

    /// Every element, in document order.
    var elements: [(name: String, attributes: [String: String], content: [Node])] {
        Markup.elements(nodes)
    }

    static func elements(_ nodes: [Node]) -> [(name: String, attributes: [String: String], content: [Node])] {
        nodes.flatMap { node -> [(name: String, attributes: [String: String], content: [Node])] in
            guard case .element(let name, let attributes, let content) = node else { return [] }
            return [(name, attributes, content)] + elements(content)
        }
    }

    /// The text of nodes, joined.
    static func text(_ nodes: [Node]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .element(_, _, let content): text(content)
            }
        }.joined()
    }

    /// Names of elements and of their attributes, in order: what a page is built of, whatever it says.
    var structure: [String] {
        elements.map { $0.name + " " + $0.attributes.keys.sorted().joined(separator: " ") }
    }
}

private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position >= bytes.count }

    func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    mutating func skip(_ text: String) {
        if starts(text) { position += text.utf8.count }
    }

    mutating func content(of name: String?) throws -> [Markup.Node] {
        var nodes: [Markup.Node] = []
        while !isAtEnd {
            if starts("</") {
                guard let name else { throw Markup.Flaw(finding: "an end without a start at \(position)") }
                let end = "</\(name)>"
                guard starts(end) else { throw Markup.Flaw(finding: "expected \(end) at \(position)") }
                position += end.utf8.count
                return nodes
            }
            nodes.append(bytes[position] == UInt8(ascii: "<") ? try element() : .text(try text(until: "<")))
        }
        guard name == nil else { throw Markup.Flaw(finding: "no end of \(name ?? "")") }
        return nodes
    }

    private mutating func element() throws -> Markup.Node {
        position += 1
        let name = word(until: " />")
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 != UInt8(ascii: "<") }) else {
            throw Markup.Flaw(finding: "no name at \(position)")
        }
        var attributes: [String: String] = [:]
        while true {
            while !isAtEnd, bytes[position] == UInt8(ascii: " ") { position += 1 }
            guard !isAtEnd else { throw Markup.Flaw(finding: "an open tag") }
            if starts("/>") {
                position += 2
                return .element(name, attributes, [])
            }
            if bytes[position] == UInt8(ascii: ">") {
                position += 1
                break
            }
            let key = word(until: " =>/")
            guard !key.isEmpty else { throw Markup.Flaw(finding: "no attribute at \(position)") }
            guard attributes[key] == nil else { throw Markup.Flaw(finding: "\(key) twice at \(position)") }
            guard starts("=") else {
                attributes[key] = ""
                continue
            }
            position += 1
            guard starts("\"") else { throw Markup.Flaw(finding: "unquoted \(key)") }
            position += 1
            attributes[key] = try text(until: "\"")
            position += 1
        }
        if Markup.voids.contains(name) { return .element(name, attributes, []) }
        return .element(name, attributes, try content(of: name))
    }

    private mutating func word(until ends: String) -> String {
        let start = position
        while !isAtEnd, !ends.utf8.contains(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Text up to a byte, references resolved; a bare `<`, `>` or unknown reference is a flaw.
    private mutating func text(until end: Character) throws -> String {
        guard let stop = end.asciiValue else { return "" }
        var read: [UInt8] = []
        while !isAtEnd, bytes[position] != stop {
            let byte = bytes[position]
            guard byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") else {
                throw Markup.Flaw(finding: "bare markup at \(position)")
            }
            if byte == UInt8(ascii: "&") {
                let known = ["&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'"]
                guard let reference = known.first(where: { starts($0.key) }) else {
                    throw Markup.Flaw(finding: "bare & at \(position)")
                }
                position += reference.key.utf8.count
                read.append(contentsOf: reference.value.utf8)
            } else {
                read.append(byte)
                position += 1
            }
        }
        return String(decoding: read, as: UTF8.self)
    }
}

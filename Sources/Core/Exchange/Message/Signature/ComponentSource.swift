/// The message that a signature's components are taken from.
public struct ComponentSource: Hashable, Sendable {
    /// What a message begins with.
    public enum Start: Hashable, Sendable {
        /// A request: scheme and authority of the connection, the target as the request line has it.
        case request(method: String, scheme: String, authority: String, target: String)
        /// An answer.
        case response(status: Int)
    }

    /// What the message begins with.
    public let start: Start
    /// Its header.
    public let fields: FieldTable
    /// What stands behind its body.
    public let trailers: FieldTable

    /// A message of its parts.
    public init(start: Start, fields: FieldTable, trailers: FieldTable = FieldTable([])) {
        self.start = start
        self.fields = fields
        self.trailers = trailers
    }

    /// The value of a component that isn't a field; nil where this message has none of that name.
    ///
    /// - Source: RFC 9421 section 2.2.
    func derived(_ identifier: ComponentIdentifier) -> String? {
        switch start {
        case .response(let status): return identifier.name == "@status" ? "\(status)" : nil
        case .request(let method, let scheme, let authority, let target):
            let host = HostAuthority.canonical(authority, scheme: scheme)
            switch identifier.name {
            case "@method": return method
            case "@scheme": return scheme.lowercased()
            case "@authority": return host
            case "@request-target": return target
            case "@target-uri":
                let isAbsolute = !target.hasPrefix("/")
                return isAbsolute ? target : host.map { "\(scheme.lowercased())://\($0)\(target)" }
            case "@path": return RequestTarget(target).path
            case "@query": return "?" + RequestTarget(target).query
            case "@query-param":
                return identifier.parameterName.flatMap { RequestTarget(target).parameter($0) }
            default: return nil
            }
        }
    }
}

/// The parts of a request's target that a signature can name.
struct RequestTarget {
    /// The path; `/` where there is none.
    let path: String
    /// What stands behind the question mark.
    let query: String

    init(_ target: String) {
        var rest = Substring(target)
        if let mark = rest.firstRange(of: "://"), !rest.hasPrefix("/") {
            rest = rest[mark.upperBound...]
            rest = rest.firstIndex { $0 == "/" || $0 == "?" }.map { rest[$0...] } ?? ""
        }
        let end = rest.utf8.firstIndex(of: 0x3F) ?? rest.endIndex
        path = end == rest.startIndex ? "/" : String(rest[..<end])
        query = end == rest.endIndex ? "" : String(rest[rest.utf8.index(after: end)...])
    }

    /// The value of the one parameter whose encoded name this is, encoded; nil where there is none or several.
    ///
    /// - Source: RFC 9421 section 2.2.8.
    func parameter(_ name: String) -> String? {
        let values = query.utf8.split(separator: 0x26).compactMap { pair -> String? in
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard RequestTarget.encodedAnew(parts[0]) == name else { return nil }
            return parts.count == 2 ? RequestTarget.encodedAnew(parts[1]) : ""
        }
        return values.count == 1 ? values[0] : nil
    }

    /// A part of a form, decoded and encoded again in one form.
    private static func encodedAnew(_ part: Substring.UTF8View) -> String {
        var decoded: [UInt8] = []
        var position = part.startIndex
        while position < part.endIndex {
            let byte = part[position]
            position = part.index(after: position)
            let pair = part[position...].prefix(2)
            if byte == 0x25, pair.count == 2,
                let value = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                position = pair.endIndex
            } else {
                decoded.append(byte == 0x2B ? 0x20 : byte)
            }
        }
        var encoded = ""
        for byte in decoded {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x2D, 0x2E, 0x5F:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}

/// The lines of an HTTP header by their names in lower case, each name's lines in their order.
public struct FieldTable: Hashable, Sendable {
    private var values: [String: [String]] = [:]

    /// The lines, without the blanks around their values, and with one blank for each fold.
    public init(_ lines: [HeaderLine]) {
        values.reserveCapacity(lines.count)
        for line in lines {
            values[line.name.lowercased(), default: []].append(FieldTable.unfolded(line.value))
        }
    }

    /// Every name, in no order.
    public var names: some Collection<String> { values.keys }

    /// The values of a name in lower case, in their order.
    public func values(of name: String) -> [String] { values[name] ?? [] }

    /// The value of a name that stands once; nil where it stands never or several times.
    public func single(_ name: String) -> String? {
        guard let values = values[name], values.count == 1 else { return nil }
        return values[0]
    }

    /// All values of a name as one; nil where there is none.
    ///
    /// - Source: RFC 9421 section 2.1.
    public func combined(_ name: String) -> String? {
        guard let values = values[name] else { return nil }
        return values.count == 1 ? values[0] : values.joined(separator: ", ")
    }

    private static func unfolded(_ value: String) -> String {
        let bytes = value.utf8
        guard
            let first = bytes.first,
            let last = bytes.last,
            isBlank(first) || isBlank(last) || bytes.contains(0x0A)
        else { return value }
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(
                decoding: line.drop(while: isBlank).reversed().drop(while: isBlank).reversed(),
                as: UTF8.self
            )
        }
        return lines.joined(separator: " ")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

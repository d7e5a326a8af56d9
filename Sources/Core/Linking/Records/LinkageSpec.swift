/// Which columns of two tables are compared, and as what (kolom yang dibandingkan).
///
/// - Example: `given:given_name surname:surname date:date_of_birth code:soc_sec_id`.
public struct LinkageSpec: Sendable, Hashable {
    /// How values are read and compared.
    public enum Kind: String, Sendable, CaseIterable {
        /// A whole name: a bag of words.
        case name
        /// A given name.
        case given
        /// A surname.
        case surname
        /// A calendar date.
        case date
        /// An identifier.
        case code
        /// A village, town or postcode.
        case place
        /// Any other text.
        case text
        /// A number.
        case number
        /// One of a few words.
        case category
    }

    /// One comparison.
    public struct Field: Sendable, Hashable {
        /// How values are compared.
        public var kind: Kind
        /// The columns of the left table, joined by a blank.
        public var left: [String]
        /// The columns of the right table.
        public var right: [String]

        /// `kind:column`, as the explanation names it.
        public var label: String { kind.rawValue + ":" + left.joined(separator: ",") }
    }

    /// The comparisons, in order.
    public var fields: [Field]

    /// The most comparisons: their levels stand in one word of the machine.
    public static let mostFields = 16

    /// Reads `kind:column[,column…][=rightcolumn…]`, separated by blanks; a column with blanks or commas stands in quotes.
    ///
    /// - Throws: `LinkageFault` where it is no such text.
    public init(_ text: String) throws(LinkageFault) {
        fields = []
        for part in LinkageSpec.parts(of: text, at: " ") where !part.isEmpty {
            guard let colon = part.firstIndex(of: ":"), let kind = Kind(rawValue: String(part[..<colon]))
            else {
                throw .unknownKind(part)
            }
            let sides = LinkageSpec.parts(of: String(part[part.index(after: colon)...]), at: "=")
            let columns = sides.map { side in
                LinkageSpec.parts(of: side, at: ",").map { $0.replacing("\"", with: "") }
            }
            guard (1...2).contains(columns.count), columns.allSatisfy({ $0.allSatisfy { !$0.isEmpty } })
            else {
                throw .noColumn(part)
            }
            fields.append(Field(kind: kind, left: columns[0], right: columns.last ?? columns[0]))
        }
        guard !fields.isEmpty else { throw .noColumn(text) }
        guard fields.count <= LinkageSpec.mostFields else { throw .tooManyFields(LinkageSpec.mostFields) }
    }

    /// A text divided where a character stands outside quotes.
    private static func parts(of text: String, at separator: Character) -> [String] {
        var parts = [""]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == separator, !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}

/// Why records can't be linked as asked.
public enum LinkageFault: Error, Hashable, Sendable {
    /// A part of the specification names no kind.
    case unknownKind(String)
    /// A part of the specification names no column.
    case noColumn(String)
    /// There are more comparisons than can be made.
    case tooManyFields(Int)
}

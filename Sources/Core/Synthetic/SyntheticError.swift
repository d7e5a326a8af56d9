/// What keeps a nation from being invented.
public enum SyntheticError: Error, Hashable, Sendable {
    /// A reference table was not given.
    case missingTable(name: String)
    /// A reference table lacks a column.
    case missingColumn(table: String, column: String)
    /// A reference table has no row that can be used.
    case emptyTable(name: String)
}

extension SyntheticError: CustomStringConvertible {
    /// What to do about it.
    public var description: String {
        switch self {
        case .missingTable(let name): "Reference/\(name) is missing; run scripts/make-reference"
        case .missingColumn(let table, let column):
            "Reference/\(table) has no column \(column); run scripts/make-reference"
        case .emptyTable(let name): "Reference/\(name) has no usable row; run scripts/make-reference"
        }
    }
}

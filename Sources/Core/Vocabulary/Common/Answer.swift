/// What an office wrote in the cell of a paper: nothing, that it is absent, that it is there, or the paper's own value.
///
/// Nothing written is unknown unless the placement's status says that the paper's stage is still to come.
public enum Answer<Value: CellValue & Hashable>: Hashable, Sendable {
    /// The cell is empty.
    case blank
    /// The cell says `no` or `tidak`.
    case no
    /// The cell says `yes` or `ya`, without the value.
    case yes
    /// The cell holds the value.
    case given(Value)

    /// The value, where one is written.
    public var value: Value? {
        if case .given(let value) = self { value } else { nil }
    }

    /// Whether the office says that the paper is there.
    public var isAffirmed: Bool {
        switch self {
        case .yes, .given: true
        case .blank, .no: false
        }
    }
}

extension Answer: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { Value.expectation + ", or yes or no" }

    /// Reads yes, no, ya, tidak or a value.
    public init?(cell: Cell) {
        if cell.equals("no") || cell.equals("tidak") {
            self = .no
        } else if cell.equals("yes") || cell.equals("ya") {
            self = .yes
        } else if let value = Value(cell: cell) {
            self = .given(value)
        } else {
            return nil
        }
    }

    /// Appends yes, no or the value; nothing where blank.
    public func write(into bytes: inout [UInt8]) {
        switch self {
        case .blank: break
        case .no: bytes.append(contentsOf: "no".utf8)
        case .yes: bytes.append(contentsOf: "yes".utf8)
        case .given(let value): value.write(into: &bytes)
        }
    }
}

/// One cell of an office's table: UTF-8 bytes, already without quotes and outer blanks.
///
/// - Shape: valid only while its table is being read; values copy what they keep.
public struct Cell {
    /// The bytes of the cell.
    public let bytes: UnsafeBufferPointer<UInt8>

    /// Makes a cell over bytes that outlive it.
    public init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether nothing is written in the cell: unknown.
    public var isBlank: Bool { bytes.isEmpty }

    /// The cell as text; broken UTF-8 becomes the replacement character.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the cell is this ASCII word, in any case.
    public func equals(_ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for position in 0..<bytes.count {
            let byte = bytes[position]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
            guard lower == word.utf8Start[position] else { return false }
        }
        return true
    }
}

/// A value that stands in one cell of an office's table.
public protocol CellValue: Sendable {
    /// What a diagnostic says was expected.
    static var expectation: String { get }
    /// Reads a cell that is not blank; nil where it holds no such value.
    init?(cell: Cell)
    /// Appends the value as UTF-8 text, unquoted.
    func write(into bytes: inout [UInt8])
}

extension String: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "text" }
    /// Reads any text.
    public init?(cell: Cell) { self = cell.text }
    /// Appends the text.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: utf8) }
}

extension Int: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "a whole number" }
    /// Reads a whole number of at most nine digits.
    public init?(cell: Cell) {
        guard cell.bytes.count <= 9, let value = cell.bytes.decimal(at: 0, count: cell.bytes.count) else {
            return nil
        }
        self = value
    }
    /// Appends the digits.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: String(self).utf8) }
}

extension Bool: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "yes, no, ya or tidak" }
    /// Reads yes, no, ya, tidak, true, false, 1 or 0.
    public init?(cell: Cell) {
        if cell.equals("yes") || cell.equals("ya") || cell.equals("true") || cell.equals("1")
            || cell.equals("y")
        {
            self = true
        } else if cell.equals("no") || cell.equals("tidak") || cell.equals("false") || cell.equals("0")
            || cell.equals("n")
        {
            self = false
        } else {
            return nil
        }
    }
    /// Appends yes or no.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: (self ? "yes" : "no").utf8) }
}

extension Day: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "a date YYYY-MM-DD" }
    /// Reads `YYYY-MM-DD`, `DD-MM-YYYY` or `DD/MM/YYYY`.
    public init?(cell: Cell) { self.init(digits: cell.bytes) }
}

extension Moment: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "a time as RFC 3339" }
    /// Reads RFC 3339.
    public init?(cell: Cell) { self.init(digits: cell.bytes) }
}

extension Identifier: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "a number" }
    /// Reads any number.
    public init?(cell: Cell) { self.init(cell.text) }
    /// Appends the number.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }
}

extension NIK: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "16 digits" }
    /// Reads 16 digits.
    public init?(cell: Cell) {
        guard cell.bytes.count == 16, let value = cell.bytes.decimal(at: 0, count: 16) else {
            self.init(cell.text)
            return
        }
        self.init(number: UInt64(value))
    }
    /// Appends the digits.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: digits.utf8) }
}

extension CountryCode: CellValue {
    /// What a diagnostic says was expected.
    public static var expectation: String { "a country code of ISO 3166" }
    /// Reads a code that is recognised.
    public init?(cell: Cell) {
        self.init(cell.text)
        guard isRecognised else { return nil }
    }
    /// Appends the code.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: text.utf8) }
}

extension CellValue where Self: RawRepresentable & CaseIterable, RawValue == String {
    /// What a diagnostic says was expected.
    public static var expectation: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
    /// Reads one of the words, in any case.
    public init?(cell: Cell) {
        let lower = cell.bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
        self.init(rawValue: String(decoding: lower, as: UTF8.self))
    }
    /// Appends the word.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: rawValue.utf8) }
}

/// A value on its way to the server, in PostgreSQL's binary form.
///
/// - Source: the `_recv` functions of PostgreSQL: numbers big-endian, arrays with their element's type (pg_type.dat).
struct Parameter {
    let bytes: [UInt8]

    static func int(_ value: UInt64) -> Parameter { Parameter(bytes: bigEndian(value)) }

    static func text(_ value: String) -> Parameter { Parameter(bytes: Array(value.utf8)) }

    static func ints(_ values: [UInt64]) -> Parameter { array(of: 20, values.map(bigEndian)) }

    static func texts(_ values: [String]) -> Parameter { array(of: 25, values.map { Array($0.utf8) }) }

    static func blobs(_ values: [[UInt8]?]) -> Parameter { array(of: 17, values) }

    private static func array(of type: Int32, _ values: [[UInt8]?]) -> Parameter {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.reduce(20) { $0 + 4 + ($1?.count ?? 0) })
        // One dimension, with nulls, of a type, so many from 1 on.
        for number in [1, 1, type, Int32(values.count), 1] { put(number, into: &bytes) }
        for value in values {
            put(Int32(value?.count ?? -1), into: &bytes)
            if let value { bytes += value }
        }
        return Parameter(bytes: bytes)
    }

    private static func put(_ number: some FixedWidthInteger, into bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }

    /// A number as `bigint`, which ends halfway.
    private static func bigEndian(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: min(number, UInt64(Int64.max)).bigEndian) { Array($0) }
    }
}

/// A statement and its values.
struct Call {
    let statement: Statement
    let parameters: [Parameter]

    init(_ statement: Statement, _ parameters: Parameter...) {
        self.statement = statement
        self.parameters = parameters
    }
}

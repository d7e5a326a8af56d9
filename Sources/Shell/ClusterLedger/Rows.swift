import CPostgres

/// What the server answered to a statement: rows of binary values.
///
/// - Shape: row and column from 0.
final class Rows {
    private let result: OpaquePointer

    /// Takes over a result of libpq.
    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var status: ExecStatusType { PQresultStatus(result) }

    var count: Int32 { PQntuples(result) }

    /// How many rows a statement put or removed.
    var altered: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// What was done, as the server calls it.
    var tag: String { String(cString: PQcmdStatus(result)) }

    /// A field of an error; nil where libpq itself made it.
    func field(_ code: Int) -> String? { PQresultErrorField(result, Int32(code)).map { String(cString: $0) } }

    func int(_ row: Int32, _ column: Int32) -> UInt64 {
        (bytes(row, column) ?? []).reduce(0) { $0 << 8 | UInt64($1) }
    }

    func text(_ row: Int32, _ column: Int32) -> String {
        String(decoding: bytes(row, column) ?? [], as: UTF8.self)
    }

    func bytes(_ row: Int32, _ column: Int32) -> [UInt8]? {
        guard PQgetisnull(result, row, column) == 0 else { return nil }
        return Array(
            UnsafeRawBufferPointer(
                start: PQgetvalue(result, row, column),
                count: Int(PQgetlength(result, row, column))
            )
        )
    }
}

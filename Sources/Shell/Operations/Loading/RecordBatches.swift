import Foundation
import Intake
import Vocabulary

/// Reads an office's table in batches for the ledger; of the rows before, only hashes are kept.
struct RecordBatches<Record: OfficeRecord> {
    private static var chunkBytes: Int { 1 << 20 }

    private let source: PieceSource
    private let rows: Int
    private var reader: RecordReader<Record>
    private var isAtEnd = false
    private(set) var bytesRead = 0

    /// So many rows a transaction that a page of an index is written once for several rows of a registry of millions.
    init(_ source: PieceSource, rows: Int = 32_768, refusesRepeats: Bool = true) {
        self.source = source
        self.rows = rows
        reader = RecordReader(refusesRepeats: refusesRepeats)
    }

    /// The next rows as changes, and what was found among them; nil at the end of the file.
    ///
    /// - Throws: What reading the file throws.
    mutating func next() throws -> (changes: [RecordChange], diagnostics: [Diagnostic])? {
        var changes: [RecordChange] = []
        changes.reserveCapacity(rows + 1000)
        return try fill { changes.append(RecordChange($1)) }.map { (changes, $0) }
    }

    /// The next rows with the lines on which they begin, and what was found among them; nil at the end of the file.
    ///
    /// - Throws: What reading the file throws.
    mutating func nextRecords() throws -> (records: [(line: Int, record: Record)], diagnostics: [Diagnostic])?
    {
        var records: [(line: Int, record: Record)] = []
        return try fill { records.append(($0, $1)) }.map { (records, $0) }
    }

    /// Reads on while there is room; gives the findings, nil where the file had ended before.
    private mutating func fill(_ take: (Int, Record) -> Void) throws -> [Diagnostic]? {
        guard !isAtEnd else { return nil }
        var diagnostics: [Diagnostic] = []
        var count = 0
        while !isAtEnd, count < rows {
            let chunk = try source.next(Self.chunkBytes)
            isAtEnd = chunk.isEmpty
            bytesRead += chunk.count
            chunk.withUnsafeBytes { raw in
                reader.feed(
                    raw.assumingMemoryBound(to: UInt8.self),
                    isLast: isAtEnd,
                    record: {
                        count += 1
                        take($0, $1)
                    },
                    diagnostic: { diagnostics.append($0) }
                )
            }
        }
        return diagnostics
    }
}

/// Bytes that come piece by piece, an empty one at their end.
struct PieceSource {
    /// The next piece of at most so many bytes.
    let next: (Int) throws -> Data

    init(_ file: FileHandle) { next = { try file.read(upToCount: $0) ?? Data() } }

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        next = { count in
            defer { rest = rest.dropFirst(count) }
            return Data(rest.prefix(count))
        }
    }
}

extension RecordChange {
    /// A record as a row for the ledger.
    init<Record: OfficeRecord>(_ record: Record) {
        var body: [UInt8] = []
        body.reserveCapacity(640)
        Record.codec.write(record, into: &body)
        let handles = record.handles
        self.init(
            kind: Record.kind,
            key: record.key,
            handles: handles,
            // A notice is an authority's and ends on its day; whom it names can't have it erased.
            subject: Record.kind == .notices ? nil : EntrySubject(handles),
            body: body
        )
    }
}

extension EntrySubject {
    /// Whom a record is about, by what it is found by: its NIK, else its passport; nil for companies and notices about places.
    init?(_ handles: [Handle]) {
        var passport: PassportNumber?
        for handle in handles {
            switch handle {
            case .nik(let nik):
                self = .nik(nik)
                return
            case .passport(let number): passport = passport ?? number
            case .previousPassport, .nameAndBirth, .wordAndBirth, .nameAndYear, .word, .licence, .jobOrder,
                .destination,
                .locator, .key, .waiting:
                continue
            }
        }
        guard let passport else { return nil }
        self = .passport(passport)
    }
}

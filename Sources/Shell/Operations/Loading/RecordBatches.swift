import Foundation
import Intake
import Vocabulary

/// Reads an office's table in batches of changes for the ledger; of the rows before, only hashes are kept.
struct RecordBatches<Record: OfficeRecord> {
    /// Rows a transaction: so many that a page of an index is written once for several rows of a registry of millions.
    private static var batchRows: Int { 32_768 }
    private static var chunkBytes: Int { 1 << 20 }

    private let file: FileHandle
    private var reader = RecordReader<Record>()
    private var isAtEnd = false
    private(set) var bytesRead = 0

    init(_ file: FileHandle) { self.file = file }

    /// The next rows, and what was found among them; nil at the end of the file.
    ///
    /// - Throws: What reading the file throws.
    mutating func next() throws -> (changes: [RecordChange], diagnostics: [Diagnostic])? {
        guard !isAtEnd else { return nil }
        var changes: [RecordChange] = []
        var diagnostics: [Diagnostic] = []
        changes.reserveCapacity(Self.batchRows + 1000)
        while !isAtEnd, changes.count < Self.batchRows {
            let chunk = try file.read(upToCount: Self.chunkBytes) ?? Data()
            isAtEnd = chunk.isEmpty
            bytesRead += chunk.count
            chunk.withUnsafeBytes { raw in
                reader.feed(
                    raw.assumingMemoryBound(to: UInt8.self),
                    isLast: isAtEnd,
                    record: { _, record in changes.append(RecordChange(record)) },
                    diagnostic: { diagnostics.append($0) }
                )
            }
        }
        return (changes, diagnostics)
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

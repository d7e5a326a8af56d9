// What libFuzzer calls; built by `scripts/fuzz`, not by the package. KAWAL_READER chooses the reader.
import Foundation
import Intake
import Ledger
import Vocabulary

/// The day from which two-digit years are told: fixed, so that a finding repeats.
private let today = Day(number: 20_513)

private let readers: [String: @Sendable ([UInt8]) -> Void] = [
    "messages": fuzzMessages, "tables": fuzzTables, "zones": fuzzZones, "bodies": fuzzBodies,
    "ledger": fuzzLedger,
]

private let reader: @Sendable ([UInt8]) -> Void = {
    let name = ProcessInfo.processInfo.environment["KAWAL_READER"] ?? ""
    guard let reader = readers[name] else { fatalError("KAWAL_READER is none of \(readers.keys.sorted())") }
    return reader
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    reader(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Messages: every place told lies in the file, pieces give what the whole gives, answers written read back.
@Sendable private func fuzzMessages(_ bytes: [UInt8]) {
    let whole = MessageReader.read(bytes, source: "f", on: today)
    precondition(!whole.isEmpty)
    for reading in whole {
        precondition(reading.diagnostics.allSatisfy { (0...bytes.count).contains($0.at) })
        if case .response(let response) = reading { writeBack(response) }
    }
    let size = 1 + Int(bytes.first ?? 0)
    var feed = MessageFeed(source: "f", on: today)
    var pieces: [MessageReading] = []
    var position = 0
    repeat {
        let end = min(position + size, bytes.count)
        Array(bytes[position..<end]).withUnsafeBufferPointer { piece in
            feed.feed(piece, isLast: end == bytes.count) { pieces.append($0) }
        }
        position = end
    } while position < bytes.count
    precondition(pieces == whole, "pieces of \(size) bytes give other messages")
}

private func writeBack(_ response: CustomsResponse) {
    let envelope = ResponseWriter.Envelope(
        sender: "A",
        recipient: "B",
        preparedAt: WallTime(day: today, minute: 0),
        number: "1"
    )
    let again = MessageReader.read(ResponseWriter.write(response, in: envelope), source: "f", on: today)
    guard case .response(let back) = again.first else { preconditionFailure("no answers come back") }
    precondition(back.answers.count == response.answers.count)
}

/// Tables: the kind is told, every line told is in the file, a record that was read has a key.
@Sendable private func fuzzTables(_ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    func table<Record: OfficeRecord>(_: Record.Type) {
        let (records, diagnostics) = RecordReader<Record>.read(bytes)
        precondition(records.allSatisfy { (1...lines).contains($0.line) && !$0.record.key.isEmpty })
        precondition(diagnostics.allSatisfy { (1...lines).contains($0.at) })
    }
    switch bytes.withUnsafeBufferPointer({ FileKind(prefix: $0) }) {
    case .records(.workers): table(Placement.self)
    case .records(.agencies): table(Agency.self)
    case .records(.joborders): table(JobOrder.self)
    case .records(.passports): table(PassportRecord.self)
    case .records(.crossings): table(Crossing.self)
    case .records(.bookings): table(Booking.self)
    case .records(.notices): table(Notice.self)
    case .records(.outcomes): table(Outcome.self)
    case .records(.feeds): table(Feed.self)
    case .manifest:
        let lists = ManifestReader.read(bytes, source: "f", on: today)
        precondition(lists.flatMap(\.heading.diagnostics).allSatisfy { (1...lines).contains($0.at) })
    case .truth, .messages, .unknown: break
    }
}

/// Zones: a proposal satisfies every digit, what is no zone is not valid.
@Sendable private func fuzzZones(_ bytes: [UInt8]) {
    let reader = ZoneReader(on: today)
    for zone in bytes.withUnsafeBufferPointer({ reader.read($0) }) {
        precondition(!zone.isValid || zone.format != nil)
        if let mended = zone.mended { precondition(reader.read(mended).isValid) }
    }
}

/// Bodies of the ledger: what is written of a record reads back to what is written the same.
@Sendable private func fuzzBodies(_ bytes: [UInt8]) {
    func body<Record: OfficeRecord>(_ codec: RecordCodec<Record>) {
        let known = Set(Record.columns.map(\.name))
        // Members out of their order are nothing that was ever written.
        guard let record = bytes.withUnsafeBufferPointer({ codec.read($0) }),
            record.unlisted.allSatisfy({ !known.contains($0.name) })
        else { return }
        func written(_ bytes: [UInt8]) -> [UInt8]? {
            bytes.withUnsafeBufferPointer { codec.read($0) }.map { record in
                var body: [UInt8] = []
                codec.write(record, into: &body)
                return body
            }
        }
        guard let first = written(bytes) else { return }
        precondition(written(first) == first)
    }
    body(Placement.codec)
    body(PassportRecord.codec)
    body(Booking.codec)
    body(Notice.codec)
}

/// Entries, notes, receipts and keys: what is accepted is canonical.
@Sendable private func fuzzLedger(_ bytes: [UInt8]) {
    if let entry = try? LedgerEntry(canonical: bytes) { precondition(entry.canonical == bytes) }
    if let note = try? SignedNote(bytes) { _ = try? Checkpoint(text: note.text) }
    _ = try? InclusionReceipt(bytes)
    if let proof = try? ContinuationProof(bytes) { precondition(Array(proof.description.utf8) == bytes) }
    _ = try? WitnessRule.read(bytes, of: [])
    _ = try? KeyRotation(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    _ = NoteKey(text)
    _ = TreeTile(path: text)
}

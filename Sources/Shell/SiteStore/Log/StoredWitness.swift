import GRDB
import Ledger
import Operations

/// What a site has witnessed of another log, as its database keeps it: no view, so no folding and no rebuilding touches it,
/// and the database itself refuses a step back.
struct StoredWitness {
    let database: Database

    /// What is remembered of a log.
    func memory(of origin: String) throws -> WitnessMemory? {
        let query = try Query("SELECT note FROM witnessed WHERE origin = ?", on: database)
        try query.bind(origin, at: 1)
        guard let bytes = try query.first({ [UInt8]($0.bytes(0)) }) else { return nil }
        guard let memory = try? WitnessMemory(kept: bytes), memory.checkpoint.origin == origin else {
            throw SiteFault.damaged(finding: "what was witnessed of \(origin) can't be read")
        }
        return memory
    }

    /// Remembers a checkpoint.
    func remember(_ memory: WitnessMemory) throws {
        let query = try Query(
            """
            INSERT INTO witnessed VALUES (?1, ?2, ?3, 0)
            ON CONFLICT (origin) DO UPDATE SET size = ?2, note = ?3, shorter = 0
            """,
            on: database
        )
        try query.bind(memory.checkpoint.origin, at: 1)
        try query.bind(Int64(clamping: memory.checkpoint.size), at: 2)
        try query.bind(memory.note.description, at: 3)
        try query.run()
    }

    /// Counts a request that showed a shorter log than the one that is remembered, and says how many there were in a row.
    func countShorter(of origin: String) throws -> Int64 {
        let query = try Query(
            "UPDATE witnessed SET shorter = shorter + 1 WHERE origin = ? RETURNING shorter",
            on: database
        )
        try query.bind(origin, at: 1)
        return try query.first { $0.int(0) } ?? 0
    }

    /// Whether an alarm of this kind about a log waits to be cleared.
    func hasAlarm(_ kind: SplitView.Kind, of origin: String) throws -> Bool {
        let query = try Query(
            "SELECT 1 FROM witness_alarms WHERE origin = ? AND kind = ? AND is_cleared = 0",
            on: database
        )
        try query.bind(origin, at: 1)
        try query.bind(kind.rawValue, at: 2)
        return try query.first { _ in true } ?? false
    }

    // MARK: This site's own log

    /// The newest checkpoint of this site's log with the partner's cosignature.
    func cosigned() throws -> (note: SignedNote, checkpoint: Checkpoint, at: Int64)? {
        let row = try Query("SELECT note, at FROM cosigned", on: database).first {
            ([UInt8]($0.bytes(0)), $0.int(1))
        }
        guard let row else { return nil }
        guard let note = try? SignedNote(row.0), let checkpoint = try? Checkpoint(text: note.text) else {
            throw SiteFault.damaged(finding: "the cosigned checkpoint can't be read")
        }
        return (note, checkpoint, row.1)
    }

    /// Keeps a cosigned checkpoint.
    func keep(_ note: SignedNote, at moment: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO cosigned VALUES (0, ?, ?)", on: database)
        try query.bind(note.description, at: 1)
        try query.bind(moment, at: 2)
        try query.run()
    }
}

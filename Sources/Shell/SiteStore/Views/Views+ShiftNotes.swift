import GRDB
import Operations
import Vocabulary

extension Views {
    /// What one shift has told the next.
    func note(_ note: ShiftNote, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO shift_notes VALUES (?, ?, ?, NULL, ?)", on: database)
        try query.bind(note.id, at: 1)
        try query.bind(note.post, at: 2)
        try query.bind(note.at.milliseconds, at: 3)
        try query.bind(index, at: 4)
        try query.run()
        try keep(index, as: .handover, since: note.at)
    }

    /// That it was read.
    func note(_ taken: ShiftNoteTaken, index: Int64) throws {
        let query = try Query("UPDATE shift_notes SET taken = ? WHERE id = ?", on: database)
        try query.bind(index, at: 1)
        try query.bind(taken.id, at: 2)
        try query.run()
        try keep(index, as: .handover, since: taken.at)
    }
}

extension Snapshot {
    func shiftNotes(of post: String, limit: Int) throws -> [KeptShiftNote] {
        let query = try Query(Snapshot.notesOfPost, on: database)
        try query.bind(post, at: 1)
        try query.bind(Int64(limit), at: 2)
        return try kept(query)
    }

    func shiftNote(id: String) throws -> KeptShiftNote? {
        let query = try Query(Snapshot.noteByID, on: database)
        try query.bind(id, at: 1)
        return try kept(query).first
    }

    private func kept(_ query: Query) throws -> [KeptShiftNote] {
        let found = try query.all { row in
            (note: try row.event(ShiftNote.self, seal), taken: row.isNull(3) ? nil : row.int(3))
        }
        let body = try Query(Snapshot.bodyAt, on: database)
        return try found.map { note, place in
            guard let place else { return KeptShiftNote(note: note, taken: nil) }
            try body.bind(place, at: 1)
            return KeptShiftNote(
                note: note,
                taken: try body.first { try $0.event(ShiftNoteTaken.self, seal) }
            )
        }
    }

    static let notesOfPost = """
        SELECT sealed.body, sealed.idx, sealed.key, shift_notes.taken
        FROM shift_notes JOIN sealed ON sealed.idx = shift_notes.idx
        WHERE shift_notes.post = ? ORDER BY shift_notes.at DESC, shift_notes.id DESC LIMIT ?
        """

    static let noteByID = """
        SELECT sealed.body, sealed.idx, sealed.key, shift_notes.taken
        FROM shift_notes JOIN sealed ON sealed.idx = shift_notes.idx WHERE shift_notes.id = ?
        """
}

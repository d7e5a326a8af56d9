package import Vocabulary

/// How many things of each kind one shift leaves to the next (jumlah serah terima).
package struct ShiftCounts: Sendable, Hashable, Codable {
    /// Departure checks that have not ended.
    package var checks = 0
    /// Passports that are not back with their holders.
    package var passports = 0
    /// Objections that wait for an answer.
    package var objections = 0
    /// Suggested interviews that nobody has begun.
    package var referrals = 0
    /// Offers between the agencies that nobody has answered.
    package var offers = 0
    /// Feeds that don't answer.
    package var silentFeeds = 0
    /// Whether this node can't reach the shared ledger.
    package var isCut = false

    /// Nothing.
    package init() {}
}

/// What the head of one shift tells the next (catatan serah terima regu).
package struct ShiftNote: Sendable, Hashable, Codable {
    /// The note's identifier (UUIDv7).
    package var id: String
    /// The post.
    package var post: String
    /// Who hands over.
    package var officer: String
    /// When.
    package var at: Moment
    /// What was open then.
    package var counts: ShiftCounts
    /// Free words; may be empty.
    package var text: String

    /// The longest words in bytes.
    package static let longestText = 4000

    /// A note.
    package init(id: String, post: String, officer: String, at: Moment, counts: ShiftCounts, text: String) {
        self.id = id
        self.post = post
        self.officer = officer
        self.at = at
        self.counts = counts
        self.text = text
    }
}

/// That the next head of shift has read a note (serah terima diterima).
package struct ShiftNoteTaken: Sendable, Hashable, Codable {
    /// Which note.
    package var id: String
    /// Who has read it; never its writer.
    package var officer: String
    /// When.
    package var at: Moment

    /// A reading.
    package init(id: String, officer: String, at: Moment) {
        self.id = id
        self.officer = officer
        self.at = at
    }
}

/// A note, and who has read it.
package struct KeptShiftNote: Sendable, Hashable {
    /// The note.
    package var note: ShiftNote
    /// Who took over; nil while nobody has.
    package var taken: ShiftNoteTaken?

    /// A kept note.
    package init(note: ShiftNote, taken: ShiftNoteTaken?) {
        self.note = note
        self.taken = taken
    }
}

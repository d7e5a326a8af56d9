/// What every passenger message says about itself, whatever it carries (kepala pesan).
public struct MessageHeading: Sendable, Hashable {
    /// The file's name as given.
    public var source: String
    /// The message type: `PAXLST`, `PNRGOV`, `CUSRES`; nil where nothing could be read, or where a list is a table.
    public var message: String?
    /// The version as sent, without agency: `D:05B`.
    public var version: String?
    /// The access reference of UNH, else the message's own reference.
    public var reference: String?
    /// The access reference of UNH alone, which all parts of a list share.
    public var accessReference: String?
    /// The number of this part, from 1; nil where the message says nothing about parts.
    public var part: Int?
    /// Whether this is the last part.
    public var isLastPart: Bool?
    /// Who sent the interchange.
    public var sender: String?
    /// What the message says it holds.
    public var declared = Counts()
    /// What was counted in it.
    public var counted = Counts()
    /// What was refused or repaired.
    public var diagnostics: [Diagnostic] = []

    /// Numbers of segments and persons.
    public struct Counts: Sendable, Hashable, Codable {
        /// Segments of the message (UNT).
        public var segments: Int?
        /// Persons of the list (CNT).
        public var persons: Int?

        /// Nothing declared.
        public init(segments: Int? = nil, persons: Int? = nil) {
            self.segments = segments
            self.persons = persons
        }
    }

    /// A message of which only the file is known.
    public init(source: String) { self.source = source }
}

public import Vocabulary

/// The formal letter of a departure that was put off (surat resmi penundaan), to be printed on A4.
public struct LetterModel: Sendable {
    /// The letter's number, the same each time it is printed.
    public var number: String
    /// The agency in the letter's head.
    public var agency: String
    /// The post in the letter's head.
    public var post: String
    /// The person's name as listed.
    public var name: String?
    /// The person's passport.
    public var passport: PassportNumber?
    /// When the flight leaves.
    public var departsAt: Moment?
    /// What the slip of the same decision says.
    public var slip: SlipModel

    /// A letter.
    public init(
        number: String,
        agency: String,
        post: String,
        name: String?,
        passport: PassportNumber?,
        departsAt: Moment?,
        slip: SlipModel
    ) {
        self.number = number
        self.agency = agency
        self.post = post
        self.name = name
        self.passport = passport
        self.departsAt = departsAt
        self.slip = slip
    }
}

/// The record of an interview (berita acara wawancara): what was asked, said and found, of nobody's view.
public struct InterviewRecordModel: Sendable {
    /// Something that an officer did in it, and when.
    public struct Act: Sendable, Hashable {
        /// The step.
        public var step: String
        /// Who.
        public var officer: String
        /// When.
        public var at: Moment

        /// An act.
        public init(step: String, officer: String, at: Moment) {
            self.step = step
            self.officer = officer
            self.at = at
        }
    }

    /// The case.
    public var id: String
    /// The record's number, the same each time it is printed.
    public var number: String
    /// The agency in its head.
    public var agency: String
    /// The post in its head.
    public var post: String
    /// What the case is about.
    public var opening: CaseOpening
    /// The carrier's flight.
    public var flight: String?
    /// What was done, oldest first: begun, taken over, answers kept, time extended, view locked, second reading.
    public var acts: [Act] = []
    /// The language of the interview, by its code.
    public var language: String?
    /// Whether somebody of the same sex was wished for; nil where the rights were not read.
    public var wishesSameSex: Bool?
    /// Whether a parent or guardian was reached; nil where nobody asked.
    public var guardian: Bool?
    /// What was asked and answered.
    public var answers: [CaseAnswer] = []
    /// Facts with their sources.
    public var facts: [CaseFact] = []
    /// Who has interviewed.
    public var interviewers: [String] = []
    /// Who has read it as the second; nil where nobody has.
    public var secondReader: String?

    /// A record without its middle.
    public init(id: String, number: String, agency: String, post: String, opening: CaseOpening) {
        self.id = id
        self.number = number
        self.agency = agency
        self.post = post
        self.opening = opening
    }
}

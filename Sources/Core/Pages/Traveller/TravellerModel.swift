public import Vocabulary

/// One traveller's assessment (pelintas): for, against, unknown, mend.
public struct TravellerModel: Sendable {
    /// The screening's identifier.
    public var id: String
    /// The name as listed.
    public var name: String?
    /// The document as listed.
    public var passport: String?
    /// The flight.
    public var flight: FlightKey?
    /// The place in the list, from 1; nil at the counter.
    public var person: Int?
    /// When it was screened.
    public var at: Moment
    /// The explained advice; nil where only an officer's reason is known.
    public var assessment: Assessment?
    /// What was noted as seen.
    public var seen: [SeenDocument] = []
    /// The referral, where there is one.
    public var referral: ReferralMark?
    /// What the ministry's desk answered, newest first; nil where there is no referral.
    public var answers: [DeskAnswer]?
    /// The form in which the reader may answer.
    public var answerForm: DeskAnswerForm?
    /// Whether the reader may see with whom the ticket was bought.
    public var hasTickets = false
    /// The officer's coded reasons, where an officer asked for the interview.
    public var officerReasons: [InterviewReason] = []

    /// A traveller.
    public init(
        id: String,
        name: String?,
        passport: String?,
        flight: FlightKey?,
        person: Int?,
        at: Moment,
        assessment: Assessment?
    ) {
        self.id = id
        self.name = name
        self.passport = passport
        self.flight = flight
        self.person = person
        self.at = at
        self.assessment = assessment
    }
}

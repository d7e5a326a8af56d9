public import Vocabulary

/// The counter (konter): a zone or a number goes in, an answer in words and shape comes out.
///
/// The result area is also answered alone, as a fragment, to the page's own script.
public struct CounterModel: Sendable {
    /// Why there is no answer to what was typed.
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        /// Nothing was typed.
        case empty
        /// It is neither a zone nor a passport number.
        case unreadable
        /// The answer is no longer kept: read the passport again.
        case expired
        /// The form was incomplete: document, number or reason is missing.
        case incomplete
        /// The interview was not confirmed.
        case unconfirmed
        /// An interview needs a coded reason.
        case reasonMissing
    }

    /// What the officer typed, kept after an error.
    public struct Typed: Sendable, Hashable {
        /// A passport number; never a zone, which stands in `CounterModel.zone`.
        public var document = ""
        /// The destination, alpha-3.
        public var destination = ""
        /// The flight.
        public var flight = ""
        /// The class of visa.
        public var visa: VisaKind?

        /// Nothing typed.
        public init() {}
    }

    /// What was typed.
    public var typed = Typed()
    /// The zone as it was read.
    public var zone: ZoneReading?
    /// Why there is no answer.
    public var problem: Problem?
    /// A pass or slip that was read, beside the answer or before the passport follows.
    public var paper: PaperShown?
    /// The answer.
    public var answer: CounterAnswer?
    /// The destinations offered, alpha-3.
    public var destinations: [CountryCode] = []

    /// A counter that waits.
    public init() {}
}

/// A machine-readable zone as the page shows it: lines as read, every check digit by name.
public struct ZoneReading: Sendable, Hashable {
    /// The lines as read.
    public var lines: [String]
    /// Each check digit's result.
    public var checks: MachineReadableZone.Checks
    /// Whether it is a zone of ICAO Doc 9303 at all.
    public var isRecognised: Bool
    /// The lines with the one correction that satisfies every digit: proposed, never taken.
    public var mended: [String]?

    /// A reading.
    public init(
        lines: [String],
        checks: MachineReadableZone.Checks,
        isRecognised: Bool,
        mended: [String]? = nil
    ) {
        self.lines = lines
        self.checks = checks
        self.isRecognised = isRecognised
        self.mended = mended
    }
}

/// The answer to one check at the counter.
public struct CounterAnswer: Sendable {
    /// What the forms below send back to name this check; opaque, made by the server.
    public var token: String
    /// The passport's number, to be compared with the document in the hand.
    public var passport: String
    /// The holder's name as the zone or the register gives it.
    public var name: String?
    /// The explained advice.
    public var assessment: Assessment
    /// When it was answered.
    public var at: Moment
    /// The flight, where one is known.
    public var flight: FlightKey?
    /// The documents that can be noted as seen: the checks' own names (`visa`, `contract`).
    public var attestable: [String]
    /// What was noted as seen already.
    public var seen: [SeenDocument]
    /// The referral, where an interview was asked for already.
    public var referral: ReferralMark?
    /// The traveller's page, where the departure was screened by a list.
    public var screening: String?

    /// An answer.
    public init(
        token: String,
        passport: String,
        name: String?,
        assessment: Assessment,
        at: Moment,
        flight: FlightKey? = nil,
        attestable: [String] = [],
        seen: [SeenDocument] = [],
        referral: ReferralMark? = nil,
        screening: String? = nil
    ) {
        self.token = token
        self.passport = passport
        self.name = name
        self.assessment = assessment
        self.at = at
        self.flight = flight
        self.attestable = attestable
        self.seen = seen
        self.referral = referral
        self.screening = screening
    }
}

/// A document that an officer has seen in the hand (dokumen yang dilihat).
public struct SeenDocument: Sendable, Hashable {
    /// The document, as the checks name it.
    public var document: String
    /// Its number.
    public var number: String
    /// The last day of its validity.
    public var validUntil: Day?
    /// The officer's account.
    public var officer: String
    /// When.
    public var at: Moment

    /// A seen document.
    public init(document: String, number: String, validUntil: Day?, officer: String, at: Moment) {
        self.document = document
        self.number = number
        self.validUntil = validUntil
        self.officer = officer
        self.at = at
    }
}

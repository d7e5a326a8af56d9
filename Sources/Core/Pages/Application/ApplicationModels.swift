public import Vocabulary

/// The passport applications of a day (permohonan paspor): complete or not complete yet, never "suspected".
public struct ApplicationsModel: Sendable {
    /// The day on which they were made; nil shows the latest.
    public var day: Day?
    /// The applications, newest first.
    public var applications: [ApplicationLine]
    /// Whether there are more than are shown.
    public var hasMore: Bool

    /// A list.
    public init(day: Day?, applications: [ApplicationLine], hasMore: Bool = false) {
        self.day = day
        self.applications = applications
        self.hasMore = hasMore
    }
}

/// An application on the list.
public struct ApplicationLine: Sendable, Hashable {
    /// Its opaque identifier: no NIK and no passport number, because it stands in addresses.
    public var id: String
    /// The day it was made.
    public var appliedOn: Day?
    /// The office (kantor imigrasi).
    public var office: String?
    /// The purpose stated.
    public var purpose: StatedPurpose?
    /// The advice.
    public var advice: Advice
    /// The applicant's name, for the officer who calls it.
    public var name: String?

    /// An application.
    public init(
        id: String,
        appliedOn: Day?,
        office: String?,
        purpose: StatedPurpose?,
        advice: Advice,
        name: String?
    ) {
        self.id = id
        self.appliedOn = appliedOn
        self.office = office
        self.purpose = purpose
        self.advice = advice
        self.name = name
    }
}

/// One application's advice.
public struct ApplicationModel: Sendable {
    /// Which it is.
    public var line: ApplicationLine
    /// The explained advice.
    public var assessment: Assessment
    /// The papers that would be asked for, as far as the reader may know which ones.
    public var papers: [String] = []
    /// The case that runs about the applicant.
    public var running: Running?
    /// Whether the reader may open one.
    public var mayOpen = false

    /// A case that runs.
    public struct Running: Sendable, Hashable {
        /// Its identifier; nil where the reader doesn't work on it.
        public var id: String?
        /// Its state.
        public var state: String

        /// A case.
        public init(id: String?, state: String) {
            self.id = id
            self.state = state
        }
    }

    /// An application.
    public init(line: ApplicationLine, assessment: Assessment) {
        self.line = line
        self.assessment = assessment
    }

    /// What the case of an application says of where it comes from, in Indonesian: it stays in the record.
    public static func opening(_ line: ApplicationLine) -> String {
        let words = Words.all.application
        let day = line.appliedOn?.description ?? words.unknown.indonesian
        return words.openingText.indonesian.filled(day, line.office ?? words.unknown.indonesian)
    }
}

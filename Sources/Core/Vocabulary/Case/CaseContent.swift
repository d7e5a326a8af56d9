/// A field of the form that a step needs (isian).
public enum CaseField: String, Sendable, Codable, CaseIterable {
    /// A coded reason.
    case reason
    /// The number of a report, an order, a letter.
    case reference
    /// The article that the step rests on.
    case clause
    /// A calendar day that matters.
    case day
    /// The office or person on the other side.
    case counterpart
    /// Words.
    case text
    /// The language of the interview.
    case language
    /// That the notice of rights was read, and whether somebody of the same sex was wished for.
    case rights
    /// What the officer would do before seeing the reasons.
    case view
    /// How sure the officer is, 1 to 5.
    case confidence
    /// Facts with their sources.
    case facts
    /// What was asked and answered.
    case answers
    /// Whether a parent or guardian was reached.
    case guardian
    /// The receipt's number.
    case receipt
    /// What is proposed.
    case proposal
    /// The papers to be completed.
    case papers
    /// Whether the person has agreed, and to what.
    case consent
    /// Minutes.
    case minutes
    /// Rupiah.
    case rupiah
    /// An element of the crime.
    case element
    /// Pieces of evidence.
    case evidence
    /// What the person agrees to.
    case purpose
    /// The task that is done.
    case task
    /// Another case, by its number.
    case request
    /// The village to which somebody comes home.
    case village
}

/// An element of trafficking in persons (unsur pidana): what was done, how, what for.
///
/// - Source: UU 21/2007 art. 1 number 1: act, means, purpose.
public enum CrimeElement: String, Sendable, Codable, CaseIterable {
    /// Recruiting, carrying, harbouring, sending, handing over, receiving (proses).
    case act
    /// Threat, force, deceit, debt, abuse of position (cara).
    case means
    /// Exploitation (tujuan).
    case purpose
}

/// A step on the ladder of what may follow an interview (tangga tindakan).
public enum Rung: String, Sendable, Codable, CaseIterable {
    /// The traveller goes.
    case proceed
    /// The traveller goes, with a contact card.
    case proceedWithHelp = "help"
    /// The traveller completes a paper at the desk and goes.
    case complete
    /// Not on this departure.
    case postpone
    /// Help is offered to a possible victim.
    case protect

    /// Whether it burdens the traveller.
    public var isAdverse: Bool { self == .postpone }
}

/// Where a fact comes from; two facts of one source are one (sumber fakta).
public enum FactSource: String, Sendable, Codable, CaseIterable {
    /// A register of one of the agencies.
    case register
    /// A document in the hand.
    case document
    /// What the traveller said.
    case statement
    /// What an employer, a host or a relative said when asked.
    case witness
    /// The carrier's list or booking.
    case carrier
    /// The mission abroad.
    case mission
}

/// Something that is so, and who says it (fakta).
public struct CaseFact: Sendable, Hashable, Codable {
    /// Who says it.
    public var source: FactSource
    /// What is so; never an impression.
    public var text: String

    /// A fact.
    public init(source: FactSource, text: String) {
        self.source = source
        self.text = text
    }
}

/// A question and what was answered (tanya jawab).
public struct CaseAnswer: Sendable, Hashable, Codable {
    /// The question.
    public var question: String
    /// The answer.
    public var answer: String

    /// An answer.
    public init(question: String, answer: String) {
        self.question = question
        self.answer = answer
    }
}

/// What an adverse step rests on (usulan).
public enum Proposal: String, Sendable, Codable, CaseIterable {
    /// Not on this departure.
    case postpone
    /// A bar that a law names.
    case bar
}

/// What a person has agreed to or not (persetujuan).
public enum Consent: String, Sendable, Codable, CaseIterable {
    /// Agreed.
    case given
    /// Not agreed.
    case refused
    /// Agreed once, taken back.
    case withdrawn
}

/// What a person agrees to or not, each by itself (tujuan persetujuan).
public enum ConsentPurpose: String, Sendable, Codable, CaseIterable {
    /// Shelter (rumah aman).
    case shelter
    /// Medical and psychological care.
    case care
    /// That the family is told.
    case family
    /// That the village helps after the way home.
    case village
    /// That the mission abroad is told.
    case mission
    /// That investigators learn who the person is.
    case enforcement
}

/// What stands on the form of a step; which fields must stand there is said by the step's row.
///
/// - Shape: nil where nothing was written; texts are trimmed and of at most `longestText` bytes.
public struct CaseContent: Sendable, Hashable, Codable {
    /// The coded reason.
    public var reason: String?
    /// The number of a report, an order, a letter.
    public var reference: String?
    /// The article.
    public var clause: String?
    /// A day.
    public var day: Day?
    /// The office or person on the other side.
    public var counterpart: String?
    /// Words.
    public var text: String?
    /// The language of the interview.
    public var language: String?
    /// What was read of the rights: `read`, `same-sex` where somebody of the same sex was wished for.
    public var rights: String?
    /// What the officer would do.
    public var view: Rung?
    /// How sure, 1 to 5.
    public var confidence: Int?
    /// Facts.
    public var facts: [CaseFact]?
    /// Questions and answers.
    public var answers: [CaseAnswer]?
    /// Whether a parent or guardian was reached.
    public var guardian: Bool?
    /// The receipt's number.
    public var receipt: String?
    /// What is proposed.
    public var proposal: Proposal?
    /// The papers to be completed.
    public var papers: [String]?
    /// What the person has agreed to.
    public var consent: Consent?
    /// Minutes.
    public var minutes: Int?
    /// Rupiah.
    public var rupiah: Int?
    /// The element that something bears on.
    public var element: CrimeElement?
    /// The pieces of evidence that bear it out.
    public var evidence: [String]?
    /// What the person agrees to.
    public var purpose: ConsentPurpose?
    /// The number of the move that set the task.
    public var task: Int?
    /// Another case.
    public var request: String?
    /// The village's code: `35.09.12.2003`.
    public var village: String?
    /// Until when the interviewer's training badge holds; on the step that begins an interview.
    public var badge: Day?
    /// The code on the slip, drawn with the step that makes one.
    public var slip: String?
    /// What the case is about; on its first move only.
    public var opening: CaseOpening?

    /// An empty form.
    public init() {}

    /// The longest text in bytes.
    public static let longestText = 4000

    /// Whether a field was filled.
    public func has(_ field: CaseField) -> Bool {
        switch field {
        case .reason: reason != nil
        case .reference: reference != nil
        case .clause: clause != nil
        case .day: day != nil
        case .counterpart: counterpart != nil
        case .text: text != nil
        case .language: language != nil
        case .rights: rights != nil
        case .view: view != nil
        case .confidence: confidence != nil
        case .facts: facts?.isEmpty == false
        case .answers: answers?.isEmpty == false
        case .guardian: guardian != nil
        case .receipt: receipt != nil
        case .proposal: proposal != nil
        case .papers: papers?.isEmpty == false
        case .consent: consent != nil
        case .minutes: minutes != nil
        case .rupiah: rupiah != nil
        case .element: element != nil
        case .evidence: evidence?.isEmpty == false
        case .purpose: purpose != nil
        case .task: task != nil
        case .request: request != nil
        case .village: village != nil
        }
    }
}

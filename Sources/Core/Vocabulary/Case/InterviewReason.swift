/// Why an officer asks for an interview: a closed list, none of it about a person's looks or origin.
///
/// - Source: domain catalogue I01 to I06.
public enum InterviewReason: String, Sendable, CaseIterable {
    /// Drawn by chance: no officer can choose it.
    case random = "R00"
    /// The machine's advice, as shown.
    case advice = "R01"
    /// The document in the hand differs from the record.
    case document = "R02"
    /// Purpose, place or host can't be explained.
    case purpose = "I01"
    /// Answers, documents and records contradict each other.
    case contradiction = "I02"
    /// The offer came from somebody unknown, without a contract.
    case offer = "I03"
    /// A broker was paid, or there is a debt.
    case broker = "I04"
    /// Somebody else holds passport, telephone or ticket.
    case control = "I05"
    /// The traveller or the family asks for help.
    case help = "I06"

    /// What an officer may choose.
    public static let choices = allCases.filter { $0 != .random }
}

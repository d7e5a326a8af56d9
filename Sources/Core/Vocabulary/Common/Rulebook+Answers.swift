/// What a carrier is told of one traveller (jawaban kepada maskapai); "do not board" is not among it.
public enum CarrierAnswer: String, Sendable, CaseIterable, Comparable {
    /// May board.
    case proceed
    /// Can't be judged: name or document is missing in the list.
    case resubmit
    /// Is asked to the counter first.
    case counter

    /// Orders by gravity.
    public static func < (left: CarrierAnswer, right: CarrierAnswer) -> Bool {
        let all = CarrierAnswer.allCases
        return (all.firstIndex(of: left) ?? 0) < (all.firstIndex(of: right) ?? 0)
    }
}

/// One row of `answers.csv`: how an answer is coded and worded.
public struct AnswerRule: Sendable, Hashable {
    /// The answer.
    public var answer: CarrierAnswer
    /// Its code (ERC).
    public var code: String
    /// Its words (FTX), in the English of airlines.
    public var text: String
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(answer: CarrierAnswer, code: String, text: String, basis: String, validity: Validity) {
        self.answer = answer
        self.code = code
        self.text = text
        self.basis = basis
        self.validity = validity
    }
}

extension Rulebook {
    /// How a carrier is told on a day; nil where no row is in force.
    public func answer(_ answer: CarrierAnswer, on day: Day) -> AnswerRule? {
        tables.answers.first { $0.answer == answer && $0.validity.holds(on: day) }
    }
}

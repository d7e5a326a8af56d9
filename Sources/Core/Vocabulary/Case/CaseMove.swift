/// One step of a case, as it was taken (langkah perkara); the case's state is the fold of its moves.
public struct CaseMove: Sendable, Hashable, Codable {
    /// The case.
    public var id: String
    /// Its course.
    public var kind: CaseKind
    /// The move's place in the case, from 1: whoever looked at an older one has not seen this.
    public var number: Int
    /// What was done: a step of the course's table.
    public var step: String
    /// The state that it led to.
    public var state: String
    /// What stood on the form.
    public var content: CaseContent
    /// Who did it: an account's name, `person` or `clock`.
    public var officer: String
    /// For which agency; nil of the person and the clock.
    public var authority: Authority?
    /// When.
    public var at: Moment
    /// By when the state is to be left; nil where no clock runs.
    public var dueAt: Moment?

    /// A move.
    public init(
        id: String,
        kind: CaseKind,
        number: Int,
        step: String,
        state: String,
        content: CaseContent,
        officer: String,
        authority: Authority?,
        at: Moment,
        dueAt: Moment?
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.step = step
        self.state = state
        self.content = content
        self.officer = officer
        self.authority = authority
        self.at = at
        self.dueAt = dueAt
    }
}

/// Something to be done in a case (tugas).
public struct CaseTask: Sendable, Hashable {
    /// The number of the move that set it.
    public var number: Int
    /// What is to be done.
    public var text: String
    /// By when.
    public var dueOn: Day?
    /// Whose it is; nil where nobody was named.
    public var assignee: String?
    /// When it was done; nil while it is open.
    public var doneAt: Moment?

    /// A task.
    public init(number: Int, text: String, dueOn: Day?, assignee: String?, doneAt: Moment?) {
        self.number = number
        self.text = text
        self.dueOn = dueOn
        self.assignee = assignee
        self.doneAt = doneAt
    }
}

/// One stay of a case in a state, with its deadline (masa keadaan).
public struct StateSpell: Sendable, Hashable {
    /// The state.
    public var state: String
    /// Since when.
    public var since: Moment
    /// By when it was to be left; nil where no clock ran.
    public var dueAt: Moment?
    /// When it was left; nil while the case stands there.
    public var leftAt: Moment?

    /// A stay.
    public init(state: String, since: Moment, dueAt: Moment?, leftAt: Moment?) {
        self.state = state
        self.since = since
        self.dueAt = dueAt
        self.leftAt = leftAt
    }

    /// By how many seconds the deadline was missed up to a moment; nil where it was kept or there is none.
    public func secondsLate(at now: Moment) -> Int? {
        guard let dueAt else { return nil }
        let late = dueAt.seconds(until: leftAt ?? now)
        return late > 0 ? late : nil
    }
}

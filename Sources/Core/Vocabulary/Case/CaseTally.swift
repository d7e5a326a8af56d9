/// As what a step of a case is counted (hitungan langkah): codes alone, nobody and no word of anybody.
public struct CaseTally: Sendable, Hashable {
    /// The course.
    public var kind: CaseKind
    /// The step.
    public var step: String
    /// The state that it led to.
    public var state: String
    /// The reason's code; empty where the step has none, or where words stand in its place.
    public var reason: String
    /// The agency; nil of the person and the clock.
    public var authority: Authority?

    /// A count's name.
    public init(kind: CaseKind, step: String, state: String, reason: String?, authority: Authority?) {
        self.kind = kind
        self.step = step
        self.state = state
        self.reason = reason.flatMap { CaseTally.isCode($0) ? $0 : nil } ?? ""
        self.authority = authority
    }

    /// As what a move is counted.
    public init(_ move: CaseMove) {
        self.init(
            kind: move.kind,
            step: move.step,
            state: move.state,
            reason: move.content.reason,
            authority: move.authority
        )
    }

    /// The form in which it is kept: five parts with a bar between, empty where there is nothing.
    public var text: String {
        [kind.rawValue, step, state, reason, authority?.rawValue ?? ""].joined(separator: "|")
    }

    /// Reads the form in which it is kept; nil where it is none.
    public init?(text: String) {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let kind = CaseKind(rawValue: parts[0]) else { return nil }
        self.init(
            kind: kind,
            step: parts[1],
            state: parts[2],
            reason: parts[3],
            authority: Authority(rawValue: parts[4])
        )
    }

    /// Whether a reason is a code such as `P01`: words that somebody wrote must not leave their body.
    private static func isCode(_ reason: String) -> Bool {
        reason.utf8.count <= 4 && reason.utf8.first.map { (0x41...0x5A).contains($0) } == true
            && reason.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// What the head of a shift asks first of departure checks (jumlah pemeriksaan keberangkatan).
public struct CaseTotals: Sendable, Hashable {
    /// Interviews that were begun.
    public var interviews = 0
    /// Travellers who were let go, by an officer or because the time ran out.
    public var proceeded = 0
    /// Departures that were put off, legal bars among them.
    public var putOff = 0
    /// Objections, further ones among them.
    public var objections = 0
    /// Decisions that fell.
    public var overturned = 0

    /// Nothing yet.
    public init() {}
}

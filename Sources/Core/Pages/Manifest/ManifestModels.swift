public import Vocabulary

/// Passenger lists (manifes): send one, see the recent ones.
public struct ManifestsModel: Sendable {
    /// Why the last upload was not taken.
    public enum Problem: Sendable, Hashable {
        /// No file was chosen.
        case noFile
        /// The file is empty.
        case empty
        /// The file did not arrive whole.
        case broken
        /// Nothing in it could be read as a list.
        case unreadable([Diagnostic])
    }

    /// Lists received last, newest first.
    public var recent: [ManifestLine]
    /// Why the last upload was not taken.
    public var problem: Problem?
    /// The largest file taken.
    public var maximumMegabytes: Int

    /// The page.
    public init(recent: [ManifestLine], problem: Problem? = nil, maximumMegabytes: Int = 32) {
        self.recent = recent
        self.problem = problem
        self.maximumMegabytes = maximumMegabytes
    }
}

/// A received list.
public struct ManifestLine: Sendable, Hashable {
    /// What names it in addresses: the digest of its bytes.
    public var id: String
    /// The flight or voyage.
    public var flight: FlightKey
    /// Where to.
    public var to: String?
    /// Whether it is a list of crew.
    public var isCrew: Bool
    /// Who sent it.
    public var sender: String?
    /// When it was received.
    public var receivedAt: Moment
    /// Travellers by advice.
    public var tally: AdviceCounts
    /// How many diagnostics there are.
    public var diagnosticCount: Int

    /// A list.
    public init(
        id: String,
        flight: FlightKey,
        to: String?,
        isCrew: Bool,
        sender: String?,
        receivedAt: Moment,
        tally: AdviceCounts,
        diagnosticCount: Int
    ) {
        self.id = id
        self.flight = flight
        self.to = to
        self.isCrew = isCrew
        self.sender = sender
        self.receivedAt = receivedAt
        self.tally = tally
        self.diagnosticCount = diagnosticCount
    }
}

/// What came of one upload; a file may hold several lists.
public struct ManifestModel: Sendable {
    /// The lists it held.
    public var lists: [ManifestLine]
    /// What was refused or repaired, by place.
    public var diagnostics: [Diagnostic]
    /// Whether the same file was received before, and nothing changed.
    public var wasKnown: Bool
    /// What names the message where it can still be looked at as it arrived.
    public var message: String?

    /// A result.
    public init(
        lists: [ManifestLine],
        diagnostics: [Diagnostic],
        wasKnown: Bool = false,
        message: String? = nil
    ) {
        self.message = message
        self.lists = lists
        self.diagnostics = diagnostics
        self.wasKnown = wasKnown
    }
}

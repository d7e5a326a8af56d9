public import Vocabulary

/// What is known of each feed of an office: whether it was ever loaded, and how far it says it reaches.
public struct FeedKnowledge: Sendable {
    /// Kinds of which something was loaded.
    public var loaded: Set<RecordKind>
    /// What the senders say.
    public var feeds: [RecordKind: Feed]

    /// Knowledge of feeds.
    public init(loaded: Set<RecordKind>, feeds: [RecordKind: Feed]) {
        self.loaded = loaded
        self.feeds = feeds
    }

    /// Whether a feed answers on a judged day: loaded, not down, and not older than its rule allows.
    ///
    /// The judged day counts, never the clock. Without a row of its own a loaded feed is current.
    public func answers(_ kind: RecordKind, on day: Day, by rules: Rulebook) -> Bool {
        let feed = feeds[kind]
        guard loaded.contains(kind), feed?.state != .down else { return false }
        guard let until = feed?.completeUntil, let rule = rules.feed(kind, on: day) else { return true }
        return until.days(until: day) <= rule.days
    }

    /// Whether rows may be missing: then what isn't found is unknown.
    public func isPartial(_ kind: RecordKind) -> Bool { feeds[kind]?.state == .partial }

    /// Kinds that were never loaded.
    public var neverLoaded: Set<RecordKind> { Set(RecordKind.allCases).subtracting(loaded) }
}

public import Vocabulary

/// What is known of each feed of an office: whether it was ever loaded, and how far it says it reaches.
public struct FeedKnowledge: Sendable {
    /// Kinds of which something was loaded.
    public var loaded: Set<RecordKind>
    /// What the senders say.
    public var feeds: [RecordKind: Feed]
    /// What connected offices say that bring some columns of placements, by office.
    public var lenders: [String: Feed]
    /// Kinds of which a private look-up brings single rows: they count, and what isn't there says nothing.
    public var lookedUp: Set<RecordKind>

    /// Knowledge of feeds.
    public init(
        loaded: Set<RecordKind>,
        feeds: [RecordKind: Feed],
        lenders: [String: Feed] = [:],
        lookedUp: Set<RecordKind> = []
    ) {
        self.loaded = loaded.subtracting(lookedUp)
        self.feeds = feeds
        self.lenders = lenders
        self.lookedUp = lookedUp
    }

    /// The columns of placements that a connected office is to bring and that it may not have brought on a judged day.
    ///
    /// Its silence must not make a paper missing that it has.
    public func silentColumns(on day: Day, by rules: Rulebook) -> Set<String> {
        let days = rules.feed(.workers, on: day)?.days ?? 0
        var columns: Set<String> = []
        for (office, feed) in lenders {
            let reaches = feed.completeUntil.map { $0.days(until: day) <= days } ?? false
            guard feed.state != .complete || !reaches else { continue }
            for rule in rules.connectorRules(of: office, .bring, on: day)
            where rule.table == RecordKind.workers.rawValue {
                columns.formUnion(rule.columns)
            }
        }
        return columns
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

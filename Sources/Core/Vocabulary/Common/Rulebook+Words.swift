/// One row of `supports.csv`: what speaks for a departure.
public struct SupportRule: Sendable, Hashable {
    /// The code.
    public var code: String
    /// The sentence.
    public var says: Bilingual
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(code: String, says: Bilingual, validity: Validity) {
        self.code = code
        self.says = says
        self.validity = validity
    }
}

/// One row of `questions.csv`: what to ask where a fact is unknown.
public struct QuestionRule: Sendable, Hashable {
    /// The fact: `registry`, `document.visa`.
    public var fact: String
    /// The question.
    public var ask: Bilingual
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(fact: String, ask: Bilingual, validity: Validity) {
        self.fact = fact
        self.ask = ask
        self.validity = validity
    }
}

/// One row of `remedies.csv`: where something is mended.
public struct RemedyRule: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The document or step it mends.
    public var document: String
    /// Where.
    public var place: Bilingual
    /// The legal basis.
    public var basis: String
    /// What it may cost.
    public var cost: Bilingual
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        key: String,
        document: String,
        place: Bilingual,
        basis: String,
        cost: Bilingual,
        validity: Validity
    ) {
        self.key = key
        self.document = document
        self.place = place
        self.basis = basis
        self.cost = cost
        self.validity = validity
    }
}

/// One row of `feeds.csv`: how old a feed may be, and what its silence means.
public struct FeedRule: Sendable, Hashable {
    /// What silence gives, where the trip shows work.
    public enum Silence: String, Sendable, CaseIterable {
        /// The advice `unavailable`.
        case unavailable
        /// A question only.
        case question
    }

    /// The feed.
    public var feed: RecordKind
    /// How many days before the judged day it may end.
    public var days: Int
    /// What it means when the feed is down or too old.
    public var whenSilent: Silence
    /// What it means when a site never received the feed.
    public var whenNeverLoaded: Silence
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        feed: RecordKind,
        days: Int,
        whenSilent: Silence,
        whenNeverLoaded: Silence,
        validity: Validity
    ) {
        self.feed = feed
        self.days = days
        self.whenSilent = whenSilent
        self.whenNeverLoaded = whenNeverLoaded
        self.validity = validity
    }
}

/// One row of `limits.csv`: a number that a check uses.
public struct LimitRule: Sendable, Hashable {
    /// The key: `passport.work_purpose_months`.
    public var key: String
    /// The number; its unit is in the key.
    public var value: Int
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(key: String, value: Int, basis: String, validity: Validity) {
        self.key = key
        self.value = value
        self.basis = basis
        self.validity = validity
    }
}

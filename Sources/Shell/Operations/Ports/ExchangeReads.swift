package import Vocabulary

/// Which way messages go.
package enum ExchangeWay: Int, Sendable, Hashable, CaseIterable {
    /// From here to the partner.
    case out
    /// From the partner to here.
    case `in`
}

/// How far a stream has come.
package struct StreamHead: Sendable, Hashable {
    /// The place of the last message; 0 before the first.
    package var sequence: Int64
    /// Its envelope's hash; 32 zero bytes before the first.
    package var hash: [UInt8]

    /// A head.
    package init(sequence: Int64, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Before the first message.
    package static let start = StreamHead(sequence: 0, hash: [UInt8](repeating: 0, count: 32))
}

/// How a stream stands.
package struct StreamStanding: Sendable, Hashable {
    /// Which way it goes.
    package var way: ExchangeWay
    /// Its name.
    package var stream: String
    /// What the partner has taken of it, or what was taken from the partner.
    package var head: StreamHead
    /// When the head was last moved; nil before the first message.
    package var movedAt: Moment?
    /// How many messages wait.
    package var waiting: Int
    /// Since when the first of them waits; nil where none does.
    package var waitingSince: Moment?

    /// A standing.
    package init(
        way: ExchangeWay,
        stream: String,
        head: StreamHead,
        movedAt: Moment?,
        waiting: Int = 0,
        waitingSince: Moment? = nil
    ) {
        self.way = way
        self.stream = stream
        self.head = head
        self.movedAt = movedAt
        self.waiting = waiting
        self.waitingSince = waitingSince
    }
}

/// The last message of a stream that the partner has taken, where it hasn't proven it yet.
package struct UnprovenMessage: Sendable, Hashable {
    /// The message.
    package var id: String
    /// The stream.
    package var stream: String
    /// The place in it.
    package var sequence: Int64
    /// The envelope's hash.
    package var hash: [UInt8]
    /// The entry of the partner's log that it promised.
    package var entry: UInt64
    /// When it was noted as taken.
    package var takenAt: Moment

    /// A message.
    package init(
        id: String,
        stream: String,
        sequence: Int64,
        hash: [UInt8],
        entry: UInt64,
        takenAt: Moment
    ) {
        self.id = id
        self.stream = stream
        self.sequence = sequence
        self.hash = hash
        self.entry = entry
        self.takenAt = takenAt
    }
}

/// A message that waits to be sent.
package struct WaitingMessage: Sendable, Hashable {
    /// The stream.
    package var stream: String
    /// The place in it.
    package var sequence: Int64
    /// Its identifier; nil where even that was forgotten.
    package var id: String?
    /// The message; nil where it was erased and a skip must take its place, unless the partner took it before.
    package var message: ExchangeQueued?
    /// Since when it waits.
    package var since: Moment

    /// A message.
    package init(stream: String, sequence: Int64, id: String?, message: ExchangeQueued?, since: Moment) {
        self.stream = stream
        self.sequence = sequence
        self.id = id
        self.message = message
        self.since = since
    }
}

/// A message that was skipped and that a person must look at.
package struct DeadLetter: Sendable, Hashable {
    /// What was skipped, and why.
    package var skipped: ExchangeSkipped
    /// When.
    package var at: Moment

    /// A dead letter.
    package init(skipped: ExchangeSkipped, at: Moment) {
        self.skipped = skipped
        self.at = at
    }
}

/// An alarm of the exchange that nobody has closed.
package struct OpenAlarm: Sendable, Hashable {
    /// Its entry, by which it is closed.
    package var entry: UInt64
    /// What was found.
    package var alarm: ExchangeAlarmed
    /// When.
    package var at: Moment

    /// An alarm.
    package init(entry: UInt64, alarm: ExchangeAlarmed, at: Moment) {
        self.entry = entry
        self.alarm = alarm
        self.at = at
    }
}

/// How often a type of message has crossed.
package struct CrossedCount: Sendable, Hashable {
    /// Which way.
    package var way: ExchangeWay
    /// The type.
    package var type: String
    /// How often.
    package var count: Int
    /// When the last did.
    package var lastAt: Moment

    /// A count.
    package init(way: ExchangeWay, type: String, count: Int, lastAt: Moment) {
        self.way = way
        self.type = type
        self.count = count
        self.lastAt = lastAt
    }
}

/// Something of the ledger that may have to be told to the partner.
package struct LedgerItem: Sendable {
    /// What it is.
    package enum Content: Sendable {
        /// A row of an office's table, by its canonical body.
        case record(RecordKind, body: [UInt8])
        /// Anything else that happened.
        case event(SiteEvent)
    }

    /// The entry.
    package var index: UInt64
    /// When.
    package var at: Moment
    /// Who.
    package var actor: String
    /// What.
    package var content: Content

    /// An item.
    package init(index: UInt64, at: Moment, actor: String, content: Content) {
        self.index = index
        self.at = at
        self.actor = actor
        self.content = content
    }
}

/// What the views say of the exchange.
package protocol ExchangeReads {
    /// What the partner has taken of a stream, or what was taken from it; `.start` before the first message.
    ///
    /// - Throws: `SiteFault`.
    func streamHead(_ way: ExchangeWay, _ stream: String) throws -> StreamHead

    /// The last place of a stream that was given to a message; 0 before the first.
    ///
    /// - Throws: `SiteFault`.
    func lastQueued(_ stream: String) throws -> Int64

    /// Every stream, outward first, by name.
    ///
    /// - Throws: `SiteFault`.
    func streams() throws -> [StreamStanding]

    /// When the last message of the partner was taken; nil before the first.
    ///
    /// - Throws: `SiteFault`.
    func heardAt() throws -> Moment?

    /// The messages of a stream that wait from a place on, in order, at most so many; one that was erased has no words.
    ///
    /// - Throws: `SiteFault`.
    func waitingMessages(in stream: String, from sequence: Int64, limit: Int) throws -> [WaitingMessage]

    /// The last message of each stream that the partner has taken and not proven, by stream.
    ///
    /// - Throws: `SiteFault`.
    func unproven() throws -> [UnprovenMessage]

    /// How far each stream is proven, by its name.
    ///
    /// - Throws: `SiteFault`.
    func proven() throws -> [ExchangeProven.Proof]

    /// Whether a message of a type waits.
    ///
    /// - Throws: `SiteFault`.
    func isWaiting(_ type: String) throws -> Bool

    /// A message of the partner that was taken before; nil where none has this identifier.
    ///
    /// - Throws: `SiteFault`.
    func received(_ id: String, from sender: String) throws -> (hash: [UInt8], entry: UInt64)?

    /// Dead letters that nobody has closed, oldest first.
    ///
    /// - Throws: `SiteFault`.
    func deadLetters(limit: Int) throws -> [DeadLetter]

    /// A dead letter with its words; nil where they were erased, or nobody knows a dead letter of this identifier.
    ///
    /// - Throws: `SiteFault`.
    func queuedMessage(_ id: String) throws -> ExchangeQueued?

    /// What has crossed, by way and type.
    ///
    /// - Throws: `SiteFault`.
    func crossed() throws -> [CrossedCount]

    /// The first entry that was not looked at for what crosses.
    ///
    /// - Throws: `SiteFault`.
    func gatheredUpTo() throws -> UInt64

    /// The entries from one on that may have to be told to the partner, and the first that was not read.
    ///
    /// - Throws: `SiteFault`.
    func items(from index: UInt64, limit: Int) throws -> (items: [LedgerItem], next: UInt64)

    /// Who has signed an agreement of this digest.
    ///
    /// - Throws: `SiteFault`.
    func signatures(under digest: String) throws -> [AgreementSigned]

    /// What the ministry's desk has answered to a referral, newest first.
    ///
    /// - Throws: `SiteFault`.
    func answers(to referral: String) throws -> [ReferralAnswered]

    /// The newest version of each sealed table that a party has published, by name, the newest epoch first.
    ///
    /// - Throws: `SiteFault`.
    func lookUpTables(of party: String) throws -> [LookUpPublished]

    /// All keys of a party that two people ever took, newest first: what they signed while they stood, they have signed.
    ///
    /// - Throws: `SiteFault`.
    func taken(of party: String) throws -> [ExchangeTrusted]

    /// The newest keys of a party that two people took; nil where nobody has.
    ///
    /// - Throws: `SiteFault`.
    func trusted(of party: String) throws -> ExchangeTrusted?

    /// What a party's keys were last said to be, taken or only proposed; nil where nothing was said.
    ///
    /// - Throws: `SiteFault`.
    func stated(by party: String) throws -> ExchangeTrusted?

    /// The alarms of the exchange that nobody has closed, newest first, at most so many.
    ///
    /// - Throws: `SiteFault`.
    func exchangeAlarms(limit: Int) throws -> [OpenAlarm]

    /// Whether an entry is an alarm of the exchange that nobody has closed.
    ///
    /// - Throws: `SiteFault`.
    func isOpen(exchangeAlarm entry: UInt64) throws -> Bool
}

extension LedgerItem {
    private static let crossing: Set<String> = [
        "record.workers/1", "record.agencies/1", "record.joborders/1", "record.notices/1",
        "record.crossings/1", "record.feeds/1", "referral.opened/1", "referral.withdrawn/1",
        "referral.answered/1", "document.attested/1", "body.erased/1", "agreement.signed/1",
        "lookup.published/1",
    ]

    /// Whether entries of a kind may have to be told to the partner.
    package static func mayCross(_ kind: String) -> Bool { crossing.contains(kind) }
}

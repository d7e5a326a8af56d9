package import Vocabulary

/// What the work asks of a site's store: the ledger, and the views folded from it.
///
/// Nothing but `kawal` chooses the store. All writes go through `commit` and `seal`, so that effect, entry and view
/// position stand in one transaction, and an answer is given only when it is durable.
package protocol Site: Sendable {
    /// Reads a consistent snapshot of the views.
    ///
    /// - Throws: What the body throws, or `SiteFault` when the store can't be read.
    func read<Answer>(_ body: (any SiteReads) throws -> Answer) throws -> Answer

    /// Lets a command decide on the current state and appends what it decides, durably; bursts share one flush. Tells where
    /// the first of the entries stands; nil where nothing was appended.
    ///
    /// The decision may run more than once and must have no other effect.
    /// - Throws: What the decision throws, or `SiteFault`; then nothing was appended.
    func append<Answer: Sendable>(
        _ decide: @escaping @Sendable (any SiteReads) throws -> Decision<Answer>
    ) async throws -> (answer: Answer, first: UInt64?)

    /// Appends an entry with the next ones that are written, at the latest after a second; nobody waits for it.
    func note(_ draft: EntryDraft)

    /// Seals rows of an office's file, which needs no store and so can run beside the writing of others.
    ///
    /// - Throws: `SiteFault` where the site is only read.
    func seal(_ changes: [RecordChange], by actor: String, at moment: Moment) throws -> SealedLoad

    /// Lets no byte of what was erased stay in the site's files.
    ///
    /// - Throws: `SiteFault`.
    func sweep(_ reach: Sweep) async throws

    /// Keeps a received message beside the ledger, sealed, to be looked at for a while.
    ///
    /// - Throws: `SiteFault`.
    func shelve(_ bytes: [UInt8], digest: String, at moment: Moment) throws

    /// A message that is kept; nil where there is none of that digest.
    ///
    /// - Throws: `SiteFault`.
    func shelved(_ digest: String) throws -> [UInt8]?

    /// Whether a message is kept.
    ///
    /// - Throws: `SiteFault`.
    func hasShelved(_ digest: String) throws -> Bool

    /// Takes messages away; returns how many. An erasure of a person takes all of them, on every node.
    ///
    /// - Throws: `SiteFault`.
    func clearShelf(_ share: ShelfShare) throws -> Int

    /// Keeps the bytes of evidence beside the ledger, sealed under a key of their own; durable when it returns.
    ///
    /// - Throws: `SiteFault`.
    func keep(evidence bytes: [UInt8], id: String, key: [UInt8]) throws

    /// The bytes of evidence; nil where there are none, or they aren't what was kept.
    ///
    /// - Throws: `SiteFault`.
    func evidence(id: String, key: [UInt8]) throws -> [UInt8]?

    /// The proof that an entry is in the ledger (c2sp.org/tlog-proof), the entry with it; nil where there is no such entry.
    ///
    /// - Throws: `SiteFault`.
    func receipt(for index: UInt64) throws -> String?

    /// The body of an entry and the salt under which the entry commits to it; nil where it was erased.
    ///
    /// - Throws: `SiteFault`.
    func opening(of index: UInt64) throws -> (salt: [UInt8], body: [UInt8])?

    /// By what another site may tell one officer of this one from another: a keyed pseudonym of the account's name.
    func pseudonym(ofOfficer name: String) -> String

    /// The keys with which the ledger's checkpoints are verified, as c2sp.org/signed-note writes them.
    var checkpointKeys: [String] { get }

    /// By what the site signs and knows passes and slips.
    ///
    /// - Throws: `SiteFault` where the key is missing or others may read it.
    func passTrust() throws -> PassTrust

    /// The ledger's size, root and checkpoint, and how far the views follow.
    ///
    /// - Throws: `SiteFault` when the store can't be read.
    func ledgerHead() throws -> LedgerHead

    /// A file of the ledger's public side: `checkpoint`, `tile/0/x001/234`, `tile/entries/000.p/5`; nil where there is none.
    ///
    /// - Throws: `SiteFault` when the store can't be read.
    /// - Source: c2sp.org/tlog-tiles.
    func logFile(at path: String) throws -> LogFile?
}

/// Which of the messages that are kept beside the ledger.
package enum ShelfShare: Sendable {
    /// Every one.
    case all
    /// Those that came before a moment.
    case before(Moment)
    /// The one of a digest.
    case one(digest: String)
    /// Those in which a text stands, such as a passport number.
    case holding(String)
}

/// Where the bytes of what was erased are swept.
package enum Sweep: Sendable {
    /// In this node's own files: done in a moment.
    case here
    /// In the shared ledger as well, which rewrites its tables and holds other nodes up.
    case everywhere
}

/// A file that others check the ledger with.
package struct LogFile: Sendable, Hashable {
    /// What stands in it.
    package var bytes: [UInt8]
    /// Whether it is text.
    package var isText: Bool
    /// Whether it never changes.
    package var isImmutable: Bool
    /// Whether entries stand in it, with names of officers; hashes tell nobody anything.
    package var tellsEntries: Bool

    /// A file.
    package init(bytes: [UInt8], isText: Bool = false, isImmutable: Bool = true, tellsEntries: Bool = false) {
        self.bytes = bytes
        self.isText = isText
        self.isImmutable = isImmutable
        self.tellsEntries = tellsEntries
    }
}

extension Site {
    /// Lets a command decide on the current state and appends what it decides, durably.
    ///
    /// - Throws: What the decision throws, or `SiteFault`; then nothing was appended.
    package func commit<Answer: Sendable>(
        _ decide: @escaping @Sendable (any SiteReads) throws -> Decision<Answer>
    ) async throws -> Answer {
        try await append(decide).answer
    }

    /// Appends the rows of an office's file that are new or changed, in one transaction a call.
    ///
    /// - Throws: `SiteFault`; then nothing of this call was appended.
    package func load(
        _ changes: [RecordChange],
        by actor: String,
        at moment: Moment
    ) async throws -> LoadCount {
        try await seal(changes, by: actor, at: moment).write()
    }
}

/// Rows that are sealed and wait for their place in the ledger.
package struct SealedLoad: Sendable {
    /// Appends those that are new or changed, in one transaction.
    ///
    /// - Throws: `SiteFault`; then none was appended.
    package let write: @Sendable () async throws -> LoadCount

    /// Rows to write.
    package init(write: @escaping @Sendable () async throws -> LoadCount) { self.write = write }
}

/// What a command decided: entries to append, and what to answer once they are durable.
package struct Decision<Answer: Sendable>: Sendable {
    /// The entries, in order.
    package var drafts: [EntryDraft]
    /// Rows of an office's table that come with them, behind them; those that say nothing new are passed over.
    package var rows: OfficeRows?
    /// The answer to whoever gave the command.
    package var answer: Answer

    /// A decision.
    package init(_ drafts: [EntryDraft], rows: OfficeRows? = nil, answer: Answer) {
        self.drafts = drafts
        self.rows = rows
        self.answer = answer
    }
}

/// Rows of an office's table, who brought them and when.
package struct OfficeRows: Sendable {
    /// The rows.
    package var changes: [RecordChange]
    /// Who.
    package var actor: String
    /// When.
    package var at: Moment

    /// Rows.
    package init(_ changes: [RecordChange], by actor: String, at: Moment) {
        self.changes = changes
        self.actor = actor
        self.at = at
    }
}

/// An entry to be: the store adds index, identity, pseudonym and digest.
package struct EntryDraft: Sendable {
    /// What happened.
    package var event: SiteEvent
    /// When.
    package var at: Moment
    /// Who: an account's name, a machine's key name, or `system`.
    package var actor: String
    /// Why the data were touched: `departure-check`, `registry-load` and others.
    package var purpose: String
    /// Whom it is about; the store writes a keyed pseudonym.
    package var subject: EntrySubject?

    /// An entry to be.
    package init(_ event: SiteEvent, at: Moment, actor: String, purpose: String, subject: EntrySubject? = nil)
    {
        self.event = event
        self.at = at
        self.actor = actor
        self.purpose = purpose
        self.subject = subject
    }
}

/// Whom an entry is about; never written in clear.
package enum EntrySubject: Sendable, Hashable {
    /// A person by NIK.
    case nik(NIK)
    /// A person by passport, where no NIK is known.
    case passport(PassportNumber)
    /// A person as an audit sample, which nobody without the site's key joins to the passport.
    case sample(PassportNumber)
    /// A worker as one who was let go; what the officer must be able to prove is not erased with the person.
    case release(PassportNumber)

    /// The number as it is written.
    package var number: String {
        switch self {
        case .nik(let nik): nik.digits
        case .passport(let number), .sample(let number), .release(let number): number.text
        }
    }
}

/// A row of an office's file, ready for the ledger.
package struct RecordChange: Sendable {
    /// The table.
    package var kind: RecordKind
    /// The row's name among its kind.
    package var key: String
    /// How the row is found.
    package var handles: [Handle]
    /// Whom it is about.
    package var subject: EntrySubject?
    /// The canonical body.
    package var body: [UInt8]

    /// A row.
    package init(kind: RecordKind, key: String, handles: [Handle], subject: EntrySubject?, body: [UInt8]) {
        self.kind = kind
        self.key = key
        self.handles = handles
        self.subject = subject
        self.body = body
    }
}

/// What became of the rows of a load.
package struct LoadCount: Sendable, Equatable {
    /// Rows that were new.
    package var added = 0
    /// Rows that replaced an earlier fact.
    package var changed = 0
    /// Rows that said nothing new.
    package var unchanged = 0

    /// No rows yet.
    package init() {}

    /// Whether nothing new was said.
    package var isUnchanged: Bool { added == 0 && changed == 0 }

    /// Adds another load's counts.
    package static func += (left: inout LoadCount, right: LoadCount) {
        left.added += right.added
        left.changed += right.changed
        left.unchanged += right.unchanged
    }
}

/// Where the ledger stands.
package struct LedgerHead: Sendable {
    /// The number of entries.
    package var size: UInt64
    /// The Merkle root (RFC 6962), 32 bytes.
    package var root: [UInt8]
    /// The index up to which the views are folded.
    package var folded: UInt64
    /// When the last entry was made; nil in an empty ledger.
    package var lastAt: Moment?
    /// How this node stands to the ledger that it shares; nil where it has its own.
    package var sharing: Sharing?

    /// A head.
    package init(
        size: UInt64,
        root: [UInt8],
        folded: UInt64,
        lastAt: Moment?,
        sharing: Sharing? = nil
    ) {
        self.sharing = sharing
        self.size = size
        self.root = root
        self.folded = folded
        self.lastAt = lastAt
    }
}

/// How a node stands to the ledger that it shares with others.
package struct Sharing: Sendable, Equatable {
    /// For how long the link has been cut; nil while it is up.
    package var cutFor: Duration?
    /// Entries that wait here until it is back.
    package var waiting: Int

    /// When the link was cut, told at a moment; nil while it is up.
    package func cutSince(_ now: Moment) -> Moment? {
        cutFor.map { now.adding(seconds: -Int($0.components.seconds)) }
    }

    /// A standing.
    package init(cutFor: Duration?, waiting: Int) {
        self.cutFor = cutFor
        self.waiting = waiting
    }
}

/// Why a store could not do its work.
package enum SiteFault: Error, Equatable {
    /// There is no site in the folder.
    case absent(folder: String)
    /// The disk is full; nothing was lost, reading goes on.
    case diskFull
    /// The shared ledger can't be reached; reading and the work at counters go on.
    case cut(finding: String)
    /// Another process holds the site.
    case locked(folder: String)
    /// The site was made by a newer version.
    case newer(found: Int, known: Int)
    /// The site is damaged; `finding` says what doesn't agree.
    case damaged(finding: String)
    /// The key file is missing, or others may read it.
    case key(path: String, finding: String)
    /// The store failed otherwise.
    case failed(finding: String)
}

import Foundation
import GRDB
import Ledger
import Operations
import Vocabulary

extension LedgerWriter {
    /// Takes in what other nodes appended, up to the shared ledger's end; in a round that is all there is.
    mutating func follow(_ link: Link) throws {
        if !link.isContinuous { try checkContinuity(link) }
        while case let entries = try link.ledger.entries(
            from: frontier.size,
            limit: LedgerWriter.followedAtOnce
        ),
            !entries.isEmpty
        {
            for entry in entries { try take(entry) }
        }
    }

    /// Takes in one piece of it; false at the end.
    mutating func followSome(_ link: Link) throws -> Bool {
        let entries = try link.asking { ledger in
            if !link.isContinuous { try checkContinuity(link) }
            return try ledger.entries(from: frontier.size, limit: LedgerWriter.followedAtOnce)
        }
        for entry in entries { try take(entry) }
        return !entries.isEmpty
    }

    /// Refuses a ledger that is not the continuation of the one that was followed: it lost what this node holds, or it is
    /// another.
    private func checkContinuity(_ link: Link) throws {
        let shared = try link.ledger.size()
        guard shared >= frontier.size else { throw SiteFault.forked(at: shared) }
        if frontier.size > 0 {
            let last = Int64(frontier.size - 1)
            let mine = try Query("SELECT canonical FROM entries WHERE idx = ?", on: views.database)
            try mine.bind(last, at: 1)
            let theirs = try link.ledger.entries(from: UInt64(last), limit: 1).first?.canonical
            guard try mine.first({ [UInt8]($0.bytes(0)) }) == theirs else {
                throw SiteFault.forked(at: UInt64(last))
            }
        }
        link.noteContinuous()
    }

    private mutating func take(_ shared: SharedEntry) throws {
        let entry = try shared.canonical.withUnsafeBytes { try LedgerEntry(storedAt: shared.index, $0) }
        let index = Int64(clamping: shared.index)
        guard entry.index == frontier.size, shared.index == frontier.size, let moment = Moment(entry.at)
        else {
            throw SiteFault.damaged(.misplaced(index: frontier.size, says: entry.index))
        }
        try put(shared.canonical, at: index)
        guard let body = shared.body else {
            // Erased before it came here; that something was loaded stays known.
            guard let table = RecordKind(entryKind: entry.kind) else { return }
            return try views.count(table, added: 0, at: moment)
        }
        let subject = try body.subject.flatMap { try id(of: $0) }
        try put(body.sealed, of: subject, at: index)
        let opened: Void? = try views.body(at: index) {
            try views.fold(kind: entry.kind, body: $0, at: moment, index: index)
        }
        guard opened != nil else { throw SiteFault.unreadable(index) }
    }

    /// Entries a question: about a megabyte.
    private static let followedAtOnce = 1000
}

// MARK: What waits here while the link is cut

extension LedgerWriter {
    /// Keeps an entry here until the link is back: its body and what the views make of it stand at a place below zero.
    mutating func keepWaiting(_ sealed: Sealed, _ event: SiteEvent, at moment: Moment) throws {
        guard event.mayWait else { throw SiteFault.needsSharedLedger }
        let lowest = try Query("SELECT min(idx) FROM outbox", on: views.database).first { $0.int(0) } ?? 0
        let index = lowest - 1
        let query = try Query("INSERT INTO outbox VALUES (?, ?)", on: views.database)
        try query.bind(index, at: 1)
        try query.bind(entry(sealed, at: 0).canonical, at: 2)
        try query.run()
        _ = try put(sealed, at: index)
        try views.fold(event, at: moment, index: index)
        waiting += 1
    }

    /// Appends some of what waited here, with its own time and identity, in the order in which it came; not all at once, or
    /// the other nodes would wait for long.
    mutating func shareWaiting(_ ledger: any SharedLedger) throws {
        let rows = try Query(
            "SELECT canonical, idx FROM outbox ORDER BY idx DESC LIMIT 1000",
            on: views.database
        )
        for (canonical, place) in try rows.all({ ([UInt8]($0.bytes(0)), $0.int(1)) }) {
            let entry = try canonical.withUnsafeBytes { try LedgerEntry(storedAt: 0, $0) }
            let clear = try views.withdraw(place, kind: entry.kind)
            waiting -= 1
            // A round whose end nobody heard may have appended it already; then it was followed just now.
            guard try !ledger.contains(id: entry.id.description), let moment = Moment(entry.at) else {
                continue
            }
            let chance = sealer.random(Sealer.chance)
            let fresh = try entry.subject.map { _ in
                try views.seal.freshKey(chance.suffix(BodySeal.keyLength))
            }
            let index = try append(
                Sealed(entry, salt: clear.salt, body: clear.body, chance: chance, fresh: fresh)
            )
            try clear.body.withUnsafeBytes {
                try views.fold(kind: entry.kind, body: $0, at: moment, index: index)
            }
        }
    }
}

extension Views {
    /// Takes back what an entry that waited has made of the views, and gives its body.
    fileprivate func withdraw(_ place: Int64, kind: String) throws -> (salt: [UInt8], body: [UInt8]) {
        let query = try Query("SELECT body, idx, key FROM sealed WHERE idx = ?", on: database)
        try query.bind(place, at: 1)
        let clear = try query.first { row in
            try row.openedWhole(seal) { ([UInt8]($0), [UInt8]($1)) }
        }
        guard let clear else { throw SiteFault.unreadable(place) }
        try clear.1.withUnsafeBytes { try unfold(kind: kind, body: $0, index: place) }
        for table in ["bodies", "outbox"] {
            let removal = try Query("DELETE FROM \(table) WHERE idx = ?", on: database)
            try removal.bind(place, at: 1)
            try removal.run()
        }
        return clear
    }
}

extension SiteEvent {
    /// Whether it may be done while the shared ledger can't be reached: what a counter does, so that no traveller waits.
    var mayWait: Bool {
        switch self {
        case .manifestReceived, .travellerScreened, .referralOpened, .referralWithdrawn, .documentAttested,
            .recordRead, .travellerSampled, .workerReleased:
            true
        case .logKeyChanged, .bodiesErased, .contactPeriodBegun, .accountChanged, .machineKeyChanged: false
        }
    }
}

extension SiteFault {
    /// What can't wait for the shared ledger.
    static let needsSharedLedger = SiteFault.cut(
        finding: "this waits until the shared ledger is reached again"
    )

    /// The shared ledger and this node's part at an entry.
    static func forked(at index: UInt64) -> SiteFault {
        .damaged(
            finding:
                "from entry \(index) on the shared ledger is not the one that this node followed; see operate/cluster.md, forks"
        )
    }
}

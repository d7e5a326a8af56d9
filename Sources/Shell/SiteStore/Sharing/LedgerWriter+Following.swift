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

    /// Refuses a ledger that is not the continuation of the one that was followed.
    ///
    /// One that ends earlier may be a server that fell behind and does not know yet; as long as it does, it is no ledger to
    /// append to, but no other one either.
    private func checkContinuity(_ link: Link) throws {
        guard try link.ledger.size() >= frontier.size else {
            throw SharedLedgerFault.cut(
                finding:
                    "the shared ledger ends before what this node has followed; a server fell behind, or lost entries"
            )
        }
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
        followed += 1
        guard let body = shared.body else {
            // Erased before it came here; that something was loaded stays known.
            guard let table = RecordKind(entryKind: entry.kind) else { return }
            return try views.count(table, added: 0, at: moment)
        }
        guard body.subject?.pseudonym == entry.subject?.bytes else {
            throw SiteFault.damaged(.bodyAltered(index: shared.index))
        }
        try put(body.sealed, of: try body.subject.flatMap { try id(of: $0) }, at: index)
        let isWhole = try views.openBody(at: index)?.read { salt, body in
            guard Hash256.ofBody(salt: salt, body: body) == entry.bodyDigest else { return false }
            try views.fold(kind: entry.kind, body: body, at: moment, by: entry.actor, index: index)
            if case .bodiesErased(let erased) = try? SiteEvent(kind: entry.kind, body: body),
                erased.reason == .person
            {
                hasErasedPerson = true
            }
            return true
        }
        guard isWhole == true else { throw SiteFault.damaged(.bodyAltered(index: shared.index)) }
        if entry.kind == SiteEvent.erasure { hasErased = true }
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
        // Under the common key: another node may be giving the subject its key just now.
        try put([UInt8](views.seal.seal(sealed, under: views.seal.common, at: index)), of: nil, at: index)
        try views.fold(event, at: moment, by: sealed.actor, index: index)
        waiting += 1
    }

    /// Appends some of what waited here, with its own time and identity, in the order in which it came; not all at once, or
    /// the other nodes would wait for long.
    mutating func shareWaiting(_ ledger: any SharedLedger) throws {
        let rows = try Query(
            "SELECT canonical, idx FROM outbox ORDER BY idx DESC LIMIT \(LedgerWriter.sharedAtOnce)",
            on: views.database
        ).all { ([UInt8]($0.bytes(0)), $0.int(1)) }
        for (canonical, place) in rows {
            let entry = try canonical.withUnsafeBytes { try LedgerEntry(storedAt: 0, $0) }
            let clear = try views.withdraw(place, kind: entry.kind)
            waiting -= 1
            // A round whose end nobody heard may have appended it already; then it was followed just now.
            guard try !ledger.contains(id: entry.id.description), let moment = Moment(entry.at) else {
                continue
            }
            let fresh = try entry.subject.map { _ in
                try views.seal.freshKey(sealer.random(BodySeal.keyLength)[...])
            }
            let index = try append(Sealed(entry, salt: clear.salt, body: clear.body, fresh: fresh))
            try clear.body.withUnsafeBytes {
                try views.fold(kind: entry.kind, body: $0, at: moment, by: entry.actor, index: index)
            }
        }
        // What was taken back may have stood under what still waits.
        if !rows.isEmpty, waiting > 0 { try views.foldWaiting() }
    }

    private static let sharedAtOnce = 4096
}

extension Views {
    /// Folds what waits for the shared ledger, in the order in which it came.
    ///
    /// - Throws: `SiteFault` where an entry's body is not there, or is not the one that it commits to.
    func foldWaiting() throws {
        for (canonical, place) in try waiting() {
            let entry = try canonical.withUnsafeBytes { try LedgerEntry(storedAt: 0, $0) }
            guard let moment = Moment(entry.at), let open = try openBody(at: place) else {
                throw SiteFault.unreadable(place)
            }
            try open.read { _, body in
                try fold(kind: entry.kind, body: body, at: moment, by: entry.actor, index: place)
            }
        }
    }

    /// The entries that wait for the shared ledger, in the order in which they came, with their places below zero.
    private func waiting() throws -> [(canonical: [UInt8], place: Int64)] {
        try Query("SELECT canonical, idx FROM outbox ORDER BY idx DESC", on: database)
            .all { ([UInt8]($0.bytes(0)), $0.int(1)) }
    }

    /// Takes back what an entry that waited has made of the views, and gives its body.
    fileprivate func withdraw(_ place: Int64, kind: String) throws -> (salt: [UInt8], body: [UInt8]) {
        guard let open = try openBody(at: place) else { throw SiteFault.unreadable(place) }
        let clear = open.read { ([UInt8]($0), [UInt8]($1)) }
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
        case .manifestReceived, .travellerScreened, .referralOpened, .referralWithdrawn, .referralAnswered,
            .documentAttested,
            .recordRead, .travellerSampled, .workerReleased, .linkDoubted, .linkDecided, .randomDrawn,
            // A shift ends whether the line is up or not.
            .shiftHandedOver, .shiftTakenOver,
            // Another log's lie is one whether the line is up or not.
            .witnessAlarmed:
            true
        case .logKeyChanged, .bodiesErased, .contactPeriodBegun, .accountChanged, .machineKeyChanged,
            // Two officers at two nodes must not take one case two ways.
            .caseMoved, .caseErased, .departureSettled, .evidenceMoved, .claimMade, .glassBroken,
            .glassReviewed, .rosterSet, .randomAnswered, .witnessCleared,
            // One order of messages, and an answer to the partner only when it is everybody's.
            .exchangeQueued, .exchangeGathered, .exchangeSkipped, .exchangeClosed, .exchangeDelivered,
            .exchangeReceived, .exchangeAlarmed, .exchangeResolved, .exchangeProven, .agreementSigned,
            .exchangeTrusted, .lookUpPublished, .lookUpGranted,
            // Two passes must not stand for one placement, nor one here that was taken back elsewhere.
            .passIssued, .passRevoked:
            false
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

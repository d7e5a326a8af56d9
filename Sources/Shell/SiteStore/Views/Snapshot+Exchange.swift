import GRDB
import Ledger
import Operations
import Vocabulary

extension Snapshot {
    func streamHead(_ way: ExchangeWay, _ stream: String) throws -> StreamHead {
        let query = try Query(
            "SELECT seq, hash FROM exchange_streams WHERE way = ? AND stream = ?",
            on: database
        )
        try query.bind(Int64(way.rawValue), at: 1)
        try query.bind(stream, at: 2)
        return try query.first { StreamHead(sequence: $0.int(0), hash: [UInt8]($0.bytes(1))) } ?? .start
    }

    func lastQueued(_ stream: String) throws -> Int64 {
        let query = try Query(
            "SELECT seq FROM exchange_sent WHERE stream = ? ORDER BY seq DESC LIMIT 1",
            on: database
        )
        try query.bind(stream, at: 1)
        return try query.first { $0.int(0) } ?? 0
    }

    func streams() throws -> [StreamStanding] {
        var standings: [String: StreamStanding] = [:]
        let rows = try Query(
            "SELECT way, stream, seq, hash, at FROM exchange_streams ORDER BY way, stream",
            on: database
        ).all { row in
            StreamStanding(
                way: ExchangeWay(rawValue: Int(row.int(0))) ?? .out,
                stream: row.text(1),
                head: StreamHead(sequence: row.int(2), hash: [UInt8](row.bytes(3))),
                movedAt: Moment(milliseconds: row.int(4))
            )
        }
        for row in rows where row.way == .out { standings[row.stream] = row }
        let waiting = try Query(Snapshot.waitingByStream, on: database).all { row in
            (row.text(0), Int(row.int(1)), Moment(milliseconds: row.int(2)))
        }
        for (stream, count, since) in waiting {
            var standing =
                standings[stream] ?? StreamStanding(way: .out, stream: stream, head: .start, movedAt: nil)
            (standing.waiting, standing.waitingSince) = (count, since)
            standings[stream] = standing
        }
        return standings.values.sorted { $0.stream < $1.stream } + rows.filter { $0.way == .in }
    }

    func heardAt() throws -> Moment? {
        let query = try Query("SELECT max(at) FROM exchange_streams WHERE way = ?", on: database)
        try query.bind(Int64(ExchangeWay.in.rawValue), at: 1)
        return try query.first { $0.isNull(0) ? nil : Moment(milliseconds: $0.int(0)) } ?? nil
    }

    func waitingMessages(in stream: String, from sequence: Int64, limit: Int) throws -> [WaitingMessage] {
        let query = try Query(Snapshot.waitingOfStream, on: database)
        try query.bind(stream, at: 1)
        try query.bind(sequence, at: 2)
        try query.bind(Int64(limit), at: 3)
        let rows = try query.all { row in
            (
                sequence: row.int(0), index: row.isNull(1) ? nil : row.int(1),
                at: Moment(milliseconds: row.int(2)), id: row.text(3)
            )
        }
        // What was erased and forgotten leaves a gap, which a skip must fill.
        var messages: [WaitingMessage] = []
        var expected = sequence
        for row in rows {
            while expected < row.sequence, messages.count < limit {
                messages.append(
                    WaitingMessage(stream: stream, sequence: expected, id: nil, message: nil, since: row.at)
                )
                expected += 1
            }
            let message = try row.index.flatMap { try waitingMessage(at: $0) }
            messages.append(
                WaitingMessage(
                    stream: stream,
                    sequence: row.sequence,
                    id: row.id,
                    message: message,
                    since: row.at
                )
            )
            expected = row.sequence + 1
        }
        return messages
    }

    private func waitingMessage(at index: Int64) throws -> ExchangeQueued? {
        try event(at: index).flatMap { event in
            switch event {
            case .exchangeQueued(let queued): queued
            case .exchangeSkipped(let skipped):
                ExchangeQueued(
                    id: skipped.id,
                    stream: skipped.stream,
                    sequence: skipped.sequence,
                    type: "stream.skip/1",
                    purpose: AgreementRule.noPurpose,
                    body: skipped.body,
                    about: nil
                )
            default: nil
            }
        }
    }

    func unproven() throws -> [UnprovenMessage] {
        try Query(Snapshot.unprovenHeads, on: database).all { row in
            UnprovenMessage(
                id: row.text(0),
                stream: row.text(1),
                sequence: row.int(2),
                hash: [UInt8](row.bytes(3)),
                entry: UInt64(clamping: row.int(4)),
                takenAt: Moment(milliseconds: row.int(5))
            )
        }
    }

    func proven() throws -> [ExchangeProven.Proof] {
        try Query("SELECT stream, seq, size FROM exchange_proven ORDER BY stream", on: database).all { row in
            ExchangeProven.Proof(
                stream: row.text(0),
                sequence: row.int(1),
                size: UInt64(clamping: row.int(2))
            )
        }
    }

    func isWaiting(_ type: String) throws -> Bool {
        let query = try Query(Snapshot.oneWaiting, on: database)
        try query.bind(type, at: 1)
        return try query.first { $0.int(0) == 1 } ?? false
    }

    func received(_ id: String, from sender: String) throws -> (hash: [UInt8], entry: UInt64)? {
        let query = try Query(Snapshot.receivedByID, on: database)
        try query.bind(id, at: 1)
        try query.bind(sender, at: 2)
        return try query.first { ([UInt8]($0.bytes(0)), UInt64(clamping: $0.int(1))) }
    }

    func deadLetters(limit: Int) throws -> [DeadLetter] {
        let query = try Query("SELECT idx, at FROM exchange_dead ORDER BY at LIMIT ?", on: database)
        try query.bind(Int64(limit), at: 1)
        let rows = try query.all { ($0.int(0), Moment(milliseconds: $0.int(1))) }
        return try rows.compactMap { index, at in
            guard case .exchangeSkipped(let skipped)? = try event(at: index) else { return nil }
            return DeadLetter(skipped: skipped, at: at)
        }
    }

    func queuedMessage(_ id: String) throws -> ExchangeQueued? {
        let query = try Query(
            "SELECT queued FROM exchange_dead WHERE id = ? AND queued IS NOT NULL",
            on: database
        )
        try query.bind(id, at: 1)
        guard let index = try query.first({ $0.int(0) }),
            case .exchangeQueued(let queued)? = try event(at: index)
        else { return nil }
        return queued
    }

    func crossed() throws -> [CrossedCount] {
        try Query("SELECT way, type, count, at FROM exchange_counts ORDER BY way, type", on: database).all {
            row in
            CrossedCount(
                way: ExchangeWay(rawValue: Int(row.int(0))) ?? .out,
                type: row.text(1),
                count: Int(row.int(2)),
                lastAt: Moment(milliseconds: row.int(3))
            )
        }
    }

    func gatheredUpTo() throws -> UInt64 {
        try Query("SELECT next FROM exchange_gathered", on: database).first { UInt64(clamping: $0.int(0)) }
            ?? 0
    }

    func items(from index: UInt64, limit: Int) throws -> (items: [LedgerItem], next: UInt64) {
        let query = try Query(
            "SELECT idx, canonical FROM entries WHERE idx >= ? ORDER BY idx LIMIT ?",
            on: database
        )
        try query.bind(Int64(clamping: index), at: 1)
        try query.bind(Int64(limit), at: 2)
        let rows = try query.all { row in
            (
                UInt64(clamping: row.int(0)),
                try LedgerEntry(storedAt: UInt64(clamping: row.int(0)), row.bytes(1))
            )
        }
        var items: [LedgerItem] = []
        for (index, entry) in rows where LedgerItem.mayCross(entry.kind) {
            guard let at = Moment(entry.at),
                let content = try content(of: entry.kind, at: Int64(clamping: index))
            else { continue }
            items.append(LedgerItem(index: index, at: at, actor: entry.actor, content: content))
        }
        return (items, rows.last.map { $0.0 + 1 } ?? index)
    }

    private func content(of kind: String, at index: Int64) throws -> LedgerItem.Content? {
        guard let table = RecordKind(entryKind: kind) else { return try event(at: index).map { .event($0) } }
        return try body(at: index) { .record(table, body: [UInt8]($0)) }
    }

    func signatures(under digest: String) throws -> [AgreementSigned] {
        let query = try Query(
            "SELECT idx FROM agreement_signatures WHERE digest = ? ORDER BY party",
            on: database
        )
        try query.bind(digest, at: 1)
        return try query.all { $0.int(0) }.compactMap { index in
            guard case .agreementSigned(let signed)? = try event(at: index) else { return nil }
            return signed
        }
    }

    func taken(of party: String) throws -> [ExchangeTrusted] {
        try statements(Snapshot.takenOfParty, of: party, limit: Snapshot.mostTaken)
    }

    func trusted(of party: String) throws -> ExchangeTrusted? {
        try statements(Snapshot.takenOfParty, of: party, limit: 1).first
    }

    func stated(by party: String) throws -> ExchangeTrusted? {
        try statements(Snapshot.statedByParty, of: party, limit: 1).first
    }

    private func statements(_ sql: String, of party: String, limit: Int64) throws -> [ExchangeTrusted] {
        let query = try Query(sql, on: database)
        try query.bind(party, at: 1)
        try query.bind(limit, at: 2)
        return try query.all { $0.int(0) }.compactMap { index in
            guard case .exchangeTrusted(let trusted)? = try event(at: index) else { return nil }
            return trusted
        }
    }

    /// Keys change once a year.
    private static let mostTaken: Int64 = 64

    func lookUpTables(of party: String) throws -> [LookUpPublished] {
        let query = try Query(
            "SELECT idx FROM lookup_published WHERE party = ? ORDER BY name, epoch DESC",
            on: database
        )
        try query.bind(party, at: 1)
        return try query.all { $0.int(0) }.compactMap { index in
            guard case .lookUpPublished(let published)? = try event(at: index) else { return nil }
            return published
        }
    }

    func answers(to referral: String) throws -> [ReferralAnswered] {
        let query = try Query(Snapshot.answersToReferral, on: database)
        try query.bind(referral, at: 1)
        return try query.all { try $0.event(ReferralAnswered.self, seal) }
    }

    func exchangeAlarms(limit: Int) throws -> [OpenAlarm] {
        let query = try Query("SELECT idx, at FROM exchange_alarms ORDER BY idx DESC LIMIT ?", on: database)
        try query.bind(Int64(limit), at: 1)
        let rows = try query.all { ($0.int(0), Moment(milliseconds: $0.int(1))) }
        return try rows.compactMap { index, at in
            guard case .exchangeAlarmed(let alarm)? = try event(at: index) else { return nil }
            return OpenAlarm(entry: UInt64(clamping: index), alarm: alarm, at: at)
        }
    }

    func isOpen(exchangeAlarm entry: UInt64) throws -> Bool {
        let query = try Query("SELECT 1 FROM exchange_alarms WHERE idx = ?", on: database)
        try query.bind(Int64(clamping: entry), at: 1)
        return try query.first { $0.int(0) == 1 } ?? false
    }

    /// The event of an entry; nil where its body was erased.
    private func event(at index: Int64) throws -> SiteEvent? {
        let kind = try Query("SELECT canonical FROM entries WHERE idx = ?", on: database)
        try kind.bind(index, at: 1)
        let entry = try kind.first { try LedgerEntry(storedAt: UInt64(clamping: index), $0.bytes(0)) }
        guard let entry else { return nil }
        return try body(at: index) { try SiteEvent(kind: entry.kind, body: $0) } ?? nil
    }

    private func body<Answer>(at index: Int64, _ read: (UnsafeRawBufferPointer) throws -> Answer) throws
        -> Answer?
    {
        let query = try Query("SELECT body, idx, key FROM sealed WHERE idx = ?", on: database)
        try query.bind(index, at: 1)
        return try query.first { try $0.open(seal) }?.read { _, body in try read(body) }
    }
}

extension Snapshot {
    static let oneWaiting = "SELECT 1 FROM exchange_sent WHERE state = 0 AND type = ? LIMIT 1"

    static let takenOfParty = """
        SELECT idx FROM exchange_trust WHERE party = ? AND is_taken = 1 ORDER BY idx DESC LIMIT ?
        """

    static let statedByParty = "SELECT idx FROM exchange_trust WHERE party = ? ORDER BY idx DESC LIMIT ?"

    static let receivedByID = "SELECT hash, idx FROM exchange_received WHERE id = ? AND sender = ?"

    static let answersToReferral = """
        SELECT sealed.body, sealed.idx, sealed.key
        FROM referral_answers JOIN sealed ON sealed.idx = referral_answers.idx
        WHERE referral_answers.referral = ? ORDER BY referral_answers.idx DESC
        """

    static let unprovenHeads = """
        SELECT exchange_sent.id, head.stream, head.seq, head.hash, head.entry, head.at
        FROM exchange_streams AS head
        JOIN exchange_sent ON exchange_sent.stream = head.stream AND exchange_sent.seq = head.seq
        LEFT JOIN exchange_proven AS proof ON proof.stream = head.stream
        WHERE head.way = 0 AND head.entry IS NOT NULL AND head.seq > coalesce(proof.seq, 0)
        ORDER BY head.stream
        """

    static let waitingByStream = """
        SELECT stream, count(*), min(at) FROM exchange_sent WHERE state = 0 GROUP BY stream
        """

    static let waitingOfStream = """
        SELECT seq, idx, at, id FROM exchange_sent WHERE state = 0 AND stream = ? AND seq >= ? ORDER BY seq LIMIT ?
        """
}

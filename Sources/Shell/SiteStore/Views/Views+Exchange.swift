import GRDB
import Operations
import Vocabulary

/// Where a message to the partner stands.
enum SentState: Int64 {
    case waiting = 0
    case taken = 1
    case skipped = 2
}

extension Views {
    /// Folds what happened in the exchange with the other agency's site.
    func follow(exchange event: SiteEvent, at moment: Moment, index: Int64) throws {
        switch event {
        case .exchangeQueued(let queued):
            try put(queued.stream, queued.sequence, queued.id, queued.type, .waiting, moment, index)
            if let about = queued.about { try gather(about + 1) }
        case .exchangeSkipped(let skipped):
            if skipped.isDeadLetter, let dead = skipped.skipped {
                try lay(dead, at: skipped.stream, skipped.sequence, moment, index)
            }
            try put(skipped.stream, skipped.sequence, skipped.id, "stream.skip/1", .waiting, moment, index)
        case .exchangeClosed(let closed):
            try lift(closed.id, at: moment)
        case .exchangeDelivered(let delivered):
            for receipt in delivered.receipts { try deliver(receipt, at: moment) }
        case .exchangeProven(let proven): for proof in proven.proofs { try prove(proof, at: moment) }
        case .exchangeReceived(let received): try receive(received, at: moment, index: index)
        case .exchangeGathered(let gathered): try gather(gathered.next)
        case .exchangeTrusted(let trusted):
            try run("INSERT INTO exchange_trust (idx, party, is_taken) VALUES (?, ?, ?)") {
                try $0.bind(index, at: 1)
                try $0.bind(trusted.party, at: 2)
                try $0.bind(trusted.isTrusted ? 1 : 0, at: 3)
            }
        case .exchangeAlarmed:
            try run("INSERT INTO exchange_alarms VALUES (?, ?)") {
                try $0.bind(index, at: 1)
                try $0.bind(moment.milliseconds, at: 2)
            }
        case .exchangeResolved(let resolved):
            try run("DELETE FROM exchange_alarms WHERE idx = ?") {
                try $0.bind(Int64(clamping: resolved.alarm), at: 1)
            }
        case .agreementSigned(let signed):
            try run(
                """
                INSERT INTO agreement_signatures VALUES (?1, ?2, ?3)
                ON CONFLICT (digest, party) DO UPDATE SET idx = ?3
                """
            ) {
                try $0.bind(signed.digest, at: 1)
                try $0.bind(signed.party, at: 2)
                try $0.bind(index, at: 3)
            }
        default: break
        }
    }

    /// Notes an answer of the ministry's desk, kept as long as what it answers.
    func note(_ answered: ReferralAnswered, at moment: Moment, index: Int64) throws {
        try run("INSERT INTO referral_answers VALUES (?, ?)") {
            try $0.bind(answered.referral, at: 1)
            try $0.bind(index, at: 2)
        }
        try keep(index, as: .referral, since: moment)
    }

    /// Notes the newest version of a table's edition.
    func note(_ published: LookUpPublished, index: Int64) throws {
        try run(
            """
            INSERT INTO lookup_published VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (party, name, epoch) DO UPDATE SET idx = ?4
            """
        ) {
            try $0.bind(published.party, at: 1)
            try $0.bind(published.table, at: 2)
            try $0.bind(published.epoch, at: 3)
            try $0.bind(index, at: 4)
        }
    }

    private func put(
        _ stream: String,
        _ sequence: Int64,
        _ id: String,
        _ type: String,
        _ state: SentState,
        _ moment: Moment,
        _ index: Int64
    ) throws {
        try run(
            """
            INSERT INTO exchange_sent VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (stream, seq) DO UPDATE SET id = ?3, type = ?4, state = ?5, at = ?6, idx = ?7
            """
        ) {
            try $0.bind(stream, at: 1)
            try $0.bind(sequence, at: 2)
            try $0.bind(id, at: 3)
            try $0.bind(type, at: 4)
            try $0.bind(state.rawValue, at: 5)
            try $0.bind(moment.milliseconds, at: 6)
            try $0.bind(index, at: 7)
        }
    }

    /// Lays a dead letter aside before the skip takes its place, with the entry in which its words stand.
    private func lay(_ dead: String, at stream: String, _ sequence: Int64, _ moment: Moment, _ index: Int64)
        throws
    {
        try run(
            """
            INSERT INTO exchange_dead VALUES (
                ?1, ?2, ?3, (SELECT idx FROM exchange_sent WHERE stream = ?4 AND seq = ?5 AND id = ?1)
            ) ON CONFLICT DO NOTHING
            """
        ) {
            try $0.bind(dead, at: 1)
            try $0.bind(moment.milliseconds, at: 2)
            try $0.bind(index, at: 3)
            try $0.bind(stream, at: 4)
            try $0.bind(sequence, at: 5)
        }
    }

    /// Takes a dead letter away that a person has dealt with; the time of its words begins, as if they had been delivered.
    private func lift(_ dead: String, at moment: Moment) throws {
        let query = try Query("DELETE FROM exchange_dead WHERE id = ? RETURNING queued", on: database)
        try query.bind(dead, at: 1)
        let words = try query.first { $0.isNull(0) ? nil : $0.int(0) } ?? nil
        if let words { try keep(words, as: .exchange, since: moment) }
    }

    private func deliver(_ receipt: ExchangeDelivered.Receipt, at moment: Moment) throws {
        let known = try Query(
            "SELECT type, state, idx FROM exchange_sent WHERE stream = ? AND seq = ?",
            on: database
        )
        try known.bind(receipt.stream, at: 1)
        try known.bind(receipt.sequence, at: 2)
        let sent = try known.first { row in
            (
                type: row.isNull(0) ? nil : row.text(0), state: SentState(rawValue: row.int(1)),
                index: row.isNull(2) ? nil : row.int(2)
            )
        }
        // Noted twice, it was taken once.
        guard sent?.state != .taken else { return }
        // A ledger that is folded again may have lost the words; then only that it was taken is known.
        try run(
            """
            INSERT INTO exchange_sent VALUES (?1, ?2, ?3, NULL, ?4, ?5, NULL)
            ON CONFLICT (stream, seq) DO UPDATE SET state = ?4
            """
        ) {
            try $0.bind(receipt.stream, at: 1)
            try $0.bind(receipt.sequence, at: 2)
            try $0.bind(receipt.id, at: 3)
            try $0.bind(SentState.taken.rawValue, at: 4)
            try $0.bind(moment.milliseconds, at: 5)
        }
        try move(
            .out,
            receipt.stream,
            StreamHead(sequence: receipt.sequence, hash: [UInt8](receipt.hash)),
            entry: receipt.index,
            moment
        )
        try count(.out, sent?.type, moment)
        // Its words have done their work; a skip has none that are anybody's.
        if let index = sent?.index, sent?.type != "stream.skip/1" {
            try keep(index, as: .exchange, since: moment)
        }
    }

    private func receive(_ received: ExchangeReceived, at moment: Moment, index: Int64) throws {
        try run("INSERT INTO exchange_received VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING") {
            try $0.bind(received.id, at: 1)
            try $0.bind(received.sender, at: 2)
            try $0.bind([UInt8](received.hash), at: 3)
            try $0.bind(index, at: 4)
        }
        let head = StreamHead(sequence: received.sequence, hash: [UInt8](received.hash))
        try move(.in, received.stream, head, entry: UInt64(clamping: index), moment)
        try count(.in, received.type, moment)
    }

    private func prove(_ proof: ExchangeProven.Proof, at moment: Moment) throws {
        try run(
            """
            INSERT INTO exchange_proven VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (stream) DO UPDATE SET seq = ?2, size = ?3, at = ?4 WHERE seq < ?2
            """
        ) {
            try $0.bind(proof.stream, at: 1)
            try $0.bind(proof.sequence, at: 2)
            try $0.bind(Int64(clamping: proof.size), at: 3)
            try $0.bind(moment.milliseconds, at: 4)
        }
    }

    private func move(
        _ way: ExchangeWay,
        _ stream: String,
        _ head: StreamHead,
        entry: UInt64,
        _ moment: Moment
    ) throws {
        try run(
            """
            INSERT INTO exchange_streams VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (way, stream) DO UPDATE SET seq = ?3, hash = ?4, at = ?5, entry = ?6 WHERE seq < ?3
            """
        ) {
            try $0.bind(Int64(way.rawValue), at: 1)
            try $0.bind(stream, at: 2)
            try $0.bind(head.sequence, at: 3)
            try $0.bind(head.hash, at: 4)
            try $0.bind(moment.milliseconds, at: 5)
            try $0.bind(Int64(clamping: entry), at: 6)
        }
    }

    private func count(_ way: ExchangeWay, _ type: String?, _ moment: Moment) throws {
        guard let type else { return }
        try run(
            """
            INSERT INTO exchange_counts VALUES (?1, ?2, 1, ?3)
            ON CONFLICT (way, type) DO UPDATE SET count = count + 1, at = ?3
            """
        ) {
            try $0.bind(Int64(way.rawValue), at: 1)
            try $0.bind(type, at: 2)
            try $0.bind(moment.milliseconds, at: 3)
        }
    }

    private func gather(_ next: UInt64) throws {
        try run(
            "INSERT INTO exchange_gathered VALUES (0, ?1) ON CONFLICT DO UPDATE SET next = max(next, ?1)"
        ) {
            try $0.bind(Int64(clamping: next), at: 1)
        }
    }

    private func run(_ sql: String, _ bind: (Query) throws -> Void) throws {
        let query = try Query(sql, on: database)
        try bind(query)
        try query.run()
    }
}

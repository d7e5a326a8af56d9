import GRDB
import Ledger
import Operations
import Vocabulary

extension Views {
    /// Erases bodies with whatever the views made of them, and the keys of subjects about whom nothing is left.
    ///
    /// Gives the pseudonyms of those subjects. The entries stay. Bodies that are gone already are passed over, so that a
    /// ledger folds again as it did.
    @discardableResult
    func erase(_ entries: IndexRanges) throws -> [[UInt8]] {
        let stored = try Query(
            """
            SELECT sealed.body, sealed.idx, sealed.key, entries.canonical, bodies.subject
            FROM bodies JOIN sealed ON sealed.idx = bodies.idx JOIN entries ON entries.idx = bodies.idx
            WHERE bodies.idx = ?
            """,
            on: database
        )
        let removal = try Query("DELETE FROM bodies WHERE idx = ?", on: database)
        var subjects: Set<Int64> = []
        for index in entries {
            try stored.bind(Int64(clamping: index), at: 1)
            let wasThere: Void? = try stored.first { row in
                if !row.isNull(4) { subjects.insert(row.int(4)) }
                let entry = try LedgerEntry(storedAt: index, row.bytes(3))
                // One that does not open goes all the same; what the views made of it is found by its place alone.
                guard let open = try? row.open(seal) else { return try forget(at: row.int(1)) }
                try open.read { _, body in try unfold(kind: entry.kind, body: body, index: row.int(1)) }
            }
            guard wasThere != nil else { continue }
            try removal.bind(Int64(clamping: index), at: 1)
            try removal.run()
        }
        return try subjects.compactMap { try forget($0) }
    }

    /// Destroys a subject's key where no body is left that it opens.
    private func forget(_ subject: Int64) throws -> [UInt8]? {
        let query = try Query(
            """
            DELETE FROM subjects
            WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM bodies WHERE bodies.subject = ?1)
            RETURNING pseudonym
            """,
            on: database
        )
        try query.bind(subject, at: 1)
        return try query.first { [UInt8]($0.bytes(0)) }
    }

    /// Takes back what `fold` made of an entry, as if its body had never been read.
    func unfold(kind: String, body: UnsafeRawBufferPointer, index: Int64) throws {
        try run("DELETE FROM kept WHERE idx = ?", index)
        if let table = RecordKind(entryKind: kind) {
            guard let names = RecordBody.names(of: table, in: body) else { throw SiteFault.unreadable(index) }
            for handle in names.handles { try lose(index, by: codes.code(of: handle, in: table)) }
            let code = codes.code(ofKey: names.key, in: table)
            try lose(index, by: codes.code(ofVersions: code))
            guard try current(table, code: code) == index else { return }
            let removal = try Query("DELETE FROM records WHERE kind = ? AND code = ?", on: database)
            try removal.bind(Int64(table.code), at: 1)
            try removal.bind(code, at: 2)
            try removal.run()
            return try run("UPDATE loads SET current = current - 1 WHERE kind = ?", Int64(table.code))
        }
        switch try SiteEvent(kind: kind, body: body) {
        case .manifestReceived(let manifest):
            try run("DELETE FROM manifests WHERE idx = ?", index)
            for digest in manifest.digests { try lose(index, by: codes.code(ofManifest: digest)) }
        case .travellerScreened: try run("DELETE FROM screened WHERE idx = ?", index)
        case .referralOpened(let referral):
            try run("DELETE FROM referrals WHERE idx = ?", index)
            if let passport = referral.passport {
                try lose(index, by: codes.code(ofReferralsFor: passport))
            }
        case .referralAnswered: try run("DELETE FROM referral_answers WHERE idx = ?", index)
        case .documentAttested(let attested):
            try lose(index, by: codes.code(ofAttestationsFor: attested.passport))
        case .linkDoubted(let doubted):
            try run("DELETE FROM doubts WHERE idx = ?", index)
            try lose(index, by: codes.code(ofDoubtsOn: doubted.passport))
        case .linkDecided(let decided): try lose(index, by: codes.code(ofLinksOf: decided.passport))
        case .caseMoved(let move):
            try unfollow(move, index: index)
            try run("DELETE FROM tallies WHERE idx = ?", index)
        case .caseErased: try run("DELETE FROM tallies WHERE idx = ?", index)
        case .evidenceMoved: try run("DELETE FROM evidence WHERE idx = ?", index)
        case .claimMade: try run("DELETE FROM claims WHERE idx = ?", index)
        case .departureSettled: try run("DELETE FROM settled WHERE idx = ?", index)
        case .randomAnswered: try run("DELETE FROM answered WHERE idx = ?", index)
        case .glassBroken: try run("DELETE FROM glass WHERE idx = ?", index)
        case .shiftHandedOver: try run("DELETE FROM shift_notes WHERE idx = ?", index)
        case .shiftTakenOver: try run("UPDATE shift_notes SET taken = NULL WHERE taken = ?", index)
        case .rosterSet: try run("DELETE FROM rosters WHERE idx = ?", index)
        case .randomDrawn: try run("DELETE FROM draws WHERE idx = ?", index)
        case .contactPeriodBegun: try run("DELETE FROM contact_periods WHERE idx = ?", index)
        case .travellerSampled(let sample): try lose(index, by: codes.code(ofSamplesOf: sample.passport))
        case .workerReleased(let receipt): for code in codes.codes(of: receipt) { try lose(index, by: code) }
        case .witnessAlarmed: try run("DELETE FROM witness_alarms WHERE idx = ?", index)
        case .exchangeQueued: try loseWords(at: index)
        case .passIssued(let pass):
            try run("DELETE FROM passes WHERE idx = ?", index)
            for code in codes.codes(of: pass) { try lose(index, by: code) }
        case .passRevoked: try run("DELETE FROM revoked_passes WHERE idx = ?", index)
        case .exchangeGathered, .exchangeSkipped, .exchangeClosed, .exchangeDelivered, .exchangeReceived,
            .exchangeAlarmed, .exchangeResolved, .exchangeProven, .agreementSigned, .exchangeTrusted,
            .lookUpPublished, .lookUpGranted,
            .referralWithdrawn, .witnessCleared, .glassReviewed, .recordRead, .logKeyChanged, .bodiesErased,
            .accountChanged,
            .machineKeyChanged, nil:
            break
        }
    }

    /// Takes back what an entry has made of the views where nobody can read any more what that was.
    private func forget(at index: Int64) throws {
        for table in [
            "kept", "records", "handles", "manifests", "screened", "referrals", "contact_periods", "doubts",
            "cases", "case_moves", "rosters", "draws", "evidence", "claims", "glass", "answered", "tallies",
            "settled", "shift_notes", "referral_answers", "witness_alarms", "passes",
            "revoked_passes",
        ] {
            try run("DELETE FROM \(table) WHERE idx = ?", index)
        }
        try run("UPDATE shift_notes SET taken = NULL WHERE taken = ?", index)
        try loseWords(at: index)
    }

    private func loseWords(at index: Int64) throws {
        try run("UPDATE exchange_sent SET idx = NULL WHERE idx = ?", index)
        try run("UPDATE exchange_dead SET queued = NULL WHERE queued = ?", index)
    }

    private func run(_ sql: String, _ number: Int64) throws {
        let query = try Query(sql, on: database)
        try query.bind(number, at: 1)
        try query.run()
    }
}

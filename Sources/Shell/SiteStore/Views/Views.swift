import GRDB
import Ledger
import Operations
import Vocabulary

/// The views of a site, folded from its entries within the writer's transaction.
struct Views {
    let database: Database
    let key: SiteKey
    let currentRecord: Query
    let claimRecord: Query
    let putRecord: Query
    let putHandle: Query
    private let putTile: Query

    init(_ database: Database, key: SiteKey) throws {
        self.database = database
        self.key = key
        currentRecord = try Query(Snapshot.currentRecord, on: database)
        claimRecord = try Query("INSERT INTO records VALUES (?, ?, ?) ON CONFLICT DO NOTHING", on: database)
        putRecord = try Query("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", on: database)
        putHandle = try Query("INSERT OR IGNORE INTO handles VALUES (?, ?)", on: database)
        putTile = try Query("INSERT OR REPLACE INTO tiles VALUES (?, ?, ?)", on: database)
    }

    var codes: HandleCode { key.codes }
    var seal: BodySeal { key.seal }

    /// What the views say.
    var reads: Snapshot { Snapshot(database: database, key: key) }

    /// Folds one entry, as the rebuilding does: from its stored form.
    func fold(kind: String, body: UnsafeRawBufferPointer, at moment: Moment, by actor: String, index: Int64)
        throws
    {
        if let table = RecordKind(entryKind: kind) {
            guard let names = RecordBody.names(of: table, in: body) else { throw SiteFault.unreadable(index) }
            let code = codes.code(ofKey: names.key, in: table)
            let earlier = try claim(table, code, for: index)
            try put(table, code, at: moment, index: index, replacing: earlier)
            try note(index, table, toldBy: actor, at: moment)
            for handle in names.handles { try find(index, by: codes.code(of: handle, in: table)) }
            try count(table, added: earlier == nil ? 1 : 0, at: moment)
            return
        }
        let event: SiteEvent?
        do {
            event = try SiteEvent(kind: kind, body: body)
        } catch is DecodingError {
            throw SiteFault.unreadable(index)
        }
        guard let event else {
            throw SiteFault.damaged(finding: "entry \(index) has the unknown kind \(kind)")
        }
        try fold(event, at: moment, by: actor, index: index)
    }

    /// Folds one event.
    func fold(_ event: SiteEvent, at moment: Moment, by actor: String, index: Int64) throws {
        try fold(event, at: moment, index: index)
        try note(index, toldAs: event.toldAs, by: actor)
    }

    private func fold(_ event: SiteEvent, at moment: Moment, index: Int64) throws {
        switch event {
        case .manifestReceived(let manifest): try receive(manifest, at: moment, index: index)
        case .travellerScreened(let traveller): try screen(traveller, index: index)
        case .referralOpened(let referral): try open(referral, index: index)
        case .referralWithdrawn(let withdrawn): try withdraw(withdrawn, at: moment, index: index)
        case .referralAnswered(let answered): try note(answered, at: moment, index: index)
        case .documentAttested(let attested):
            try find(index, by: codes.code(ofAttestationsFor: attested.passport))
            try keep(index, as: .attestation, since: moment)
        case .linkDoubted(let doubted):
            try name("doubts (id, idx)", doubted.id, index: index)
            try find(index, by: codes.code(ofDoubtsOn: doubted.passport))
            try keep(index, as: .doubt, since: moment)
        case .linkDecided(let decided):
            try forget(doubt: decided.id)
            // Whoever's placement was found has no open question any more.
            if decided.isSame { try forget(doubtsOn: decided.passport) }
            try find(index, by: codes.code(ofLinksOf: decided.passport))
            try keep(index, as: .decision, since: moment)
        case .caseMoved(let move):
            try follow(move, index: index)
            try count(CaseTally(move), at: move.at, index: index)
        case .caseErased(let erased):
            try count(erased, index: index)
            if let digest = erased.slipDigest { try find(index, by: codes.code(ofFallenSlip: digest)) }
        case .evidenceMoved(let move): try follow(move, index: index)
        case .claimMade(let claim): try note(claim, at: moment, index: index)
        case .departureSettled(let settled): try set(settled, index: index)
        case .randomAnswered(let answered): try set(answered, index: index)
        case .glassBroken(let broken): try note(broken, index: index)
        case .glassReviewed(let reviewed):
            try review(reviewed)
            try keep(index, as: .casefile, since: moment)
        case .shiftHandedOver(let note): try self.note(note, index: index)
        case .shiftTakenOver(let taken): try note(taken, index: index)
        case .rosterSet(let roster): try set(roster, index: index)
        case .randomDrawn(let draw): try set(draw, index: index)
        case .contactPeriodBegun(let period):
            try name("contact_periods (number, idx)", String(period.number), index: index)
        case .travellerSampled(let sample):
            try find(index, by: codes.code(ofSamplesOf: sample.passport))
            try keep(index, as: .sample, since: departure(of: sample.flight, list: sample.list))
        case .workerReleased(let receipt):
            for code in codes.codes(of: receipt) { try find(index, by: code) }
            try keep(index, as: .release, since: moment)
        case .bodiesErased(let erased): try erase(erased.entries)
        case .recordRead, .logKeyChanged, .lookUpGranted: break
        case .witnessAlarmed(let alarmed): try note(alarmed, index: index)
        case .witnessCleared(let cleared): try clear(cleared)
        case .passIssued(let pass): try note(pass, index: index)
        case .passRevoked(let revoked): try note(revoked, index: index)
        case .accountChanged(let account): try name("accounts (name, idx)", account.name, index: index)
        case .machineKeyChanged(let key): try name("machine_keys (id, idx)", key.id, index: index)
        case .exchangeQueued, .exchangeGathered, .exchangeSkipped, .exchangeClosed, .exchangeDelivered,
            .exchangeReceived, .exchangeAlarmed, .exchangeResolved, .exchangeProven, .agreementSigned,
            .exchangeTrusted:
            try follow(exchange: event, at: moment, index: index)
        case .lookUpPublished(let published): try note(published, index: index)
        }
    }

    /// Keeps the roots of tiles that became full.
    func put(_ filled: [MerkleFrontier.FullTile]) throws {
        for tile in filled {
            try putTile.bind(Int64(tile.level), at: 1)
            try putTile.bind(Int64(clamping: tile.index), at: 2)
            try tile.root.withUnsafeBytes { try putTile.bind($0, at: 3) }
            try putTile.run()
        }
    }

    /// Throws every view away.
    func clear() throws {
        for table in Schema.viewTables { try Query("DELETE FROM \(table)", on: database).run() }
    }

    private func receive(_ manifest: ManifestReceived, at moment: Moment, index: Int64) throws {
        let dropped = try Query(
            "DELETE FROM screened WHERE departs_on = ? AND number = ? AND origin = ? AND list = ?",
            on: database
        )
        try dropped.bind(manifest.flight, manifest.list, at: 1)
        try dropped.run()
        let query = try Query("INSERT OR REPLACE INTO manifests VALUES (?, ?, ?, ?, ?, ?, ?)", on: database)
        try query.bind(manifest.flight, manifest.list, at: 1)
        try query.bind(manifest.departsAt.map { Int64($0.day.number) * 1440 + Int64($0.minute) }, at: 5)
        try query.bind(moment.milliseconds, at: 6)
        try query.bind(index, at: 7)
        try query.run()
        for digest in manifest.digests { try find(index, by: codes.code(ofManifest: digest)) }
        try keep(index, as: .manifest, since: departure(of: manifest.flight, list: manifest.list))
    }

    private func screen(_ traveller: ScreenedTraveller, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO screened VALUES (?, ?, ?, ?, ?, ?, ?)", on: database)
        try query.bind(traveller.flight, traveller.list, at: 1)
        // Whoever was checked at a counter has no place in a list; the entry's own tells them apart.
        try query.bind(traveller.person > 0 ? Int64(traveller.person) : -index - 1, at: 5)
        try query.bind(traveller.id, at: 6)
        try query.bind(index, at: 7)
        try query.run()
        let isBurdened = traveller.assessment.advice == .refer || traveller.assessment.advice == .statutory
        let departure = try departure(of: traveller.flight, list: traveller.list)
        try keep(index, as: isBurdened ? .screening : .advice, since: departure)
    }

    private func open(_ referral: Referral, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO referrals VALUES (?, ?, ?, NULL, ?)", on: database)
        try query.bind(referral.id, at: 1)
        let day = referral.day(zone: Views.westernIndonesia)
        try query.bind(Int64(day.number), at: 2)
        try query.bind(referral.openedAt.milliseconds, at: 3)
        try query.bind(index, at: 4)
        try query.run()
        if let passport = referral.passport { try find(index, by: codes.code(ofReferralsFor: passport)) }
        try keep(index, as: .referral, since: Views.end(of: day))
    }

    private func withdraw(_ withdrawn: ReferralWithdrawn, at moment: Moment, index: Int64) throws {
        let query = try Query(
            "UPDATE referrals SET withdrawn_for = ? WHERE id = ? RETURNING departs_on",
            on: database
        )
        try query.bind(withdrawn.reason, at: 1)
        try query.bind(withdrawn.id, at: 2)
        let day = try query.first { Day(number: Int32(clamping: $0.int(0))) }
        // Kept as long as what it withdraws, or a ledger folded again would show that as standing.
        try keep(index, as: .referral, since: day.map { Views.end(of: $0) } ?? moment)
        try note(withdrawal: index, of: withdrawn.id)
    }

    private func forget(doubtsOn passport: PassportNumber) throws {
        let query = try Query(
            "DELETE FROM doubts WHERE idx IN (SELECT idx FROM handles WHERE handle = ?)",
            on: database
        )
        try query.bind(codes.code(ofDoubtsOn: passport), at: 1)
        try query.run()
    }

    private func forget(doubt id: String) throws {
        let query = try Query("DELETE FROM doubts WHERE id = ?", on: database)
        try query.bind(id, at: 1)
        try query.run()
    }

    private func name(_ columns: String, _ name: String, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO \(columns) VALUES (?, ?)", on: database)
        try query.bind(name, at: 1)
        try query.bind(index, at: 2)
        try query.run()
    }
}

extension Query {
    /// Binds a flight's day, number and origin, and the list, from a position on.
    func bind(_ flight: FlightKey, _ list: String? = nil, at position: Int32) throws {
        try bind(Int64(flight.departsOn.number), at: position)
        try bind(flight.number, at: position + 1)
        try bind(flight.from, at: position + 2)
        if let list { try bind(list, at: position + 3) }
    }
}

extension SiteFault {
    /// A body that is not what its entry's kind says.
    static func unreadable(_ index: Int64) -> SiteFault {
        .damaged(finding: "the body of entry \(index) can't be read; run: kawal ledger verify")
    }
}

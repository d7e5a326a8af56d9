import GRDB
import Operations
import Vocabulary

extension Snapshot {
    func flights(on day: Day) throws -> [FlightSummary] {
        let query = try Query(Snapshot.flightsOnDay, on: database)
        try query.bind(Int64(day.number), at: 1)
        return try query.all { try $0.flight(seal) }
    }

    func flight(_ key: FlightKey) throws -> FlightSummary? {
        let query = try Query(Snapshot.flightByKey, on: database)
        try query.bind(key, at: 1)
        return try query.first { try $0.flight(seal) }
    }

    func manifest(of flight: FlightKey, list: String) throws -> ManifestReceived? {
        let query = try Query(Snapshot.manifestOfList, on: database)
        try query.bind(flight, list, at: 1)
        return try query.first { try $0.event(ManifestReceived.self, seal) }
    }

    func receivedAt(_ flight: FlightKey, list: String) throws -> Moment? {
        let query = try Query(Snapshot.manifestOfList, on: database)
        try query.bind(flight, list, at: 1)
        return try query.first { Moment(milliseconds: $0.int(3)) }
    }

    func screened(on flight: FlightKey) throws -> [ScreenedTraveller] {
        let query = try Query(Snapshot.screenedOnFlight, on: database)
        try query.bind(flight, at: 1)
        // A later screening may have cleared somebody.
        return try query.all { try $0.event(ScreenedTraveller.self, seal) }.filter {
            $0.assessment.advice != .clear
        }
    }

    func screened(id: String) throws -> ScreenedTraveller? {
        let query = try Query(Snapshot.screenedByID, on: database)
        try query.bind(id, at: 1)
        return try query.first { try $0.event(ScreenedTraveller.self, seal) }
    }

    func referrals(on day: Day) throws -> [Referral] {
        let query = try Query(Snapshot.referralsOnDay, on: database)
        try query.bind(Int64(day.number), at: 1)
        return try query.all { try $0.referral(seal) }
    }

    func referral(id: String) throws -> Referral? {
        let query = try Query(Snapshot.referralByID, on: database)
        try query.bind(id, at: 1)
        return try query.first { try $0.referral(seal) }
    }

    func referrals(for passport: PassportNumber) throws -> [Referral] {
        let query = try Query(Snapshot.referralsOfPassport, on: database)
        try query.bind(codes.code(ofReferralsFor: passport), at: 1)
        return try query.all { try $0.referral(seal) }.filter { $0.passport == passport }
    }

    func attestations(for passport: PassportNumber) throws -> [DocumentAttested] {
        try newest(codes.code(ofAttestationsFor: passport), DocumentAttested.self)
            .filter { $0.passport == passport }
    }

    func doubts(limit: Int) throws -> [LinkDoubted] {
        let query = try Query(Snapshot.newestDoubts, on: database)
        try query.bind(Int64(limit), at: 1)
        return try query.all { try $0.event(LinkDoubted.self, seal) }
    }

    func doubt(id: String) throws -> LinkDoubted? {
        let query = try Query(Snapshot.doubtByID, on: database)
        try query.bind(id, at: 1)
        return try query.first { try $0.event(LinkDoubted.self, seal) }
    }

    func doubts(on passport: PassportNumber) throws -> [LinkDoubted] {
        try newest(codes.code(ofDoubtsOn: passport), LinkDoubted.self).filter { $0.passport == passport }
    }

    func linkDecisions(for passport: PassportNumber) throws -> [LinkDecided] {
        try newest(codes.code(ofLinksOf: passport), LinkDecided.self).filter { $0.passport == passport }
    }

    func linkDecisions() throws -> [LinkDecided] {
        let query = try Query(Snapshot.bodiesOfClass, on: database)
        try query.bind(RetentionClass.decision.rawValue, at: 1)
        return try query.all { try $0.event(LinkDecided.self, seal) }
    }

    func manifests(digest: String) throws -> [ManifestReceived] {
        // A part that came later repeats the digests of the parts before it: the newest of each list counts.
        var seen: [FlightKey: Set<String>] = [:]
        return try newest(codes.code(ofManifest: digest), ManifestReceived.self)
            .filter { $0.digests.contains(digest) && seen[$0.flight, default: []].insert($0.list).inserted }
            .reversed()
    }

    func recentManifests(limit: Int) throws -> [FlightSummary] {
        let query = try Query(Snapshot.newestManifests, on: database)
        try query.bind(Int64(limit), at: 1)
        return try query.all { try $0.flight(seal) }
    }

    private func newest<Value: Decodable>(_ code: Int64, _ type: Value.Type) throws -> [Value] {
        let query = try Query(Snapshot.bodiesByHandle + " ORDER BY handles.idx DESC", on: database)
        try query.bind(code, at: 1)
        return try query.all { try $0.event(type, seal) }
    }
}

extension Snapshot {
    static let flightsOnDay = """
        SELECT sealed.body, sealed.idx, sealed.key, manifests.received_at
        FROM manifests JOIN sealed ON sealed.idx = manifests.idx WHERE manifests.departs_on = ?
        ORDER BY departs_at IS NULL, departs_at, number, origin, list DESC
        """

    static let flightByKey = """
        SELECT sealed.body, sealed.idx, sealed.key, manifests.received_at
        FROM manifests JOIN sealed ON sealed.idx = manifests.idx
        WHERE manifests.departs_on = ? AND manifests.number = ? AND manifests.origin = ?
        ORDER BY list = 'passengers' DESC, manifests.idx DESC LIMIT 1
        """

    static let manifestOfList = """
        SELECT sealed.body, sealed.idx, sealed.key, manifests.received_at FROM manifests JOIN sealed ON sealed.idx = manifests.idx
        WHERE manifests.departs_on = ? AND manifests.number = ? AND manifests.origin = ? AND manifests.list = ?
        """

    static let newestManifests = """
        SELECT sealed.body, sealed.idx, sealed.key, manifests.received_at
        FROM manifests JOIN sealed ON sealed.idx = manifests.idx ORDER BY manifests.idx DESC LIMIT ?
        """

    static let screenedOnFlight = """
        SELECT sealed.body, sealed.idx, sealed.key FROM screened JOIN sealed ON sealed.idx = screened.idx
        WHERE screened.departs_on = ? AND screened.number = ? AND screened.origin = ?
        ORDER BY screened.list DESC, screened.person
        """

    static let screenedByID = """
        SELECT sealed.body, sealed.idx, sealed.key FROM screened JOIN sealed ON sealed.idx = screened.idx
        WHERE screened.id = ?
        """

    static let newestDoubts = """
        SELECT sealed.body, sealed.idx, sealed.key FROM doubts JOIN sealed ON sealed.idx = doubts.idx
        ORDER BY doubts.idx DESC LIMIT ?
        """

    static let doubtByID = """
        SELECT sealed.body, sealed.idx, sealed.key FROM doubts JOIN sealed ON sealed.idx = doubts.idx
        WHERE doubts.id = ?
        """

    static let bodiesOfClass = """
        SELECT sealed.body, sealed.idx, sealed.key FROM kept JOIN sealed ON sealed.idx = kept.idx
        WHERE kept.class = ? ORDER BY kept.since, kept.idx
        """

    static let referralsOnDay = """
        SELECT sealed.body, sealed.idx, sealed.key, referrals.withdrawn_for
        FROM referrals JOIN sealed ON sealed.idx = referrals.idx WHERE referrals.departs_on = ?
        ORDER BY referrals.opened_at DESC, referrals.idx DESC
        """

    static let referralsOfPassport = """
        SELECT sealed.body, sealed.idx, sealed.key, referrals.withdrawn_for FROM handles
        JOIN sealed ON sealed.idx = handles.idx JOIN referrals ON referrals.idx = handles.idx
        WHERE handles.handle = ? ORDER BY handles.idx DESC
        """

    static let referralByID = """
        SELECT sealed.body, sealed.idx, sealed.key, referrals.withdrawn_for
        FROM referrals JOIN sealed ON sealed.idx = referrals.idx WHERE referrals.id = ?
        """
}

extension Query {
    fileprivate func flight(_ seal: BodySeal) throws -> FlightSummary {
        FlightSummary(
            manifest: try event(ManifestReceived.self, seal),
            receivedAt: Moment(milliseconds: int(3))
        )
    }

    fileprivate func referral(_ seal: BodySeal) throws -> Referral {
        var referral = try event(Referral.self, seal)
        if !isNull(3) { referral.withdrawnFor = text(3) }
        if int(1) < 0 { referral.isUnshared = true }
        return referral
    }
}

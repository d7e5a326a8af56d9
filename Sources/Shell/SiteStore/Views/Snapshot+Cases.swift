import GRDB
import Ledger
import Operations
import Vocabulary

extension Snapshot {
    func caseMoves(_ id: String) throws -> [CaseMove] {
        let query = try Query(Snapshot.movesOfCase, on: database)
        try query.bind(id, at: 1)
        return try query.all { try $0.event(CaseMove.self, seal) }
    }

    func caseEntries(_ id: String) throws -> [UInt64] {
        let query = try Query("SELECT idx FROM case_moves WHERE id = ? AND idx >= 0", on: database)
        try query.bind(id, at: 1)
        return try query.all { UInt64(clamping: $0.int(0)) }
    }

    func caseOf(referral id: String) throws -> CaseMove? {
        let query = try Query(Snapshot.caseByReferral, on: database)
        try query.bind(id, at: 1)
        return try query.first { try $0.event(CaseMove.self, seal) }
    }

    func caseOf(slip code: String) throws -> String? {
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(codes.code(ofSlip: code), at: 1)
        return try query.all { try $0.event(CaseMove.self, seal) }.first { $0.content.slip == code }?.id
    }

    func caseErased(slipDigest digest: String) throws -> CaseErased? {
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(codes.code(ofFallenSlip: digest), at: 1)
        return try query.all { try $0.event(CaseErased.self, seal) }.first { $0.slipDigest == digest }
    }

    func cases(dueBefore moment: Moment, limit: Int) throws -> [CaseLine] {
        let query = try Query(Snapshot.casesDue, on: database)
        try query.bind(moment.milliseconds, at: 1)
        try query.bind(Int64(limit), at: 2)
        return try lines(query)
    }

    func openCases(_ kind: CaseKind, of owner: String?, limit: Int) throws -> [CaseLine] {
        let query = try Query(owner == nil ? Snapshot.casesOpen : Snapshot.casesOwned, on: database)
        try query.bind(kind.rawValue, at: 1)
        try query.bind(Int64(limit), at: 2)
        if let owner { try query.bind(owner, at: 3) }
        return try lines(query)
    }

    func cases(ofEvent event: String) throws -> [CaseLine] {
        let query = try Query(Snapshot.casesOfHandle, on: database)
        try query.bind(codes.code(ofEvent: event), at: 1)
        return try lines(query).filter { $0.opening.event == event }
    }

    func caseOf(token: VictimToken) throws -> String? {
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(codes.code(of: token), at: 1)
        return try query.all { try $0.event(CaseMove.self, seal) }.first {
            $0.content.opening?.token == token
        }?.id
    }

    func cases(of passport: PassportNumber) throws -> [CaseLine] {
        let query = try Query(Snapshot.casesOfHandle, on: database)
        try query.bind(codes.code(ofCasesOf: passport), at: 1)
        return try lines(query).filter { $0.opening.passport == passport }
    }

    func cases(of nik: NIK) throws -> [CaseLine] {
        let query = try Query(Snapshot.casesOfHandle, on: database)
        try query.bind(codes.code(ofCasesOf: nik), at: 1)
        return try lines(query).filter { $0.opening.nik == nik }
    }

    func events(about subject: EntrySubject) throws -> [(entry: UInt64, event: SiteEvent)] {
        let query = try Query(Snapshot.bodiesOfSubject, on: database)
        try query.bind(key.pseudonym(of: subject).bytes, at: 1)
        return try query.all { row -> (entry: UInt64, event: SiteEvent)? in
            let index = row.int(1)
            let stored = try LedgerEntry(storedAt: UInt64(clamping: index), row.bytes(3))
            guard let event = try row.opened(seal, { try SiteEvent(kind: stored.kind, body: $0) }) else {
                return nil
            }
            return (UInt64(clamping: index), event)
        }.compactMap(\.self)
    }

    func actor(of entry: UInt64) throws -> String? {
        let query = try Query("SELECT canonical FROM entries WHERE idx = ?", on: database)
        try query.bind(Int64(clamping: entry), at: 1)
        return try query.first { try LedgerEntry(storedAt: entry, $0.bytes(0)).actor }
    }

    func evidence(id: String) throws -> [EvidenceMove] {
        let query = try Query(Snapshot.actsOnEvidence, on: database)
        try query.bind(id, at: 1)
        return try query.all { try $0.event(EvidenceMove.self, seal) }
    }

    func evidence(of caseID: String) throws -> [EvidenceMove] {
        let query = try Query(Snapshot.evidenceOfCase, on: database)
        try query.bind(caseID, at: 1)
        return try query.all { try $0.event(EvidenceMove.self, seal) }
    }

    func entries(ofCase id: String) throws -> [UInt64] {
        let query = try Query(Snapshot.entriesOfCase, on: database)
        try query.bind(id, at: 1)
        return try query.all { UInt64(clamping: $0.int(0)) }
    }

    func saltedBody(at entry: UInt64) throws -> [UInt8]? {
        let query = try Query(Snapshot.bodyAt, on: database)
        try query.bind(Int64(clamping: entry), at: 1)
        return try query.first { try $0.open(seal).read { salt, body in Array(salt) + Array(body) } }
    }

    func roster(of post: String, at moment: Moment) throws -> Roster? {
        try rosters(of: post, after: moment).first { $0.opensAt <= moment }
    }

    func rosters(of post: String, after moment: Moment) throws -> [Roster] {
        let query = try Query(Snapshot.rostersOfPost, on: database)
        try query.bind(post, at: 1)
        try query.bind(moment.milliseconds, at: 2)
        return try query.all { try $0.event(Roster.self, seal) }
    }

    func draws(after moment: Moment) throws -> [(entry: UInt64, draw: RandomDraw)] {
        let query = try Query(Snapshot.drawsAfter, on: database)
        try query.bind(moment.milliseconds, at: 1)
        return try query.all { (UInt64(clamping: $0.int(1)), try $0.event(RandomDraw.self, seal)) }
    }

    func settled(after moment: Moment) throws -> [DepartureSettled] {
        let query = try Query(Snapshot.settledAfter, on: database)
        try query.bind(moment.milliseconds, at: 1)
        return try query.all { try $0.event(DepartureSettled.self, seal) }
    }

    func standing(ofCaseAfter referral: String) throws -> (state: String, isOpen: Bool)? {
        let query = try Query("SELECT state, is_open FROM cases WHERE referral = ?", on: database)
        try query.bind(referral, at: 1)
        return try query.first { ($0.text(0), $0.int(1) == 1) }
    }

    func answeredDraws(after moment: Moment) throws -> Set<String> {
        let query = try Query("SELECT mark FROM answered WHERE departs_at > ?", on: database)
        try query.bind(moment.milliseconds, at: 1)
        return Set(try query.all { $0.text(0) })
    }

    /// The move at which a case stands; nil where none is left.
    func lastMove(of id: String) throws -> (move: CaseMove, index: Int64)? {
        let query = try Query(Snapshot.movesOfCase + " DESC LIMIT 1", on: database)
        try query.bind(id, at: 1)
        return try query.first { (try $0.event(CaseMove.self, seal), $0.int(1)) }
    }

    private func lines(_ query: Query) throws -> [CaseLine] {
        let found = try query.all {
            (try $0.event(CaseMove.self, seal), $0.int(3), $0.isNull(4) ? nil : $0.text(4))
        }
        let first = try Query(Snapshot.bodyAt, on: database)
        return try found.compactMap { last, opened, owner in
            try first.bind(opened, at: 1)
            return try first.first { try $0.event(CaseMove.self, seal) }.map { move in
                CaseLine(
                    last: last,
                    opening: move.content.opening ?? CaseOpening(),
                    openedAt: move.at,
                    owner: owner
                )
            }
        }
    }
}

extension Snapshot {
    static let movesOfCase = """
        SELECT sealed.body, sealed.idx, sealed.key FROM case_moves JOIN sealed ON sealed.idx = case_moves.idx
        WHERE case_moves.id = ? ORDER BY case_moves.number
        """

    static let caseByReferral = """
        SELECT sealed.body, sealed.idx, sealed.key FROM cases JOIN sealed ON sealed.idx = cases.idx
        WHERE cases.referral = ?
        """

    static let casesDue = """
        SELECT sealed.body, sealed.idx, sealed.key, cases.opened, cases.owner FROM cases
        JOIN sealed ON sealed.idx = cases.idx
        WHERE cases.lapse_at <= ? ORDER BY cases.lapse_at LIMIT ?
        """

    static let casesOpen = """
        SELECT sealed.body, sealed.idx, sealed.key, cases.opened, cases.owner FROM cases
        JOIN sealed ON sealed.idx = cases.idx
        WHERE cases.is_open = 1 AND cases.kind = ?1 ORDER BY cases.due_at, cases.idx LIMIT ?2
        """

    static let casesOwned = """
        SELECT sealed.body, sealed.idx, sealed.key, cases.opened, cases.owner FROM cases
        JOIN sealed ON sealed.idx = cases.idx
        WHERE cases.is_open = 1 AND cases.owner = ?3 AND cases.kind = ?1
        ORDER BY cases.due_at, cases.idx LIMIT ?2
        """

    static let casesOfHandle = """
        SELECT sealed.body, sealed.idx, sealed.key, cases.opened, cases.owner FROM handles
        JOIN case_moves ON case_moves.idx = handles.idx JOIN cases ON cases.id = case_moves.id
        JOIN sealed ON sealed.idx = cases.idx
        WHERE handles.handle = ? ORDER BY cases.opened DESC
        """

    static let actsOnEvidence = """
        SELECT sealed.body, sealed.idx, sealed.key FROM evidence JOIN sealed ON sealed.idx = evidence.idx
        WHERE evidence.id = ? ORDER BY evidence.number
        """

    static let evidenceOfCase = """
        SELECT sealed.body, sealed.idx, sealed.key FROM evidence JOIN sealed ON sealed.idx = evidence.idx
        WHERE evidence.case_id = ? ORDER BY evidence.idx
        """

    static let entriesOfCase = """
        SELECT idx FROM case_moves WHERE id = ?1 AND idx >= 0
        UNION ALL SELECT idx FROM evidence WHERE case_id = ?1 AND idx >= 0 ORDER BY idx
        """

    static let rostersOfPost = """
        SELECT sealed.body, sealed.idx, sealed.key FROM rosters JOIN sealed ON sealed.idx = rosters.idx
        WHERE rosters.post = ? AND rosters.closes_at > ? ORDER BY rosters.opens_at
        """

    static let settledAfter = """
        SELECT sealed.body, sealed.idx, sealed.key FROM settled JOIN sealed ON sealed.idx = settled.idx
        WHERE settled.departs_at > ?
        """

    static let drawsAfter = """
        SELECT sealed.body, sealed.idx, sealed.key FROM draws JOIN sealed ON sealed.idx = draws.idx
        WHERE draws.departs_at > ? AND draws.idx >= 0 ORDER BY draws.departs_at
        """

    static let bodyAt = "SELECT sealed.body, sealed.idx, sealed.key FROM sealed WHERE sealed.idx = ?"

    static let bodiesOfSubject = """
        SELECT sealed.body, sealed.idx, sealed.key, entries.canonical FROM subjects
        JOIN bodies ON bodies.subject = subjects.id JOIN sealed ON sealed.idx = bodies.idx
        JOIN entries ON entries.idx = bodies.idx WHERE subjects.pseudonym = ? ORDER BY bodies.idx
        """
}

import GRDB
import Operations
import Vocabulary

extension Views {
    /// A claim as numbers.
    func note(_ claim: NetworkClaim, at moment: Moment, index: Int64) throws {
        let query = try Query("INSERT OR IGNORE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", on: database)
        try query.bind(index, at: 1)
        try query.bind(codes.code(of: claim.one), at: 2)
        try query.bind(codes.code(of: claim.other), at: 3)
        try query.bind(codes.code(ofSource: claim.source), at: 4)
        try query.bind(Int64(claim.seenOn.number), at: 5)
        try query.bind(Int64(claim.confidence), at: 6)
        try query.bind(claim.isHub ? 1 : 0, at: 7)
        try query.run()
        try keep(index, as: .claim, since: moment)
    }
}

extension Snapshot {
    func claimEdges() throws -> [ClaimEdge] {
        let query = try Query(
            "SELECT one, other, source, seen_on, confidence, is_hub, idx FROM claims",
            on: database
        )
        return try query.all { row in
            ClaimEdge(
                one: row.int(0),
                other: row.int(1),
                source: row.int(2),
                seenOn: Int32(clamping: row.int(3)),
                confidence: Int8(clamping: row.int(4)),
                isHub: row.int(5) == 1,
                entry: row.int(6)
            )
        }
    }

    func newestClaim() throws -> Int64? {
        try Query("SELECT max(idx) FROM claims", on: database).first { $0.isNull(0) ? nil : $0.int(0) } ?? nil
    }

    func claimMarks() throws -> ClaimMarks {
        let count = try Query("SELECT count(*) FROM claims", on: database).first { $0.int(0) } ?? 0
        return ClaimMarks(newest: try newestClaim(), count: count)
    }

    func claims(source: String) throws -> [NetworkClaim] {
        let query = try Query(Snapshot.claimsOfSource, on: database)
        try query.bind(codes.code(ofSource: source), at: 1)
        // Another source may share the number.
        return try query.all { try $0.event(NetworkClaim.self, seal) }.filter { $0.source == source }
    }

    static let claimsOfSource = """
        SELECT sealed.body, sealed.idx, sealed.key FROM claims JOIN sealed ON sealed.idx = claims.idx
        WHERE claims.source = ? ORDER BY claims.idx
        """

    func claims(at entries: [Int64]) throws -> [NetworkClaim] {
        let query = try Query(Snapshot.bodyAt, on: database)
        return try entries.compactMap { entry in
            try query.bind(entry, at: 1)
            return try query.first { try $0.event(NetworkClaim.self, seal) }
        }
    }
}

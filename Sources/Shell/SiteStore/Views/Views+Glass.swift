import GRDB
import Operations
import Vocabulary

extension Views {
    /// Notes an opening in need, to be reviewed.
    func note(_ broken: GlassBroken, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO glass VALUES (?, ?, 0, ?)", on: database)
        try query.bind(broken.id, at: 1)
        try query.bind(broken.caseID, at: 2)
        try query.bind(index, at: 3)
        try query.run()
        try keep(index, as: .casefile, since: broken.at)
    }

    /// Notes that it was reviewed.
    func review(_ reviewed: GlassReviewed) throws {
        let query = try Query("UPDATE glass SET is_reviewed = 1 WHERE id = ?", on: database)
        try query.bind(reviewed.id, at: 1)
        try query.run()
    }
}

extension Snapshot {
    func glass(of caseID: String) throws -> [GlassBroken] {
        let query = try Query(Snapshot.glassOfCase, on: database)
        try query.bind(caseID, at: 1)
        return try query.all { try $0.event(GlassBroken.self, seal) }
    }

    func glassToReview(limit: Int) throws -> [GlassBroken] {
        let query = try Query(Snapshot.glassWaiting, on: database)
        try query.bind(Int64(limit), at: 1)
        return try query.all { try $0.event(GlassBroken.self, seal) }
    }

    static let glassOfCase = """
        SELECT sealed.body, sealed.idx, sealed.key FROM glass JOIN sealed ON sealed.idx = glass.idx
        WHERE glass.case_id = ? ORDER BY glass.idx
        """

    static let glassWaiting = """
        SELECT sealed.body, sealed.idx, sealed.key FROM glass JOIN sealed ON sealed.idx = glass.idx
        WHERE glass.is_reviewed = 0 ORDER BY glass.idx LIMIT ?
        """
}

import Exchange
import GRDB
import Operations
import Vocabulary

extension Views {
    /// Notes a pass: by the mark of its number, and for the document that it is bound to.
    func note(_ pass: PassIssued, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO passes VALUES (?, ?, ?)", on: database)
        try query.bind(pass.number.mark.text, at: 1)
        try query.bind(Int64(pass.until.number), at: 2)
        try query.bind(index, at: 3)
        try query.run()
        for code in codes.codes(of: pass) { try find(index, by: code) }
        try keep(index, as: .pass, since: Views.end(of: pass.until))
    }

    /// Notes a pass that was taken back; the first time counts.
    func note(_ revoked: PassRevoked, index: Int64) throws {
        let query = try Query("INSERT OR IGNORE INTO revoked_passes VALUES (?, ?, ?)", on: database)
        try query.bind(revoked.mark.text, at: 1)
        try query.bind(Int64(revoked.until.number), at: 2)
        try query.bind(index, at: 3)
        try query.run()
        try keep(index, as: .pass, since: Views.end(of: revoked.until))
    }
}

extension Snapshot {
    func passes(for passport: PassportNumber) throws -> [PassIssued] {
        let query = try Query(Snapshot.bodiesByHandle + " ORDER BY handles.idx DESC", on: database)
        try query.bind(codes.code(ofPassesFor: passport), at: 1)
        // Another document may share the number under which it is found.
        return try query.all { try $0.event(PassIssued.self, seal) }.filter { $0.passport == passport }
    }

    func pass(_ mark: PassMark) throws -> PassIssued? {
        let query = try Query(Snapshot.passByMark, on: database)
        try query.bind(mark.text, at: 1)
        return try query.first { try $0.event(PassIssued.self, seal) }
    }

    func revocation(of mark: PassMark) throws -> PassRevoked? {
        let query = try Query(Snapshot.revocationByMark, on: database)
        try query.bind(mark.text, at: 1)
        return try query.first { try $0.event(PassRevoked.self, seal) }
    }

    func standingPasses(on day: Day, after mark: PassMark?, limit: Int) throws -> [PassIssued] {
        let query = try Query(Snapshot.standingPasses, on: database)
        try query.bind(Int64(day.number), at: 1)
        try query.bind(mark?.text ?? "", at: 2)
        try query.bind(Int64(limit), at: 3)
        return try query.all { try $0.event(PassIssued.self, seal) }
    }

    func revokedPasses(on day: Day) throws -> [PassMark] {
        let query = try Query("SELECT mark FROM revoked_passes WHERE until >= ? ORDER BY mark", on: database)
        try query.bind(Int64(day.number), at: 1)
        return try query.all { PassMark($0.text(0)) }.compactMap(\.self)
    }

    static let passByMark = """
        SELECT sealed.body, sealed.idx, sealed.key FROM passes JOIN sealed ON sealed.idx = passes.idx
        WHERE passes.mark = ?
        """

    static let revocationByMark = """
        SELECT sealed.body, sealed.idx, sealed.key FROM revoked_passes
        JOIN sealed ON sealed.idx = revoked_passes.idx WHERE revoked_passes.mark = ?
        """

    static let standingPasses = """
        SELECT sealed.body, sealed.idx, sealed.key FROM passes JOIN sealed ON sealed.idx = passes.idx
        WHERE passes.until >= ?1 AND passes.mark > ?2
        AND NOT EXISTS (SELECT 1 FROM revoked_passes WHERE revoked_passes.mark = passes.mark)
        ORDER BY passes.mark LIMIT ?3
        """
}

import Ledger
import Operations
import Vocabulary

extension Snapshot {
    func entries(about subjects: Set<EntrySubject>) throws -> [UInt64] {
        let query = try Query(Snapshot.entriesOfSubject, on: database)
        var entries: [UInt64] = []
        for subject in subjects {
            try query.bind(key.pseudonym(of: subject).bytes, at: 1)
            entries += try query.all { UInt64(clamping: $0.int(0)) }
        }
        return try withVersions(entries).sorted()
    }

    /// Entries with all versions of the records in them: an older one may stand under a number that was mistyped.
    private func withVersions(_ entries: [UInt64]) throws -> Set<UInt64> {
        let versions = try Query("SELECT idx FROM handles WHERE handle = ?", on: database)
        let current = try Query(Snapshot.currentRecord, on: database)
        var all = Set(entries)
        for entry in entries {
            guard let (kind, code) = try recordName(at: entry) else { continue }
            try versions.bind(codes.code(ofVersions: code), at: 1)
            all.formUnion(try versions.all { UInt64(clamping: $0.int(0)) })
            try current.bind(Int64(kind.code), at: 1)
            try current.bind(code, at: 2)
            all.formUnion(try current.all { UInt64(clamping: $0.int(0)) })
        }
        return all
    }

    private func recordName(at entry: UInt64) throws -> (kind: RecordKind, code: [UInt8])? {
        let query = try Query(
            """
            SELECT sealed.body, sealed.idx, sealed.key, entries.canonical
            FROM sealed JOIN entries ON entries.idx = sealed.idx WHERE sealed.idx = ?
            """,
            on: database
        )
        try query.bind(Int64(clamping: entry), at: 1)
        return try query.first { row in
            let stored = try LedgerEntry(storedAt: entry, row.bytes(3))
            guard let kind = RecordKind(entryKind: stored.kind), let open = try? row.open(seal),
                let names = open.read({ _, body in RecordBody.names(of: kind, in: body) })
            else { return nil }
            return (kind, codes.code(ofKey: names.key, in: kind))
        } ?? nil
    }

    static let currentRecord = "SELECT idx FROM records WHERE kind = ? AND code = ?"

    func entries(kept: RetentionClass, since latest: Moment, limit: Int) throws -> [UInt64] {
        let query = try Query(Snapshot.entriesOfClass, on: database)
        try query.bind(kept.rawValue, at: 1)
        try query.bind(latest.milliseconds, at: 2)
        try query.bind(Int64(limit), at: 3)
        return try query.all { UInt64(clamping: $0.int(0)) }
    }

    func entries(toldAs type: String, since latest: Moment, limit: Int) throws -> [UInt64] {
        let query = try Query(Snapshot.entriesToldAs, on: database)
        try query.bind(type, at: 1)
        try query.bind(latest.milliseconds, at: 2)
        try query.bind(Int64(limit), at: 3)
        return try query.all { UInt64(clamping: $0.int(0)) }
    }

    func contactPeriod() throws -> (period: ContactPeriod, entry: UInt64)? {
        try Query(Snapshot.lastContactPeriod, on: database).first {
            (try $0.event(ContactPeriod.self, seal), UInt64(clamping: $0.int(1)))
        }
    }

    func samples(of passport: PassportNumber) throws -> [AuditSample] {
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(codes.code(ofSamplesOf: passport), at: 1)
        return try query.all { try $0.event(AuditSample.self, seal) }.filter { $0.passport == passport }
    }

    func releases(of passport: PassportNumber) throws -> [KeptRelease] {
        try releases(codes.code(ofReleasesOf: passport)).filter { $0.receipt.passport == passport }
    }

    func releases(by officer: String, on day: Day) throws -> [KeptRelease] {
        try releases(codes.code(ofReleasesBy: officer, on: day)).filter { $0.receipt.officer == officer }
    }

    private func releases(_ code: Int64) throws -> [KeptRelease] {
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(code, at: 1)
        return try query.all { row in
            let entry = row.int(1)
            let receipt = try row.event(ReleaseReceipt.self, seal)
            return KeptRelease(receipt: receipt, entry: entry < 0 ? nil : UInt64(entry))
        }.sorted { ($1.receipt.at, $1.receipt.id) < ($0.receipt.at, $0.receipt.id) }
    }

    private static let lastContactPeriod = """
        SELECT sealed.body, sealed.idx, sealed.key FROM contact_periods
        JOIN sealed ON sealed.idx = contact_periods.idx ORDER BY contact_periods.idx DESC LIMIT 1
        """

    static let entriesOfSubject = """
        SELECT bodies.idx FROM subjects JOIN bodies ON bodies.subject = subjects.id
        WHERE subjects.pseudonym = ? AND bodies.idx >= 0
        """

    static let entriesToldAs = """
        SELECT idx FROM kept WHERE told_as = ? AND since <= ? AND idx >= 0
            AND EXISTS (SELECT 1 FROM bodies WHERE bodies.idx = kept.idx) ORDER BY since LIMIT ?
        """

    static let entriesOfClass = """
        SELECT idx FROM kept WHERE class = ? AND since <= ? AND idx >= 0
            AND EXISTS (SELECT 1 FROM bodies WHERE bodies.idx = kept.idx) ORDER BY since LIMIT ?
        """
}

import GRDB
import Ledger
import Operations

extension SiteStore {
    /// Derives the root from the stored entries, checks every body against its entry, and compares with the stored head
    /// and with what the partner has cosigned.
    ///
    /// Works on a snapshot, beside a running server.
    /// - Throws: `SiteFault` when the site can't be read at all; what doesn't agree stands in the report.
    package func verify(progress: (_ done: UInt64, _ of: UInt64) -> Void) throws -> VerifyReport {
        try SiteFault.translating {
            try pool.read { try Verification($0, key.seal).report(progress) }
        }
    }
}

/// One run of the verification over one snapshot.
private final class Verification {
    private let database: Database
    private let seal: BodySeal
    private var absent = AbsentBodies()
    private var findings: [VerifyReport.Finding] = []
    private var tree = TileRows()
    private var cosigned: Checkpoint?

    init(_ database: Database, _ seal: BodySeal) {
        self.database = database
        self.seal = seal
    }

    func report(_ progress: (UInt64, UInt64) -> Void) throws -> VerifyReport {
        try checkFile()
        let head: StoredHead
        do {
            head = try StoredHead.read(database)
        } catch SiteFault.damaged {
            return VerifyReport(size: 0, root: nil, findings: findings + [.headUnreadable])
        }
        let size = head.frontier.size
        cosigned = try StoredWitness(database: database).cosigned()?.checkpoint
        let root = try deriveRoot(size, progress)
        if let cosigned, cosigned.size > size { note(.cosignedDiffers(size: cosigned.size)) }
        if let root, let derived = Hash256(root), derived != head.frontier.root {
            note(.ledger(.rootDiffers(stored: head.frontier.root, derived: derived)))
        }
        for index in absent.unexplained.prefix(VerifyReport.mostFindings) {
            note(.ledger(.bodyMissing(index: index)))
        }
        for index in absent.undead.prefix(VerifyReport.mostFindings) { note(.notErased(index: index)) }
        try checkStrayBodies()
        try checkWaiting()
        if head.folded != size { note(.viewsBehind(folded: head.folded)) }
        return VerifyReport(size: size, root: root, findings: findings)
    }

    private func note(_ finding: VerifyReport.Finding) {
        if findings.count < VerifyReport.mostFindings { findings.append(finding) }
    }

    /// The root, or nil where entries are missing.
    private func deriveRoot(_ size: UInt64, _ progress: (UInt64, UInt64) -> Void) throws -> [UInt8]? {
        let rows = try Query(
            """
            SELECT sealed.body, entries.idx, sealed.key, entries.canonical
            FROM entries LEFT JOIN sealed ON sealed.idx = entries.idx ORDER BY entries.idx
            """,
            on: database
        )
        defer { rows.reset() }
        var done: UInt64 = 0
        do {
            let root = try EntryVerifier.root(size: size) {
                guard try rows.step(), rows.int(1) == Int64(done) else {
                    throw LedgerFinding.missing(index: done)
                }
                defer { done += 1 }
                if done.isMultiple(of: 1000) { progress(done, size) }
                let leaf = check(rows, at: done)
                try compareTiles(after: leaf)
                return leaf
            }
            if try rows.step() { note(.ledger(.surplus(index: UInt64(clamping: rows.int(1))))) }
            progress(size, size)
            return root
        } catch let finding as LedgerFinding {
            note(.ledger(finding))
            return nil
        }
    }

    /// Checks an entry and its body, and gives the leaf.
    private func check(_ row: Query, at index: UInt64) -> [UInt8] {
        let canonical = row.bytes(3).bindMemory(to: UInt8.self)
        func check(_ sealed: StoredEntry.Body) {
            let entry = StoredEntry(index: index, canonical: canonical, body: sealed)
            if let finding = EntryVerifier.finding(in: entry) { note(.ledger(finding)) }
        }
        if row.isNull(0) {
            absent.note(missing: index)
            check(.erased)
        } else if let open = seal.open(row.bytes(0), key: row.isNull(2) ? nil : row.bytes(2), at: row.int(1))
        {
            open.read { salt, body in
                check(.open(salt: salt, body: body))
                noteErasure(canonical, body)
            }
        } else {
            check(.altered)
        }
        return EntryVerifier.leaf(of: canonical)
    }

    private func noteErasure(_ canonical: UnsafeBufferPointer<UInt8>, _ body: UnsafeRawBufferPointer) {
        guard let entry = try? LedgerEntry(canonical: canonical), entry.kind == SiteEvent.erasure,
            let erased = try? SiteEvent.decoded(body) as BodiesErased
        else { return }
        absent.note(erased: erased)
    }

    /// Compares the roots of the tiles that a leaf fills with the stored ones, which proofs are made of.
    private func compareTiles(after leaf: [UInt8]) throws {
        tree.add(leaf)
        var level = 0
        while tree.rows[level].count == TreeTile.fullWidth {
            let root = tree.lift(level)
            level += 1
            let index = (tree.size >> UInt64(8 * level)) - 1
            let stored = try Query("SELECT root FROM tiles WHERE level = ? AND idx = ?", on: database)
            try stored.bind(Int64(level), at: 1)
            try stored.bind(Int64(clamping: index), at: 2)
            let isSame = try stored.first { $0.bytes(0).elementsEqual(root) }
            if isSame != true { note(.tile(level: level, index: index)) }
        }
        if let cosigned, cosigned.size == tree.size, cosigned.root.bytes != tree.root {
            note(.cosignedDiffers(size: cosigned.size))
        }
    }

    private func checkStrayBodies() throws {
        let stray = try Query(
            "SELECT idx FROM bodies WHERE idx >= 0 AND idx NOT IN (SELECT idx FROM entries) ORDER BY idx LIMIT 1",
            on: database
        ).first { UInt64(clamping: $0.int(0)) }
        if let stray { note(.strayBody(index: stray)) }
    }

    /// Checks that what waits for a shared ledger is whole.
    private func checkWaiting() throws {
        let rows = try Query(
            """
            SELECT sealed.body, outbox.idx, sealed.key, outbox.canonical
            FROM outbox LEFT JOIN sealed ON sealed.idx = outbox.idx ORDER BY outbox.idx DESC
            """,
            on: database
        )
        defer { rows.reset() }
        var place: Int64 = -1
        while try rows.step() {
            let entry = try? LedgerEntry(canonical: rows.bytes(3).bindMemory(to: UInt8.self))
            let open = rows.isNull(0) ? nil : try? rows.open(seal)
            let isWhole = open?.read { Hash256.ofBody(salt: $0, body: $1) == entry?.bodyDigest }
            // The first that is gone can't be told from one that was shared; a gap can.
            if isWhole != true || (place != -1 && rows.int(1) != place - 1) {
                note(.waiting(place: rows.int(1)))
            }
            place = rows.int(1)
        }
    }

    private func checkFile() throws {
        let lines = try Query("PRAGMA quick_check(5)", on: database).all { $0.text(0) }
        for line in lines where line != "ok" { note(.file(line)) }
    }
}

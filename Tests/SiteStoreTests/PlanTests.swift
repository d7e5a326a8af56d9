import GRDB
import Testing

@testable import SiteStore

/// The queries that a counter waits for never read a whole table.
@Suite struct PlanTests {
    private static let hot = [
        Snapshot.bodiesByHandle, Snapshot.bodiesByHandles, Snapshot.bodyByKey, Snapshot.recordsOfKind,
        Snapshot.flightsOnDay,
        Snapshot.flightByKey, Snapshot.screenedOnFlight, Snapshot.screenedByID, Snapshot.manifestOfList,
        Snapshot.referralsOfPassport, Snapshot.referralsOnDay,
        Snapshot.referralByID, Snapshot.doubtByID, Snapshot.accountByName, Snapshot.machineKeyByID,
        Snapshot.entriesOfSubject, Snapshot.entriesOfClass, Snapshot.entriesToldAs,
        Snapshot.glassOfCase, Snapshot.actsOnEvidence, Snapshot.evidenceOfCase,
        Snapshot.entriesOfCase, Snapshot.rostersOfPost,
        Snapshot.drawsAfter, Snapshot.movesOfCase, Snapshot.caseByReferral,
        Snapshot.casesDue, Snapshot.casesOpen,
        Snapshot.casesOfHandle, Snapshot.claimsOfSource,
        Snapshot.casesOwned, Snapshot.settledAfter,
        Snapshot.bodyAt, Snapshot.talliesInSpan, Snapshot.notesOfPost, Snapshot.noteByID,
        Snapshot.bodiesOfSubject, Snapshot.bodiesOfClass,
        Snapshot.passByMark, Snapshot.revocationByMark, Snapshot.standingPasses,
        Snapshot.oneWaiting, Snapshot.receivedByID, Snapshot.waitingOfStream, Snapshot.answersToReferral,
        Snapshot.takenOfParty, Snapshot.statedByParty,
    ]

    @Test(arguments: hot)
    func `a hot query searches by an index`(sql: String) throws {
        let folder = try TemporaryFolder()
        let site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        let plan = try site.pool.read { database in
            let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            statement.setUncheckedArguments([])
            return try Row.fetchAll(statement).map { $0["detail"] as String }
        }
        #expect(!plan.isEmpty)
        // The names of tallies are walked by an index, one search each.
        #expect(!plan.contains { $0.hasPrefix("SCAN") && $0 != "SCAN named" }, "\(plan)")
    }

    @Test func `what waits is counted by an index of what waits alone`() throws {
        let folder = try TemporaryFolder()
        let site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        let plan = try site.pool.read { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + Snapshot.waitingByStream).map {
                $0["detail"] as String
            }
        }
        #expect(plan == ["SCAN exchange_sent USING COVERING INDEX exchange_sent_by_stream"])
    }

    @Test(arguments: [
        Snapshot.entriesOfClass, Snapshot.entriesToldAs, Snapshot.referralsOnDay, Snapshot.newestDoubts,
        Snapshot.casesOpen,
        Snapshot.casesDue, Snapshot.notesOfPost, Snapshot.witnessAlarmsStanding,
    ])
    func `a long list needs no sorting`(sql: String) throws {
        let folder = try TemporaryFolder()
        let site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        let plan = try site.pool.read { database in
            let statement = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            statement.setUncheckedArguments([])
            return try Row.fetchAll(statement).map { $0["detail"] as String }
        }
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
}

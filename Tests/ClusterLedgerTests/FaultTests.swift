import Foundation
import Operations
import PostgresFixture
import Testing

@testable import ClusterLedger

@Suite(.enabled(if: ThrowAwayServer.isInstalled, "\(ThrowAwayServer.absence)"))
struct FaultTests {
    @Test func `a stopped server cuts the ledger off, and the same ledger works when it is back`() throws {
        let cluster = try Cluster(on: ThrowAwayServer())
        let ledger = cluster.node()
        try ledger.put([entry(0)])
        try ledger.begin()
        cluster.server.stop()
        #expect(fault { try ledger.append([entry(1)]) }?.isCut == true)
        #expect(fault { _ = try ledger.size() }?.isCut == true)
        ledger.rollBack()
        cluster.server.start()
        #expect(try ledger.size() == 1)
        cluster.server.stop()
        cluster.server.start()
        try ledger.put([entry(1)])
    }

    @Test func `a round whose link is ended is cut, leaves no trace, and the next one works`() throws {
        let cluster = try Cluster()
        let ledger = cluster.node()
        try ledger.begin()
        try ledger.append([entry(0)])
        try cluster.terminate()
        #expect(fault { try ledger.append([entry(1)]) }?.isCut == true)
        ledger.rollBack()
        #expect(try ledger.size() == 0)
        try ledger.put([entry(0)])
        #expect(try ledger.size() == 1)
    }

    @Test func `a link that ends during the commit leaves the round unsettled`() throws {
        let cluster = try Cluster()
        let ledger = cluster.node()
        _ = try ledger.size()
        try cluster.atCommit("PERFORM pg_terminate_backend(pg_backend_pid())")
        let written = entry(0)
        #expect(fault { try ledger.put([written]) }?.isUnsettled == true)
        #expect(try !ledger.contains(id: written.id))
    }

    @Test(arguments: [("53100", SharedLedgerFault.full), ("40001", .cut(finding: "told (40001)"))])
    func `an error at the commit takes the round back`(state: String, expected: SharedLedgerFault) throws {
        let cluster = try Cluster()
        let ledger = cluster.node()
        _ = try ledger.size()
        try cluster.atCommit("RAISE 'told' USING ERRCODE = '\(state)', DETAIL = 'quoted'")
        #expect(fault { try ledger.put([entry(0)]) } == expected)
        #expect(try ledger.size() == 0)
    }

    @Test func `a node waits for the right only so long, then the other still has it`() throws {
        let cluster = try Cluster()
        let holder = cluster.node()
        let waiting = cluster.node(Link.Limits(lock: 50))
        try holder.begin()
        #expect(fault { try waiting.begin() }?.isCut == true)
        try holder.append([entry(0)])
        try holder.commit()
        try waiting.put([entry(1)])
    }

    @Test func `a node that hangs loses the right to one that waits`() throws {
        let cluster = try Cluster()
        let hanging = cluster.node(Link.Limits(idle: 100))
        try hanging.begin()
        try hanging.append([entry(0)])
        try cluster.node().put([entry(0)])
        #expect(fault { try hanging.append([entry(1)]) }?.isCut == true)
        #expect(try hanging.size() == 1)
    }

    @Test func `a server that says nothing is given up, and works again when it speaks`() throws {
        let cluster = try Cluster()
        let ledger = cluster.node(Link.Limits(silence: 500))
        _ = try ledger.size()
        try cluster.atCommit("PERFORM pg_sleep(1.5)")
        #expect(fault { try ledger.put([entry(0)]) }?.isUnsettled == true)
        #expect(try ledger.size() <= 1)
    }

    @Test(arguments: [
        ("08006", "cut"), ("57P01", "cut"), ("57014", "cut"), ("25006", "cut"), ("25P03", "cut"),
        ("55P03", "cut"),
        ("53300", "cut"), ("40P01", "cut"), ("53100", "full"), ("42501", "refused"), ("23505", "refused"),
        ("22P02", "refused"),
    ])
    func `an error of the server means one of three things`(state: String, kind: String) {
        let fault = SharedLedgerFault(sqlState: state, message: "told")
        #expect("\(fault)".hasPrefix(kind))
        #expect(fault == .full || "\(fault)".contains(state))
        #expect(!(state.hasPrefix("22") && "\(fault)".contains("told")))
    }
}

extension Cluster {
    /// Has the server do something whenever an entry is made durable.
    fileprivate func atCommit(_ deed: String) throws {
        try sql(
            """
            CREATE FUNCTION deed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \(deed); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER deed AFTER INSERT ON kawal.entries
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deed()
            """
        )
    }
}

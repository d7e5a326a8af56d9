import Foundation
import Operations
import PostgresFixture
import Synchronization
import Testing

@testable import ClusterLedger

@Suite(.enabled(if: ThrowAwayServer.isInstalled, "\(ThrowAwayServer.absence)"))
struct SchemaTests {
    let cluster: Cluster

    init() throws { cluster = try Cluster() }

    @Test func `a server that would lose what it acknowledged is refused`() throws {
        try cluster.sql("ALTER DATABASE \(cluster.database) SET synchronous_commit = off")
        let refused = try #require(fault { _ = try cluster.node().size() })
        #expect(refused.isRefused && "\(refused)".contains("synchronous_commit"))
        #expect(fault { try Schema.checkDurability("on", fsync: "off") }?.isRefused == true)
        try cluster.sql("ALTER DATABASE \(cluster.database) RESET synchronous_commit")
        #expect(try cluster.node().size() == 0)
    }

    @Test func `a schema with other tables is refused and left alone`() throws {
        try cluster.sql("CREATE SCHEMA kawal; CREATE TABLE kawal.other (id int)")
        #expect(fault { _ = try cluster.node().size() }?.isRefused == true)
        #expect(try cluster.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'kawal'") == "1")
    }

    @Test(arguments: ["UPDATE kawal.version SET number = 2", "DELETE FROM kawal.version"])
    func `tables of another form are refused`(statement: String) throws {
        let ledger = cluster.node()
        _ = try ledger.size()
        try cluster.sql(statement)
        #expect(fault { _ = try cluster.node().size() }?.isRefused == true)
    }

    @Test func `nodes that start at once make the tables once`() throws {
        let nodes = (0..<4).map { _ in cluster.node() }
        let faults = Mutex<[SharedLedgerFault]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            if let fault = fault({ _ = try nodes[number].size() }) { faults.withLock { $0.append(fault) } }
        }
        let told = faults.withLock { $0 }
        #expect(told == [])
    }

    @Test func `a role with the documented rights appends, erases and sweeps, and can't alter an entry`()
        throws
    {
        try cluster.node().put([entry(0)])
        let role = "node_\(cluster.database)"
        try cluster.sql("CREATE ROLE \(role) LOGIN PASSWORD '\(cluster.server.password)'")
        #expect(fault { _ = try self.node(role).size() }?.isRefused == true)
        for grant in try documentedGrants() {
            try cluster.sql(grant.replacingOccurrences(of: "kawal_node", with: role))
        }
        let node = self.node(role)
        try node.put(entries(1..<6))
        try node.begin()
        try node.erase(bodies: [1..<3], keysOf: [bytes(16, 4)])
        try node.commit()
        try node.sweep()
        #expect(
            try node.entries(from: 0, limit: 9).map { $0.body == nil } == [
                false, true, true, true, true, false,
            ]
        )
        let rights = "has_any_column_privilege('\(role)', 'kawal.entries', 'UPDATE')"
        #expect(
            try cluster.sql("SELECT \(rights) OR has_table_privilege('\(role)', 'kawal.entries', 'DELETE')")
                == "f"
        )
    }

    private func node(_ role: String) -> ClusterLedger {
        ClusterLedger(cluster.server.address(cluster.database, user: role))
    }

    private func documentedGrants() throws -> [String] {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../.."
        )
        let page = project.appendingPathComponent("docs/operate/postgresql.md")
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        return lines.filter { $0.hasPrefix("GRANT ") }.map(String.init)
    }
}

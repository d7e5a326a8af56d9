import Foundation
import Operations
import PostgresFixture
import Synchronization
import Testing

@testable import ClusterLedger

@Suite(.enabled(if: ThrowAwayServer.isInstalled, "\(ThrowAwayServer.absence)"))
struct ClusterLedgerTests {
    let cluster: Cluster
    let ledger: ClusterLedger

    init() throws {
        cluster = try Cluster()
        ledger = cluster.node()
    }

    @Test func `a new database is an empty ledger`() throws {
        #expect(try ledger.size() == 0)
        #expect(try ledger.entries(from: 0, limit: 10).isEmpty)
        #expect(try !ledger.contains(id: UUID().uuidString))
    }

    @Test func `what is appended is read back byte for byte, by another node as well`() throws {
        let written = entries(0..<30)
        try ledger.put(written)
        for reader in [ledger, cluster.node()] {
            #expect(try reader.entries(from: 0, limit: 100) == written)
            #expect(try reader.size() == 30)
        }
    }

    @Test func `empty bytes stay empty bytes and are no absence`() throws {
        let subject = SealedBody.Subject(pseudonym: [], wrappedKey: [])
        let written = [nil, SealedBody(sealed: [], subject: nil), SealedBody(sealed: [], subject: subject)]
            .enumerated().map { index, body in
                SharedEntry(index: UInt64(index), id: entry(0).id, canonical: [], body: body)
            }
        try ledger.put(written)
        #expect(try ledger.entries(from: 0, limit: 3) == written)
    }

    @Test func `a page holds at most its limit and the last one is empty`() throws {
        let written = entries(0..<10)
        try ledger.put(written)
        #expect(try ledger.entries(from: 0, limit: 4) == Array(written[0..<4]))
        #expect(try ledger.entries(from: 8, limit: 4) == Array(written[8...]))
        for (index, limit) in [(10, 4), (UInt64.max, Int.max), (0, 0), (0, -1)] as [(UInt64, Int)] {
            #expect(try ledger.entries(from: index, limit: limit).isEmpty)
        }
        #expect(try ledger.entries(from: 1, limit: .max).count == 9)
    }

    @Test func `an identity is known once it is appended, also without its body`() throws {
        let written = entries(0..<4)
        try ledger.put(written)
        try ledger.begin()
        try ledger.erase(bodies: [0..<4], keysOf: [])
        try ledger.commit()
        #expect(try written.allSatisfy { try ledger.contains(id: $0.id) })
        #expect(try ledger.contains(id: written[0].id.uppercased()))
        #expect(try !ledger.contains(id: UUID().uuidString))
    }

    @Test(arguments: [[0], [2], [1, 3], [1, 1]] as [[UInt64]])
    func `entries that don't follow on the last are refused and end the round`(indexes: [UInt64]) throws {
        try ledger.put([entry(0)])
        try ledger.begin()
        #expect(fault { try ledger.append(indexes.map { entry($0) }) }?.isRefused == true)
        #expect(fault { try ledger.append([entry(1)]) }?.isRefused == true)
        #expect(fault { try ledger.commit() }?.isRefused == true)
        #expect(try ledger.size() == 1)
        try ledger.put([entry(1)])
    }

    @Test func `an identity is appended once`() throws {
        let id = entry(0).id
        try ledger.put([entry(0, id: id)])
        #expect(fault { try ledger.put([entry(1, id: id)]) }?.isRefused == true)
        #expect(try ledger.size() == 1)
    }

    @Test func `several appends and an erasure make one round`() throws {
        try ledger.begin()
        try ledger.append([])
        try ledger.append(entries(0..<3))
        try ledger.append([entry(3)])
        try ledger.erase(bodies: [1..<2], keysOf: [])
        #expect(try ledger.size() == 4)
        #expect(try cluster.node().size() == 0)
        try ledger.commit()
        #expect(
            try cluster.node().entries(from: 0, limit: 9).map { $0.body == nil } == [
                false, true, false, true,
            ]
        )
    }

    @Test func `a round that is rolled back leaves no trace`() throws {
        try ledger.begin()
        try ledger.append(entries(0..<5))
        ledger.rollBack()
        ledger.rollBack()
        #expect(try ledger.size() == 0)
        #expect(try cluster.sql("SELECT count(*) FROM kawal.subjects") == "0")
        #expect(fault { try ledger.commit() }?.isRefused == true)
    }

    @Test func `nothing is appended or erased without the right to`() throws {
        #expect(fault { try ledger.append([entry(0)]) }?.isRefused == true)
        #expect(fault { try ledger.erase(bodies: [0..<1], keysOf: []) }?.isRefused == true)
        #expect(try ledger.size() == 0)
    }

    @Test func `an erasure takes bodies and keys, and the entries stay`() throws {
        let written = entries(0..<9)
        try ledger.put(written)
        let gone = try #require(written[4].body?.subject)
        try ledger.begin()
        try ledger.erase(bodies: [0..<2, 6..<7, 100..<UInt64.max], keysOf: [gone.pseudonym, bytes(16, 255)])
        try ledger.commit()
        var left = written
        for index in [0, 1, 4, 6] { left[index].body = nil }
        #expect(try ledger.entries(from: 0, limit: 9) == left)
        #expect(try cluster.sql("SELECT count(*) FROM kawal.bodies") == "4")
    }

    @Test func `a subject keeps its key, and another key for it is refused`() throws {
        var first = entry(1)
        try ledger.put([entry(0), first, entry(2)])
        first.index = 3
        first.id = entry(0).id
        try ledger.put([first])
        #expect(try ledger.size() == 4)
        first.index = 4
        first.id = entry(0).id
        first.body?.subject?.wrappedKey = bytes(40, 255)
        #expect(fault { try ledger.put([first]) }?.isRefused == true)
        #expect(try ledger.size() == 4)
    }

    @Test func `two nodes that append at once never double an index and see each other's entries`() throws {
        let nodes = [cluster.node(), cluster.node()]
        let faults = Mutex<[any Error]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            do {
                for _ in 0..<50 {
                    try nodes[number].begin()
                    let size = try nodes[number].size()
                    // Everything before is told: no gap, nothing missing.
                    #expect(try nodes[number].entries(from: 0, limit: .max).map(\.index) == Array(0..<size))
                    try nodes[number].append(entries(size..<size + 3))
                    try nodes[number].commit()
                }
            } catch { faults.withLock { $0.append(error) } }
        }
        let told = faults.withLock { $0.map { "\($0)" } }
        #expect(told == [])
        #expect(try ledger.size() == 300)
        #expect(try nodes[0].entries(from: 0, limit: 300) == nodes[1].entries(from: 0, limit: 300))
    }

    @Test func `entries can't be altered or removed, not even by hand`() throws {
        try ledger.put([entry(0)])
        for statement in [
            "UPDATE kawal.entries SET canonical = ''", "DELETE FROM kawal.entries", "TRUNCATE kawal.entries",
        ] {
            #expect(throws: ThrowAwayServer.Failure.self) { try cluster.sql(statement) }
        }
        #expect(try ledger.size() == 1)
    }

    @Test func `after a sweep the erased bytes are in no table's file`() throws {
        var secret = entry(0)
        let marker = Array("sealed-\(UUID().uuidString)".utf8)
        secret.body = SealedBody(sealed: marker, subject: nil)
        try ledger.put([secret, entry(1)])
        try cluster.sql("CHECKPOINT")
        #expect(try files(with: marker) > 0)
        try ledger.begin()
        try ledger.erase(bodies: [0..<1], keysOf: [])
        try ledger.commit()
        // A transaction that was open before, such as the server's own housekeeping, keeps the bytes until the next sweep.
        for _ in 0..<20 {
            try ledger.sweep()
            try cluster.sql("CHECKPOINT")
            if try files(with: marker) == 0 { break }
            usleep(100_000)
        }
        #expect(try files(with: marker) == 0)
        #expect(try ledger.entries(from: 1, limit: 1).first?.body != nil)
    }

    /// How many files of tables hold these bytes.
    private func files(with marker: [UInt8]) throws -> Int {
        let oid = try cluster.sql("SELECT oid FROM pg_database WHERE datname = current_database()")
        let base = URL(fileURLWithPath: cluster.server.folder + "/data/base/" + oid)
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? [])
            .filter { (try? Data(contentsOf: $0))?.range(of: Data(marker)) != nil }.count
    }
}

import Foundation
import Operations
import PostgresFixture
import Testing

@testable import ClusterLedger

/// A database of its own, and as many nodes' ledgers as a test wants.
struct Cluster {
    let server: ThrowAwayServer
    let database: String

    init(on server: ThrowAwayServer? = nil) throws {
        self.server = try server ?? ThrowAwayServer.shared.get()
        database = try self.server.makeDatabase()
    }

    func node(_ limits: Link.Limits = Link.Limits()) -> ClusterLedger {
        ClusterLedger(server.address(database), limits: limits)
    }

    @discardableResult func sql(_ text: String) throws -> String { try server.execute(text, in: database) }

    /// Ends what the nodes have open, as a failing server would.
    func terminate() throws {
        try sql(
            """
            SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'kawal'
            """
        )
    }
}

/// Entries from an index on, each third about nobody and each fourth without a body; all bytes differ.
func entries(_ indexes: Range<UInt64>) -> [SharedEntry] { indexes.map { entry($0) } }

func entry(_ index: UInt64, id: String = UUID().uuidString.lowercased()) -> SharedEntry {
    let subject = SealedBody.Subject(
        pseudonym: bytes(16, UInt8(index % 200)),
        wrappedKey: bytes(40, UInt8(index % 200))
    )
    let body = SealedBody(sealed: bytes(Int(index % 7) * 90, 7), subject: index % 3 == 0 ? nil : subject)
    return SharedEntry(
        index: index,
        id: id,
        canonical: Array("{\"entry\":\(index)}\0".utf8),
        body: index % 4 == 3 ? nil : body
    )
}

func bytes(_ count: Int, _ seed: UInt8) -> [UInt8] { (0..<count).map { UInt8($0 % 256) ^ seed } }

extension ClusterLedger {
    /// A whole round.
    func put(_ entries: [SharedEntry]) throws {
        try begin()
        try append(entries)
        try commit()
    }
}

/// The fault that something throws; nil where it goes well.
func fault(_ body: () throws -> Void) -> SharedLedgerFault? {
    do {
        try body()
        return nil
    } catch {
        return error as? SharedLedgerFault
    }
}

extension SharedLedgerFault {
    var isCut: Bool { if case .cut = self { true } else { false } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
    var isUnsettled: Bool { if case .unsettled = self { true } else { false } }
}

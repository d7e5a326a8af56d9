import Foundation
import Operations
import Testing
import Vocabulary

@testable import SiteStore

/// The partner's keys in the views.
@Suite struct TrustTests {
    private let folder: TemporaryFolder
    private let site: SiteStore

    init() throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
    }

    private func keys(of party: String, _ serial: Int64, by officers: [String]) -> SiteEvent {
        .exchangeTrusted(
            ExchangeTrusted(
                party: party,
                bundle: "{}",
                certificate: "c",
                serial: serial,
                officers: officers
            )
        )
    }

    @Test func `however many proposals and rotations follow, the keys that were taken stay known`()
        async throws
    {
        let two = ["ani", "budi"]
        try await site.record(keys(of: "id/mitra", 1, by: two))
        for serial in 2...21 {
            try await site.record([
                keys(of: "id/mitra", Int64(serial), by: []), keys(of: "id/kami", Int64(serial), by: two),
            ])
        }
        let known: (any SiteReads) throws -> Void = { (reads: any SiteReads) throws -> Void in
            #expect(try reads.trusted(of: "id/mitra")?.serial == 1)
            #expect(try reads.stated(by: "id/mitra")?.serial == 21)
            #expect(try reads.trusted(of: "id/kami")?.serial == 21)
            #expect(try reads.trusted(of: "id/lain") == nil && reads.stated(by: "id/lain") == nil)
            #expect(try reads.taken(of: "id/kami").map(\.serial) == Array((2...21).reversed()))
            #expect(try reads.taken(of: "id/mitra").map(\.serial) == [1])
        }
        try site.read(known)
        try await site.record(keys(of: "id/mitra", 21, by: two))
        #expect(try site.read { try $0.trusted(of: "id/mitra") }?.serial == 21)
        #expect(try site.read { try $0.stated(by: "id/mitra") }?.isTrusted == true)
    }
}

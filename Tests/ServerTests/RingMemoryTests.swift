import Operations
@testable import Server
import Testing
import Vocabulary

/// Rings that nobody waits for.
struct RingMemoryTests {
    private let gilang = Actor(
        Account(name: "gilang", roles: [.investigator], passwordHash: "", mustChangePassword: false)
    )

    private func claim(_ one: String, _ phone: String, _ source: String, _ desk: Desk) async throws {
        let claim = NetworkClaim(
            id: desk.makeIdentifier(),
            one: try #require(NetworkNode(.recruiter, one)),
            other: try #require(NetworkNode(.phone, phone)),
            source: source,
            seenOn: desk.today,
            basis: "UU 21/2007 pasal 4",
            confidence: 4,
            innocent: "Mungkin sekeluarga.",
            isHub: false,
            officer: "gilang",
            at: desk.now()
        )
        try await desk.note(claim, by: gilang)
    }

    @Test func `a quick search is repeated at once where a claim has come`() async throws {
        let post = try await Post()
        let memory = RingMemory(patience: .seconds(600))
        #expect(try memory.rings(at: post.desk, by: gilang).rings.isEmpty)
        try await claim("PAK REKAAN", "0812", "LP/1", post.desk)
        try await claim("BU REKAAN", "0812", "LP/2", post.desk)
        let found = try memory.rings(at: post.desk, by: gilang)
        #expect(found.rings.count == 1)
        #expect(found.isCurrent)
    }

    @Test func `a slow search shows what was found before and says so, until it is repeated`() async throws {
        let post = try await Post()
        let memory = RingMemory(patience: .zero)
        try await claim("PAK REKAAN", "0812", "LP/1", post.desk)
        try await claim("BU REKAAN", "0812", "LP/2", post.desk)
        #expect(try memory.rings(at: post.desk, by: gilang).isCurrent)
        try await claim("PAK LAIN", "0813", "LP/3", post.desk)
        try await claim("BU LAIN", "0813", "LP/4", post.desk)
        let older = try memory.rings(at: post.desk, by: gilang)
        #expect(older.rings.count == 1)
        #expect(!older.isCurrent)
        try memory.refreshed(at: post.desk)
        let newer = try memory.rings(at: post.desk, by: gilang)
        #expect(newer.rings.count == 2)
        #expect(newer.isCurrent)
    }
}

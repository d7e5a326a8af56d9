import Casework
import Intake
import Operations
import SiteStore
import Testing
import Vocabulary

/// Cases opened in need.
@Suite struct GlassTests {
    private static func actor(_ name: String, _ role: Role, _ agency: Authority? = nil) -> Actor {
        Actor(Account(name: name, roles: [role], passwordHash: "", mustChangePassword: false, agency: agency))
    }

    private let gilang = Self.actor("gilang", .investigator)
    private let citra = Self.actor("citra", .helpdesk)

    private func opened(_ place: Place, _ kind: CaseKind = .enforcement) async throws -> String {
        var content = CaseContent()
        content.text = "Rekaan."
        return try await place.desk.open(
            kind,
            content,
            by: kind == .support ? Self.actor("eka", .protection) : gilang
        ).id
    }

    @Test func `a case is open for an hour to whoever gives a reason, and to nobody else`() async throws {
        let place = try Place()
        let id = try await opened(place)
        #expect(try !place.desk.isGlassOpen(on: id, for: citra))
        try await place.desk.breakGlass(on: id, reason: "Korban gawat darurat.", by: citra)
        #expect(try place.desk.isGlassOpen(on: id, for: citra))
        #expect(try !place.desk.isGlassOpen(on: id, for: Self.actor("dodi", .helpdesk)))
        place.advance(seconds: 3600)
        #expect(try !place.desk.isGlassOpen(on: id, for: citra))
    }

    @Test func `without a reason, and on what was said in trust, no glass breaks`() async throws {
        let place = try Place()
        let id = try await opened(place)
        await #expect(throws: OperationFault.self) {
            try await place.desk.breakGlass(on: id, reason: "-", by: citra)
        }
        let support = try await opened(place, .support)
        await #expect(throws: OperationFault.notAllowed) {
            try await place.desk.breakGlass(on: support, reason: "Ingin tahu saja.", by: gilang)
        }
    }

    @Test func `the other agency reviews every one, once`() async throws {
        let place = try Place()
        let id = try await opened(place)
        try await place.desk.breakGlass(on: id, reason: "Korban gawat darurat.", by: citra)
        let own = Self.actor("fitri", .reviewer, .ministry)
        let other = Self.actor("dewi", .reviewer, .immigration)
        #expect(try place.desk.glassToReview(by: own).isEmpty)
        let waiting = try #require(try place.desk.glassToReview(by: other).first)
        await #expect(throws: OperationFault.absent) {
            try await place.desk.review(glass: waiting.id, isJustified: true, text: "Ya.", by: own)
        }
        try await place.desk.review(glass: waiting.id, isJustified: false, text: "Bukan darurat.", by: other)
        #expect(try place.desk.glassToReview(by: other).isEmpty)
        await #expect(throws: OperationFault.absent) {
            try await place.desk.review(glass: waiting.id, isJustified: true, text: "Lagi.", by: other)
        }
    }
}

import Casework
import Operations
import SiteStore
import Testing
import Vocabulary

/// What a decision that fell leaves at the other agency's site.
@Suite struct FallenAcrossTests {
    @Test func `a decision that fell leaves the partner entries and nothing else`() async throws {
        let desks = try await TwoDesks()
        let desk = desks.immigration.desk
        let (id, slip) = try await CaseTests().postponed(desks.immigration)
        #expect(try await desks.carry().map(\.type) == ["referral.opened/1"])
        let passport = try #require(PassportNumber("X1"))
        #expect(try desks.ministry.store.read { try $0.referrals(for: passport) }.count == 1)
        var content = CaseContent()
        content.receipt = "T-1"
        try await desk.take("return-passport", content, in: id, seen: 6, by: CaseTests.ani)
        try await desk.object(to: slip, "Saya punya visa.")
        content.reason = "K01"
        try await desk.take("overturn", content, in: id, seen: 8, by: CaseTests.dewi)
        #expect(try await desks.carry().contains { $0.type == "erased.told/1" && $0.refusal == nil })
        let left = try desks.ministry.store.read { reads in
            try reads.referrals(for: passport).count + reads.events(about: .passport(passport)).count
        }
        #expect(left == 0)
        #expect(try desks.ministry.store.verify { _, _ in }.isSound)
    }
}

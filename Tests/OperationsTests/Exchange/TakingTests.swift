import Dispatch
import Exchange
import Foundation
import Operations
import SiteStore
import Testing
import Vocabulary

/// What a message of the partner can't do, whoever signs it.
@Suite struct TakingTests {
    private func erase(_ numbers: String..., from agency: Vocabulary.Authority, _ desks: TwoDesks)
        async throws
        -> ExchangeRefusal?
    {
        let about = CanonicalJSON.array(numbers.map { .string($0) })
        return try await desks.force("erased.told/1", purpose: "none", ["about": about], from: agency).refusal
    }

    // MARK: Erasures

    @Test func `the ministry can't erase what Immigration has referred`() async throws {
        let (desks, referral) = try await CrossingTests().referred()
        #expect(try await erase(referral, from: .ministry, desks) == nil)
        let standing = try #require(try desks.immigration.desk.referral(id: referral))
        let screening = try #require(standing.screening)
        #expect(try desks.immigration.store.read { try $0.screened(id: screening) } != nil)
    }

    @Test
    func `Immigration can't erase a referral of the ministry's own, nor the ministry's answer to another`()
        async throws
    {
        let (desks, referral) = try await CrossingTests().referred()
        let passport = try #require(PassportNumber("X1"))
        let at = desks.ministry.desk.now()
        let own = Referral(
            id: "own-1",
            screening: nil,
            flight: nil,
            passport: passport,
            openedAt: at,
            codes: ["officer"]
        )
        let answered = ReferralAnswered(
            referral: referral,
            passport: passport,
            answer: .mending,
            text: nil,
            officer: "citra",
            at: at
        )
        try await desks.ministry.store.commit { _ in
            let events: [SiteEvent] = [.referralOpened(own), .referralAnswered(answered)]
            let drafts = events.map {
                EntryDraft($0, at: at, actor: "citra", purpose: "protect", subject: .passport(passport))
            }
            return Decision(drafts, answer: ())
        }
        #expect(try await erase("own-1", referral, from: .immigration, desks) == nil)
        #expect(try desks.ministry.desk.referral(id: "own-1") != nil)
        #expect(try desks.ministry.desk.referral(id: referral) == nil)
        #expect(try desks.ministry.store.read { try $0.answers(to: referral) }.count == 1)
    }

}

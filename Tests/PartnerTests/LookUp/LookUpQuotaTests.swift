import Foundation
import Partner
import Testing
import Vocabulary

@Suite struct LookUpQuotaTests {
    private let now = Moment(milliseconds: 1_000_000)
    private var quota = LookUpQuota(percent: 120, seconds: 3600)

    @Test func withoutAManifestNobodyIsAskedAbout() {
        var quota = quota
        #expect(throws: LookUpFault.quotaSpent(left: 0, wanted: 4)) { try quota.spend(4, at: now) }
    }

    @Test func aManifestGivesItsPersonsInWholeRequestsAndAFifthMore() throws {
        var quota = quota
        quota.grant(manifestPersons: 150, at: now)
        #expect(quota.left(at: now) == 192)
        try quota.spend(160, at: now)
        #expect(throws: LookUpFault.quotaSpent(left: 32, wanted: 33)) { try quota.spend(33, at: now) }
        try quota.spend(32, at: now)
        #expect(quota.left(at: now) == 0)
    }

    @Test func aCreditLapsesAfterItsHour() throws {
        var quota = quota
        quota.grant(manifestPersons: 16, at: now)
        quota.grant(manifestPersons: 16, at: now.adding(seconds: 1800))
        #expect(quota.left(at: now.adding(seconds: 3599)) == 40)
        #expect(quota.left(at: now.adding(seconds: 3600)) == 20)
        try quota.spend(20, at: now.adding(seconds: 3600))
        #expect(quota.left(at: now.adding(seconds: 3600)) == 0)
    }

    @Test func theOldestCreditIsSpentFirst() throws {
        var quota = quota
        quota.grant(manifestPersons: 16, at: now)
        quota.grant(manifestPersons: 16, at: now.adding(seconds: 1800))
        try quota.spend(20, at: now.adding(seconds: 1800))
        #expect(quota.left(at: now.adding(seconds: 3600)) == 20)
    }

    @Test(arguments: [(0, 0), (1, 2), (2, 2), (3, 16), (16, 16), (17, 32), (300, 304)])
    func aListIsRoundedUpToWholeSteps(_ travellers: Int, _ slots: Int) {
        #expect(LookUpBatching.slots(for: travellers) == slots)
    }

    @Test func aManifestThatNamesTooManyIsBelievedNoFurther() {
        var quota = quota
        quota.grant(manifestPersons: .max, at: now)
        #expect(quota.left(at: now) == 12_000)
    }

    @Test func whatIsLeftCarriesOverARestart() throws {
        var quota = quota
        quota.grant(manifestPersons: 16, at: now)
        try quota.spend(3, at: now)
        #expect(try JSONDecoder().decode(LookUpQuota.self, from: JSONEncoder().encode(quota)) == quota)
    }

    @Test func aManifestOfNobodyGivesNothing() {
        var quota = quota
        quota.grant(manifestPersons: 0, at: now)
        quota.grant(manifestPersons: -5, at: now)
        #expect(quota.left(at: now) == 0)
    }
}

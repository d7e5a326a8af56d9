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

    // MARK: Notices of a match

    private static let registered = CrossingTests.worker.replacing(",signed", with: ",registered")

    private func ask(_ who: [String: String], _ desks: TwoDesks) async throws -> ExchangeRefusal? {
        var words = who.mapValues { CanonicalJSON.string($0) }
        words["references"] = .array([.string("PL-1")])
        return try await desks.force("match.notice/1", purpose: "clear-worker", words, from: .immigration)
            .refusal
    }

    @Test(arguments: [
        (["passport_no": "X1"], true), (["passport_no": "X-1"], true), (["nik": "9904015702950001"], true),
        (["name": "SATU REKAAN", "born_on": "1995-02-17"], true),
        (["passport_no": "X2", "nik": "9904015702950001"], true), (["passport_no": "X2"], false),
        (["nik": "9904014205910002"], false), (["name": "REKAAN SATU", "born_on": "1995-02-18"], false),
        (["name": "REKAAN DUA", "born_on": "1995-02-17"], false),
    ])
    func `a placement is shown to whoever names its holder, and to nobody else`(
        who: [String: String],
        isTheirs: Bool
    ) async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.registered])
        #expect(try await ask(who, desks) == nil)
        let shown = try await desks.carry().filter { $0.type == "placement.shared/1" }
        #expect(shown.compactMap { $0.says("placement_id") } == (isTheirs ? ["PL-1"] : []))
    }

    @Test(arguments: [[:], ["name": "REKAAN SATU"], ["born_on": "1995-02-17"]])
    func `a notice that names nobody is none`(who: [String: String]) async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.registered])
        #expect(try await ask(who, desks) == .schema("passport_no"))
        #expect(try await desks.carry().isEmpty)
    }

    // MARK: Others

    @Test func `a counter's referral of which no name is known is taken`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": CrossingTests.worker])
        try await desks.carry()
        let list = Array(CrossingTests.list.utf8)
        _ = try await desks.immigration.desk.receive(list, name: "a", by: .operatorConsole)
        let opened = try #require(try await desks.carry().first { $0.type == "referral.opened/1" })
        var words = opened.payload
        words["name"] = nil
        (words["referral"], words["screening"]) = (.string("r-2"), .string("s-2"))
        let sent = try await desks.force(opened.type, purpose: opened.purpose, words, from: .immigration)
        #expect(sent.refusal == nil)
        #expect(try desks.ministry.desk.referral(id: "r-2") != nil)
        #expect(try desks.ministry.store.read { try $0.screened(id: "s-2") }?.name.isEmpty == true)
    }

    @Test func `a signature that came before its text was in force counts only if it is the partner's`()
        async throws
    {
        let desks = try await TwoDesks(isAgreed: false)
        let desk = desks.immigration.desk
        try await desk.signAgreement(by: ["ani", "budi"], key: "key-0") { _ in [1] }
        let invented = AgreementSigned(
            party: "id/kp2mi/siskop2mi",
            digest: desk.agreementMemory.digest(of: desk.rules, on: desk.today),
            key: "key-1",
            signature: Data(repeating: 1, count: 64),
            officers: [],
            at: desk.now()
        )
        try await desks.immigration.store.commit { _ in
            let draft = EntryDraft(
                .agreementSigned(invented),
                at: invented.at,
                actor: invented.party,
                purpose: "exchange"
            )
            return Decision([draft], answer: ())
        }
        #expect(try !desk.isAgreedToday())
        #expect(try desk.exchangeStanding()?.signatures.map(\.party) == ["id/imigrasi/simkim"])
        try await desks.sign()
        try await desks.carry()
        #expect(try desk.isAgreedToday())
    }

    @Test func `silence is looked for without waiting for whoever writes`() async throws {
        let desks = try await TwoDesks()
        let (desk, store) = (desks.immigration.desk, desks.immigration.store)
        let end = DispatchSemaphore(value: 0)
        let (beginnings, begun) = AsyncStream<Void>.makeStream()
        let writing = Task {
            try await store.commit { _ in
                begun.yield()
                end.wait()
                return Decision([], answer: ())
            }
        }
        _ = await beginnings.first { _ in true }
        let isFree = await firstOf {
            do {
                try await desk.noteSilence()
                return true
            } catch {
                return false
            }
        } or: {
            try? await Task.sleep(for: .seconds(10))
            return false
        }
        end.signal()
        try await writing.value
        #expect(isFree)
    }
}

import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct CosigningRoundTests {
    let folders: [TemporaryFolder]
    let log: SiteStore
    let witness: SiteStore

    init() async throws {
        folders = [try TemporaryFolder(), try TemporaryFolder()]
        log = try SiteStore.open(folder: folders[0].path, mode: .readWrite(createIfAbsent: true))
        witness = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: true))
        try await log.grow(by: 3)
    }

    private var round: CosigningRound {
        CosigningRound(site: log, witness: [witness.witnessKey].compactMap(\.self))
    }

    private func make(at moment: Moment = noon) async throws -> CosigningRound.Outcome {
        try await round.make(at: moment) { try await witness.cosign($0, of: log.asPartner, at: moment) }
    }

    private func answer(_ status: Int, _ body: String, _ type: String = "text/x.tlog.size") -> WitnessAnswer {
        WitnessAnswer(status: status, mediaType: type, bytes: Array(body.utf8))
    }

    @Test func `a silent log asks again only to be seen alive`() async throws {
        #expect(try await make() == .cosigned(size: 3))
        #expect(try await make(at: noon.adding(seconds: 9)) == .idle)
        #expect(try await make(at: noon.adding(seconds: 10)) == .cosigned(size: 3))
        #expect(try log.cosignedHead()?.at == noon.adding(seconds: 10))
        try await log.grow(by: 1, "b")
        #expect(try await make(at: noon.adding(seconds: 11)) == .cosigned(size: 4))
    }

    @Test func `an answer that was lost on the way costs one more question`() async throws {
        struct Lost: Error {}
        await #expect(throws: Lost.self) {
            try await round.make(at: noon) { body in
                _ = try await witness.cosign(body, of: log.asPartner, at: noon)
                throw Lost()
            }
        }
        try await log.grow(by: 2, "b")
        #expect(try await make() == .cosigned(size: 5))
    }

    @Test func `a partner that knows a longer log is believed by nobody but told`() async throws {
        #expect(try await round.make(at: noon) { _ in answer(409, "900\n") } == .wentBack(known: 900))
        #expect(try log.cosignedHead() == nil)
    }

    @Test func `a partner that never agrees with itself is asked twice and no more`() async throws {
        var asked = 0
        let outcome = try await round.make(at: noon) { _ in
            asked += 1
            return answer(409, "\(asked)\n")
        }
        #expect(outcome == .refused(status: 409) && asked == 2)
    }

    @Test(arguments: ["", "3", "03\n", "+3\n", "3\n\n", " 3\n", "-1\n", "18446744073709551616\n", "drei\n"])
    func `a size in any other form is none`(body: String) {
        #expect(answer(409, body).knownSize == nil)
        #expect(answer(409, "3\n", "text/plain").knownSize == nil && answer(200, "3\n").knownSize == nil)
    }

    @Test func `whatever else is answered is kept nowhere`() async throws {
        #expect(try await round.make(at: noon) { _ in answer(503, "") } == .refused(status: 503))
        let long = WitnessAnswer(
            status: 200,
            mediaType: "text/plain",
            bytes: .init(repeating: 0x41, count: CosigningRound.longestAnswer + 1)
        )
        #expect(try await round.make(at: noon) { _ in long } == .refused(status: 200))
        await #expect(throws: SiteFault.self) {
            try await round.make(at: noon) { _ in answer(200, "\u{2014} a b\n", "text/plain") }
        }
        #expect(try log.cosignedHead() == nil)
    }
}

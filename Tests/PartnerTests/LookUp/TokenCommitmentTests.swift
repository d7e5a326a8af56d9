import Partner
import Testing

@Suite struct TokenCommitmentTests {
    private let scene: LookUpScene
    private let batch: BlindedBatch
    private let answer: LookUpAnswer

    init() async throws {
        scene = try await LookUpScene([InventedPeople.row(1)])
        batch = try await scene.asker.blind(
            [InventedPeople.person(1).asked, InventedPeople.person(2).asked],
            slots: 4
        )
        answer = try await scene.answer(batch.request)
    }

    @Test func everybodyIsOpenedWhereEverybodyIsDrawn() throws {
        let openings = batch.drawn(by: answer, permille: 1000)
        #expect(openings.count == 4)
        for opening in openings {
            let read = try CommitmentOpening(wire: opening.wire)
            #expect(batch.request.slots[Int(opening.slot)].commitment.verify(read))
        }
        #expect(openings[0].tokens.count == 3)
        #expect(openings[3].tokens.isEmpty)
    }

    @Test func anOpeningOfOtherTokensPlaceOrRequestIsRefused() throws {
        let openings = batch.drawn(by: answer, permille: 1000)
        let commitment = batch.request.slots[0].commitment
        #expect(!commitment.verify(openings[1]))
        let wire = openings[0].wire
        for place in [8, 24, 25, 60, wire.count - 1] {
            var changed = wire
            changed[place] ^= 1
            if let read = try? CommitmentOpening(wire: changed) { #expect(!commitment.verify(read)) }
        }
        #expect(throws: LookUpFault.self) { try CommitmentOpening(wire: wire + [0]) }
        #expect(throws: LookUpFault.self) { try CommitmentOpening(wire: wire.dropLast()) }
    }

    @Test func theSameTokensHaveAnotherCommitmentEachTime() async throws {
        let again = try await scene.asker.blind([InventedPeople.person(1).asked], slots: 4)
        #expect(again.request.slots[0].commitment != batch.request.slots[0].commitment)
    }

    @Test func theDrawFollowsFromThePromisedSeedAndTheCommitments() async throws {
        #expect(scene.draw.challenge(of: batch.request) == answer.challenge)
        let other = AuditDraw(seed: Array(repeating: 8, count: 32), permille: 10)
        #expect(other.promise != scene.draw.promise)
        #expect(other.challenge(of: batch.request) != answer.challenge)
        let again = try await scene.asker.blind([InventedPeople.person(1).asked], slots: 4)
        #expect(scene.draw.challenge(of: again.request) != answer.challenge)
    }

    @Test func oneInAHundredIsDrawn() {
        var drawn = 0
        for number in 0..<5000 {
            let challenge = [UInt8(number >> 8), UInt8(number & 255)] + Array(repeating: UInt8(3), count: 30)
            for slot in 0..<4 where AuditDraw.isDrawn(challenge, slot: slot, permille: 10) { drawn += 1 }
        }
        #expect((150...250).contains(drawn))
        #expect(batch.drawn(by: answer, permille: 0).isEmpty)
    }
}

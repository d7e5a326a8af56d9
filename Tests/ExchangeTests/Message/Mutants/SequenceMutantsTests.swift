import Exchange
import Testing

@Suite struct SequenceMutantsTests {
    @Test
    func `what is signed properly and lies about itself is never taken, for the reason that it deserves`()
        throws
    {
        let scene = try #require(MutantScene())
        var lies = try #require(SequenceMutants(seed: 7, scene: scene))
        for _ in 0..<20_000 {
            let (kind, refusal) = lies.next()
            switch kind {
            case .replayed: #expect(refusal == .replayedNonce)
            case .sameIdentity: #expect(refusal == .idConflict)
            case .ahead, .behind, .otherChain: #expect(refusal?.code == "sequence-gap")
            }
        }
    }

    @Test func `one seed makes the same lies`() throws {
        let scene = try #require(MutantScene())
        var one = try #require(SequenceMutants(seed: 3, scene: scene))
        var other = try #require(SequenceMutants(seed: 3, scene: scene))
        let (first, second) = (one.run(count: 500), other.run(count: 500))
        #expect(first.codes == second.codes)
        #expect(first.accepted == 0 && second.accepted == 0)
    }
}

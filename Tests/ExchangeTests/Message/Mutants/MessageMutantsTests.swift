import Exchange
import Testing

@Suite struct MessageMutantsTests {
    @Test func theOriginalsAreAdmitted() throws {
        let scene = try #require(MutantScene())
        for original in scene.originals { #expect(scene.refusal(of: original) == nil) }
    }

    /// 20,000 in four parts, which run beside each other.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func noMutantIsAdmitted(_ seed: UInt64) throws {
        var mutants = MessageMutants(seed: seed, scene: try #require(MutantScene()))
        let tally = mutants.run(count: 5000)
        #expect(tally.admitted.isEmpty, "\(tally.admitted.prefix(3))")
        #expect(Set(tally.kinds.keys) == Set(MessageMutants.Kind.allCases))
        #expect(tally.kinds.values.reduce(0, +) == 5000)
        // Mutants that all fell at the first step would prove little.
        for code in [
            "unknown-party", "too-large", "malformed-field", "missing-component", "wrong-sender",
            "unknown-key", "clock",
            "bad-signature", "bad-digest", "wrong-route",
        ] {
            #expect(tally.codes[code, default: 0] > 0, "\(code)")
        }
    }

    @Test func theSameSeedMakesTheSameMutants() throws {
        let scene = try #require(MutantScene())
        var first = MessageMutants(seed: 9, scene: scene)
        var second = MessageMutants(seed: 9, scene: scene)
        var third = MessageMutants(seed: 10, scene: scene)
        let mutants = (0..<20).map { _ in first.next() }
        #expect(mutants == (0..<20).map { _ in second.next() })
        #expect(mutants != (0..<20).map { _ in third.next() })
    }
}

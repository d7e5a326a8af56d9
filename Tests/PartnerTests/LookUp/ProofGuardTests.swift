import Testing

@testable import Partner

/// Evaluations of an owner that means harm.
@Suite struct ProofGuardTests {
    private let edition = InventedPeople.edition()

    private func key(_ secret: UInt8) throws -> LookUpKey {
        try LookUpKey(edition: edition, secret: Array(repeating: 0, count: 47) + [secret])
    }

    /// The order of P-384 less a small number.
    private func order(less small: UInt8) -> [UInt8] {
        var order = Hex.bytes(
            "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"
        )
        order[47] -= small
        return order
    }

    private let one = Array(repeating: UInt8(0), count: 47) + [1]
    private let zero = Array(repeating: UInt8(0), count: 48)

    @Test func anEvaluationByAnotherKeyIsRefused() throws {
        let blinded = try key(5).publicKey.blind([1, 2, 3])
        let evaluation = try key(7).evaluate(blinded.element)
        #expect(throws: LookUpFault.proofRefused) { try key(5).publicKey.finalize(blinded, evaluation) }
    }

    @Test func aChangedEvaluationIsRefused() throws {
        let key = try key(5)
        let blinded = try key.publicKey.blind([1, 2, 3])
        let evaluation = try key.evaluate(blinded.element)
        for place in [1, 30, 49, 96, 97, 144] {
            var changed = evaluation
            changed[place] ^= 1
            #expect(throws: LookUpFault.self) { try key.publicKey.finalize(blinded, changed) }
        }
        #expect(throws: LookUpFault.self) { try key.publicKey.finalize(blinded, evaluation.dropLast()) }
    }

    @Test func anotherElementsEvaluationIsRefused() throws {
        let key = try key(5)
        let evaluation = try key.evaluate(key.publicKey.blind([4]).element)
        let blinded = try key.publicKey.blind([1, 2, 3])
        #expect(throws: LookUpFault.proofRefused) { try key.publicKey.finalize(blinded, evaluation) }
    }

    @Test func aProofOfZerosIsRefusedAndEndsNothing() throws {
        let key = try key(5)
        let blinded = try key.publicKey.blind([1, 2, 3])
        let point = try key.evaluate(blinded.element).prefix(49)
        for (challenge, response) in [(zero, zero), (one, zero), (zero, one), (order(less: 0), one)] {
            #expect(throws: LookUpFault.proofRefused) {
                try key.publicKey.finalize(blinded, point + challenge + response)
            }
        }
    }

    @Test func aProofWhoseSumWithTheKeyIsNothingIsRefused() throws {
        let key = try key(5)
        let blinded = try key.publicKey.blind([1, 2, 3])
        // 1·5·G and (n - 5)·G cancel out.
        let point = try self.key(7).evaluate(blinded.element).prefix(49)
        #expect(throws: LookUpFault.proofRefused) {
            try key.publicKey.finalize(blinded, point + one + order(less: 5))
        }
    }

    @Test func aProofWhoseSumWithTheElementIsNothingIsRefused() throws {
        let key = try key(5)
        let blinded = try key.publicKey.blind([1, 2, 3])
        // 1·7·C and (n - 7)·C cancel out, whatever the key.
        let point = try self.key(7).evaluate(blinded.element).prefix(49)
        #expect(throws: LookUpFault.proofRefused) {
            try key.publicKey.finalize(blinded, point + one + order(less: 7))
        }
    }
}

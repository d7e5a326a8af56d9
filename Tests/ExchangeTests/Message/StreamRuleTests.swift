import Exchange
import Testing

@Suite struct StreamRuleTests {
    private let head = [UInt8](repeating: 7, count: 32)

    private func place(
        _ envelope: Envelope,
        known: [UInt8]? = nil,
        last: Int64,
        head: [UInt8]
    ) -> Result<StreamRule.Placement, ExchangeRefusal> {
        Result { () throws(ExchangeRefusal) in
            try StreamRule.place(envelope, known: known, last: last, head: head)
        }
    }

    private func envelope(sequence: Int64) throws -> Envelope {
        var envelope = try ExampleMessage.envelope()
        envelope.sequence = sequence
        envelope.previous = sequence == 1 ? Envelope.beginning : head
        return envelope
    }

    @Test func theNextMessageIsNew() throws {
        #expect(try place(envelope(sequence: 43), last: 42, head: head) == .success(.new))
        #expect(try place(envelope(sequence: 1), last: 0, head: Envelope.beginning) == .success(.new))
    }

    @Test func theSameMessageIsRecognisedWhereverTheStreamIs() throws {
        let envelope = try envelope(sequence: 3)
        #expect(place(envelope, known: envelope.hash, last: 42, head: head) == .success(.repeated))
    }

    @Test func anotherMessageUnderAKnownIdentityIsAConflict() throws {
        #expect(try place(envelope(sequence: 43), known: head, last: 42, head: head) == .failure(.idConflict))
    }

    @Test(arguments: [1, 42, 44, 45] as [Int64])
    func anyOtherPlaceIsAGap(_ sequence: Int64) throws {
        #expect(
            try place(envelope(sequence: sequence), last: 42, head: head)
                == .failure(.sequenceGap(expected: 43))
        )
    }

    @Test func aChainThatDoesNotContinueIsAGap() throws {
        let other = [UInt8](repeating: 8, count: 32)
        #expect(
            try place(envelope(sequence: 43), last: 42, head: other) == .failure(.sequenceGap(expected: 43))
        )
    }
}

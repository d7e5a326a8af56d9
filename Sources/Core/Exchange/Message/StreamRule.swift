/// Where a message stands in its stream: the receiver's steps 11 and 12.
public enum StreamRule {
    /// What a message is to its stream.
    public enum Placement: Hashable, Sendable {
        /// The stream's next message.
        case new
        /// A message that was taken before: it is answered again and has no second effect.
        case repeated
    }

    /// The place of a message.
    ///
    /// - Parameters:
    ///   - envelope: The message's envelope.
    ///   - known: The ``Envelope/hash`` that is kept under the same sender and identity; nil where there is none.
    ///   - last: The place of the stream's last message; 0 of an empty stream.
    ///   - head: The hash of that message; ``Envelope/beginning`` of an empty stream.
    /// - Returns: Whether the message is new or was taken before.
    /// - Throws: ``ExchangeRefusal/idConflict`` where another message has the identity, ``ExchangeRefusal/sequenceGap(expected:)``
    ///   where the message isn't the next one or doesn't continue the chain.
    public static func place(
        _ envelope: Envelope,
        known: [UInt8]?,
        last: Int64,
        head: [UInt8]
    ) throws(ExchangeRefusal) -> Placement {
        if let known {
            guard known == envelope.hash else { throw .idConflict }
            return .repeated
        }
        guard envelope.sequence - 1 == last, envelope.previous == head else {
            throw .sequenceGap(expected: last + 1)
        }
        return .new
    }
}

import Exchange
import Foundation
import Vocabulary

/// Something to be told to the partner, before it has a place in a stream.
struct Letter: Sendable {
    /// The type: `referral.opened/1`.
    var type: String
    /// The purpose, as the agreement codes it.
    var purpose: String
    /// What is told, by the agreement's members.
    var payload: [String: CanonicalJSON]
    /// What orders it among others: everything about one thing stays in order.
    var key: String
    /// Whom it is about.
    var subject: EntrySubject?
    /// Who says it, as the partner may know: never a name.
    var officer: MessageBody.Officer?
    /// When what it tells was collected; nil where that isn't known.
    var collectedOn: Day?
}

extension ExchangeQueued {
    /// What the message says; nil where its text is no message's.
    var words: MessageBody? {
        MessageType(type).flatMap { try? MessageBody(reading: [UInt8](body.utf8), expecting: $0) }
    }
}

extension [String: CanonicalJSON] {
    /// Sets a member where there is a value.
    mutating func set(_ member: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        self[member] = .string(text)
    }

    /// Sets a member to a value in its canonical form.
    ///
    /// - Throws: What the encoder throws.
    mutating func set(_ member: String, encoding value: some Encodable) throws {
        self[member] = try CanonicalJSON([UInt8](JSONEncoder().encode(value)))
    }
}

extension CanonicalJSON {
    /// The value of a type, where this is its form.
    func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}

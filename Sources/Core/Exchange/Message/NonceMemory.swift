public import Vocabulary

/// The signatures that were used and could still be used again: the receiver's step 10.
///
/// Bounded: each party has its own room, so that one can't crowd out another, and what has expired is forgotten.
public struct NonceMemory: Sendable {
    private let limit: Int
    private var rooms: [PartyName: Room] = [:]

    fileprivate struct Room {
        var used: Set<String> = []
        /// What is forgotten when, by second.
        var ends: [Int64: [String]] = [:]
        var sweptAt = Int64.min
    }

    /// An empty memory that holds a number of nonces for each party.
    public init(limit: Int) { self.limit = limit }

    /// How many nonces are remembered.
    public var count: Int { rooms.values.reduce(0) { $0 + $1.used.count } }

    /// Remembers a nonce of a party until a moment.
    ///
    /// - Throws: ``ExchangeRefusal/replayedNonce`` where it is remembered already, ``ExchangeRefusal/busy`` where the party's room is
    ///   full.
    public mutating func admit(
        _ nonce: String,
        of party: PartyName,
        until: Moment,
        at now: Moment
    ) throws(ExchangeRefusal) {
        var room = rooms.removeValue(forKey: party) ?? Room()
        defer { rooms[party] = room }
        room.forget(before: now.milliseconds / 1000)
        guard !room.used.contains(nonce) else { throw .replayedNonce }
        guard room.used.count < limit else { throw .busy }
        room.used.insert(nonce)
        room.ends[until.milliseconds / 1000, default: []].append(nonce)
    }
}

extension NonceMemory.Room {
    /// Forgets what ended before a second; looks once a second.
    mutating func forget(before second: Int64) {
        guard second > sweptAt else { return }
        sweptAt = second
        for end in ends.keys where end < second {
            used.subtract(ends.removeValue(forKey: end) ?? [])
        }
    }
}

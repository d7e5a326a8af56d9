import Crypto
package import Foundation
package import Vocabulary

/// Who interviews in a shift, and the share of it that is left to chance (jadwal regu).
///
/// The seed is drawn when the roster is set, before any list of the shift is drawn from; the entry's digest commits to it.
package struct Roster: Sendable, Hashable, Codable {
    /// The post.
    package var post: String
    /// When the shift begins.
    package var opensAt: Moment
    /// When it ends.
    package var closesAt: Moment
    /// How many interviews can be held at one time.
    package var interviewers: Int
    /// How many interviews fit into the shift.
    package var slots: Int
    /// Whether the other agency is on duty, so that it reads what this one proposes.
    package var isPartnerOnDuty: Bool
    /// How many citizens are expected to leave.
    package var expected: Int
    /// The share of the slots for travellers drawn by chance, in thousandths.
    package var permille: Int
    /// 32 random bytes.
    package var seed: Data

    /// A roster with a seed of its own.
    package init(
        post: String,
        opensAt: Moment,
        closesAt: Moment,
        interviewers: Int,
        slots: Int,
        isPartnerOnDuty: Bool,
        expected: Int,
        permille: Int
    ) {
        self.post = post
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.interviewers = interviewers
        self.slots = slots
        self.isPartnerOnDuty = isPartnerOnDuty
        self.expected = expected
        self.permille = permille
        seed = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    }

    /// With what probability a traveller who may be drawn is drawn.
    package var probability: Double {
        expected > 0 ? min(1, Double(slots * permille) / 1000 / Double(expected)) : 0
    }

    /// What stands for a traveller of a departure; nobody without the seed can tell whom.
    package func mark(of passport: PassportNumber, on flight: FlightKey) -> String {
        DepartureMark.hexadecimal(passport, on: flight, seed: seed)
    }

    /// Whether chance draws a traveller; the same list again draws the same.
    package func draws(_ passport: PassportNumber, on flight: FlightKey) -> Bool {
        let code = DepartureMark.code(passport, on: flight, seed: seed)
        let number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Double(number) / Double(UInt64.max) < probability
    }
}

/// A traveller whom chance has drawn, until somebody has asked or the flight has left (undangan acak).
///
/// - Shape: whoever declines leaves nothing behind.
package struct RandomDraw: Sendable, Hashable, Codable {
    /// The draw's identifier (UUIDv7).
    package var id: String
    /// The post whose shift drew.
    package var post: String
    /// What stands for the traveller once an answer was given.
    package var mark: String
    /// The departure.
    package var flight: FlightKey
    /// When it leaves.
    package var departsAt: Moment
    /// The document.
    package var passport: PassportNumber
    /// The name as listed, by which the traveller is found.
    package var name: String
    /// With what probability the traveller was drawn.
    package var probability: Double

    /// A draw.
    package init(
        id: String,
        post: String,
        mark: String,
        flight: FlightKey,
        departsAt: Moment,
        passport: PassportNumber,
        name: String,
        probability: Double
    ) {
        self.id = id
        self.post = post
        self.mark = mark
        self.flight = flight
        self.departsAt = departsAt
        self.passport = passport
        self.name = name
        self.probability = probability
    }
}

/// That a drawn traveller was asked, so that the next list of the flight doesn't ask again; names nobody.
package struct RandomAnswered: Sendable, Hashable, Codable {
    /// What stands for the traveller.
    package var mark: String
    /// When the flight leaves: afterwards it is of no use and erased.
    package var departsAt: Moment

    /// An answer.
    package init(mark: String, departsAt: Moment) {
        self.mark = mark
        self.departsAt = departsAt
    }
}

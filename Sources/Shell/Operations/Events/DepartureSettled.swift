import Crypto
package import Foundation
package import Vocabulary

/// That a decision about somebody's departure fell, so that no later list of the flight refers the same person again.
///
/// - Shape: names nobody; kept until the flight has left.
package struct DepartureSettled: Sendable, Hashable, Codable {
    /// What the mark is made with, drawn for this one alone.
    package var seed: Data
    /// What stands for the traveller.
    package var mark: String
    /// The departure.
    package var flight: FlightKey
    /// When it leaves: afterwards this is of no use and erased.
    package var departsAt: Moment

    /// Settles somebody's departure.
    package init(_ passport: PassportNumber, on flight: FlightKey, departsAt: Moment) {
        seed = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        mark = DepartureMark.hexadecimal(passport, on: flight, seed: seed)
        self.flight = flight
        self.departsAt = departsAt
    }

    /// Whether somebody's departure is meant.
    package func covers(_ passport: PassportNumber) -> Bool {
        DepartureMark.hexadecimal(passport, on: flight, seed: seed) == mark
    }
}

/// What stands for a person on a departure, to whoever has the seed.
enum DepartureMark {
    static func code(_ passport: PassportNumber, on flight: FlightKey, seed: Data) -> HMAC<SHA256>.MAC {
        let text = Data("\(flight.number) \(flight.departsOn) \(flight.from) \(passport.text)".utf8)
        return HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: seed))
    }

    static func hexadecimal(_ passport: PassportNumber, on flight: FlightKey, seed: Data) -> String {
        Operations.hexadecimal(code(passport, on: flight, seed: seed).suffix(16))
    }
}

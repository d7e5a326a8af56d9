/// One departure of one carrier: what names a flight or voyage (penerbangan atau pelayaran).
public struct FlightKey: Sendable, Hashable, Codable {
    /// The carrier's number or route: `GA820`.
    public var number: String
    /// The day of departure at the place.
    public var departsOn: Day
    /// The place of departure.
    public var from: String

    /// A departure.
    public init(number: String, departsOn: Day, from: String) {
        self.number = number
        self.departsOn = departsOn
        self.from = from
    }

    /// The number under which a voyage is kept: a ferry's route sails several times a day, so its time is part of it.
    public static func number(of route: String, sailingAt time: WallTime) -> String {
        let digits = [time.minute / 60, time.minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return route + "@" + digits
    }

    /// Whether people call it so: by its number, a voyage also without its time.
    public func isCalled(_ text: String) -> Bool {
        number == text || number.split(separator: "@").first.map { $0 == text } ?? false
    }
}

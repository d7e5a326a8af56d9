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
}

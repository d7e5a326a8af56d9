/// The bookings of one flight as one PNRGOV message gave them (data pemesanan).
///
/// - Source: IATA/ICAO/WCO PNRGOV EDIFACT Implementation Guide, 10.1 to 15.1.
public struct PassengerNameRecords: Sendable, Hashable {
    /// What the message says about itself.
    public var heading: MessageHeading
    /// The flight that the bookings are pushed for.
    public var legs: [Leg] = []
    /// The bookings, in the order of the message.
    public var bookings: [PassengerNameRecord] = []

    /// A message without bookings.
    public init(heading: MessageHeading) { self.heading = heading }
}

/// One booking: who travels, where, who sold and paid it, how they are reached (PNR, catatan nama penumpang).
public struct PassengerNameRecord: Sendable, Hashable {
    /// The locator of the system that holds the booking.
    public var locator: String?
    /// The people of the booking, each once.
    public var travellers: [ListedPerson] = []
    /// The flights in order, without those of its history.
    public var itinerary: [Leg] = []
    /// The day the booking was made (RCI).
    public var reservedOn: Day?
    /// The day it was ticketed (DAT 710: the booking's own, else the first ticket's).
    public var ticketedOn: Day?
    /// The bureau that made it: its IATA number, else its number in the system.
    public var agency: String?
    /// Who paid: sponsors by name; where none is named, the masked card.
    public var payers: [String] = []
    /// Telephone numbers, digits only, with `+` where written.
    public var phones: [String] = []
    /// E-mail addresses, `//` and `..` of the airlines' alphabet read as `@` and `_`.
    public var emails: [String] = []
    /// Addresses at the destination (SSR DOCA `D`).
    public var addresses: [String] = []
    /// Locators of the bookings that this one was divided from or into.
    public var splits: [String] = []
    /// The name of the group, where it is one.
    public var group: String?

    /// A booking of which nothing is known.
    public init() {}

    /// Whether no later flight ends where the first begins; nil where no flight is known.
    public var isOneWay: Bool? {
        guard let origin = itinerary.first?.from else { return nil }
        return !itinerary.dropFirst().contains { $0.to == origin }
    }
}

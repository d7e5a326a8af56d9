public import Vocabulary

/// The tickets bought together with a traveller's (satu pemesanan): equal or not, never who paid.
public struct TicketsModel: Sendable {
    /// The tickets of one locator.
    public struct Group: Sendable {
        /// The locator.
        public var locator: String
        /// How many travel on it, as the ticket says.
        public var size: Int?
        /// How many of its tickets are known here.
        public var tickets: Int
        /// The day they were bought.
        public var boughtOn: Day?
        /// The places of the journey.
        public var itinerary: String?
        /// Whether there is no way back.
        public var isOneWay: Bool?
        /// The day of the way back.
        public var returnOn: Day?
        /// How many different payers are named.
        public var payers: Int
        /// How many different telephones.
        public var phones: Int
        /// How many different bureaus.
        public var bureaus: Int
        /// The others on the departure whose advice is not clear.
        public var fellows: [FlightModel.Traveller]

        /// The tickets.
        public init(
            locator: String,
            size: Int?,
            tickets: Int,
            boughtOn: Day?,
            itinerary: String?,
            isOneWay: Bool?,
            returnOn: Day?,
            payers: Int,
            phones: Int,
            bureaus: Int,
            fellows: [FlightModel.Traveller]
        ) {
            self.locator = locator
            self.size = size
            self.tickets = tickets
            self.boughtOn = boughtOn
            self.itinerary = itinerary
            self.isOneWay = isOneWay
            self.returnOn = returnOn
            self.payers = payers
            self.phones = phones
            self.bureaus = bureaus
            self.fellows = fellows
        }

        /// Those of the tickets of whom nothing was said.
        var others: Int { max(0, tickets - 1 - fellows.count) }
    }

    /// The tickets; nil where none is known.
    public var group: Group?
    /// The traveller's screening.
    public var traveller: String

    /// A page.
    public init(group: Group?, traveller: String) {
        self.group = group
        self.traveller = traveller
    }
}

/// One traveller's ticket (tiket), where no PNRGOV exists: one row of `bookings.csv`.
public struct Booking: OfficeRecord {
    /// The locator; a group shares it.
    public var locator: String?
    /// The traveller's document.
    public var passportNumber: PassportNumber?
    /// The traveller's name.
    public var name: PersonName?
    /// Who paid: an opaque token or a name, equal when the payer is the same.
    public var payer: String?
    /// The contact telephone.
    public var phone: String?
    /// The bureau that sold the ticket: a licence where it has one.
    public var travelAgency: String?
    /// The day it was bought.
    public var boughtOn: Day?
    /// The places of the whole journey: `CGK-KUL-JED`.
    public var itinerary: String?
    /// Whether there is no way back on it.
    public var isOneWay: Bool?
    /// The day of the way back.
    public var returnOn: Day?
    /// How many travel on this locator.
    public var groupSize: Int?
    /// The class of visa told to the carrier.
    public var visaKind: VisaKind?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// A ticket of which nothing is known.
    public init() {}

    /// Tickets come in `bookings.csv`.
    public static var kind: RecordKind { .bookings }
    /// Locator and passport.
    public var key: String {
        guard let locator, let passportNumber else { return "" }
        return locator + "/" + passportNumber.text
    }
    /// Found by passport, and by locator.
    public var handles: [Handle] {
        [passportNumber.map(Handle.passport), locator.flatMap { Handle.ticket($0) }].compactMap(\.self)
    }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Booking>()
    /// The columns of `bookings.csv`.
    public static let columns: [Column<Booking>] = [
        Column("locator", \.locator), Column("passport_no", \.passportNumber), Column("name", \.name),
        Column("payer", \.payer), Column("phone", \.phone), Column("travel_agency", \.travelAgency),
        Column("bought_on", \.boughtOn), Column("itinerary", \.itinerary), Column("one_way", \.isOneWay),
        Column("return_on", \.returnOn), Column("group_size", \.groupSize), Column("visa_kind", \.visaKind),
    ]
}

extension Handle {
    /// A locator as somebody wrote it, in capitals; nil where nothing is left, or it is longer than a locator can be.
    public static func ticket(_ written: String) -> Handle? {
        let locator = written.uppercased().filter { !$0.isWhitespace }
        return locator.isEmpty || locator.utf8.count > 40 ? nil : .locator(locator)
    }
}

/// Classes of visa (jenis visa).
public enum VisaKind: String, Sendable, Codable, CaseIterable, CellValue {
    /// Work.
    case work
    /// Visit or tourism.
    case visit
    /// Business.
    case business
    /// Study.
    case student
    /// Umrah.
    case umrah
    /// Hajj.
    case hajj
    /// Residence.
    case resident
    /// Family.
    case family
    /// Training.
    case training
    /// Working holiday.
    case whv
    /// Official.
    case official
    /// Investment.
    case investor
    /// Crew.
    case crew
    /// Transit.
    case transit
}

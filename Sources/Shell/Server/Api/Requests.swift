import Operations
import Vocabulary

/// What a program sends to have one traveller checked.
struct CheckRequest: Decodable, Sendable {
    /// A flight or voyage.
    struct Flight: Decodable, Sendable {
        var number: String
        var departsOn: Day
        var from: String
    }

    var zone: [String]?
    var passport: String?
    var flight: Flight?
    var destination: String?
    var visaKind: VisaKind?
    var crew: Bool?

    /// The check in the words of the work.
    ///
    /// - Throws: `OperationFault` where neither zone nor number is given, or one can't be a zone or number.
    var check: TravellerCheck {
        get throws {
            var check = TravellerCheck()
            if let zone {
                guard (1...3).contains(zone.count), zone.allSatisfy({ $0.utf8.count <= 60 }) else {
                    throw OperationFault.fieldUnfit(
                        field: "zone",
                        expected: "one to three lines of at most 60 characters"
                    )
                }
                check.zone = zone
            }
            check.passport = try passport.flatMap { text in
                guard text.utf8.count <= 20 else {
                    throw OperationFault.fieldUnfit(field: "passport", expected: "at most 20 characters")
                }
                return PassportNumber(text)
            }
            guard check.zone != nil || check.passport != nil else { throw OperationFault.nothingToCheck }
            check.flight = flight.map { FlightKey(number: $0.number, departsOn: $0.departsOn, from: $0.from) }
            check.destination = destination
            check.visaKind = visaKind
            check.isCrew = crew ?? false
            return check
        }
    }

    static let schema: JSONText = Schema.object(
        [
            "zone": Schema.array(
                of: Schema.string("A line of the machine-readable zone, as printed.", longest: 60),
                most: 3
            ),
            "passport": Schema.string("The document's number, where no zone was read.", longest: 20),
            "flight": Schema.named("Flight"),
            "destination": Schema.string("IATA or UN/LOCODE place, or ISO 3166 country code.", longest: 12),
            "visaKind": Schema.word(VisaKind.allCases.map(\.rawValue), "The class of visa seen."),
            "crew": Schema.flag("Whether the person leaves as crew; false where absent."),
        ],
        optional: ["zone", "passport", "flight", "destination", "visaKind", "crew"]
    )
}

/// What a program sends to have a passport application checked.
struct ApplicationCheckRequest: Decodable, Sendable {
    var application: String

    static let schema: JSONText = Schema.object([
        "application": Schema.string("The application's key in the passport register.", longest: 80)
    ])
}

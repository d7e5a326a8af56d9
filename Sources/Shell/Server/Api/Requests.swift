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
    /// - Throws: `OperationFault` where neither zone nor number is given, or a field doesn't fit.
    var check: TravellerCheck {
        get throws {
            guard zone != nil || passport != nil else { throw OperationFault.nothingToCheck }
            var check = TravellerCheck()
            if let zone {
                try expect((1...3).contains(zone.count), "zone", "one to three lines")
                try expect(
                    zone.allSatisfy { $0.unicodeScalars.count <= 60 },
                    "zone",
                    "lines of at most 60 characters"
                )
                check.zone = zone
            }
            if let passport {
                let isNumber = passport.unicodeScalars.count <= 20 && passport.hasLetterOrDigit
                try expect(isNumber, "passport", "at most 20 letters and digits")
                check.passport = PassportNumber(passport)
            }
            if let flight {
                try expect(
                    flight.number.isPlace && flight.from.isPlace,
                    "flight",
                    "1 to 20 printable ASCII characters"
                )
                check.flight = FlightKey(
                    number: flight.number,
                    departsOn: flight.departsOn,
                    from: flight.from
                )
            }
            if let destination {
                try expect(destination.isPlace, "destination", "1 to 20 printable ASCII characters")
                check.destination = destination
            }
            check.visaKind = visaKind
            check.isCrew = crew ?? false
            return check
        }
    }

    private func expect(_ isFit: Bool, _ field: String, _ expected: String) throws {
        guard isFit else { throw OperationFault.fieldUnfit(field: field, expected: expected) }
    }

    private static let place = "^[!-~]{1,20}$"

    static let schema: JSONText = Schema.needing(
        oneOf: ["zone", "passport"],
        Schema.object(
            [
                "zone": Schema.array(
                    of: Schema.string("A line of the machine-readable zone, as printed.", longest: 60),
                    least: 1,
                    most: 3
                ),
                "passport": Schema.string(
                    "The document's number, where no zone was read.",
                    pattern: "[0-9A-Za-z]",
                    longest: 20
                ),
                "flight": Schema.object([
                    "number": Schema.string("The carrier's number or route: GA820.", pattern: place),
                    "departsOn": Schema.string("The day of departure at the place.", format: "date"),
                    "from": Schema.string("The place of departure.", pattern: place),
                ]),
                "destination": Schema.string(
                    "IATA or UN/LOCODE place, or ISO 3166 country code.",
                    pattern: place
                ),
                "visaKind": Schema.word(VisaKind.allCases.map(\.rawValue), "The class of visa seen."),
                "crew": Schema.flag("Whether the person leaves as crew; false where absent."),
            ],
            optional: ["zone", "passport", "flight", "destination", "visaKind", "crew"]
        )
    )
}

extension String {
    /// Whether the text can name a flight or a place: 1 to 20 printable ASCII characters without blanks.
    fileprivate var isPlace: Bool {
        (1...20).contains(utf8.count) && utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Whether an ASCII letter or digit stands in it.
    fileprivate var hasLetterOrDigit: Bool {
        utf8.contains { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: false
            }
        }
    }
}

/// What a program sends to have a passport application checked.
struct ApplicationCheckRequest: Decodable, Sendable {
    var application: String

    static let schema: JSONText = Schema.object([
        "application": Schema.string("The application's key in the passport register.", longest: 80)
    ])
}

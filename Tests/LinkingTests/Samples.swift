import Foundation
import Intake
import Linking
import Testing
import Vocabulary

/// Invented records, asked as a store is asked.
struct Records: RecordSource {
    var passports: [PassportRecord] = []
    var placements: [Placement] = []
    var crossings: [Crossing] = []
    var bookings: [Booking] = []
    var notices: [Notice] = []
    var outcomes: [Outcome] = []
    var loaded = Set(RecordKind.allCases)
    var lookedUp: Set<RecordKind> = []
    var registered = 50_000
    var hasWeights = true
    var decisions: [PlacementNumber: [PassportNumber: Bool]] = [:]

    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) -> [Record] {
        let all: [any OfficeRecord] = passports + placements + crossings + bookings + notices + outcomes
        return all.compactMap { $0 as? Record }.filter { $0.handles.contains(handle) }
    }

    func count(_ kind: RecordKind) -> Int { registered }

    /// The journey from Jakarta to a place, by rules that say nothing but where a hub is.
    func journey(of traveller: Traveller, to: String = "HKG", on day: Day = departure) throws -> Journey {
        var tables = hasWeights ? try weights() : Rulebook.Tables()
        tables.transit = [
            TransitRule(
                use: .hub,
                place: "SIN",
                onward: [],
                regencyCode: nil,
                basis: "",
                validity: Validity()
            )
        ]
        let airports = ["CGK": "IDN", "SIN": "SGP", "HKG": "HKG", "JED": "SAU"].compactMapValues(
            CountryCode.init
        )
        let linking = Linking(
            places: Places(
                airports: airports,
                checkpoints: ["TPI-A-CGK": Places.Checkpoint(mode: .air, regencyCode: nil)]
            ),
            rules: Rulebook(tables, digest: ""),
            feeds: FeedKnowledge(loaded: loaded, feeds: [:], lookedUp: lookedUp)
        )
        let legs = [Leg(from: "CGK", to: to)]
        var records = try PersonRecords(of: traveller, from: self)
        records.decisions = decisions
        try records.addNotices(
            about: linking.countries(legs: legs, debarks: nil, records: records),
            from: self
        )
        return linking.journey(
            of: traveller,
            on: day,
            legs: legs,
            debarks: nil,
            asCrew: false,
            records: records
        )
    }
}

/// The weights of linking in force, and nothing else.
func weights() throws -> Rulebook.Tables {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Rules")
    let files = try RulebookReader.fileNames.map { name in
        (name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
    let all = try RulebookReader.read(files: files, digest: "").tables
    var tables = Rulebook.Tables()
    (tables.linking, tables.names) = (all.linking, all.names)
    return tables
}

/// The day on which every departure of these tests is judged: 1 March 2026.
let departure = Day(number: 20_513)

/// An invented NIK of district 99.01.01, told apart by its serial number.
func nik(_ serial: UInt64, day: UInt64 = 57, month: UInt64 = 3, year: UInt64 = 95) -> NIK? {
    NIK(number: 990_101 * 10_000_000_000 + day * 100_000_000 + month * 1_000_000 + year * 10_000 + serial)
}

func traveller(_ passport: String, nik: NIK? = nil, name: String = "SITI AMINAH") -> Traveller {
    var traveller = Traveller()
    traveller.passport = PassportNumber(passport)
    traveller.nik = nik
    traveller.name = PersonName(name)
    traveller.bornOn = Day("1995-03-17")
    traveller.nationality = .indonesia
    return traveller
}

func passport(
    _ number: String,
    nik: NIK?,
    name: String = "SITI AMINAH",
    born: String = "1995-03-17",
    previous: String? = nil,
    issued: String = "2023-01-10"
) -> PassportRecord {
    var record = PassportRecord()
    record.file.number = PassportNumber(number)
    record.file.previousNumber = previous.flatMap(PassportNumber.init)
    record.file.issuedOn = Day(issued)
    record.file.status = .issued
    record.holder.nik = nik
    record.holder.name = PersonName(name)
    record.holder.bornOn = Day(born)
    return record
}

func placement(
    _ number: String,
    nik: NIK?,
    passport: String? = nil,
    name: String = "SITI AMINAH",
    born: String = "1995-03-17"
) -> Placement {
    var record = Placement()
    record.file.number = PlacementNumber(number)
    record.file.status = .carded
    record.file.destination = CountryCode("HKG")
    record.holder.nik = nik
    record.holder.name = PersonName(name)
    record.holder.bornOn = Day(born)
    record.holder.passportNumber = passport.flatMap(PassportNumber.init).map { .given($0) } ?? .blank
    return record
}

extension Journey {
    /// The numbers of the placements joined.
    var joined: [String] { (placements.value ?? []).compactMap(\.file.number?.text).sorted() }
    /// The facts asked for.
    var asked: [String] { questions.map(\.fact) }
}

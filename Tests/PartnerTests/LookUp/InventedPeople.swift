import Partner
import Vocabulary

/// People of the look-up's tests: invented, each by a number.
enum InventedPeople {
    static func person(_ number: Int) -> LookUpPerson {
        var person = LookUpPerson()
        person.documents = [(passport(number), .indonesia)]
        person.nik = NIK(number: 990_101 * 10_000_000_000 + 101_909_000 + UInt64(number))
        person.name = PersonName(
            "REKAAN \(["SATU", "DUA", "TIGA", "EMPAT", "LIMA"][number % 5]) \(number / 5)"
        )
        person.bornOn = Day(number: Int32(number * 37 % 9000))
        person.sex = number.isMultiple(of: 2) ? .female : .male
        return person
    }

    static func passport(_ number: Int) -> PassportNumber {
        guard let passport = PassportNumber("Z\(1_000_000 + number)") else {
            preconditionFailure("it is empty")
        }
        return passport
    }

    static func payload(_ reference: String) -> LookUpPayload {
        let from = Day(number: 20_000)
        guard
            let payload = LookUpPayload(
                category: "placement-valid",
                reference: reference,
                validFrom: from,
                validUntil: nil
            )
        else { preconditionFailure("it is too long") }
        return payload
    }

    static func row(_ number: Int) -> TableBuilder.Row {
        TableBuilder.Row(tokens: person(number).owned, payload: payload("P\(number)"))
    }

    static func edition(_ quarter: UInt32 = 8107) -> TableEdition {
        guard let edition = TableEdition("workers", LookUpEpoch(number: quarter)) else {
            preconditionFailure("it is no name")
        }
        return edition
    }
}

/// An owner and what an asker holds of it.
struct LookUpScene {
    let key: LookUpKey
    var builder: TableBuilder
    var table: SealedTable
    let owner: LookUpOwner
    let draw = AuditDraw(seed: Array(repeating: 7, count: 32), permille: 10)

    init(_ rows: [TableBuilder.Row], quarter: UInt32 = 8107) async throws {
        key = LookUpKey(edition: InventedPeople.edition(quarter))
        builder = TableBuilder(key: key)
        table = try await builder.build(rows, version: 1)
        owner = LookUpOwner(keys: [key], draw: draw)
    }

    var asker: LookUpAsker {
        get throws { try LookUpAsker(table: table, publicKey: key.publicKey) }
    }

    /// Answers through both wire forms.
    func answer(_ request: LookUpRequest) async throws -> LookUpAnswer {
        var quota = LookUpQuota(percent: 120, seconds: 3600)
        quota.grant(manifestPersons: request.slots.count, at: Moment(milliseconds: 0))
        let request = try LookUpRequest(wire: request.wire)
        let admitted = try owner.admit(request, quota: &quota, at: Moment(milliseconds: 1))
        return try LookUpAnswer(wire: try await owner.evaluate(admitted).wire)
    }
}

/// Results as they are told.
actor Told {
    private(set) var results: [Int: LookUpResult] = [:]
    private(set) var order: [Int] = []

    func tell(_ place: Int, _ result: LookUpResult) {
        order.append(place)
        results[place] = result
    }

    /// The references found for a traveller, in order.
    func references(_ place: Int) -> [String] {
        guard case .found(let matches) = results[place] else { return [] }
        return matches.map(\.payload.reference).sorted()
    }
}

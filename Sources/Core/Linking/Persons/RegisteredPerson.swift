public import Vocabulary

/// Somebody of the registers, with the rows that are the person's (orang terdaftar).
public struct RegisteredPerson: Sendable, Hashable {
    /// The placements.
    public private(set) var placements: [Placement] = []
    /// The passports and applications.
    public private(set) var passports: [PassportRecord] = []
    /// The name of the row that agrees most.
    public private(set) var name: PersonName?
    /// Its birth date.
    public private(set) var bornOn: Day?
    /// What speaks for it.
    public private(set) var evidence: [LinkEvidence]

    /// The bits that speak for the person.
    var bits: Double { evidence.reduce(0) { $0 + $1.bits } }

    /// The population number.
    public var nik: NIK? {
        placements.compactMap(\.holder.nik).first ?? passports.compactMap(\.holder.nik).first
    }

    /// The placement that counts: one that is open, the latest agreed.
    public var placement: Placement? {
        placements.max { one, other in
            let (left, right) = (RegisteredPerson.rank(one), RegisteredPerson.rank(other))
            return left == right ? one.key < other.key : left < right
        }
    }

    /// The numbers of the person's documents, the one in force first.
    public var numbers: [PassportNumber] {
        let held = passports.filter { $0.file.number != nil }.sorted { one, other in
            let (left, right) = (one.file.status == .issued, other.file.status == .issued)
            return left == right
                ? (one.file.issuedOn?.number ?? 0) > (other.file.issuedOn?.number ?? 0) : left
        }
        var seen: Set<PassportNumber> = []
        return (held.compactMap(\.file.number) + placements.compactMap(\.holder.passportNumber.value)).filter
        {
            seen.insert($0).inserted
        }
    }

    private static func rank(_ placement: Placement) -> (Int, Int32) {
        let isClosed = placement.file.status == .returned || placement.file.status == .cancelled
        return (isClosed ? 0 : 1, placement.file.agreedOn?.number ?? 0)
    }

    /// A row of one of the registers.
    enum Row {
        case placement(Placement)
        case passport(PassportRecord)

        var name: PersonName? {
            switch self {
            case .placement(let row): row.holder.name
            case .passport(let row): row.holder.name
            }
        }

        var bornOn: Day? {
            switch self {
            case .placement(let row): row.holder.bornOn
            case .passport(let row): row.holder.bornOn
            }
        }
    }

    private init(_ row: Row, _ evidence: [LinkEvidence]) {
        (name, bornOn, self.evidence) = (row.name, row.bornOn, evidence)
        add(row)
    }

    private mutating func add(_ row: Row) {
        switch row {
        case .placement(let row): if !placements.contains(row) { placements.append(row) }
        case .passport(let row): if !passports.contains(row) { passports.append(row) }
        }
    }

    /// Rows with a number in common are one person's; the likeliest person first.
    static func joining(_ rows: [(row: Row, evidence: [LinkEvidence])]) -> [RegisteredPerson] {
        var people: [RegisteredPerson?] = []
        var places: [String: Int] = [:]
        for (row, evidence) in rows {
            var joined = RegisteredPerson(row, evidence)
            for place in Set(joined.marks.compactMap { places[$0] }).sorted() {
                guard let other = people[place], joined.isOwn(other.nik) else { continue }
                joined.take(other)
                people[place] = nil
            }
            for mark in joined.marks { places[mark] = people.count }
            people.append(joined)
        }
        return people.compactMap(\.self).sorted { one, other in
            guard one.bits == other.bits else { return one.bits > other.bits }
            return (one.name?.key ?? "", one.bornOn?.number ?? 0)
                < (other.name?.key ?? "", other.bornOn?.number ?? 0)
        }
    }

    private mutating func take(_ other: RegisteredPerson) {
        placements += other.placements
        passports += other.passports
        if other.bits > bits { (name, bornOn, evidence) = (other.name, other.bornOn, other.evidence) }
    }

    /// What rows of one person have in common.
    private var marks: Set<String> {
        Set([nik.map { "n" + $0.digits }].compactMap(\.self) + numbers.map { "p" + $0.text })
    }

    /// With the rows that NIK and passports lead to, however the name is written there.
    ///
    /// - Throws: What the store throws.
    func completed(from source: some RecordSource) throws -> RegisteredPerson {
        var whole = self
        let handles = [nik.map(Handle.nik)].compactMap(\.self) + numbers.map(Handle.passport)
        for row in try source.records(Placement.self, anyOf: handles) where isOwn(row.holder.nik) {
            whole.add(.placement(row))
        }
        for row in try source.records(PassportRecord.self, anyOf: handles) where isOwn(row.holder.nik) {
            whole.add(.passport(row))
        }
        return whole
    }

    /// A number that two people's rows hold tells nothing: the NIK has the word.
    private func isOwn(_ other: NIK?) -> Bool { nik == nil || other == nil || nik == other }
}

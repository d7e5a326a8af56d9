public import Vocabulary

/// What a store is asked for: the records of a kind that a handle finds.
public protocol RecordSource {
    /// The current records, in a fixed order.
    ///
    /// - Throws: What the store throws.
    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) throws -> [Record]

    /// The current records that any of some handles finds, each once, in order of their keys.
    ///
    /// - Throws: What the store throws.
    func records<Record: OfficeRecord>(_ type: Record.Type, anyOf handles: [Handle]) throws -> [Record]

    /// How many current records there are of a kind.
    ///
    /// - Throws: What the store throws.
    func count(_ kind: RecordKind) throws -> Int
}

extension RecordSource {
    /// As each handle by itself would find them.
    ///
    /// - Throws: What the store throws.
    public func records<Record: OfficeRecord>(_ type: Record.Type, anyOf handles: [Handle]) throws -> [Record]
    {
        var found: [String: Record] = [:]
        for handle in handles { for record in try records(type, handle) { found[record.key] = record } }
        return found.values.sorted { $0.key < $1.key }
    }
}

/// Everything that a store holds on one traveller, found step by step (berkas seseorang).
public struct PersonRecords: Sendable {
    /// Passports and applications.
    public var passports: [PassportRecord] = []
    /// Placements that a NIK, a passport, or name and birth date find; not yet accepted.
    public var placements: [Placement] = []
    /// Crossings under any passport of the person.
    public var crossings: [Crossing] = []
    /// Tickets under the presented passport.
    public var bookings: [Booking] = []
    /// Notices about the person or the destinations.
    public var notices: [Notice] = []
    /// Outcomes of earlier departures.
    public var outcomes: [Outcome] = []
    /// The register's rows for passports that placements were filed under and that are not among `passports`.
    public var filedPassports: [PassportNumber: PassportRecord] = [:]
    /// Licences that placements or tickets name.
    public var agencies: [AgencyLicence: Agency] = [:]
    /// Job orders that placements name.
    public var jobOrders: [JobOrderNumber: JobOrder] = [:]
    /// What officers have attested for the presented passport.
    public var attestations: [Attestation] = []
    /// Which placements officers have decided to be a passport holder's, and which not.
    public var decisions: [PlacementNumber: [PassportNumber: Bool]] = [:]
    /// How many records the registers hold.
    private var counts: [RecordKind: Int] = [:]

    /// No records.
    public init() {}

    /// Passports that may be chained before the chain counts as endless.
    private static let longestChain = 40

    /// Asks a store for everything on a traveller: first the passport, then what its NIK and its chain lead to.
    ///
    /// - Throws: What the store throws.
    public init(of traveller: Traveller, from source: some RecordSource) throws {
        try findPassports(of: traveller, source)
        let niks = Set([traveller.nik].compactMap(\.self) + passports.compactMap(\.holder.nik)).sorted()
        let numbers = Set([traveller.passport].compactMap(\.self) + passports.compactMap(\.file.number))
            .sorted()
        let completed = traveller.completed(by: passports)
        let names = Handle.mayBe(completed.name, completed.bornOn)
        placements = try source.records(
            Placement.self,
            anyOf: niks.map(Handle.nik) + numbers.map(Handle.passport) + names
        )
        crossings = try source.records(Crossing.self, anyOf: numbers.map(Handle.passport))
        bookings = try source.records(
            Booking.self,
            anyOf: [traveller.passport].compactMap(\.self).map(Handle.passport)
        )
        outcomes = try source.records(Outcome.self, anyOf: numbers.map(Handle.passport))
        for kind in [RecordKind.workers, .passports] { counts[kind] = try source.count(kind) }
        // A placement filed under the presented passport may be the only one that knows the NIK.
        let placed = Set(niks + placements.compactMap(\.holder.nik)).sorted()
        let words = (completed.name?.sounds ?? []).map(Handle.word)
        notices = try source.records(
            Notice.self,
            anyOf: placed.map(Handle.nik) + numbers.map(Handle.passport) + words
        )
        let filed = Set(placements.compactMap(\.holder.passportNumber.value)).subtracting(numbers)
        for record in try source.records(PassportRecord.self, anyOf: filed.map(Handle.passport)) {
            if let number = record.file.number, filedPassports[number] == nil {
                filedPassports[number] = record
            }
        }
        try findCompanies(source)
    }

    /// How many records of a kind there are.
    func registered(_ kind: RecordKind) -> Int { counts[kind] ?? 0 }

    /// Adds the notices about destinations: those of the trip and of the placements.
    ///
    /// - Throws: What the store throws.
    public mutating func addNotices(about countries: [CountryCode], from source: some RecordSource) throws {
        let all = Set(countries + placements.compactMap(\.file.destination)).sorted()
        notices += try all.flatMap { try source.records(Notice.self, .destination($0)) }
    }

    private mutating func findPassports(of traveller: Traveller, _ source: some RecordSource) throws {
        var seen: Set<String> = []
        var asked: Set<Handle> = []
        let known = [traveller.passport.map(Handle.passport), traveller.nik.map(Handle.nik)]
        try follow(known.compactMap(\.self), &seen, &asked, source)
        // Without a NIK a renewed passport shows nothing of the one before.
        let isPresentedFound = passports.contains {
            $0.file.number == traveller.passport && $0.holder.nik != nil && !$0.holder.contradicts(traveller)
        }
        // Without its row the number may be a slip of a number that the name and birth date lead to.
        if !isPresentedFound {
            let sounds = Set(traveller.name?.sounds ?? [])
            try follow(Handle.mayBe(traveller.name, traveller.bornOn), &seen, &asked, source) { record in
                // Whoever shares a birthday and one word of several is somebody else: the row is weighed, its chain not looked up.
                let others = record.holder.name?.sounds ?? []
                return others.count { sounds.contains($0) } >= min(2, sounds.count, others.count)
            }
        }
        passports.sort { $0.key < $1.key }
    }

    /// Finds passports by handles, then by the NIKs and chains of those found.
    private mutating func follow(
        _ handles: [Handle],
        _ seen: inout Set<String>,
        _ asked: inout Set<Handle>,
        _ source: some RecordSource,
        where mayBeTheirs: (PassportRecord) -> Bool = { _ in true }
    ) throws {
        var waiting = handles
        while !waiting.isEmpty, seen.count < Self.longestChain {
            let handles = waiting.filter { asked.insert($0).inserted }
            waiting = []
            for record in try source.records(PassportRecord.self, anyOf: handles)
            where seen.count < Self.longestChain && seen.insert(record.key).inserted {
                passports.append(record)
                guard mayBeTheirs(record) else { continue }
                if let nik = record.holder.nik { waiting.append(.nik(nik)) }
                if let previous = record.file.previousNumber { waiting.append(.passport(previous)) }
                if let number = record.file.number { waiting.append(.previousPassport(number)) }
            }
        }
    }

    private mutating func findCompanies(_ source: some RecordSource) throws {
        let named =
            placements.compactMap(\.file.agencyLicence)
            + bookings.compactMap { $0.travelAgency.flatMap(AgencyLicence.init) }
        for agency in try source.records(Agency.self, anyOf: Set(named).map(Handle.licence)) {
            if let licence = agency.licence, agencies[licence] == nil { agencies[licence] = agency }
        }
        let orders = Set(placements.compactMap(\.file.jobOrder))
        for order in try source.records(JobOrder.self, anyOf: orders.map(Handle.jobOrder)) {
            if let number = order.number, jobOrders[number] == nil { jobOrders[number] = order }
        }
    }
}

import Crypto
import Foundation
import Intake
import Linking
import Screening
import Vocabulary

/// A judged traveller.
struct Judged: Sendable {
    var assessment: Assessment
    /// The day judged.
    var day: Day
    /// Who was judged, with name and birth date as the register has them where they were not read.
    var traveller: Traveller
    /// Who paid and which telephone stands on the ticket.
    var contacts: Set<TravelContact> = []
    /// Placements that may be the traveller's: for a person to decide.
    var doubts: [LinkDoubt] = []
    /// Whom the partner's sealed tables are to be asked about; nil where that explains nothing.
    var sought: SoughtPerson?
}

extension Desk {
    /// Judges every traveller of a list, on as many cores as there are; each core on its own snapshot of the records.
    ///
    /// - Throws: `SiteFault`.
    func judge(_ list: DepartureList) async throws -> [Judged] {
        let count = list.persons.count
        let share = max(Desk.smallestShare, (count + Desk.cores - 1) / Desk.cores)
        return try await withThrowingTaskGroup { [self] group in
            for start in stride(from: 0, to: count, by: share) {
                group.addTask {
                    let persons = list.persons[start..<min(start + share, count)]
                    return (start, try site.read { try assess(persons, of: list, $0) })
                }
            }
            var shares: [(start: Int, judged: [Judged])] = []
            for try await share in group { shares.append(share) }
            return shares.sorted { $0.start < $1.start }.flatMap(\.judged)
        }
    }

    /// Fewer travellers than these are not worth another task.
    private static let smallestShare = 24
    private static let cores = ProcessInfo.processInfo.activeProcessorCount

    /// Puts travellers of a list beside the records and judges them on the list's own day.
    ///
    /// - Throws: `SiteFault`.
    func assess(
        _ persons: ArraySlice<ListedPerson>,
        of list: DepartureList,
        _ reads: any SiteReads
    ) throws -> [Judged] {
        let linking = try linking(reads)
        let source = SnapshotSource(reads: reads)
        let isCrewList = list.list == "crew"
        let day = list.flight.departsOn
        return try persons.map { person in
            let traveller = Traveller(person)
            var records = try PersonRecords(of: traveller, from: source)
            let countries = linking.countries(legs: list.legs, debarks: person.debarks, records: records)
            try records.addNotices(about: countries, from: source)
            if let passport = traveller.passport {
                records.attestations = try reads.attestations(for: passport).map(\.attestation)
            }
            records.decisions = try decisions(records, of: traveller, reads)
            var journey = linking.journey(
                of: traveller,
                on: day,
                legs: list.legs,
                debarks: person.debarks,
                asCrew: isCrewList || person.role == "crew",
                records: records
            )
            let sought = list.isLookedUp ? nil : sought(person, traveller, records, journey)
            if sought != nil, !(traveller.passport.map(list.lookedUp.contains) ?? false) {
                // Until the partner has answered nobody knows; that speaks against nobody.
                journey.placements = .unanswered
            }
            return Judged(
                assessment: Screening.assess(journey, by: rules),
                day: day,
                traveller: traveller.completed(by: records.passports),
                contacts: TravelContact.all(of: records.bookings, on: day, listed: person.phones),
                doubts: journey.doubts,
                sought: sought
            )
        }
    }

    /// Judges a passport application on its own day, or on another.
    ///
    /// - Throws: `SiteFault`.
    func assess(_ application: PassportRecord, on day: Day?, _ reads: any SiteReads) throws -> Judged {
        let linking = try linking(reads)
        let source = SnapshotSource(reads: reads)
        let traveller = Traveller(applicant: application)
        var records = try PersonRecords(of: traveller, from: source)
        try records.addNotices(about: [], from: source)
        records.decisions = try decisions(records, of: traveller, reads)
        let judgedOn = day ?? application.file.appliedOn ?? today
        let journey = linking.journey(of: application, on: judgedOn, records: records)
        return Judged(
            assessment: Screening.assess(journey, by: rules),
            day: judgedOn,
            traveller: traveller
        )
    }

    /// What is in a file of travellers.
    struct FoundTravellers {
        /// The lists, their parts joined.
        var lists: [DepartureList] = []
        /// Rows for the bookings of PNRGOV messages.
        var bookings: NameRecordRows
        /// What was found outside any list.
        var loose: [Diagnostic] = []
    }

    /// The lists and bookings in a file.
    ///
    /// - Throws: `OperationFault.unreadable` where no list in it names a departure, and no booking is in it.
    func travellers(in bytes: [UInt8], name: String, digest: String, on day: Day? = nil) throws
        -> FoundTravellers
    {
        var found = FoundTravellers(bookings: NameRecordRows(places: places))
        for reading in ListFile.read(bytes, source: name, on: day ?? today) {
            guard case .list(let list) = reading else {
                found.loose += reading.diagnostics
                if case .records(let records) = reading { found.bookings.add(records) }
                continue
            }
            if let departure = DepartureList(list, digest: digest, on: day) {
                found.lists.append(departure)
            } else {
                found.loose += list.heading.diagnostics + [Self.noDeparture]
            }
        }
        let left = found.bookings.undocumented + found.bookings.unlocated
        guard !found.lists.isEmpty || !found.bookings.changes.isEmpty || left > 0 else {
            throw OperationFault.unreadable(finding: found.loose.first?.found ?? "no passenger list in it")
        }
        found.loose += found.bookings.findings
        found.lists = DepartureList.joining(found.lists)
        return found
    }

    /// What a zone says.
    func readZone(_ lines: [String]) -> MachineReadableZone { ZoneReader(on: today).read(lines) }

    func linking(_ reads: any SiteReads) throws -> Linking {
        Linking(places: places, rules: rules, feeds: try feedKnowledge(reads))
    }

    func feedKnowledge(_ reads: any SiteReads) throws -> FeedKnowledge {
        let loaded = try RecordKind.allCases.filter { try reads.loaded($0) != nil }
        let rows = try reads.records(Feed.self, limit: 100)
        let feeds = rows.compactMap { row in row.name.flatMap(RecordKind.init).map { ($0, row) } }
        let suffix = "/" + RecordKind.workers.rawValue
        let lenders = rows.compactMap { row in
            row.name.flatMap { $0.hasSuffix(suffix) ? (String($0.dropLast(suffix.count)), row) : nil }
        }
        // Passports stay with Immigration: the ministry knows those that it asked about, unless it is given the register.
        let isWithoutRegister = exchange?.agency == .ministry && !feeds.contains { $0.0 == .passports }
        return FeedKnowledge(
            loaded: Set(loaded),
            feeds: Dictionary(feeds) { _, last in last },
            lenders: Dictionary(lenders) { _, last in last },
            lookedUp: isWithoutRegister ? [.passports] : []
        )
    }

    static let noDeparture = DiagnosticCode.noDeparture.found(
        "a list without a flight or a day",
        expected: "a first leg with its departure",
        at: 0
    )
}

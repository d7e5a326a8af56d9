public import Vocabulary

/// Reads the manifest of a ferry, a bus or a land post: `manifest.csv`.
///
/// - Shape: one list for each departure (time, carrier, route, from, to) in the order of the file; duplicates are kept.
public struct ManifestReader {
    private struct Departure: Hashable {
        var at: WallTime?
        var carrier: String?
        var route: String?
        var from: String?
        var to: String?
    }

    private let source: String
    private let today: Day
    private var lists: [TravellerList] = []
    private var places: [Departure: Int] = [:]
    private var plan: ColumnPlan<ManifestRow>?
    /// Findings about the file itself: they go to its first list.
    private var ofFile: [Diagnostic] = []

    private init(source: String, today: Day) {
        self.source = source
        self.today = today
    }

    /// Reads a whole manifest; `today` tells the centuries of a zone's years where a row has no departure.
    ///
    /// A file without a usable row gives one list without persons, which says why.
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        source: String,
        on today: Day
    ) -> [TravellerList] {
        var reader = ManifestReader(source: source, today: today)
        var table = TableReader()
        table.feed(bytes, isLast: true) { reader.take($0) }
        if reader.lists.isEmpty { reader.lists.append(TravellerList(source: source, list: "passengers")) }
        reader.lists[0].heading.diagnostics.insert(contentsOf: reader.ofFile, at: 0)
        return reader.lists
    }

    /// Reads a whole manifest that is in memory.
    public static func read(_ bytes: [UInt8], source: String, on today: Day) -> [TravellerList] {
        bytes.withUnsafeBufferPointer { read($0, source: source, on: today) }
    }

    private mutating func take(_ event: TableReader.Event) {
        switch event {
        case .diagnostic(let diagnostic): ofFile.append(diagnostic)
        case .header(let header):
            let plan = ColumnPlan(
                header,
                columns: ManifestRow.columns,
                keys: ["passport_no", "name", "mrz1"],
                limit: TableLimits().columns
            )
            ofFile += plan.diagnostics
            if plan.isUsable { self.plan = plan }
        case .row(let row):
            if let plan { take(row, plan) }
        }
    }

    private mutating func take(_ row: TableRow, _ plan: ColumnPlan<ManifestRow>) {
        var record = ManifestRow()
        var departsAt: WallTime?
        var diagnostics: [Diagnostic] = []
        for index in 0..<min(row.count, plan.targets.count) {
            let cell = row[index]
            guard !cell.isBlank, case .known(let column, _) = plan.targets[index] else { continue }
            // The wall time is kept as written: the passengers' clock, whatever the offset.
            if column.name == "departs_at" { departsAt = ManifestReader.wallTime(cell) }
            if column.read(cell, &record) || (column.name == "departs_at" && departsAt != nil) { continue }
            let form = WrittenForm.of(cell.bytes)
            diagnostics.append(
                DiagnosticCode.misfit.found(
                    form,
                    expected: column.expectation,
                    at: row.line,
                    field: column.name
                )
            )
        }
        let departure = Departure(
            at: departsAt,
            carrier: record.carrier,
            route: record.routeNumber,
            from: record.from,
            to: record.to
        )
        let place = list(of: departure)
        var person = ManifestReader.person(record)
        if record.zoneLine1 != nil || record.zoneLine2 != nil {
            diagnostics += readZone(record, departure, row.line, &person)
        }
        if departsAt == nil {
            diagnostics.append(
                DiagnosticCode.absentDeparture.found(
                    "no time of departure",
                    expected: "a time as RFC 3339",
                    at: row.line,
                    field: "departs_at"
                )
            )
        }
        if person.surname == nil, person.passportNumber == nil {
            diagnostics.append(
                DiagnosticCode.namelessRow.found(
                    "neither name nor document",
                    expected: "name, passport_no or a zone",
                    at: row.line
                )
            )
        }
        lists[place].persons.append(person)
        lists[place].heading.counted.persons = lists[place].persons.count
        lists[place].heading.diagnostics += diagnostics
    }

    private mutating func list(of departure: Departure) -> Int {
        if let place = places[departure] { return place }
        var list = TravellerList(source: source, list: "passengers")
        list.heading.sender = departure.carrier
        list.legs = [
            Leg(flight: departure.route, from: departure.from, to: departure.to, departsAt: departure.at)
        ]
        places[departure] = lists.count
        lists.append(list)
        return lists.count - 1
    }

    private static func person(_ row: ManifestRow) -> ListedPerson {
        var person = ListedPerson(role: "passenger")
        person.surname = row.name?.text
        person.sex = row.sex
        person.bornOn = row.bornOn
        person.nationality = row.nationality
        person.embarks = row.from
        person.debarks = row.to
        person.visaKind = row.visaKind
        person.documentKind = row.documentKind
        if let number = row.passportNumber {
            person.documents = [ListedDocument(kind: "P", number: number.text)]
        }
        return person
    }

    /// Reads the zone of a row; what it finds stands on the row's line.
    private func readZone(
        _ row: ManifestRow,
        _ departure: Departure,
        _ line: Int,
        _ person: inout ListedPerson
    ) -> [Diagnostic] {
        let lines = [row.zoneLine1, row.zoneLine2].compactMap(\.self)
        let zone = ZoneReader(on: departure.at?.day ?? today).read(lines)
        person.zone = zone
        if person.surname == nil, let surname = zone.surname {
            person.surname = surname
            person.given = zone.given?.isEmpty == false ? zone.given : nil
        }
        return zone.diagnostics.map { found in
            Diagnostic(
                // A row whose zone can't be read keeps what its other cells say.
                min(found.severity, .warning),
                code: found.code,
                at: line,
                field: found.field.map { "mrz.\($0)" } ?? "mrz1",
                found: found.found,
                expected: found.expected,
                remedy: found.remedy
            )
        }
    }

    private static func wallTime(_ cell: Cell) -> WallTime? {
        guard cell.bytes.count >= 16 else { return nil }
        return WallTime(cell.text)
    }
}

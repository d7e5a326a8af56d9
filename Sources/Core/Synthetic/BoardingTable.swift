import Vocabulary

/// Writes the list of a ferry or bus as a table (manifes kapal feri dan bus).
enum BoardingTable {
    /// The file of a voyage, one row a person.
    static func bytes(of voyage: Voyage) -> [UInt8] {
        let writer = TableWriter(ManifestRow.columns)
        var bytes: [UInt8] = []
        writer.header(into: &bytes)
        let departsAt = voyage.departsAt.description + ":00" + zone(voyage.route.zone)
        for listed in voyage.people {
            writer.append(row(listed, voyage), instead: [("departs_at", departsAt)], into: &bytes)
        }
        return bytes
    }

    private static func row(_ listed: ListedTraveller, _ voyage: Voyage) -> ManifestRow {
        var row = ManifestRow()
        row.carrier = voyage.route.carrier
        row.routeNumber = voyage.flight
        row.from = voyage.route.from
        row.to = voyage.isRouteKnown ? voyage.route.to : nil
        row.passportNumber = listed.listedNumber
        row.name = PersonName(listed.words.joined(separator: " "))
        row.sex = listed.sex
        row.bornOn = listed.bornOn
        row.nationality = CountryCode(listed.nationality)
        row.documentKind = listed.kind
        row.visaKind = listed.visa
        if listed.kind == .passport || listed.kind == .official {
            let (first, second) = ZoneWriter.lines(of: listed)
            (row.zoneLine1, row.zoneLine2) = (first, second)
        }
        return row
    }

    /// The offset of a zone as RFC 3339 writes it.
    private static func zone(_ minutes: Int) -> String {
        var digits: [UInt8] = [0x2B]
        digits.appendDecimal(minutes / 60, width: 2)
        digits.append(0x3A)
        digits.appendDecimal(minutes % 60, width: 2)
        return String(decoding: digits, as: UTF8.self)
    }
}

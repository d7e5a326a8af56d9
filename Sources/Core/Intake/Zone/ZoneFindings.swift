import Vocabulary

/// What is told about a zone that is not as it should be.
struct ZoneFindings {
    private(set) var all: [Diagnostic] = []

    init(
        _ zone: MachineReadableZone,
        _ characters: UnsafeBufferPointer<UInt8>,
        _ layout: ZoneLayout,
        _ text: ZoneText,
        _ birth: ZoneDate,
        _ expiry: ZoneDate
    ) {
        let at = text.offset
        if text.isPadded {
            add(.zoneLength, "a line without its last fillers", "lines of \(layout.lineLength)", at)
        }
        if text.hasStrange {
            add(.zoneCharacter, "a character that no zone has", "A to Z, 0 to 9 and <", at)
        }
        let checks: [(Bool?, String)] = [
            (zone.checks.number, "number"), (zone.checks.birth, "birth"), (zone.checks.expiry, "expiry"),
            (zone.checks.optional, "optional"), (zone.checks.composite, "composite"),
        ]
        for (isRight, name) in checks where isRight == false {
            add(.zoneDigit, "a check digit that does not fit", "the digit that the field gives", at, name)
        }
        date(birth, zone.bornOn, "bornOn", at)
        date(expiry, zone.expiresOn, "expiresOn", at)
        if zone.sex == nil { add(.zoneSex, "another character", "M, F, X or <", at, "sex") }
        for (country, name) in [(zone.issuer, "issuer"), (zone.nationality, "nationality")]
        where country?.isRecognised != true {
            add(.zoneCountry, "a code of no country", "a code of ICAO Doc 9303", at, name)
        }
    }

    private mutating func date(_ date: ZoneDate, _ day: Day?, _ name: String, _ at: Int) {
        guard day == nil else { return }
        if let parts = date.parts {
            let form = WrittenForm.date(month: parts.month, day: parts.day)
            add(.zoneDate, form, "a date of the calendar", at, name)
        } else {
            let form = date.isPartlyUnknown ? "a date that is partly unknown" : "letters in a date"
            add(.zoneDate, form, "six digits", at, name)
        }
    }

    private mutating func add(
        _ code: DiagnosticCode,
        _ found: String,
        _ expected: String,
        _ at: Int,
        _ field: String? = nil
    ) {
        all.append(code.found(found, expected: expected, at: at, field: field))
    }
}

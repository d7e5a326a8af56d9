import Vocabulary

/// What is looked at in a whole row once its cells are read.
struct RecordChecks<Record: OfficeRecord>: Sendable {
    /// The findings on a record; one of severity error means that it can't be used.
    func findings(on record: Record, line: Int) -> [Diagnostic] {
        if let placement = record as? Placement {
            let holder = placement.holder
            guard let nik = holder.nik else { return [] }
            return NIKCheck.findings(nik, bornOn: holder.bornOn, sex: holder.sex, at: line)
        }
        if let passport = record as? PassportRecord {
            let holder = passport.holder
            guard let nik = holder.nik else { return [] }
            return NIKCheck.findings(nik, bornOn: holder.bornOn, sex: holder.sex, at: line)
        }
        if let notice = record as? Notice { return RecordChecks.gaps(in: notice, line: line) }
        return []
    }

    private static func gaps(in notice: Notice, line: Int) -> [Diagnostic] {
        var absent: [String] = []
        if notice.basis == nil { absent.append("basis") }
        if notice.owner == nil { absent.append("owner") }
        if notice.until == nil { absent.append("until") }
        guard !absent.isEmpty else { return contact(notice, line) }
        let names = absent.joined(separator: ", ")
        return [
            DiagnosticCode.incompleteNotice.found(
                "no \(names)",
                expected: "basis, owner and until",
                at: line,
                field: names
            )
        ]
    }
}

extension RecordChecks {
    /// A telephone, a payer, an address: both agencies approve it, and it ends.
    private static func contact(_ notice: Notice, _ line: Int) -> [Diagnostic] {
        let gaps = notice.contactGaps
        guard !gaps.isEmpty else { return [] }
        return [
            DiagnosticCode.unapprovedNotice.found(
                "no sound \(gaps.joined(separator: ", "))",
                expected: "an approver of each agency, and an end within \(Notice.longestContactDays) days",
                at: line,
                field: gaps.joined(separator: ", ")
            )
        ]
    }
}

/// Holds a NIK against the birth date and sex that stand beside it (pemeriksaan NIK).
///
/// Nothing it says repeats a digit: what contradicts is named, not shown.
enum NIKCheck {
    /// The findings on a NIK; none where birth date and sex are unknown or agree.
    static func findings(_ nik: NIK, bornOn: Day?, sex: Sex?, at place: Int) -> [Diagnostic] {
        let parts = NIKParts(nik)
        var findings: [Diagnostic] = []
        func find(_ code: DiagnosticCode, _ found: String, _ expected: String) {
            findings.append(code.found(found, expected: expected, at: place, field: "nik"))
        }
        if !hasCalendarDate(parts) {
            find(.nikDate, "a date that no calendar has", "day (plus 40 for women), month and year")
        } else if let bornOn, !parts.agrees(withBirth: bornOn) {
            find(.nikAgainstBirth, "another \(difference(parts, bornOn))", "the birth date of the row")
        }
        if let sex, !parts.agrees(withSex: sex) {
            find(.nikAgainstSex, "another sex", "the sex of the row")
        }
        if !provinces.contains(parts.provinceCode) {
            find(.nikDistrict, "a first part that is no province", "the code of a province")
        }
        return findings
    }

    private static func hasCalendarDate(_ parts: NIKParts) -> Bool {
        guard (1...12).contains(parts.month), parts.day >= 1 else { return false }
        // 29 February passes in year 00 too: it may be 2000.
        let year = parts.yearOfCentury % 4 == 0 ? 2000 : 2001
        return parts.day <= Day.length(ofMonth: parts.month, year: year)
    }

    private static func difference(_ parts: NIKParts, _ born: Day) -> String {
        let date = born.date
        var different: [String] = []
        if parts.day != date.day { different.append("day") }
        if parts.month != date.month { different.append("month") }
        if parts.yearOfCentury != date.year % 100 { different.append("year") }
        return different.joined(separator: " and ")
    }

    /// Codes of provinces, retired ones included (54 was East Timor).
    ///
    /// - Source: codes of regions of the Ministry of Home Affairs (Kemendagri).
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 54, 61, 62, 63, 64, 65,
        71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
    ]
}

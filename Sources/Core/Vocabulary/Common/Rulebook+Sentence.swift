extension Rulebook {
    /// Who hears a sentence.
    public enum Audience: Sendable {
        /// An officer.
        case officer
        /// The traveller or applicant.
        case traveller
    }

    /// The sentence of a reason in a language, from its row and its evidence.
    ///
    /// - Shape: nil where no row of that check acts on the day.
    public func sentence(
        for reason: Reason,
        to audience: Audience,
        in language: Bilingual.Language,
        at occasion: CheckRule.Occasion = .departure,
        on day: Day
    ) -> String? {
        let state = reason.evidence["state"]
        guard let row = check(reason.code, grade: reason.grade, state: state, at: occasion, on: day) else {
            return nil
        }
        let template = audience == .officer ? row.says : row.saysToTraveller
        return fill(template[language], with: reason.evidence, in: language, on: day)
    }

    /// Fills `{document}`, `{placement}` and other marks of a template from the evidence.
    ///
    /// Papers and countries get their names, days are written out; a mark without evidence is left out.
    public func fill(
        _ template: String,
        with evidence: [String: String],
        in language: Bilingual.Language,
        on day: Day
    ) -> String {
        guard template.utf8.contains(0x7B) else { return template }
        var filled = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let mark = String(rest[rest.index(after: open)..<close])
            if let value = evidence[mark] { filled += name(of: value, mark: mark, in: language, on: day) }
            rest = rest[rest.index(after: close)...]
        }
        filled += rest
        guard let first = filled.first else { return filled }
        return first.uppercased() + filled.dropFirst()
    }

    private func name(of value: String, mark: String, in language: Bilingual.Language, on day: Day) -> String
    {
        if mark == "document" { return paper(value, on: day)?.name[language] ?? value }
        if let date = Day(value) { return date.written(in: language) }
        if value.utf8.count == 3, let country = CountryCode(value), country.isRecognised {
            return language == .indonesian ? country.nameInIndonesian : country.nameInEnglish
        }
        return value
    }
}

extension Day {
    /// The day as people write it: `1 Maret 2026`, `1 March 2026`.
    public func written(in language: Bilingual.Language) -> String {
        let indonesian = [
            "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
            "November", "Desember",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let (year, month, day) = date
        return "\(day) \((language == .indonesian ? indonesian : english)[month - 1]) \(year)"
    }
}

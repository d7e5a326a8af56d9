import Vocabulary

extension RulebookReader {
    static let clocks = RuleFileReader(
        name: "clocks.csv",
        columns: ["kind", "state", "amount", "unit", "before_departure", "pause_days", "basis"]
    ) { row, tables in
        tables.clocks.append(
            ClockRule(
                kind: row.word("kind", else: CaseKind.departure),
                state: row.text("state"),
                amount: row.number("amount"),
                unit: row.word("unit", else: ClockRule.Unit.days),
                endsBeforeDeparture: row.flag("before_departure"),
                pauseDays: row.number("pause_days"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let holidays = RuleFileReader(
        name: "holidays.csv",
        columns: ["name", "basis"]
    ) { row, tables in
        tables.holidays.append(
            HolidayRule(name: row.text("name"), basis: row.text("basis"), validity: row.validity())
        )
    }

    static let reasons = RuleFileReader(
        name: "reasons.csv",
        columns: ["kind", "step", "code", "says_id", "says_en", "basis"]
    ) { row, tables in
        tables.reasons.append(
            ReasonRule(
                kind: row.word("kind", else: CaseKind.departure),
                step: row.optional("step"),
                code: row.text("code"),
                says: row.bilingual("says"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let procedures = RuleFileReader(
        name: "procedures.csv",
        columns: ["kind", "version", "title_id", "title_en", "basis"]
    ) { row, tables in
        tables.procedures.append(
            ProcedureRule(
                kind: row.word("kind", else: CaseKind.departure),
                version: row.text("version"),
                title: row.bilingual("title"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let redress = RuleFileReader(
        name: "redress.csv",
        columns: ["order", "says_id", "says_en", "amount", "unit", "basis"]
    ) { row, tables in
        tables.redress.append(
            RedressRule(
                order: row.number("order"),
                says: row.bilingual("says"),
                amount: row.number("amount"),
                unit: row.word("unit", else: ClockRule.Unit.days),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }
}

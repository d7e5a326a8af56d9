import Vocabulary

extension RulebookReader {
    static let purposes = RuleFileReader(
        name: "purposes.csv",
        columns: ["code", "use", "roles", "assessed", "noticed_on", "says_id", "says_en", "basis"]
    ) { row, tables in
        let purpose = PurposeRule(
            code: row.text("code"),
            use: row.word("use", else: PurposeRule.Use.evaluation),
            roles: row.set("roles", Role.self),
            assessed: row.optional("assessed"),
            noticedOn: row.value("noticed_on", "a date YYYY-MM-DD") { Day($0) },
            says: row.bilingual("says"),
            basis: row.text("basis"),
            validity: row.validity()
        )
        check(purpose, &row)
        tables.purposes.append(purpose)
    }

    /// Refuses a purpose that was not assessed and published in time.
    private static func check(_ purpose: PurposeRule, _ row: inout RuleRow) {
        guard purpose.use != .never, !PurposeRule.founding.contains(purpose.code) else { return }
        if purpose.assessed == nil {
            row.refuse(
                "assessed",
                found: "an empty cell",
                expected: "the assessment of the new purpose's impact",
                remedy: "assess the impact first and name the assessment"
            )
        }
        let begins = purpose.validity.from
        let notice = purpose.noticedOn.map { $0.adding(days: PurposeRule.noticeDays) }
        guard let begins, let notice, notice <= begins else {
            return row.refuse(
                "noticed_on",
                found: purpose.noticedOn?.description ?? "an empty cell",
                expected: "a day at least \(PurposeRule.noticeDays) days before valid_from",
                remedy: "publish the purpose, and let it hold \(PurposeRule.noticeDays) days later"
            )
        }
    }

    static let agreement = RuleFileReader(
        name: "agreement.csv",
        columns: [
            "type", "sender", "fields", "purposes", "answer_minutes", "kept_days", "impact", "says_id",
            "says_en",
            "basis",
        ]
    ) { row, tables in
        let purposes = row.words("purposes")
        if purposes.isEmpty {
            row.refuse(
                "purposes",
                found: "an empty cell",
                expected: "codes of purposes.csv, or \(AgreementRule.noPurpose)",
                remedy: "name the purposes"
            )
        }
        tables.agreement.append(
            AgreementRule(
                type: row.text("type"),
                sender: row.word("sender", else: AgreementRule.Sender.both),
                fields: row.words("fields"),
                purposes: purposes == [AgreementRule.noPurpose] ? [] : purposes,
                answerMinutes: row.optionalNumber("answer_minutes"),
                keptDays: row.optionalNumber("kept_days"),
                impact: row.word("impact", else: AgreementRule.Impact.high),
                says: row.bilingual("says"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }
}

import Vocabulary

extension RulebookReader {
    static let supports = RuleFileReader(
        name: "supports.csv",
        columns: ["code", "says_id", "says_en"]
    ) { row, tables in
        tables.supports.append(
            SupportRule(code: row.text("code"), says: row.bilingual("says"), validity: row.validity())
        )
    }

    static let questions = RuleFileReader(
        name: "questions.csv",
        columns: ["fact", "ask_id", "ask_en"]
    ) { row, tables in
        tables.questions.append(
            QuestionRule(fact: row.text("fact"), ask: row.bilingual("ask"), validity: row.validity())
        )
    }

    static let remedies = RuleFileReader(
        name: "remedies.csv",
        columns: ["key", "document", "where_id", "where_en", "basis", "cost_id", "cost_en"]
    ) { row, tables in
        tables.remedies.append(
            RemedyRule(
                key: row.text("key"),
                document: row.text("document"),
                place: row.bilingual("where"),
                basis: row.text("basis"),
                cost: row.bilingual("cost"),
                validity: row.validity()
            )
        )
    }

    static let feeds = RuleFileReader(
        name: "feeds.csv",
        columns: ["feed", "days", "when_silent", "when_never_loaded", "basis"]
    ) { row, tables in
        tables.feeds.append(
            FeedRule(
                feed: row.word("feed", else: RecordKind.workers),
                days: row.number("days"),
                whenSilent: row.word("when_silent", else: FeedRule.Silence.question),
                whenNeverLoaded: row.word("when_never_loaded", else: FeedRule.Silence.question),
                validity: row.validity()
            )
        )
    }

    static let transit = RuleFileReader(
        name: "transit.csv",
        columns: ["use", "place", "onward", "regency", "basis"]
    ) { row, tables in
        tables.transit.append(
            TransitRule(
                use: row.word("use", else: TransitRule.Use.hub),
                place: row.text("place"),
                onward: row.countries("onward"),
                regencyCode: row.optional("regency"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let seasons = RuleFileReader(name: "hajj_seasons.csv", columns: ["year", "basis"]) { row, tables in
        tables.seasons.append(
            SeasonRule(year: row.number("year"), basis: row.text("basis"), validity: row.validity())
        )
    }

    static let retention = RuleFileReader(
        name: "retention.csv",
        columns: ["class", "days", "hours", "basis"]
    ) { row, tables in
        tables.retention.append(
            RetentionRule(
                kept: row.word("class", else: RetentionClass.advice),
                hours: row.number("days") * 24 + row.number("hours"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let answers = RuleFileReader(name: "answers.csv", columns: ["answer", "code", "text", "basis"]) {
        row,
        tables in
        tables.answers.append(
            AnswerRule(
                answer: row.word("answer", else: CarrierAnswer.proceed),
                code: row.text("code"),
                text: row.text("text"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let limits = RuleFileReader(name: "limits.csv", columns: ["key", "value", "basis"]) {
        row,
        tables in
        tables.limits.append(
            LimitRule(
                key: row.text("key"),
                value: row.number("value"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let linking = RuleFileReader(
        name: "linking.csv",
        columns: ["comparison", "level", "bits", "rarity", "basis"]
    ) { row, tables in
        tables.linking.append(
            LinkingRule(
                comparison: row.word("comparison", else: LinkingRule.Comparison.name),
                level: row.word("level", else: LinkingRule.Level.different),
                bits: row.number("bits", in: -10_000...10_000),
                rarity: row.number("rarity", in: 0...100),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let names = RuleFileReader(name: "names.csv", columns: ["word", "per_million", "basis"]) {
        row,
        tables in
        tables.names.append(
            NameWordRule(
                word: row.text("word"),
                perMillion: row.number("per_million", in: 1...500_000),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }
}

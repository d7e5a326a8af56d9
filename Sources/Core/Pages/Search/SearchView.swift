import Vocabulary

extension SearchModel: Page {
    /// The search.
    public var place: Place? { .search }
    /// Cari orang.
    public func title(in frame: Frame) -> String { frame.words.search.title }

    /// What was found, below the form that asks for name and purpose.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.search
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if let problem { problemBox(sentence(problem, frame)) }
            section(.class("panel")) {
                h2(.class("visually-hidden")) { words.ask }
                frame.posted(Place.search.link) { form(frame) }
            }
            found(frame)
        }
    }

    private func sentence(_ problem: Problem, _ frame: Frame) -> String {
        let words = frame.words.search
        return switch problem {
        case .name: words.nameUnfit
        case .birth: words.birthUnfit
        case .purpose: words.purposeMissing
        case .slow(let seconds): words.slow.filled(frame.length(seconds: seconds))
        }
    }

    @HTMLBuilder
    private func form(_ frame: Frame) -> HTML {
        let words = frame.words.search
        field("orang", words.name, hint: words.nameHint) {
            input(
                .id("orang"),
                .name(Field.person),
                .value(typed.name),
                .aria("describedby", "orang-hint"),
                .minimumLength(3),
                .maximumLength(100),
                .autocomplete("off"),
                .data("search", "true"),
                .required
            )
        }
        div(.class("grid")) {
            field("lahir", words.bornOn) {
                input(.id("lahir"), .type("date"), .name(Field.bornOn), .value(typed.bornOn))
            }
            field("tahun-lahir", words.bornYear) {
                input(
                    .id("tahun-lahir"),
                    .name(Field.bornYear),
                    .value(typed.bornYear),
                    .inputMode("numeric"),
                    .maximumLength(4),
                    .autocomplete("off")
                )
            }
        }
        PurposeChoice(purposes: purposes, chosen: typed.purpose, frame: frame).content
        button(.type("submit"), .class("primary")) { words.ask }
    }

    @HTMLBuilder
    private func found(_ frame: Frame) -> HTML {
        let words = frame.words.search
        switch answer {
        case nil: HTML()
        case .tooMany:
            div(.role("status")) { emptyState(words.tooMany, words.tooManyMeaning) }
        case .people([]):
            div(.role("status")) { emptyState(words.none, words.noneMeaning) }
        case .people(let lines):
            section {
                div(.role("status")) { h2 { words.found.filled(frame.number(lines.count)) } }
                p(.class("muted")) { words.foundMeaning }
                table(lines, frame)
            }
        }
    }

    private func table(_ lines: [Line], _ frame: Frame) -> HTML {
        let words = frame.words.search
        let columns = [
            words.name, words.bornYear, words.registers, words.placement, words.destination, words.agreed,
            words.goOn,
        ]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for line in lines {
                tr {
                    th(.scope("row")) { line.name }
                    td(.class("count")) { line.bornYear.map { String($0) } ?? "–" }
                    td { line.registers(in: frame) }
                    td { line.status.map { words[\.placementStates, $0.rawValue] } ?? "–" }
                    td { line.destination.map { frame.country($0) } ?? "–" }
                    td { ul(.class("plain")) { for text in line.agreed(in: frame) { li { text } } } }
                    td { ways(from: line, frame) }
                }
            }
        }
    }

    /// To the counter, by a form so that no number stands in an address, and to the cases.
    @HTMLBuilder
    private func ways(from line: Line, _ frame: Frame) -> HTML {
        let words = frame.words.search
        if let passport = line.passport {
            frame.posted(Place.counter.link, class: "inline") {
                hidden(Field.document, passport)
                button(
                    .type("submit"),
                    .class("quiet"),
                    .aria("label", words.atCounter + ": " + line.name)
                ) { words.atCounter }
            }
        }
        for one in line.cases {
            p {
                a(.href(.caseFile(one.id))) {
                    words.openCase.filled(frame.words.caseTerms[\.kinds, one.kind.rawValue].lowercased())
                }
            }
        }
        if line.passport == nil && line.cases.isEmpty { span(.class("muted"), text: words.nothingOpen) }
    }
}

extension SearchModel.Line {
    /// Which registers have the person.
    fileprivate func registers(in frame: Frame) -> String {
        let words = frame.words.search
        return [isPlaced ? words.placements : nil, hasPassport ? words.passports : nil].compactMap(\.self)
            .joined(separator: ", ")
    }

    /// What was compared and how alike it is, in words.
    fileprivate func agreed(in frame: Frame) -> [String] {
        evidence.map { one in
            frame.words.terms[\.comparisons, one.comparison.rawValue] + ": "
                + frame.words.terms[\.likenesses, one.level.rawValue]
        }
    }
}

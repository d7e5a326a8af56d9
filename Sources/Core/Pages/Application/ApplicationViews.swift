import Vocabulary

extension ApplicationsModel: Page {
    /// The applications.
    public var place: Place? { .applications }
    /// Permohonan paspor.
    public func title(in frame: Frame) -> String { frame.words.application.title }

    /// A day to choose, and the list.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.application
        return div {
            div(.class("heading")) {
                h1 {
                    words.title
                    if let day { span(.class("heading-day")) { frame.day(day) } }
                }
                form(.get, .action(Place.applications.link), .class("inline search")) {
                    label(.for("hari")) { words.chooseDay }
                    input(
                        .id("hari"),
                        .type("date"),
                        .name(Field.day),
                        .value(day?.description ?? ""),
                        .data("search", "true")
                    )
                    button(.type("submit"), .class("quiet")) { words.show }
                }
            }
            if hasMore { p(.class("muted")) { words.more } }
            if applications.isEmpty { emptyState(words.empty, words.emptyMeaning) } else { list(frame) }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.application
        let columns = [words.advice, words.applicant, words.purpose, words.office, words.applied]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for line in applications {
                tr {
                    th(.scope("row")) {
                        a(.href(.application(line.id)), .data("open", "row")) { line.mark(in: frame) }
                    }
                    td { line.name ?? "–" }
                    td { line.purposeWord(in: frame) }
                    td { line.office ?? "–" }
                    td { line.appliedOn.map { frame.shortDay($0) } ?? "–" }
                }
            }
        }
    }
}

extension ApplicationLine {
    /// The advice in the words of the passport office: complete, or not complete yet.
    func word(in frame: Frame) -> String {
        let words = frame.words.application
        return switch advice {
        case .clear: words.complete
        case .advise: words.withAdvice
        case .refer: words.incomplete
        case .statutory: words.statutory
        case .unavailable: words.unavailable
        }
    }

    func mark(in frame: Frame) -> HTML {
        span(.class("mark \(advice.role)"), .data("advice", advice.rawValue)) {
            advice.shape
            span(text: word(in: frame))
        }
    }

    func purposeWord(in frame: Frame) -> String {
        purpose.map { frame.words.terms[\.purposes, $0.rawValue] } ?? frame.words.application.unknown
    }
}

extension ApplicationModel: Page {
    /// Under the applications.
    public var place: Place? { .applications }
    /// Permohonan.
    public func title(in frame: Frame) -> String { frame.words.application.one }

    /// The advice: what is missing and where to get it.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.application
        let findings = Findings(assessment: assessment, frame: frame, isReadAloud: false)
        return div(.class("traveller")) {
            h1 { words.one }
            answerCard(assessment, in: frame, headline: line.word(in: frame), meaning: meaning(in: frame))
            section(.class("panel")) {
                dl(.class("facts")) {
                    fact(words.applicant, line.name)
                    fact(words.purpose, line.purposeWord(in: frame))
                    fact(words.office, line.office)
                    fact(words.applied, line.appliedOn.map { frame.day($0) })
                }
            }
            findings.columns
            if !assessment.reasons.isEmpty {
                section(.class("panel")) {
                    h2 { frame.words.finding.reasons }
                    findings.sentences
                }
            }
            findings.context
            course(frame)
            p(.class("source")) {
                frame.words.finding.rules + ": "
                code { assessment.rules }
            }
        }
    }

    /// The case that runs, or the papers that would be asked for and the button that opens one.
    private func course(_ frame: Frame) -> HTML {
        let words = frame.words.application
        return section(.class("panel"), .id("perkara")) {
            h2 { words.caseTitle }
            if let running {
                p {
                    let text = words.running.filled(frame.state(running.state, of: .application))
                    if let id = running.id { a(.href(.caseFile(id))) { text } } else { text }
                }
            } else {
                p { words.noCase }
            }
            if !papers.isEmpty {
                h3 { words.wanted }
                ul { for paper in papers { li { frame.paper(paper) } } }
            }
            if running == nil, mayOpen {
                p(.class("muted")) { words.openMeaning }
                frame.act(.openCase(ofApplication: line.id), words.open, class: "primary")
            }
        }
    }

    private func meaning(in frame: Frame) -> String? {
        switch line.advice {
        case .clear, .advise: frame.words.application.completeMeaning
        case .refer: frame.words.application.incompleteMeaning
        case .statutory, .unavailable: nil
        }
    }
}

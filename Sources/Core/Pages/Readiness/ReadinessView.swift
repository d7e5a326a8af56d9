import Vocabulary

extension ReadinessModel: Page {
    /// The public check.
    public var place: Place? { .readiness }
    /// Cek kesiapan berangkat.
    public func title(in frame: Frame) -> String { frame.words.readiness.title }

    /// The answer where there is one, the form, costs and warning signs.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.readiness
        return div(.class("readable")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            p(.class("privacy")) { words.privacy }
            if isIncomplete { problemBox(words.incomplete) }
            if let answer { AnswerView(answer: answer, frame: frame).content }
            questions(frame)
            plainList(words.costs, frame.words.group.readiness.costsList, frame)
            plainList(words.warnings, frame.words.group.readiness.warningsList, frame)
            section(.class("panel")) {
                h2 { words.help }
                p { words.helpText }
                p(.class("muted")) { words.notLegal }
            }
        }
    }

    private func questions(_ frame: Frame) -> HTML {
        let words = frame.words.readiness
        return section(.class("panel")) {
            if answer != nil { h2 { words.again } }
            frame.posted(Place.readiness.link) {
                div(.class("grid two")) {
                    field("skema", words.scheme) {
                        chooser(
                            "skema",
                            Field.scheme,
                            empty: words.choose,
                            Scheme.allCases.map { ($0.rawValue, frame.words.terms[\.schemes, $0.rawValue]) },
                            chosen: asked.scheme?.rawValue,
                            isRequired: true
                        )
                    }
                    field("tujuan", words.destination) {
                        chooser(
                            "tujuan",
                            Field.destination,
                            empty: words.choose,
                            destinations.map { ($0.text, frame.country($0)) },
                            chosen: asked.destination?.text,
                            isRequired: true
                        )
                    }
                }
                fieldset {
                    legend { words.papers }
                    p(.class("hint")) { words.papersHint }
                    div(.class("ticks")) {
                        for paper in papers {
                            tick(
                                Field.paper,
                                value: paper,
                                frame.paper(paper),
                                isOn: asked.papers.contains(paper)
                            )
                        }
                    }
                }
                button(.type("submit"), .class("primary")) { words.submit }
            }
        }
    }

    private func plainList(_ title: String, _ sentences: [Word], _ frame: Frame) -> HTML {
        section(.class("panel")) {
            h2 { title }
            ul { for sentence in sentences { li { sentence[frame.language] } } }
        }
    }
}

/// What is missing, where to get it, what it may cost.
private struct AnswerView {
    let answer: ReadinessModel.Answer
    let frame: Frame

    private var words: Spoken<ReadinessWords> { frame.words.readiness }

    var content: HTML {
        let isComplete = answer.missing.isEmpty
        let advice: Advice = isComplete ? .clear : .advise
        return section(.id("hasil"), .data("focus", "first"), .tabIndex(-1)) {
            div(
                .class("answer \(isComplete ? "positive" : "attention")"),
                .data("readiness", isComplete ? "complete" : "missing")
            ) {
                advice.shape
                div(.class("answer-text")) {
                    h2(.class("answer-word")) {
                        isComplete ? words.complete : words.missing.filled(frame.number(answer.missing.count))
                    }
                    p(.class("answer-meaning")) { isComplete ? words.completeMeaning : words.missingMeaning }
                }
            }
            if isComplete {
                section(.class("panel")) {
                    p { frame.words.pass.toPassMeaning }
                    p { a(.class("button"), .href(.pass)) { frame.words.pass.toPass } }
                }
            }
            if !answer.missing.isEmpty { list(answer.missing) }
            if let note = answer.destinationNote { destination(note) }
            if !answer.helpful.isEmpty {
                h3 { words.helpful }
                list(answer.helpful)
            }
        }
    }

    private func list(_ papers: [ReadinessModel.MissingPaper]) -> HTML {
        ol(.class("papers")) {
            for paper in papers {
                li(.class("panel")) {
                    h3 { frame.paper(paper.document) }
                    dl(.class("facts")) {
                        fact(words.place, paper.place)
                        fact(words.cost, paper.cost ?? words.costUnknown)
                        fact(words.basis, paper.basis)
                    }
                }
            }
        }
    }

    private func destination(_ note: String) -> HTML {
        section(.class("panel")) {
            h3 { words.destinationNote }
            p { note }
            if let basis = answer.destinationBasis { p(.class("source")) { basis } }
        }
    }
}

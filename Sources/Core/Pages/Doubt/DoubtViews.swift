import Vocabulary

extension DoubtsModel: Page {
    /// The doubts.
    public var place: Place? { .doubts }
    /// Tautan meragukan.
    public func title(in frame: Frame) -> String { frame.words.doubt.title }

    /// Newest first.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.doubt
        return div {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if doubts.isEmpty { emptyState(words.empty, words.emptyMeaning) } else { list(frame) }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.doubt
        let columns = [words.passport, words.flight, words.placement, words.probability, words.at]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for line in doubts {
                tr {
                    th(.scope("row")) { a(.href(.doubt(line.id))) { line.passport } }
                    td { line.flight ?? frame.words.referral.withoutFlight }
                    td { line.placement }
                    td(.class("count")) { frame.percent(line.probability) }
                    td { frame.clock(line.at) }
                }
            }
        }
    }
}

extension DoubtModel: Page {
    /// Among the doubts.
    public var place: Place? { .doubts }
    /// Whether both are one person (orang yang sama).
    public func title(in frame: Frame) -> String { frame.words.doubt.question }

    /// Both sides, what speaks for and against, and the decision.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.doubt
        return div {
            h1 { words.question }
            p(.class("lead")) { words.meaning.filled(line.placement, frame.percent(line.probability)) }
            if isBasisMissing { problemBox(words.basisMissing) }
            sides(frame)
            section(.class("panel")) {
                h2 { words.evidence }
                if evidence.isEmpty { p { words.noEvidence } } else { comparisons(frame) }
                p(.class("muted")) { words.evidenceMeaning }
            }
            decision(frame)
        }
    }

    private func sides(_ frame: Frame) -> HTML {
        let words = frame.words.doubt
        let rows: [(String, KeyPath<Side, String?>)] = [
            (words.name, \.name), (words.passport, \.passport), (words.nik, \.nikEnd),
        ]
        return framedTable(
            words.question,
            class: "compared",
            columns: ["", words.traveller, words.registry].map { HTML($0) }
        ) {
            for (text, value) in rows {
                row(text, traveller[keyPath: value], registry?[keyPath: value], frame)
            }
            row(
                words.bornOn,
                traveller.bornOn.map { frame.day($0) },
                registry?.bornOn.map { frame.day($0) },
                frame
            )
            row(words.destination, nil, destination.map { frame.country($0) }, frame)
        }
    }

    private func row(_ text: String, _ left: String?, _ right: String?, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) { text }
            td { left ?? frame.words.doubt.unknown }
            td { right ?? frame.words.doubt.unknown }
        }
    }

    private func comparisons(_ frame: Frame) -> HTML {
        let words = frame.words.doubt
        let columns = [words.comparison, words.likeness, words.bits].map { HTML($0) }
        return framedTable(words.evidence, class: "compared", columns: columns) {
            for one in evidence {
                tr {
                    th(.scope("row")) { frame.words.terms[\.comparisons, one.comparison.rawValue] }
                    td { frame.words.terms[\.likenesses, one.level.rawValue] }
                    td {
                        frame.signed(one.bits) + " " + (one.bits >= 0 ? words.speaksFor : words.speaksAgainst)
                    }
                }
            }
        }
    }

    private func decision(_ frame: Frame) -> HTML {
        let words = frame.words.doubt
        return section(.class("panel")) {
            h2 { words.decide }
            p { words.decideMeaning }
            frame.posted(.doubt(line.id)) {
                field("dasar", words.basis) {
                    chooser(
                        "dasar",
                        Field.reason,
                        empty: words.chooseBasis,
                        ["ktp", "passport", "answers", "registry"].map {
                            ($0, frame.words.terms[\.linkBases, $0])
                        },
                        chosen: nil,
                        isRequired: true
                    )
                }
                div(.class("choices")) {
                    button(.type("submit"), .class("primary"), .name(Field.decision), .value("same")) {
                        words.same
                    }
                    button(.type("submit"), .class("primary"), .name(Field.decision), .value("other")) {
                        words.other
                    }
                }
            }
            p(.class("muted")) { a(.href(Place.doubts.link)) { words.later } }
        }
    }
}

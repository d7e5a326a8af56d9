import Vocabulary

/// Reasons, what speaks for leaving, what is unknown, next steps: equal in size, side by side.
struct Findings {
    let assessment: Assessment
    let frame: Frame
    /// Whether the traveller's sentence stands under each reason; not where both stand side by side below.
    var isReadAloud = true

    private var words: Spoken<FindingWords> { frame.words.finding }

    /// The four columns.
    var columns: HTML {
        div(.class("findings")) {
            column(words.reasons, isEmpty: assessment.reasons.isEmpty, words.noReasons) {
                ul(.class("findings-list")) { for reason in assessment.reasons { li { finding(reason) } } }
            }
            column(words.against, isEmpty: assessment.against.isEmpty, words.noAgainst) {
                ul(.class("findings-list")) {
                    for support in assessment.against { li { support.says } }
                }
            }
            column(words.unknown, isEmpty: assessment.unknown.isEmpty, words.noUnknown) {
                ul(.class("findings-list")) {
                    for unknown in assessment.unknown { li { unknown.ask } }
                }
            }
            column(words.mend, isEmpty: assessment.mend.isEmpty, words.noMend) {
                ol(.class("findings-list")) { for remedy in assessment.mend { li { step(remedy) } } }
            }
        }
    }

    /// Each reason with the officer's and the traveller's sentence side by side.
    var sentences: HTML {
        ul(.class("sentences")) {
            for reason in assessment.reasons {
                li {
                    div(.class("pair")) {
                        div {
                            p(.class("label")) { words.forOfficer }
                            p(.class("said")) { reason.says }
                        }
                        div {
                            p(.class("label")) { words.forTraveller }
                            p(.class("said")) { aloud(reason.saysToTraveller) }
                        }
                    }
                    source(reason)
                }
            }
        }
    }

    /// Facts that are shown and not weighed.
    var context: HTML {
        guard !assessment.context.isEmpty else { return HTML() }
        return section(.class("panel")) {
            h2 { words.context }
            ul(.class("findings-list")) { for fact in assessment.context { li { finding(fact) } } }
        }
    }

    private func column(
        _ title: String,
        isEmpty: Bool,
        _ whenEmpty: String,
        @HTMLBuilder list: () -> HTML
    ) -> HTML {
        section(.class("panel")) {
            h2 { title }
            if isEmpty { p(.class("muted")) { whenEmpty } } else { list() }
        }
    }

    private func finding(_ reason: Reason) -> HTML {
        div {
            p { reason.says }
            if isReadAloud, !reason.saysToTraveller.isEmpty {
                p(.class("aloud")) {
                    span(.class("visually-hidden")) { words.forTraveller + ": " }
                    aloud("“" + reason.saysToTraveller + "”")
                }
            }
            source(reason)
        }
    }

    private func source(_ reason: Reason) -> HTML {
        p(.class("source")) {
            code { reason.code }
            if let grade = reason.grade {
                " · " + (grade == .mild ? words.mild : words.unsure)
            }
            if !reason.basis.isEmpty { " · " + reason.basis }
        }
    }

    private func step(_ remedy: Remedy) -> HTML {
        div {
            p {
                strong(text: frame.paper(remedy.document))
                ": "
                remedy.where
            }
            if !remedy.basis.isEmpty { p(.class("source")) { remedy.basis } }
        }
    }

    /// What is read to the traveller: Indonesian, and marked as such on an English page.
    private func aloud(_ text: String) -> HTML {
        frame.language == .indonesian ? HTML(text) : span(.lang(.indonesian), text: text)
    }
}

extension Frame {
    /// A paper's name; the rules' own word where the table doesn't have it.
    func paper(_ name: String) -> String {
        let key = name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
        return Words.all.terms.papers[String(key)]?[language] ?? name
    }
}

/// The answer as it stands at the counter and on a traveller's page: shape, word, one sentence.
func answerCard(_ assessment: Assessment, in frame: Frame, headline: String? = nil, meaning: String? = nil)
    -> HTML
{
    let advice = assessment.advice
    return div(.class("answer \(advice.role)"), .data("advice", advice.rawValue)) {
        advice.shape
        div(.class("answer-text")) {
            p(.class("answer-word")) { headline ?? advice.word(in: frame) }
            p(.class("answer-meaning")) { meaning ?? frame.meaning(of: assessment) }
        }
    }
}

extension Frame {
    /// What an advice means for the person waiting.
    func meaning(of assessment: Assessment) -> String {
        let words = words.advice
        switch assessment.advice {
        case .clear: return assessment.placement == nil ? words.clearTraveller : words.clearWorker
        case .advise: return words.adviseMeaning
        case .refer: return words.referMeaning
        case .unavailable: return words.unavailableMeaning
        case .statutory:
            let article = assessment.reasons.first { $0.kind == .statutory }?.basis
            return [article, words.statutoryMeaning].compactMap(\.self).joined(separator: ". ")
        }
    }
}

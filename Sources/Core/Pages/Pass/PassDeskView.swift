import Vocabulary

extension PassDeskModel: Page {
    /// Beside the desk of what leaves soon.
    public var place: Place? { .desk }
    /// Pas pekerja di meja.
    public func title(in frame: Frame) -> String { frame.words.pass.deskTitle }

    /// Who is looked for, the placement with what is missing, its passes, issue and revoke.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.pass
        return div(.class("stack")) {
            h1 { words.deskTitle }
            p(.class("lead")) { words.deskLead }
            if let outcome {
                if outcome.isDone {
                    p(.class("notice"), .role("status")) { words[\.outcomes, outcome.rawValue] }
                } else {
                    problemBox(words[\.outcomes, outcome.rawValue])
                }
            }
            section(.class("panel")) {
                frame.posted(.passDesk) {
                    HolderFields(passport: passport, bornOn: bornOn, frame: frame).fields
                    button(.type("submit"), .class(standing == nil ? "primary" : "quiet")) { words.look }
                }
            }
            if let standing { found(standing, frame) }
        }
    }

    @HTMLBuilder
    private func found(_ standing: Standing, _ frame: Frame) -> HTML {
        let words = frame.words.pass
        section(.class("panel"), .data("standing", standing.state)) {
            h2 { words[\.standings, standing.state] }
            p { words[\.standingMeanings, standing.state] }
            dl(.class("facts")) {
                fact(words.placement, standing.placement)
                fact(words.scheme, standing.scheme.map { frame.words.terms[\.schemes, $0.rawValue] })
                fact(words.destination, standing.destination.map { frame.country($0) })
                fact(words.validTo, standing.validTo.map { frame.day($0) })
            }
            if !standing.missing.isEmpty {
                h3 { words.missing }
                ul { for code in standing.missing { li { name(code, frame) } } }
            }
            if standing.state == "complete", passes.first?.state != .active {
                frame.posted(.issuePass) {
                    holder
                    button(.type("submit"), .class("primary")) { words.issue }
                }
            }
        }
        if standing.state != "none" {
            section(.class("panel")) {
                h2 { words.passes }
                if passes.isEmpty { p(.class("muted")) { words.noPasses } }
                for pass in passes { line(pass, frame) }
            }
        }
    }

    private func line(_ pass: PassShown, _ frame: Frame) -> HTML {
        let words = frame.words.pass
        return div(.class("pass-line")) {
            p(.class("mark \(pass.state.role)"), .data("pass", pass.state.rawValue)) {
                pass.state.shape
                span(text: words[\.states, pass.state.rawValue])
            }
            PassCard(pass: pass, frame: frame).facts
            if pass.state == .active || pass.state == .expiring, let number = pass.number {
                details {
                    summary { words.revoke }
                    frame.posted(.revokePass) {
                        holder
                        hidden(Field.number, number)
                        field("alasan-" + number, words.revokeReason) {
                            chooser(
                                "alasan-" + number,
                                Field.reason,
                                empty: frame.words.readiness.choose,
                                [PassVoidReason.asked, .mistaken].map {
                                    ($0.rawValue, words[\.voidReasons, $0.rawValue])
                                },
                                chosen: nil,
                                isRequired: true
                            )
                        }
                        tick(Field.confirmed, value: "yes", words.revokeConfirm, isRequired: true)
                        button(.type("submit"), .class("attention-button")) { words.revoke }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var holder: HTML {
        hidden(Field.document, passport)
        hidden(Field.bornOn, bornOn)
    }

    private func name(_ code: String, _ frame: Frame) -> String {
        Words.all.pass.others[code]?[frame.language] ?? frame.paper(code)
    }
}

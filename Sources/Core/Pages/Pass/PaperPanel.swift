import Vocabulary

/// What a code that was read at the counter says, in words and shape; it never stands in for the answer to the passport.
struct PaperPanel {
    let paper: PaperShown
    let frame: Frame

    private var words: Spoken<PassWords> { frame.words.pass }

    var panel: HTML {
        section(.class("panel paper"), .id("pas")) {
            switch paper {
            case .pass(let pass): passPanel(PassCard(pass: pass, frame: frame), pass)
            case .slip(let day, let issuer): slipPanel(day, issuer)
            case .fault(let fault): faultPanel(fault)
            }
        }
    }

    @HTMLBuilder
    private func passPanel(_ card: PassCard, _ pass: PassShown) -> HTML {
        card.answer
        card.checks
        card.facts
        if pass.holder == .unchecked { p { words.nowPassport } }
        p(.class("muted")) { words.noSubstitute }
    }

    @HTMLBuilder
    private func slipPanel(_ day: Day, _ issuer: String?) -> HTML {
        div(.class("answer known"), .data("pass", "slip")) {
            PassState.used.shape
            div(.class("answer-text")) {
                p(.class("answer-word")) { words.slipTitle }
                p(.class("answer-meaning")) { words.slipFor.filled(frame.day(day)) }
            }
        }
        p { words.slipIssuer.filled(issuer ?? words.thisSite) }
        p(.class("muted")) { words.slipMeaning }
    }

    @HTMLBuilder
    private func faultPanel(_ fault: PassFault) -> HTML {
        div(.class("answer neutral"), .data("pass", fault.rawValue)) {
            fault.shape
            div(.class("answer-text")) {
                p(.class("answer-word")) { words[\.faults, fault.rawValue] }
                p(.class("answer-meaning")) { words.faultMeaning }
            }
        }
        p { words.nowPassport }
    }
}

import Vocabulary

extension PassModel: Page {
    /// Reached from the public check.
    public var place: Place? { .readiness }
    /// Pas pekerja.
    public func title(in frame: Frame) -> String { frame.words.pass.title }

    /// The pass, to be printed, or the form that asks for it.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.pass
        return div(.class("readable")) {
            div(.class("no-print stack")) {
                h1 { words.title }
                p(.class("lead")) { words.lead }
                p(.class("privacy")) { words.privacy }
                if let problem { problemBox(problem.sentence(in: frame)) }
            }
            if let pass { card(pass, frame) }
            div(.class("no-print")) { asking(frame) }
        }
    }

    private func card(_ pass: PassShown, _ frame: Frame) -> HTML {
        let words = frame.words.pass
        let card = PassCard(pass: pass, frame: frame)
        return div(.id("hasil"), .data("focus", "first"), .tabIndex(-1)) {
            div(.class("no-print")) { card.answer }
            article(.class("slip pass")) {
                frame.exerciseMark
                h2 { words.cardTitle }
                p(.class("mark")) {
                    pass.state.shape
                    span(text: words[\.states, pass.state.rawValue])
                }
                div(.class("pass-body")) {
                    if let squares = pass.squares { squares.drawing }
                    card.facts
                }
                p { words.bring }
                p(.class("source")) { words.noPermit + " " + words.renewAt.filled(address) }
            }
            div(.class("no-print form-acts")) {
                button(.type("button"), .class("primary"), .data("print", "page")) { words.print }
                span(.class("muted")) { words.printHint }
            }
        }
    }

    private func asking(_ frame: Frame) -> HTML {
        let words = frame.words.pass
        return section(.class("panel")) {
            h2 { pass == nil ? words.ask : words.askAnother }
            frame.posted(.pass) {
                HolderFields(passport: passport, bornOn: bornOn, frame: frame).fields
                button(.type("submit"), .class(pass == nil ? "primary" : "quiet")) { words.askSubmit }
            }
            p(.class("muted")) {
                words.checkFirst + " "
                a(.href(Place.readiness.link)) { frame.words.readiness.title }
            }
        }
    }
}

extension PassModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.pass
        return switch self {
        case .incomplete: words.incomplete
        case .refused: words.refused
        case .slow(let seconds): frame.words.fault.slowDownAct.filled(frame.length(seconds: seconds))
        }
    }
}

/// Passport number and birth date.
struct HolderFields {
    let passport: String
    let bornOn: String
    let frame: Frame

    @HTMLBuilder var fields: HTML {
        let words = frame.words.pass
        div(.class("grid two")) {
            field("dokumen", words.passport) {
                input(
                    .id("dokumen"),
                    .name(Field.document),
                    .value(passport),
                    .maximumLength(20),
                    .capitalised,
                    .autocomplete("off"),
                    .unspelled,
                    .required
                )
            }
            field("lahir", words.bornOn) {
                input(.id("lahir"), .name(Field.bornOn), .type("date"), .value(bornOn), .required)
            }
        }
    }
}

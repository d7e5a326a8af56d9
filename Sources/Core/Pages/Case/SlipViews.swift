import Vocabulary

extension SlipModel: Page {
    /// Among the queue.
    public var place: Place? { .queue }
    /// Surat penundaan.
    public func title(in frame: Frame) -> String {
        isBar ? frame.words.slip.barTitle : frame.words.slip.title
    }

    /// The slip in Indonesian, and below it in English.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.slip
        return div {
            div(.class("no-print form-acts")) {
                a(.class("button primary"), .href(Link("/perkara", id, "surat")), .data("print", "page")) {
                    words.page
                }
                a(.class("button"), .href(Link("/perkara", id, "surat", query: [("kertas", "80")]))) {
                    words.receiptPaper
                }
                a(.class("quiet button"), .href(.caseFile(id))) { frame.words.frame.back }
            }
            article(.class(isNarrow ? "slip narrow" : "slip")) {
                part(.indonesian, frame)
                square
                part(.english, frame)
                if let proof {
                    div(.class("slip-code")) {
                        proof.drawing
                        p(.class("source")) { frame.words.pass.slipProof }
                    }
                }
            }
        }
    }

    private var square: HTML {
        div(.class("slip-code")) {
            if let squares { squares.drawing }
            p(.class("number")) { code }
            p(.class("source")) { address }
        }
    }

    private func part(_ language: Language, _ outer: Frame) -> HTML {
        var frame = outer
        frame.language = language
        let words = frame.words.slip
        return section(.lang(language)) {
            frame.exerciseMark
            if language == .indonesian { h1 { title(in: frame) } } else { h2 { title(in: frame) } }
            p { strong(text: words.holds) }
            p { words.notBan }
            dl(.class("facts")) {
                fact(words.flight, flight ?? frame.words.referral.withoutFlight)
                fact(
                    words.decidedAt,
                    frame.shortDay(decidedAt.day(zone: frame.zone.minutes)) + " " + frame.timeOfDay(decidedAt)
                )
                fact(words.deciders, deciders.joined(separator: ", "))
                fact(words.basis, clause)
            }
            h3 { words.why }
            ul { for reason in reasons { li { reason[language] } } }
            h3 { words.mend }
            if mend.isEmpty { p { words.noMend } } else { MendList(mend: mend, frame: frame).list }
            h3 { words.passport }
            p { passportLine(frame) }
            h3 { words.objecting }
            RedressList(redress: redress, frame: frame).list
            p { words.codeMeaning }
            p(.class("source")) {
                words.rules + ": "
                Pages.code { rules }
            }
        }
    }

    func passportLine(_ frame: Frame) -> String {
        let words = frame.words.slip
        return switch passport {
        case .open: words.passportOpen
        case .returned(let receipt): words.passportBack.filled(receipt)
        case .kept(let clause, let receipt, let until):
            words.passportKept.filled(clause, receipt, frame.day(until))
        }
    }
}

extension SquareCode {
    /// The squares as one drawing, with a margin of four.
    var drawing: HTML {
        var path = ""
        for row in 0..<side {
            for column in 0..<side where isDark[row * side + column] {
                path += "M\(column + 4) \(row + 4)h1v1h-1z"
            }
        }
        return svg(.class("squares"), .viewBox(side + 8), .role("img"), .aria("label", "QR")) {
            drawnPath(.drawing(path))
        }
    }
}

/// What mends it, and where.
struct MendList {
    let mend: [Remedy]
    let frame: Frame

    var list: HTML {
        ul {
            for remedy in mend {
                li {
                    strong(text: frame.paper(remedy.document))
                    ": "
                    remedy.where
                }
            }
        }
    }
}

/// The ways to object, each with its period.
struct RedressList {
    let redress: [RedressRule]
    let frame: Frame

    var list: HTML {
        ol {
            for way in redress {
                li {
                    way.says[frame.language] + ", "
                    strong(text: frame.words.slip.within.filled(period(way)))
                    span(.class("source"), text: " (" + way.basis + ")")
                }
            }
        }
    }

    private func period(_ way: RedressRule) -> String {
        let unit = Words.all.slipUnits[way.unit.rawValue]?[frame.language] ?? way.unit.rawValue
        return frame.number(way.amount) + " " + unit
    }
}

extension SlipStateModel: Page {
    /// Surat Anda.
    public func title(in frame: Frame) -> String { frame.words.slip.publicTitle }

    /// The state, what mends it, and a form to object.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.slip
        return div(.class("readable")) {
            h1 { words.publicTitle }
            p(.class("lead")) { words.publicLead }
            if hasObjected { p(.class("notice"), .role("status")) { words.objected } }
            if isTooLate { problemBox(words.tooLate) }
            switch standing {
            case .none: HTML()
            case .unknown: problemBox(words.unknownCode)
            case .standing(let state, let dueAt, let mayObject): stands(state, dueAt, mayObject, frame)
            case .fallen(let at):
                section(.class("panel positive")) {
                    h2 { words.fallen }
                    p { words.fallenMeaning }
                    p(.class("muted")) { frame.moment(at) }
                }
            }
            asking(frame)
        }
    }

    @HTMLBuilder
    private func stands(_ state: String, _ dueAt: Moment?, _ mayObject: Bool, _ frame: Frame) -> HTML {
        let words = frame.words.slip
        section(.class("panel")) {
            h2 { words.stateNow }
            p { strong(text: frame.state(state, of: kind)) }
            if [DepartureState.objected.rawValue, DepartureState.appealed.rawValue].contains(state), let dueAt
            {
                p { words.answerBy.filled(frame.moment(dueAt)) }
            }
            if kind == .departure { p { words.holds } }
        }
        if kind == .support {
            section(.class("panel")) {
                h2 { frame.words.caseParts.publicReveals }
                frame.reveals(reveals)
                p(.class("muted")) { frame.words.caseParts.publicRevealsNote }
            }
        }
        if !mend.isEmpty {
            section(.class("panel")) {
                h2 { words.mend }
                MendList(mend: mend, frame: frame).list
            }
        }
        if mayObject, let code {
            section(.class("panel")) {
                h2 { words.object }
                frame.posted(.slip(code)) {
                    field("keberatan", words.yourWords, hint: words.objectHint) {
                        textarea(
                            .id("keberatan"),
                            .name(FormName(.text)),
                            .rows(4),
                            .maximumLength(CaseContent.longestText / 2),
                            .aria("describedby", "keberatan-hint")
                        )
                    }
                    button(.type("submit"), .class("primary")) { words.object }
                }
            }
        }
        if !redress.isEmpty {
            section(.class("panel")) {
                h2 { words.objecting }
                RedressList(redress: redress, frame: frame).list
            }
        }
    }

    private func asking(_ frame: Frame) -> HTML {
        let words = frame.words.slip
        return section(.class("panel")) {
            form(.get, .action(Link("/s")), .class("form")) {
                field("kode", words.enterCode) {
                    input(
                        .id("kode"),
                        .name(Field.slip),
                        .value(code ?? ""),
                        .maximumLength(40),
                        .capitalised,
                        .autocomplete("off"),
                        .unspelled,
                        .required
                    )
                }
                button(.type("submit"), .class("quiet")) { words.look }
            }
        }
    }
}

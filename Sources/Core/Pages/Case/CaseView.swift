import Vocabulary

extension CaseModel: Page {
    /// Among the queue, or among the cases.
    public var place: Place? { kind == .departure ? .queue : .cases }
    /// The digest of evidence before it is sent.
    public var scripts: [Asset] { evidenceMegabytes == nil ? [] : [.evidence] }
    /// Pemeriksaan keberangkatan, or the kind of case.
    public func title(in frame: Frame) -> String {
        kind == .departure ? frame.words.cases.check : frame.words.caseTerms[\.kinds, kind.rawValue]
    }

    /// Where it stands, what is known, what the reader may do, and how it came about.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.cases
        return div(.class("case")) {
            h1 { title(in: frame) }
            if let problem { problemBox(problem.sentence(in: frame)) }
            facts(frame)
            if opening.isMinor == true {
                section(.class("panel attention")) {
                    h2 { words.minor }
                    p { words.minorMeaning }
                }
            }
            knowledge(frame)
            acts(frame)
            CaseParts(model: self, frame: frame).panels
            if let evidenceMegabytes {
                // Elements, losses and what speaks against are a criminal case's.
                let parts = EvidenceParts(moves: moves, evidence: evidence, names: [:], frame: frame)
                if kind == .enforcement { parts.all } else { parts.custodyPanel }
                EvidenceForms(model: self, megabytes: evidenceMegabytes, frame: frame).content
            }
            history(frame)
            p { a(.href((kind == .departure ? Place.queue : .cases).link)) { words.backToQueue } }
        }
    }

    private func facts(_ frame: Frame) -> HTML {
        let words = frame.words.cases
        return section(.class("panel")) {
            h2(.class("visually-hidden")) { words.facts }
            dl(.class("facts")) {
                fact(words.state, strong(text: frame.state(state, of: kind)))
                fact(words.due, frame.due(dueAt))
                fact(words.name, opening.name)
                fact(
                    words.passport,
                    opening.passport.map { number in span(.class("number"), text: number.text) }
                )
                fact(words.flight, flight ?? (kind == .departure ? frame.words.referral.withoutFlight : nil))
                fact(words.departs, opening.departsAt.map { frame.moment($0) })
                fact(words.post, opening.post)
                fact(words.event, opening.event)
                fact(frame.words.caseParts.token, kind == .support ? opening.token?.text : nil)
                fact(frame.words.caseParts.owner, kind == .departure ? nil : owner)
                fact(
                    frame.words.caseParts.procedure,
                    procedure.map { frame.words.caseParts.version.filled($0.title, $0.version) }
                )
                fact(words.spent, spentTimes(frame))
            }
            if let ticketsOf { p { a(.href(.tickets(with: ticketsOf))) { frame.words.tickets.link } } }
            if let askerCode {
                p {
                    codeSentence(frame).filled(askerCode, Link.slip(askerCode).text)
                }
            }
            if hasSlip, let id {
                p { a(.class("button primary"), .href(.slip(of: id))) { words.slip } }
            }
            if let id, hasLetter || hasRecord {
                p(.class("form-acts")) {
                    if hasLetter {
                        a(.class("button quiet"), .href(.letter(of: id))) { frame.words.letter.letter }
                    }
                    if hasRecord {
                        a(.class("button quiet"), .href(.record(of: id))) { frame.words.letter.record }
                    }
                }
            }
        }
    }

    private func codeSentence(_ frame: Frame) -> String {
        switch kind {
        case .support: frame.words.caseParts.supportCode
        case .correction: frame.words.caseParts.correctionCode
        case .departure, .application, .referral, .enforcement, .licence, .abroad, .search, .welfare:
            frame.words.cases.askerCode
        }
    }

    private func spentTimes(_ frame: Frame) -> String? {
        let parts = TimeHolder.allCases.compactMap { holder -> String? in
            guard let seconds = spent[holder], seconds > 0 else { return nil }
            return frame.words.caseTerms[\.holders, holder.rawValue] + " " + frame.length(seconds: seconds)
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    @HTMLBuilder
    private func knowledge(_ frame: Frame) -> HTML {
        let words = frame.words.cases
        switch hidden {
        case .reasons:
            section(.class("panel")) {
                h2 { words.blind }
                p { words.blindMeaning }
            }
        case .proposal:
            section(.class("panel")) {
                h2 { words.blindReader }
                p { words.blindReaderMeaning }
            }
        case nil:
            if let assessment {
                Findings(assessment: assessment, frame: frame).columns
            }
            if !officerReasons.isEmpty {
                section(.class("panel")) {
                    h2 { frame.words.traveller.officerReasons }
                    ul {
                        for reason in officerReasons {
                            li { frame.words.terms[\.interviewReasons, reason.rawValue] }
                        }
                    }
                }
            }
        }
    }

    private func acts(_ frame: Frame) -> HTML {
        let words = frame.words.cases
        return section(.class("panel"), .id("langkah")) {
            h2 { words.steps }
            if steps.isEmpty { p(.class("muted")) { words.noSteps } }
            for step in steps {
                let form = StepForm(step: step, model: self, frame: frame)
                if step.needs.isEmpty && step.mayAdd.isEmpty && !step.isBurden || steps.count == 1 {
                    if steps.count == 1 && !step.needs.isEmpty { h3 { form.name } }
                    form.content
                } else {
                    details(.class("step-form"), .open(isOpen(step))) {
                        summary { form.name }
                        form.content
                    }
                }
            }
        }
    }

    /// The form that was sent, else the one with which the state goes on.
    private func isOpen(_ step: CaseStep) -> Bool {
        if let typed { return typed.step == step.step }
        return ["answer", "read"].contains(step.step)
    }

    private func history(_ frame: Frame) -> HTML {
        guard !moves.isEmpty else { return HTML() }
        let words = frame.words.cases
        let columns = [words.time, words.step, words.who, words.state]
        return section {
            h2 { words.timeline }
            p(.class("muted")) { words.timelineNote }
            framedTable(words.timeline, class: "timeline", columns: columns.map { HTML($0) }) {
                for move in moves { row(move, frame) }
            }
        }
    }

    private func row(_ move: CaseMove, _ frame: Frame) -> HTML {
        tr {
            th(.scope("row")) { frame.moment(move.at) }
            td {
                frame.step(move.step, of: kind)
                MoveDetails(content: move.content, reasons: reasonWords, frame: frame).list
            }
            td {
                move.number == 1 && move.officer == "clock"
                    ? frame.words.cases.byList : frame.name(ofActor: move.officer)
            }
            td { frame.state(move.state, of: kind) }
        }
    }
}

extension Frame {
    /// An account's name, or who else acted.
    func name(ofActor name: String) -> String {
        switch name {
        case "clock": words.cases.clockActed
        case "person": words.cases.personActed
        default: name
        }
    }
}

extension CaseModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.cases
        let terms = frame.words.caseTerms
        return switch self {
        case .missing(let fields):
            words.missing.filled(
                fields.map { terms[\.fields, $0.rawValue].lowercased() }.joined(separator: ", ")
            )
        case .unfit(let field): words.unfit.filled(terms[\.fields, field.rawValue].lowercased())
        case .oneSource: words.oneSource
        case .noSuchBar: words.noSuchBar
        case .unconfirmed: words.unconfirmed
        case .moved: words.moved
        case .sameOfficer: words.sameOfficer
        case .otherAgency: words.otherAgency
        case .departed: words.departed
        case .notNow: words.notNow
        case .notYours: words.notYours
        case .untrained: frame.words.caseParts.noBadge
        case .absent: frame.words.caseParts.absent
        }
    }
}

/// What stood on the form of a move that was taken.
struct MoveDetails {
    let content: CaseContent
    let reasons: [String: String]
    let frame: Frame

    private var terms: Spoken<CaseTermWords> { frame.words.caseTerms }

    /// The fields that were filled.
    var list: HTML {
        guard !lines.isEmpty else { return HTML() }
        return ul(.class("move-details")) { for line in lines { li { line } } }
    }

    /// That the rights were read, and what was wished for.
    private func rights(_ read: String) -> String {
        read.contains("same-sex")
            ? frame.words.cases.rightsRead + "; " + frame.words.cases.sameSex : frame.words.cases.rightsRead
    }

    private var lines: [String] {
        var lines: [String] = []
        func add(_ field: CaseField, _ text: String?) {
            if let text { lines.append(terms[\.fields, field.rawValue] + ": " + text) }
        }
        add(.language, content.language.map { terms[\.languages, $0] })
        add(.rights, content.rights.map(rights))
        add(
            .element,
            content.element.map {
                frame.words.evidence.group.elementNames[$0.rawValue]?[frame.language] ?? ""
            }
        )
        add(.view, content.view.map { terms[\.rungs, $0.rawValue] })
        add(.confidence, content.confidence.map(String.init))
        add(.proposal, content.proposal.map { terms[\.proposals, $0.rawValue] })
        add(.reason, content.reason.map { reasons[$0] ?? $0 })
        add(.clause, content.clause)
        add(.reference, content.reference)
        add(.counterpart, content.counterpart)
        add(.receipt, content.receipt)
        add(.day, content.day.map { frame.day($0) })
        add(
            .purpose,
            content.purpose.map { frame.words.caseParts.group.purposes[$0.rawValue]?[frame.language] ?? "" }
        )
        add(.consent, content.consent.map { terms[\.consents, $0.rawValue] })
        add(.guardian, content.guardian.map { $0 ? frame.words.cases.yes : frame.words.cases.no })
        add(.task, content.task.map(String.init))
        add(.request, content.request)
        add(.village, content.village)
        if let badge = content.badge { lines.append(frame.words.caseParts.badge + ": " + frame.day(badge)) }
        add(.minutes, content.minutes.map(String.init))
        add(.rupiah, content.rupiah.map { frame.rupiah($0) })
        add(.papers, content.papers.map { $0.map { frame.paper($0) }.joined(separator: ", ") })
        for one in content.facts ?? [] {
            lines.append(terms[\.sources, one.source.rawValue] + ": " + one.text)
        }
        for one in content.answers ?? [] { lines.append(one.question + " " + one.answer) }
        add(.text, content.text)
        return lines
    }
}

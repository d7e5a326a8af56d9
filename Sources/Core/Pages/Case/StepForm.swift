import Vocabulary

/// The form of one step: its fields follow from the row of the course's table.
struct StepForm {
    let step: CaseStep
    let model: CaseModel
    let frame: Frame

    private var words: Spoken<CaseWords> { frame.words.cases }
    private var terms: Spoken<CaseTermWords> { frame.words.caseTerms }
    private var evidence: Spoken<EvidenceWords> { frame.words.evidence }
    private var fields: [(field: CaseField, isRequired: Bool)] {
        step.needs.map { ($0, true) } + step.mayAdd.filter { !step.needs.contains($0) }.map { ($0, false) }
    }

    /// The form; a step that asks for nothing is one button.
    var content: HTML {
        frame.posted(address, class: "form step") {
            hidden(Field.seen, String(model.seen))
            for (field, isRequired) in fields { control(field, isRequired) }
            if step.isBurden { tick(Field.confirmed, value: "yes", words.confirm, isRequired: true) }
            div(.class("form-acts")) {
                button(
                    .type("submit"),
                    .class(step.isBurden || StepForm.ofPerson.contains(step.step) ? "quiet" : "primary")
                ) {
                    fields.isEmpty || model.id == nil
                        ? name : step.step == "answer" ? words.save : words.doStep
                }
            }
        }
    }

    /// What the person asks for, which no officer does by the way.
    private static let ofPerson: Set = ["ask-help", "object", "appeal"]

    /// The step's name.
    var name: String { frame.step(step.step, of: model.kind) }

    private var address: Link {
        guard let id = model.id else { return .begin(model.referral ?? "") }
        return .step(id, step.step)
    }

    private func control(_ field: CaseField, _ isRequired: Bool) -> HTML {
        switch field {
        case .facts: facts
        case .answers: questions
        case .rights: rights
        case .papers: papers
        case .view:
            radios(field, Rung.allCases.map { ($0.rawValue, terms[\.rungs, $0.rawValue]) }, isRequired)
        case .proposal:
            radios(
                field,
                Proposal.allCases.map { ($0.rawValue, terms[\.proposals, $0.rawValue]) },
                isRequired
            )
        case .consent:
            radios(field, Consent.allCases.map { ($0.rawValue, terms[\.consents, $0.rawValue]) }, isRequired)
        case .confidence: radios(field, (1...5).map { (String($0), String($0)) }, isRequired)
        case .guardian: radios(field, [("yes", words.yes), ("no", words.no)], isRequired)
        case .purpose:
            radios(
                field,
                ConsentPurpose.allCases.map {
                    ($0.rawValue, frame.words.caseParts.group.purposes[$0.rawValue]?[frame.language] ?? "")
                },
                isRequired
            )
        case _ where step.choices[field]?.isEmpty == false:
            choice(field, (step.choices[field] ?? []).map { ($0.code, $0.says) }, isRequired)
        case .language:
            choice(
                field,
                ["id", "jv", "su", "mad", "sas", "bug", "interpreter"].map { ($0, terms[\.languages, $0]) },
                isRequired
            )
        case .element:
            radios(
                field,
                CrimeElement.allCases.map {
                    ($0.rawValue, evidence.group.elementNames[$0.rawValue]?[frame.language] ?? "")
                },
                isRequired
            )
        case .evidence: pieces
        case .text: words(field, isRequired)
        case .day: line(field, isRequired, .type("date"))
        case .minutes, .rupiah, .village, .task: line(field, isRequired, .inputMode("numeric"))
        case .reason, .reference, .clause, .counterpart, .receipt, .request:
            line(field, isRequired, .autocomplete("off"))
        }
    }

    private func label(_ field: CaseField, _ isRequired: Bool) -> String {
        terms[\.fields, field.rawValue] + (isRequired ? "" : " (" + words.optional + ")")
    }

    private func id(_ field: CaseField) -> String { step.step + "-" + field.rawValue }

    private func typed(_ name: FormName) -> String? { typedAll(name).first }

    private func typedAll(_ name: FormName) -> [String] {
        guard let typed = model.typed, typed.step == step.step else { return [] }
        return typed.fields[name.text] ?? []
    }

    private func line(_ field: CaseField, _ isRequired: Bool, _ kind: Attribute) -> HTML {
        Pages.field(id(field), label(field, isRequired)) {
            input(
                .id(id(field)),
                .name(FormName(field)),
                .value(typed(FormName(field)) ?? suggested(field)),
                .maximumLength(200),
                kind,
                isRequired ? .required : .absent
            )
        }
    }

    /// The article that the screening named, where only one can be meant.
    private func suggested(_ field: CaseField) -> String {
        guard field == .clause else { return "" }
        let bases = Set(model.opening.bars + (model.assessment?.reasons.map(\.basis) ?? [])).filter {
            !$0.isEmpty
        }
        return bases.count == 1 ? bases.first ?? "" : ""
    }

    private func words(_ field: CaseField, _ isRequired: Bool) -> HTML {
        Pages.field(id(field), label(field, isRequired)) {
            textarea(
                .id(id(field)),
                .name(FormName(field)),
                .rows(3),
                .maximumLength(CaseContent.longestText / 2),
                isRequired ? .required : .absent
            ) { typed(FormName(field)) ?? "" }
        }
    }

    private func choice(_ field: CaseField, _ choices: [(String, String)], _ isRequired: Bool) -> HTML {
        Pages.field(id(field), label(field, isRequired)) {
            select(.id(id(field)), .name(FormName(field)), isRequired ? .required : .absent) {
                option(.value("")) { words.choose }
                for (value, text) in choices {
                    option(.value(value), .selected(value == typed(FormName(field)))) { text }
                }
            }
        }
    }

    private func radios(_ field: CaseField, _ choices: [(String, String)], _ isRequired: Bool) -> HTML {
        fieldset {
            legend { label(field, isRequired) }
            div(.class("ticks")) {
                for (value, text) in choices {
                    Pages.label(.class("tick")) {
                        input(
                            .type("radio"),
                            .name(FormName(field)),
                            .value(value),
                            .checked(value == typed(FormName(field))),
                            isRequired ? .required : .absent
                        )
                        span(text: text)
                    }
                }
            }
        }
    }

    private var rights: HTML {
        fieldset {
            legend { words.rightsTitle }
            ol(.class("rights")) {
                for number in 1...7 { li { p(.class("aloud")) { terms[\.rights, String(number)] } } }
            }
            div(.class("ticks")) {
                box(FormName(.rights), "read", words.rightsRead, isRequired: true)
                box(FormName(.rights), "same-sex", words.sameSex, isRequired: false)
            }
        }
    }

    /// A box; one that is suggested is ticked until the form was sent.
    private func box(
        _ name: FormName,
        _ value: String,
        _ text: String,
        isRequired: Bool,
        isSuggested: Bool = false
    ) -> HTML {
        let isSent = model.typed?.step == step.step
        return Pages.label(.class("tick")) {
            input(
                .type("checkbox"),
                .name(name),
                .value(value),
                .checked(typedAll(name).contains(value) || isSuggested && !isSent),
                isRequired ? .required : .absent
            )
            span(text: text)
        }
    }

    private var pieces: HTML {
        fieldset {
            legend { label(.evidence, false) }
            div(.class("ticks")) {
                for acts in model.evidence {
                    if let first = acts.first {
                        box(FormName(.evidence), first.id, first.name, isRequired: false)
                    }
                }
            }
        }
    }

    private var papers: HTML {
        fieldset {
            legend { label(.papers, true) }
            div(.class("ticks")) {
                for paper in model.papers {
                    box(
                        FormName(.papers),
                        paper,
                        frame.paper(paper),
                        isRequired: false,
                        isSuggested: model.missingPapers.contains(paper)
                    )
                }
            }
        }
    }
}

extension StepForm {
    /// Facts, each with who says it.
    private var facts: HTML {
        fieldset {
            legend { frame.words.caseTerms[\.fields, CaseField.facts.rawValue] }
            for number in 1...FormName.mostFacts { fact(number) }
        }
    }

    private func fact(_ number: Int) -> HTML {
        let source = FormName(.facts, .source, number)
        let text = FormName(.facts, .text, number)
        let isRequired = number <= 2
        let locked = step.step == "propose" ? model.moves.last { $0.step == "lock" }?.content.facts ?? [] : []
        let before = number <= locked.count ? locked[number - 1] : nil
        let name = frame.words.cases.factNumber.filled(String(number))
        return div(.class("grid fact-row")) {
            field(step.step + "-" + source.text, name + ", " + frame.words.cases.source.lowercased()) {
                select(.id(step.step + "-" + source.text), .name(source), isRequired ? .required : .absent) {
                    option(.value("")) { frame.words.cases.choose }
                    for one in FactSource.allCases {
                        option(
                            .value(one.rawValue),
                            .selected((typed(source) ?? before?.source.rawValue) == one.rawValue)
                        ) {
                            frame.words.caseTerms[\.sources, one.rawValue]
                        }
                    }
                }
            }
            field(
                step.step + "-" + text.text,
                isRequired ? name : name + " (" + frame.words.cases.optional + ")"
            ) {
                input(
                    .id(step.step + "-" + text.text),
                    .name(text),
                    .value(typed(text) ?? before?.text ?? ""),
                    .maximumLength(500),
                    .autocomplete("off"),
                    isRequired ? .required : .absent
                )
            }
        }
    }

    /// Questions with room for the answers; what was saved stands there again.
    private var questions: HTML {
        let all = (1...7).map { frame.words.caseTerms[\.questions, String($0)] } + model.questions
        let saved = model.moves.last { $0.step == step.step }?.content.answers ?? []
        return fieldset {
            legend { frame.words.cases.questions }
            p(.class("hint")) { frame.words.cases.questionsHint }
            for (place, question) in all.prefix(FormName.mostQuestions).enumerated() {
                let name = FormName(.answers, .answer, place + 1)
                field(step.step + "-" + name.text, question) {
                    input(.type("hidden"), .name(FormName(.answers, .question, place + 1)), .value(question))
                    textarea(.id(step.step + "-" + name.text), .name(name), .rows(2), .maximumLength(1000)) {
                        typed(name) ?? saved.first { $0.question == question }?.answer ?? ""
                    }
                }
            }
        }
    }
}

extension Frame {
    /// A step as people say it.
    func step(_ step: String, of kind: CaseKind) -> String {
        let table = Words.all.caseTerms.steps
        return (table[kind.rawValue + "." + step] ?? table[step])?[language] ?? step
    }

    /// A state as people say it.
    func state(_ state: String, of kind: CaseKind) -> String {
        let table = Words.all.caseTerms.states
        return (table[kind.rawValue + "." + state] ?? table[state])?[language] ?? state
    }

    /// How much time is left, or by how much it has run out.
    func due(_ dueAt: Moment?) -> HTML {
        let words = words.cases
        guard let dueAt else { return span(.class("muted"), text: words.noClock) }
        let left = now.seconds(until: dueAt)
        guard left >= 0 else {
            return span(.class("attention due"), text: words.overdue.filled(length(seconds: -left)))
        }
        return span(.class("due"), text: words.dueIn.filled(length(seconds: left), moment(dueAt)))
    }
}

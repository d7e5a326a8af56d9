import Vocabulary

/// What stands on a case beside its steps: tasks, consent, victims by token, the other cases of the incident.
struct CaseParts {
    let model: CaseModel
    let frame: Frame

    private var words: Spoken<CasePartWords> { frame.words.caseParts }

    /// The panels that have something to say.
    @HTMLBuilder var panels: HTML {
        if model.spells.contains(where: { $0.dueAt != nil }) { clocks }
        if !model.tasks.isEmpty { tasks }
        if !model.consents.isEmpty || model.kind == .support { consents }
        if !model.victims.isEmpty { victims }
        if model.opening.token != nil, model.kind == .support { requests }
        if !model.siblings.isEmpty || !model.following.isEmpty { incident }
    }

    /// Each state with its deadline and whether it was kept: what police and prosecution look at first.
    private var clocks: HTML {
        section(.class("panel")) {
            h2 { words.clocks }
            let columns = [frame.words.cases.state, words.since, words.due, words.left, words.kept]
            framedTable(words.clocks, columns: columns.map { HTML($0) }) {
                for spell in model.spells {
                    tr {
                        th(.scope("row")) { frame.state(spell.state, of: model.kind) }
                        td { frame.moment(spell.since) }
                        td { spell.dueAt.map { frame.moment($0) } ?? "–" }
                        td { spell.leftAt.map { frame.moment($0) } ?? "–" }
                        td { kept(spell) }
                    }
                }
            }
        }
    }

    private func kept(_ spell: StateSpell) -> String {
        if let late = spell.secondsLate(at: frame.now) {
            return words.late.filled(frame.length(seconds: late))
        }
        guard spell.dueAt != nil else { return "–" }
        return spell.leftAt == nil ? words.running : words.onTime
    }

    private var tasks: HTML {
        section(.class("panel")) {
            h2 { words.tasks }
            ul {
                for task in model.tasks.sorted(by: isBefore) {
                    li {
                        strong(text: task.text)
                        if let assignee = task.assignee { " · " + assignee }
                        " · "
                        state(of: task)
                    }
                }
            }
        }
    }

    private func isBefore(_ one: CaseTask, _ other: CaseTask) -> Bool {
        if (one.doneAt == nil) != (other.doneAt == nil) { return one.doneAt == nil }
        return (one.dueOn?.number ?? .max, one.number) < (other.dueOn?.number ?? .max, other.number)
    }

    private func state(of task: CaseTask) -> HTML {
        if let doneAt = task.doneAt {
            return span(.class("muted"), text: words.taskDone.filled(frame.moment(doneAt)))
        }
        guard let dueOn = task.dueOn else { return HTML() }
        let isLate = dueOn < frame.now.day(zone: frame.zone.minutes)
        return span(
            .class(isLate ? "attention due" : "due"),
            text: (isLate ? words.taskLate : words.taskDue).filled(frame.day(dueOn))
        )
    }

    private var consents: HTML {
        section(.class("panel")) {
            h2 { words.consents }
            p(.class("muted")) { words.consentsNote }
            dl(.class("facts")) {
                for purpose in ConsentPurpose.allCases {
                    fact(
                        words.group.purposes[purpose.rawValue]?[frame.language] ?? purpose.rawValue,
                        model.consents[purpose].map { frame.words.caseTerms[\.consents, $0.rawValue] }
                            ?? words.notAsked
                    )
                }
            }
        }
    }

    private var victims: HTML {
        section(.class("panel")) {
            h2 { words.victims }
            p(.class("muted")) { words.victimsNote }
            ul {
                for victim in model.victims {
                    li {
                        span(.class("number"), text: victim.token.text)
                        " · "
                        if victim.isTold {
                            words.told.filled(
                                [victim.name, victim.passport?.text].compactMap(\.self).joined(
                                    separator: ", "
                                )
                            )
                        } else {
                            victim.isAsked ? words.asked : words.notTold
                        }
                    }
                }
            }
        }
    }

    private var requests: HTML {
        section(.class("panel")) {
            h2 { words.requests }
            frame.reveals(model.reveals)
        }
    }

    private var incident: HTML {
        section(.class("panel")) {
            h2 { words.incident }
            if let event = model.opening.event {
                p(.class("muted")) { words.incidentNote.filled(event) }
            }
            if !model.siblings.isEmpty {
                ul {
                    for sibling in model.siblings {
                        li {
                            let name =
                                frame.words.caseTerms[\.kinds, sibling.kind.rawValue] + " · "
                                + frame.state(sibling.state, of: sibling.kind)
                            if let id = sibling.id { a(.href(.caseFile(id))) { name } } else { name }
                        }
                    }
                }
            }
            if !model.following.isEmpty, let id = model.id {
                details {
                    summary { words.follow }
                    ul {
                        for kind in model.following {
                            li {
                                a(
                                    .href(
                                        Link(
                                            "/perkara",
                                            query: [(Field.kind, kind.rawValue), (Field.parent, id)]
                                        )
                                    )
                                ) { words.followTo.filled(frame.words.caseTerms[\.kinds, kind.rawValue]) }
                            }
                        }
                    }
                }
            }
        }
    }
}

import Vocabulary

extension QueueModel: Page {
    /// The queue.
    public var place: Place? { .queue }
    /// Live regions.
    public var scripts: [Asset] { [.live] }
    /// Antrean.
    public func title(in frame: Frame) -> String { frame.words.cases.queue }

    /// The most urgent first, without a personal fact.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.cases
        return div {
            h1 { words.queue }
            p(.class("lead")) { words.queueLead }
            if let capacity {
                p(.class("capacity")) {
                    frame.words.shift.capacity.filled(frame.number(capacity.held), frame.number(capacity.of))
                }
            }
            div(.id("rujukan"), .data("live", "referrals")) {
                if lines.isEmpty {
                    emptyState(words.queueEmpty, words.queueEmptyMeaning)
                } else {
                    list(frame)
                }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.cases
        let columns = [words.since, words.flight, words.departs, words.state, words.due]
        return framedTable(words.queue, columns: columns.map { HTML($0) }) {
            for line in lines {
                tr {
                    th(.scope("row")) { mark(line, frame) }
                    td { line.flight ?? frame.words.referral.withoutFlight }
                    td(.class("clock")) { line.departsAt.map { frame.moment($0) } ?? "–" }
                    td { frame.state(line.state, of: .departure) }
                    td { frame.due(line.dueAt) }
                }
            }
        }
    }

    private func mark(_ line: Line, _ frame: Frame) -> HTML {
        let link: Link =
            switch line.target {
            case .referral(let id): .begin(id)
            case .caseFile(let id): .caseFile(id)
            }
        return a(.class("referral attention"), .href(link), .data("open", "row")) {
            Advice.refer.shape
            span(text: frame.clock(line.since))
            span(.class("open"), text: "→ " + frame.words.frame.open)
        }
    }
}

extension CasesModel: Page {
    /// The cases.
    public var place: Place? { .cases }
    /// Perkara.
    public func title(in frame: Frame) -> String { frame.words.cases.cases }

    /// The kinds to choose from, the open cases, and a form to open one.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.cases
        return div {
            h1 { words.cases }
            p(.class("lead")) { words.casesLead }
            nav(.class("tabs"), .aria("label", words.kind)) {
                ul {
                    for one in kinds {
                        li {
                            a(
                                .href(Link("/perkara", query: [(Field.kind, one.rawValue)])),
                                one == kind ? .aria("current", "page") : .absent
                            ) { frame.words.caseTerms[\.kinds, one.rawValue] }
                        }
                    }
                }
            }
            if parent == nil, mayOpen { whose(frame) }
            if lines.isEmpty { emptyState(words.casesEmpty) } else { list(frame) }
            if isOpenAlready { problemBox(words.openAlready) }
            if !missing.isEmpty { problemBox(CaseModel.Problem.missing(missing).sentence(in: frame)) }
            if mayOpen { opening(frame) }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.cases
        let columns = [words.since, words.event, words.state, words.due, frame.words.caseParts.owner]
        return framedTable(words.cases, columns: columns.map { HTML($0) }) {
            for line in lines {
                tr {
                    th(.scope("row")) {
                        a(.href(.caseFile(line.id)), .data("open", "row")) { frame.moment(line.openedAt) }
                    }
                    td { line.event ?? "–" }
                    td { frame.state(line.state, of: kind) }
                    td { frame.due(line.dueAt) }
                    td { line.owner ?? frame.words.caseParts.nobody }
                }
            }
        }
    }

    private func whose(_ frame: Frame) -> HTML {
        let words = frame.words.caseParts
        return nav(.class("tabs"), .aria("label", words.owner)) {
            ul {
                for isMine in [false, true] {
                    li {
                        a(
                            .href(
                                Link(
                                    "/perkara",
                                    query: [(Field.kind, kind.rawValue)]
                                        + (isMine ? [(Field.mine, "yes")] : [])
                                )
                            ),
                            isMine == isMineOnly ? .aria("current", "page") : .absent
                        ) { isMine ? words.mine : words.all }
                    }
                }
            }
        }
    }

    private func opening(_ frame: Frame) -> HTML {
        let words = frame.words.cases
        return section(.class("panel")) {
            h2 { words.open }
            if parent != nil { p(.class("notice")) { frame.words.caseParts.after } }
            frame.posted(Place.cases.link) {
                hidden(Field.kind, kind.rawValue)
                if let parent { hidden(Field.parent, parent) }
                if parent == nil, !kind.knowsVictimsByToken { number(words) }
                if needs.contains(.counterpart) {
                    field("pihak", words.asker) {
                        input(
                            .id("pihak"),
                            .name(FormName(.counterpart)),
                            .maximumLength(200),
                            .autocomplete("off"),
                            .required
                        )
                    }
                }
                if needs.contains(.reason) {
                    field("alasan-buka", frame.words.caseTerms[\.fields, CaseField.reason.rawValue]) {
                        select(.id("alasan-buka"), .name(FormName(.reason)), .required) {
                            option(.value("")) { words.choose }
                            for reason in reasons { option(.value(reason.code)) { reason.says } }
                        }
                    }
                }
                field("pokok", words.about) {
                    textarea(
                        .id("pokok"),
                        .name(FormName(.text)),
                        .rows(3),
                        .maximumLength(CaseContent.longestText / 2),
                        .required
                    )
                }
                button(.type("submit"), .class("primary")) { words.open }
            }
        }
    }

    private func number(_ words: Spoken<CaseWords>) -> HTML {
        field("nomor", words.passport + " (" + words.optional + ")", hint: words.aboutHint) {
            input(
                .id("nomor"),
                .name(Field.number),
                .maximumLength(20),
                .capitalised,
                .autocomplete("off"),
                .aria("describedby", "nomor-hint")
            )
        }
    }
}

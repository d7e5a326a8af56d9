import Vocabulary

extension ShiftNotesModel: Page {
    /// The notes.
    public var place: Place? { .shiftNotes }
    /// Serah terima regu.
    public func title(in frame: Frame) -> String { frame.words.shiftNote.title }

    /// What waits to be read, what is open, a form to hand over, and the last notes.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.shiftNote
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if let problem { problemBox(problem.sentence(in: frame)) }
            for note in notes where note.taken == nil { waiting(note, frame) }
            section(.class("panel")) {
                h2 { words.open }
                frame.counted(counts)
                if !silent.isEmpty {
                    p(.class("machine")) {
                        HTML(constant: Frame.alarm)
                        words.silent.filled(silent.joined(separator: ", "))
                    }
                    frame.dutyLine
                }
                if !cases.isEmpty { list(frame) }
            }
            section(.class("panel")) {
                h2 { words.handOver }
                frame.posted(Place.shiftNotes.link) { form(frame) }
            }
            section(.class("stack")) {
                h2 { words.last }
                if notes.isEmpty { emptyState(words.none, words.noneMeaning) } else { history(frame) }
            }
        }
    }

    private func waiting(_ note: Note, _ frame: Frame) -> HTML {
        let words = frame.words.shiftNote
        return section(.class("panel"), .id("catatan-" + note.id)) {
            h2 { words.from.filled(note.officer, frame.moment(note.at)) }
            frame.counted(note.counts)
            p(.class("words")) { note.text.isEmpty ? words.noWords : note.text }
            if note.isOwn {
                p(.class("muted")) { words.waitsForNext }
            } else {
                frame.posted(.takeOver(note.id)) {
                    button(.type("submit"), .class("primary"), .aria("describedby", "catatan-" + note.id)) {
                        words.takeOver
                    }
                }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.shiftNote
        let cased = frame.words.cases
        let columns = [cased.due, cased.kind, cased.state, cased.passport]
        return framedTable(words.open, columns: columns.map { HTML($0) }) {
            for one in cases {
                tr {
                    td { frame.due(one.dueAt) }
                    th(.scope("row")) {
                        let name = frame.words.caseTerms[\.kinds, one.kind.rawValue]
                        if one.mayOpen {
                            a(.href(.caseFile(one.id)), .data("open", "row")) { name }
                        } else {
                            name
                        }
                    }
                    td { frame.state(one.state, of: one.kind) }
                    td { one.isPassportHeld ? words.held : "–" }
                }
            }
        }
    }

    @HTMLBuilder
    private func form(_ frame: Frame) -> HTML {
        let words = frame.words.shiftNote
        hidden(Field.seen, notes.first?.id ?? "")
        field("pesan-regu", words.words, hint: words.wordsHint) {
            textarea(
                .id("pesan-regu"),
                .name(FormName(.text)),
                .rows(6),
                .maximumLength(CaseContent.longestText),
                .aria("describedby", "pesan-regu-hint")
            ) { typed }
        }
        button(.type("submit"), .class("primary")) { words.handOver }
    }

    private func history(_ frame: Frame) -> HTML {
        let words = frame.words.shiftNote
        let columns = [words.when, words.by, words.takenBy, words.words]
        return framedTable(words.last, columns: columns.map { HTML($0) }) {
            for note in notes {
                tr {
                    th(.scope("row")) { frame.moment(note.at) }
                    td { note.officer }
                    td { note.taken.map { $0.officer + ", " + frame.moment($0.at) } ?? words.notYet }
                    td(.class("words")) {
                        note.text.isEmpty ? words.noWords : note.text
                        frame.counted(note.counts)
                    }
                }
            }
        }
    }
}

extension Frame {
    /// What is open, in one line of counts; what there is nothing of is left out.
    fileprivate func counted(_ counts: ShiftNotesModel.Counts) -> HTML {
        let words = words.shiftNote
        let lines = [
            (words.checks, counts.checks), (words.passports, counts.passports),
            (words.objections, counts.objections), (words.referrals, counts.referrals),
            (words.offers, counts.offers), (words.silentFeeds, counts.silentFeeds),
        ].filter { $0.1 > 0 }
        return ul(.class("counts")) {
            for (text, count) in lines {
                li {
                    strong(text: number(count))
                    " " + text
                }
            }
            if counts.isCut { li { words.cut } }
            if lines.isEmpty && !counts.isCut { li { words.nothingOpen } }
        }
    }
}

extension ShiftNotesModel.Problem {
    fileprivate func sentence(in frame: Frame) -> String {
        let words = frame.words.shiftNote
        return switch self {
        case .tooLong: words.tooLong
        case .newer(let officer, let at): words.newer.filled(officer, frame.moment(at))
        case .own: words.own
        case .taken(let officer, let at): words.taken.filled(officer, frame.moment(at))
        }
    }
}

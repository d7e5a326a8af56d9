import Vocabulary

extension ReportModel: Page {
    /// The reports.
    public var place: Place? { .reports }
    /// Laporan.
    public func title(in frame: Frame) -> String { frame.words.report.title }

    /// The days, the totals, the counts.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.report
        return div(.class("stack")) {
            h1 { problem == nil ? heading(frame) : words.title }
            p(.class("lead")) { words.lead }
            p { strong(text: words.inward) }
            if let problem { problemBox(problem.sentence(in: frame)) }
            chooser(frame)
            if problem == nil {
                if lines.isEmpty {
                    emptyState(words.empty, words.emptyMeaning)
                } else {
                    counted(frame)
                    list(frame)
                }
                p(.class("source")) {
                    words.made.filled(
                        frame.shortDay(frame.today) + " " + frame.timeOfDay(frame.now),
                        frame.post ?? "Kawal"
                    )
                }
            }
        }
    }

    private func heading(_ frame: Frame) -> String {
        let words = frame.words.report
        return first == last
            ? words.of.filled(frame.day(first)) : words.ofSpan.filled(frame.day(first), frame.day(last))
    }

    private func chooser(_ frame: Frame) -> HTML {
        let words = frame.words.report
        return section(.class("panel no-print")) {
            h2(.class("visually-hidden")) { words.span }
            nav(.class("days"), .aria("label", words.quick)) { shortcuts(frame) }
            Pages.form(.get, .action(Place.reports.link), .class("form")) {
                div(.class("grid")) {
                    day("dari", Field.from, words.from, first)
                    day("sampai", Field.to, words.to, last)
                }
                button(.type("submit"), .class("primary")) { words.show }
            }
        }
    }

    @HTMLBuilder
    private func shortcuts(_ frame: Frame) -> HTML {
        let words = frame.words.report
        let month = frame.today.adding(months: -1)
        shortcut(.report(on: frame.today), frame.words.frame.today)
        shortcut(.report(on: frame.today.adding(days: -1)), words.yesterday)
        shortcut(.report(ofMonth: frame.today.month), words.thisMonth)
        shortcut(.report(ofMonth: month.month), words.lastMonth)
    }

    private func shortcut(_ link: Link, _ text: String) -> HTML {
        a(.class("quiet button"), .href(link)) { text }
    }

    private func day(_ id: String, _ name: StaticString, _ text: String, _ day: Day) -> HTML {
        field(id, text) {
            input(.id(id), .type("date"), .name(name), .value(day.description), .required)
        }
    }

    private func counted(_ frame: Frame) -> HTML {
        let words = frame.words.report
        return section(.class("panel totals")) {
            h2 { words.totals }
            dl(.class("facts")) {
                fact(words.interviews, frame.number(totals.interviews))
                fact(words.proceeded, frame.number(totals.proceeded))
                fact(words.putOff, frame.number(totals.putOff))
                fact(words.objections, frame.number(totals.objections))
                fact(words.overturned, frame.number(totals.overturned))
            }
            p(.class("muted")) { words.overturnedNote }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.report
        let columns = [words.kind, words.step, words.state, words.reason, words.agency, words.count]
        return section(.class("stack")) {
            h2 { words.table }
            framedTable(words.table, class: "report", columns: columns.map { HTML($0) }) {
                for line in lines { row(line, frame) }
            }
            p(.class("form-acts no-print")) {
                a(.class("button quiet"), .href(.reportTable(from: first, to: last))) { words.download }
                span(.class("muted"), text: words.paper)
            }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> HTML {
        let tally = line.tally
        return tr {
            th(.scope("row")) { frame.words.caseTerms[\.kinds, tally.kind.rawValue] }
            td { frame.step(tally.step, of: tally.kind) }
            td { frame.state(tally.state, of: tally.kind) }
            td { line.reason ?? "–" }
            td {
                tally.authority.map { frame.words.terms[\.authorities, $0.rawValue] }
                    ?? frame.words.report.nobody
            }
            td(.class("count")) { frame.number(line.count) }
        }
    }
}

extension ReportModel.Problem {
    fileprivate func sentence(in frame: Frame) -> String {
        let words = frame.words.report
        return switch self {
        case .unfit: words.unfit
        case .tooLong(let days): words.tooLong.filled(frame.number(days))
        }
    }
}

extension Day {
    /// The month as forms write it: `2026-03`.
    fileprivate var month: String { String(description.prefix(7)) }
}

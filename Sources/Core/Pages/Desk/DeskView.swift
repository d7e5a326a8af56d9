import Vocabulary

extension DeskModel: Page {
    /// The desk.
    public var place: Place? { .desk }
    /// The page fetches itself when something has changed.
    public var scripts: [Asset] { [.live] }
    /// Meja dua jam.
    public func title(in frame: Frame) -> String { frame.words.desk.title }

    /// What leaves, in order, with who needs the desk; no personal fact.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.desk
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if issuesPasses { p { a(.class("button"), .href(.passDesk)) { frame.words.pass.deskTitle } } }
            div(.id("meja"), .class("stack"), .data("live", "desk")) {
                p(.class("muted")) {
                    words.asOf.filled(frame.timeOfDay(frame.now), frame.length(seconds: minutes * 60))
                }
                if !completing.isEmpty { atDesk(frame) }
                if flights.isEmpty {
                    emptyState(words.empty, words.emptyMeaning)
                } else {
                    for flight in flights { panel(flight, frame) }
                }
                if left > 0 { p { words.more.filled(frame.number(left)) } }
                if timeless > 0 { p(.class("muted")) { words.timeless.filled(frame.number(timeless)) } }
            }
        }
    }

    private func atDesk(_ frame: Frame) -> HTML {
        let words = frame.words.desk
        return section(.class("panel")) {
            h2 { words.completing }
            ul {
                for one in completing {
                    li {
                        a(.href(.caseFile(one.id))) { words.openCase }
                        if let departsAt = one.departsAt {
                            " · " + frame.words.cases.departs + " " + frame.moment(departsAt)
                        }
                        " · "
                        frame.due(one.dueAt)
                    }
                }
            }
        }
    }

    private func panel(_ flight: Flight, _ frame: Frame) -> HTML {
        let words = frame.words.desk
        let name = flight.number + (flight.to.map { " → " + $0 } ?? "")
        return section(.class("panel")) {
            h2 {
                frame.clock(flight.departsAt) + " · " + name
                span(.class("heading-day")) {
                    words.leavesIn.filled(frame.length(seconds: frame.now.seconds(until: flight.departsAt)))
                }
            }
            if flight.travellers.isEmpty {
                p(.class("muted")) { words.nobody }
            } else {
                framedTable(
                    name,
                    class: "desk",
                    columns: [words.traveller, words.advice, words.mend].map { HTML($0) }
                ) {
                    for traveller in flight.travellers { row(traveller, frame) }
                }
            }
        }
    }

    private func row(_ traveller: Traveller, _ frame: Frame) -> HTML {
        let words = frame.words.desk
        let name = traveller.person.map { words.person.filled(frame.number($0)) } ?? words.atCounter
        return tr {
            th(.scope("row")) {
                a(.href(.traveller(traveller.id)), .data("open", "row")) { name }
                if let caseID = traveller.caseID {
                    br()
                    a(.href(.caseFile(caseID))) { words.openCase }
                }
            }
            td { traveller.advice.mark(in: frame) }
            td {
                if traveller.mend.isEmpty {
                    span(.class("muted"), text: words.nothingToMend)
                } else {
                    MendList(mend: traveller.mend, frame: frame).list
                }
            }
        }
    }
}

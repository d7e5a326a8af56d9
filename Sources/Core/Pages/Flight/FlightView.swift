import Vocabulary

extension FlightModel: Page {
    /// Under the board.
    public var place: Place? { .board }
    /// Live regions.
    public var scripts: [Asset] { [.live] }
    /// The flight's number.
    public func title(in frame: Frame) -> String { frame.words.flight.title.filled(line.flight.number) }

    /// Counts, and a way to each traveller whose advice is not clear.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.flight
        return div(.id("penerbangan"), .data("live", "flight")) {
            div(.class("heading")) {
                h1 { title(in: frame) }
                p(.class("lead")) {
                    words.route.filled(line.flight.from, line.to ?? "–") + " · "
                    words.departs.filled(departure(frame))
                    if line.isCrew { " · " + words.crewList }
                }
            }
            section(.class("panel")) {
                if line.isElsewhere {
                    p { frame.words.deskAnswer.elsewhereMeaning }
                } else {
                    frame.tallyLine(line.tally)
                }
                if let receivedAt = line.receivedAt {
                    p(.class("muted")) {
                        words.received.filled(frame.age(receivedAt)) + " "
                        if let manifest { a(.href(.manifest(manifest))) { words.manifest } }
                    }
                }
                if !line.referrals.isEmpty {
                    div(.class("referrals")) { for mark in line.referrals { frame.referralMark(mark) } }
                }
            }
            h2 { words.travellers }
            if travellers.isEmpty {
                emptyState(words.allClear, words.allClearMeaning)
            } else {
                travellers.rows(in: frame)
            }
        }
    }

    private func departure(_ frame: Frame) -> String {
        let day = frame.day(line.flight.departsOn)
        guard let at = line.departsAt else { return day }
        return day + " " + frame.clock(at.minute)
    }
}

extension [FlightModel.Traveller] {
    /// Advice and place in the list, each leading to the traveller's page.
    func rows(in frame: Frame) -> HTML {
        ul(.class("rows"), .data("list", "rows")) {
            for traveller in self { li { traveller.row(in: frame) } }
        }
    }
}

extension FlightModel.Traveller {
    fileprivate func row(in frame: Frame) -> HTML {
        a(.href(.traveller(id)), .data("open", "row")) {
            advice.mark(in: frame)
            span(.class("muted")) {
                person.map { frame.words.flight.person.filled(frame.number($0)) }
                    ?? frame.words.flight.atCounter
            }
            span(.class("open")) { "→ " + frame.words.frame.open }
        }
    }
}

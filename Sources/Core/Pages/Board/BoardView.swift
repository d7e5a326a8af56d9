import Vocabulary

extension BoardModel: Page {
    /// The board.
    public var place: Place? { .board }
    /// Live regions.
    public var scripts: [Asset] { [.live] }
    /// Papan jaga.
    public func title(in frame: Frame) -> String { frame.words.board.title }

    /// Counts, flights and referrals; no personal fact.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.board
        return div(.class("board")) {
            div(.class("heading")) {
                h1 {
                    words.title
                    span(.class("heading-day")) { frame.day(day) }
                }
                frame.dayLinks(.board, day)
            }
            div(.id("papan-hitungan"), .class("cards"), .data("live", "counts")) {
                section(.class("panel wide")) {
                    h2 { words.tally }
                    frame.tallyLine(tally)
                    feedLine(frame)
                    if let partner = frame.partner { frame.partnerLine(partner) }
                    if frame.hasSilentFeed { frame.dutyLine }
                }
            }
            p(
                .class("visually-hidden"),
                .id("kabar"),
                .role("status"),
                .data("template", words.newReferrals)
            ) {}
            div(.id("papan-penerbangan"), .data("live", "flights")) {
                counterLine(frame)
                if flights.isEmpty {
                    emptyState(words.empty, words.emptyMeaning) {
                        if frame.officer?.places.contains(.manifests) == true {
                            p { a(.class("button primary"), .href(Place.manifests.link)) { words.sendOne } }
                        }
                    }
                } else {
                    flightTable(frame)
                }
            }
        }
    }

    private func feedLine(_ frame: Frame) -> HTML {
        let silent = frame.feeds.filter { $0.state != .current }
        return p(.class(silent.isEmpty ? "muted" : "machine")) {
            silent.isEmpty
                ? frame.words.board.normal
                : frame.words.board.staleWarning.filled(silent.map(\.name).joined(separator: ", "))
        }
    }

    private func counterLine(_ frame: Frame) -> HTML {
        guard !counterReferrals.isEmpty else { return HTML() }
        return section(.class("panel line")) {
            h2 { frame.words.board.atCounter }
            div(.class("referrals")) { for mark in counterReferrals { frame.referralMark(mark) } }
        }
    }

    private func flightTable(_ frame: Frame) -> HTML {
        let words = frame.words.board
        let columns =
            [words.departs, words.flight, words.destination, words.travellers].map { HTML($0) }
            + frame.adviceHeads + [HTML(words.referrals)]
        return framedTable(words.flights, class: "flights", columns: columns) {
            for line in flights {
                tr(.data("key", line.flight.number + line.flight.from + (line.isCrew ? "C" : "P"))) {
                    td(.class("clock")) { frame.departure(line.departsAt, on: day) }
                    th(.scope("row")) {
                        if frame.officer?.places.contains(.referrals) == true {
                            a(.href(.flight(line.flight)), .data("open", "row")) { line.flight.number }
                        } else {
                            line.flight.number
                        }
                        if line.isCrew { small { " " + words.crew } }
                    }
                    td { line.to ?? "–" }
                    if line.isElsewhere {
                        td(.colSpan(6), .class("muted")) { frame.words.deskAnswer.elsewhere }
                    } else {
                        td(.class("count")) { frame.number(line.tally.total) }
                        frame.adviceCells(line.tally)
                    }
                    td(.class("referrals")) {
                        for mark in line.referrals { frame.referralMark(mark) }
                    }
                }
            }
        }
    }
}

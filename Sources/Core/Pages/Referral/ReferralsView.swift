import Vocabulary

extension ReferralsModel: Page {
    /// The referrals.
    public var place: Place? { .referrals }
    /// Live regions.
    public var scripts: [Asset] { [.live] }
    /// Rujukan.
    public func title(in frame: Frame) -> String { frame.words.referral.title }

    /// Newest first, without a personal fact.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.referral
        return div {
            div(.class("heading")) {
                h1 {
                    words.title
                    span(.class("heading-day")) { frame.day(day) }
                }
                frame.dayLinks(.referrals, day)
            }
            p(.class("lead")) { words.lead }
            p(
                .class("visually-hidden"),
                .id("kabar"),
                .role("status"),
                .data("template", frame.words.board.newReferrals)
            ) {}
            div(.id("rujukan"), .data("live", "referrals")) {
                if referrals.isEmpty { emptyState(words.empty, words.emptyMeaning) } else { list(frame) }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.referral
        let columns = [words.opened, words.flight, frame.words.board.departs, words.origin, words.state]
        return framedTable(words.title, class: "referral-table", columns: columns.map { HTML($0) }) {
            for line in referrals { row(line, frame) }
        }
    }

    private func row(_ line: Line, _ frame: Frame) -> HTML {
        let words = frame.words.referral
        return tr(.class(line.mark.isWithdrawn ? "withdrawn" : "")) {
            th(.scope("row")) { frame.referralMark(line.mark) }
            td { line.flight?.number ?? words.withoutFlight }
            td(.class("clock")) { frame.departure(line.departsAt, on: day) }
            td {
                line.isFromPartner
                    ? frame.words.deskAnswer.fromPartner
                    : line.isFromCounter ? words.fromCounter : words.fromList
            }
            td {
                if line.mark.isWithdrawn {
                    words.fell
                    if let code = line.withdrawnFor {
                        p(.class("muted")) { frame.words.terms[\.withdrawals, code] }
                    }
                } else if let state = line.mark.state {
                    frame.state(state, of: .departure)
                } else if line.mark.isBegun {
                    line.mark.isDone ? frame.words.board.done : frame.words.board.underway
                } else {
                    words.stands.filled(frame.length(seconds: line.mark.openedAt.seconds(until: frame.now)))
                }
            }
        }
    }
}

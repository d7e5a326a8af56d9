import Vocabulary

extension Frame {
    /// Travellers by advice in one line: shape, number, word.
    func tallyLine(_ tally: AdviceCounts) -> HTML {
        ul(.class("tally")) {
            for advice in Advice.boardOrder {
                li(
                    .class("\(advice.role)\(tally[advice] == 0 ? " none" : "")"),
                    .data("advice", advice.rawValue)
                ) {
                    advice.shape
                    strong(text: number(tally[advice]))
                    span(text: advice.shortWord(in: self))
                }
            }
        }
    }

    /// The heads of the five columns: shape and word.
    var adviceHeads: [HTML] {
        Advice.boardOrder.map { advice in
            span(.class("head \(advice.role)"), .data("advice", advice.rawValue)) {
                advice.shape
                span(text: advice.shortWord(in: self))
            }
        }
    }

    /// The five cells of a row.
    @HTMLBuilder
    func adviceCells(_ tally: AdviceCounts) -> HTML {
        for advice in Advice.boardOrder {
            let count = tally[advice]
            td(.class(count == 0 ? "count none" : "count \(advice.role)")) { number(count) }
        }
    }

    /// A referral as the board shows it: `◆ 23.02 → buka`.
    func referralMark(_ mark: ReferralMark) -> HTML {
        if mark.isWithdrawn {
            return span(.class("referral withdrawn")) {
                clock(mark.openedAt) + " " + words.board.withdrawn
            }
        }
        if mark.isDone {
            return span(.class("referral withdrawn")) {
                clock(mark.openedAt) + " " + words.board.done
            }
        }
        let unshared = mark.isUnshared ? " · " + words.board.unshared : ""
        // Who may not read the reasons goes to the interview, or nowhere.
        guard officer?.places.contains(.referrals) == true else {
            return span(.class("referral attention"), .data("advice", Advice.refer.rawValue)) {
                Advice.refer.shape
                span(text: Advice.refer.word(in: self) + " " + clock(mark.openedAt) + unshared)
            }
        }
        var piece = referralLink(mark, unshared)
        if let answer = mark.answer {
            piece.append(span(.class("desk-answer"), text: line(of: answer)))
        }
        return piece
    }

    private func referralLink(_ mark: ReferralMark, _ unshared: String) -> HTML {
        a(
            .class("referral attention"),
            .href(.referral(mark.id)),
            .data("referral", mark.id),
            .data("advice", Advice.refer.rawValue),
            .aria(
                "label",
                Advice.refer.word(in: self) + " " + clock(mark.openedAt) + ", " + words.frame.open + unshared
            )
        ) {
            Advice.refer.shape
            span(text: clock(mark.openedAt))
            span(.class("open"), text: "→ " + words.frame.open)
            if mark.isUnshared { span(.class("muted"), text: unshared) }
        }
    }

    /// A flight by number and day: `GA820 · 1 Mar 2026`.
    func name(of flight: FlightKey) -> String { flight.number + " · " + shortDay(flight.departsOn) }

    /// A time of departure, with its day where that is another.
    func departure(_ at: WallTime?, on day: Day) -> String {
        guard let at else { return "–" }
        return at.day == day ? clock(at.minute) : shortDay(at.day) + " " + clock(at.minute)
    }
}

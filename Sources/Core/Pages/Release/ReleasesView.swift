import Vocabulary

extension ReleasesModel: Page {
    /// The receipts.
    public var place: Place? { .releases }
    /// Tanda lepas.
    public func title(in frame: Frame) -> String { frame.words.release.title }

    /// Newest first.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.release
        return div {
            div(.class("heading")) {
                h1 {
                    words.title
                    span(.class("heading-day")) { frame.day(day) }
                }
                frame.dayLinks(.releases, day)
            }
            p(.class("lead")) { words.lead }
            if releases.isEmpty { emptyState(words.empty, words.emptyMeaning) } else { list(frame) }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.release
        let columns = [
            words.at, words.passport, words.placement, words.flight, words.known, words.entry,
        ]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for line in releases {
                tr {
                    th(.scope("row")) { frame.clock(line.at) }
                    td { line.passport }
                    td { line.placement }
                    td { line.flight ?? frame.words.referral.withoutFlight }
                    td {
                        line.advice.word(in: frame)
                        if !line.codes.isEmpty {
                            span(.class("muted"), text: " · " + line.codes.joined(separator: " "))
                        }
                    }
                    td(.class("count")) { line.entry.map { frame.number($0) } ?? frame.words.board.unshared }
                }
            }
        }
    }
}

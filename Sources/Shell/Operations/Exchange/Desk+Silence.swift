import Exchange
import Vocabulary

extension Desk {
    /// Marks what the partner tells as unanswered where it has told nothing yet, or nothing for too long: silence speaks against
    /// nobody.
    ///
    /// - Throws: `SiteFault`.
    package func noteSilence() async throws {
        guard let side = exchange else { return }
        let at = now()
        let minutes = rules.limit("partner_silent_minutes", on: today) ?? 15
        try await site.commit { reads in
            let heard = try reads.streams().filter { $0.way == .in }.compactMap(\.movedAt).max()
            guard heard.map({ $0.adding(seconds: minutes * 60) < at }) ?? true else {
                return Decision([], answer: ())
            }
            let silent = try toldBy(side).compactMap { kind -> RecordChange? in
                let known = try reads.records(Feed.self, .key(kind.rawValue)).first
                guard known?.state != .down else { return nil }
                var feed = known ?? Feed()
                feed.name = kind.rawValue
                feed.owner = side.partner.text
                feed.state = .down
                return RecordChange(feed)
            }
            let rows = silent.isEmpty ? nil : OfficeRows(silent, by: side.partner.text, at: at)
            return Decision([], rows: rows, answer: ())
        }
    }

    /// The tables that the partner tells of.
    private func toldBy(_ side: ExchangeSide) -> [RecordKind] {
        let types = Set(
            rules.agreement(on: today).filter {
                $0.sender.includes(side.other) && !$0.sender.includes(side.agency)
            }
            .map(\.type)
        )
        return Desk.toldTables.filter { types.contains($0.1) }.map(\.0)
    }
}

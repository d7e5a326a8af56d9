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
        // Looked at before anything is written: most of the time there is nothing to mark.
        guard try !site.read({ try silent(side, at: at, $0) }).isEmpty else { return }
        try await site.commit { reads in
            let silent = try silent(side, at: at, reads)
            let rows = silent.isEmpty ? nil : OfficeRows(silent, by: side.partner.text, at: at)
            return Decision([], rows: rows, answer: ())
        }
    }

    /// The tables that are to be marked: all that aren't yet, where nothing was heard for too long.
    private func silent(_ side: ExchangeSide, at: Moment, _ reads: any SiteReads) throws -> [RecordChange] {
        let minutes = rules.limit("partner_silent_minutes", on: today) ?? 15
        guard try reads.heardAt().map({ $0.adding(seconds: minutes * 60) < at }) ?? true else { return [] }
        return try toldBy(side).compactMap { kind -> RecordChange? in
            let known = try reads.records(Feed.self, .key(kind.rawValue)).first
            guard known?.state != .down else { return nil }
            var feed = known ?? Feed()
            feed.name = kind.rawValue
            feed.owner = side.partner.text
            feed.state = .down
            return RecordChange(feed)
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

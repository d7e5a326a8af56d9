import Exchange
import Vocabulary

extension Desk {
    /// How the exchange stands; nil of a site without a partner.
    ///
    /// - Throws: `SiteFault`.
    package func exchangeStanding() throws -> ExchangeStanding? {
        guard let side = exchange else { return nil }
        let digest = agreementMemory.digest(of: rules, on: today)
        return try site.read { reads in
            let streams = try reads.streams()
            let keys = try reads.trusted(of: side.partner.text)?.keys
            return ExchangeStanding(
                agency: side.agency,
                partner: side.other,
                partnerName: side.partner.text,
                streams: streams,
                heardAt: streams.filter { $0.way == .in }.compactMap(\.movedAt).max(),
                letters: try letters(reads),
                alarms: try reads.exchangeAlarms(limit: 50).map { open in
                    ExchangeStanding.Alarm(
                        entry: open.entry,
                        code: open.alarm.code,
                        stream: open.alarm.stream,
                        at: open.at
                    )
                },
                witnessAlarms: try reads.witnessAlarms(),
                digest: digest,
                signatures: try signaturesToday(of: side, reads),
                keys: keys.map(signingKeys) ?? [],
                fingerprint: keys?.fingerprint,
                waiting: try waiting(side, reads)
            )
        }
    }

    /// What crossed under the agreement, by way and type.
    ///
    /// - Throws: `SiteFault`.
    package func crossed() throws -> [CrossedCount] { try site.read { try $0.crossed() } }

    private func letters(_ reads: any SiteReads) throws -> [ExchangeStanding.Letter] {
        try reads.deadLetters(limit: 100).compactMap { dead in
            guard let id = dead.skipped.skipped else { return nil }
            return ExchangeStanding.Letter(
                id: id,
                type: dead.skipped.type,
                reason: dead.skipped.reason,
                code: dead.skipped.code,
                at: dead.at,
                hasWords: try reads.queuedMessage(id) != nil
            )
        }
    }

    private func signingKeys(of party: PartyKeys) -> [ExchangeStanding.Key] {
        party.signing.map { ExchangeStanding.Key(id: $0.kid, validUntil: $0.notAfter) }
    }

    /// Only a referral's answer names its question; what a look-up asks for is answered by the record itself.
    private func waiting(_ side: ExchangeSide, _ reads: any SiteReads) throws -> [ExchangeStanding.Waiting] {
        let type = "referral.opened/1"
        let rule = rules.agreement(on: today).first { $0.type == type }
        guard let minutes = rule?.answerMinutes else { return [] }
        var asked = ExchangeStanding.Waiting(
            type: type,
            waiter: .immigration,
            dueMinutes: minutes,
            open: [],
            answered: []
        )
        for day in [-1, 0, 1] {
            for referral in try reads.referrals(on: today.adding(days: day)) {
                if let first = try reads.answers(to: referral.id).last {
                    asked.answered.append(max(0, referral.openedAt.seconds(until: first.at)))
                } else if referral.withdrawnFor == nil {
                    asked.open.append(max(0, referral.openedAt.seconds(until: now())))
                }
            }
        }
        return [asked]
    }
}

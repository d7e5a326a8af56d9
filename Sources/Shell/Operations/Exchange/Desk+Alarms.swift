import Vocabulary

extension Desk {
    /// Closes an alarm of the exchange, once a person has found out what was behind it.
    ///
    /// - Throws: `OperationFault.notAllowed` to whom does not administer the site; `.absent` where no such alarm stands;
    ///   `.fieldUnfit` without a reason; `SiteFault`.
    package func close(exchangeAlarm entry: UInt64, reason: String, by actor: Actor) async throws {
        guard actor.roles.contains(.administrator) else { throw OperationFault.notAllowed }
        try Desk.check(reason: reason)
        let resolved = ExchangeResolved(alarm: entry, text: reason, officer: actor.name)
        let at = now()
        try await site.commit { reads in
            guard try reads.isOpen(exchangeAlarm: entry) else { throw OperationFault.absent }
            let draft = EntryDraft(
                .exchangeResolved(resolved),
                at: at,
                actor: actor.name,
                purpose: "exchange"
            )
            return Decision([draft], answer: ())
        }
    }
}

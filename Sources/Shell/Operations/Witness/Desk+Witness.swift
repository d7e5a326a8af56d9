package import Vocabulary

extension Desk {
    /// How this site stands to the partner's witness at this moment.
    ///
    /// - Throws: `SiteFault`.
    package func witnessStanding(cosignedAt: Moment?) throws -> WitnessStanding {
        WitnessStanding(
            cosignedAt: cosignedAt,
            alarms: try site.read { try $0.witnessAlarms() },
            at: now(),
            limits: WitnessLimits(rules, on: today)
        )
    }

    /// Clears an alarm about the partner's log, once a person has found out what was behind it.
    ///
    /// What was witnessed stays: the log goes on from there or not at all.
    /// - Throws: `OperationFault.notAllowed` to whom does not administer the site; `.absent` where no such alarm stands;
    ///   `.fieldUnfit` without a reason; `SiteFault`.
    package func clear(witnessAlarm id: String, reason: String, by actor: Actor) async throws {
        guard actor.roles.contains(.administrator) else { throw OperationFault.notAllowed }
        guard (1...1000).contains(reason.utf8.count) else {
            throw OperationFault.fieldUnfit(field: "reason", expected: "1 to 1000 bytes")
        }
        let cleared = WitnessCleared(id: id, reason: reason, officer: actor.name, at: now())
        try await site.commit { reads in
            guard try reads.witnessAlarms().contains(where: { $0.id == id }) else {
                throw OperationFault.absent
            }
            let draft = EntryDraft(
                .witnessCleared(cleared),
                at: cleared.at,
                actor: actor.name,
                purpose: "witness"
            )
            return Decision([draft], answer: ())
        }
    }
}

package import Vocabulary

extension Desk {
    /// Keeps what an officer knew when a registered worker was cleared at the counter; nobody is kept waiting for it.
    func noteRelease(_ answer: CheckAnswer, flight: FlightKey, by actor: Actor) throws {
        guard actor.roles.contains(.border),
            answer.assessment.advice == .clear || answer.assessment.advice == .advise,
            let placement = answer.assessment.placement, let passport = answer.passport
        else { return }
        let known = try site.read { try $0.releases(of: passport) }
        guard !known.contains(where: { $0.receipt.officer == actor.name && $0.receipt.flight == flight })
        else {
            return
        }
        let at = now()
        let receipt = ReleaseReceipt(
            id: makeIdentifier(),
            at: at,
            officer: actor.name,
            flight: flight,
            passport: passport,
            placement: placement,
            assessment: answer.assessment
        )
        site.note(
            EntryDraft(
                .workerReleased(receipt),
                at: at,
                actor: actor.name,
                purpose: "departure-check",
                subject: .release(passport)
            )
        )
    }

    /// An officer's own receipts of a day, newest first; nobody else's.
    ///
    /// - Throws: `SiteFault`.
    package func ownReleases(on day: Day, of actor: Actor) throws -> [KeptRelease] {
        try site.read { try $0.releases(by: actor.name, on: day) }
    }

    /// A worker's receipts, for the worker or a court: that they were opened, for whom and why, is an entry first.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where no reference is given; `SiteFault`.
    package func openReleases(
        of passport: PassportNumber,
        for reader: ReleaseReader,
        basis: String,
        by actor: Actor
    ) async throws -> [KeptRelease] {
        try Desk.check(basis: basis)
        let read = RecordRead(part: .release, reader: reader, basis: basis)
        let draft = EntryDraft(
            .recordRead(read),
            at: now(),
            actor: actor.name,
            purpose: RecordRead.Part.release.purpose,
            subject: .release(passport)
        )
        return try await site.commit { reads in
            Decision([draft], answer: try reads.releases(of: passport))
        }
    }
}

package import Linking
package import Vocabulary

extension Desk {
    /// How somebody is put beside the registry: the link that was accepted, and what a person has to decide.
    ///
    /// - Throws: `SiteFault`.
    package func link(_ traveller: Traveller, on day: Day, _ reads: any SiteReads) throws -> (
        link: Link?, doubts: [LinkDoubt]
    ) {
        var records = try PersonRecords(of: traveller, from: SnapshotSource(reads: reads))
        records.decisions = try decisions(records, of: traveller, reads)
        let journey = try linking(reads).journey(
            of: traveller,
            on: day,
            legs: [],
            debarks: nil,
            asCrew: false,
            records: records
        )
        return (journey.link, journey.doubts)
    }

    /// What people have decided of placements under the passports at hand, the newest word counting.
    ///
    /// - Throws: `SiteFault`.
    func decisions(_ records: PersonRecords, of traveller: Traveller, _ reads: any SiteReads) throws
        -> [PlacementNumber: [PassportNumber: Bool]]
    {
        guard !records.placements.isEmpty else { return [:] }
        var decisions: [PlacementNumber: [PassportNumber: Bool]] = [:]
        for number in Set(
            [traveller.passport].compactMap(\.self) + records.passports.compactMap(\.file.number)
        ) {
            // The newest comes first and stays.
            for decided in try reads.linkDecisions(for: number)
            where decisions[decided.placement]?[number] == nil {
                decisions[decided.placement, default: [:]][number] = decided.isSame
            }
        }
        return decisions
    }

    /// The doubts of a judged traveller that are not yet noted; whoever is clear is not kept.
    ///
    /// - Throws: `SiteFault`.
    func newDoubts(
        _ judged: Judged,
        on flight: FlightKey,
        at: Moment,
        _ reads: any SiteReads
    ) throws -> [LinkDoubted] {
        let traveller = judged.traveller
        guard !judged.doubts.isEmpty, judged.assessment.advice != .clear, let passport = traveller.passport
        else { return [] }
        let known = Set(try reads.doubts(on: passport).map(\.doubt.placement))
        return judged.doubts.filter { !known.contains($0.placement) }.map { doubt in
            LinkDoubted(
                id: makeIdentifier(),
                passport: passport,
                flight: flight,
                name: traveller.name?.text ?? "",
                bornOn: traveller.bornOn,
                doubt: doubt,
                rules: rules.digest,
                at: at
            )
        }
    }

    /// Doubtful links that nobody has decided, newest first.
    ///
    /// - Throws: `SiteFault`.
    package func doubts(limit: Int) throws -> [LinkDoubted] {
        try site.read { try $0.doubts(limit: limit) }
    }

    /// One doubtful link with the placement as it stands now; looking at it is noted.
    ///
    /// - Throws: `OperationFault.absent` where it is unknown or decided; `SiteFault`.
    package func doubt(id: String, by actor: Actor) throws -> (doubted: LinkDoubted, placement: Placement?) {
        let found = try site.read { reads -> (LinkDoubted, Placement?) in
            guard let doubted = try reads.doubt(id: id) else { throw OperationFault.absent }
            let rows = try reads.records(Placement.self, .key(doubted.doubt.placement.text))
            return (doubted, rows.first)
        }
        note(.link, of: .passport(found.0.passport), by: actor)
        return found
    }

    /// Notes whose a placement is: the next screening follows it, and nobody is asked again.
    ///
    /// - Throws: `OperationFault.absent` where somebody has decided already; `SiteFault`.
    package func decide(doubt id: String, isSame: Bool, basis: LinkDecided.Basis, by actor: Actor)
        async throws
    {
        let at = now()
        try await site.commit { reads in
            guard let doubted = try reads.doubt(id: id) else { throw OperationFault.absent }
            let decided = LinkDecided(doubted, isSame: isSame, basis: basis, officer: actor.name, at: at)
            let entry = EntryDraft(
                .linkDecided(decided),
                at: at,
                actor: actor.name,
                purpose: RecordRead.Part.link.purpose,
                subject: .passport(doubted.passport)
            )
            return Decision([entry], answer: ())
        }
    }

    /// All that people have decided of links, the last word on each pair; that they are given out is noted for each traveller.
    ///
    /// - Throws: `SiteFault`.
    package func linkDecisions(by actor: Actor) throws -> [LinkDecided] {
        var last: [String: LinkDecided] = [:]
        for decided in try site.read({ try $0.linkDecisions() }) {
            last[decided.placement.text + " " + decided.passport.text] = decided
        }
        let all = last.sorted { $0.key < $1.key }.map(\.value)
        for passport in Set(all.map(\.passport)) { note(.link, of: .passport(passport), by: actor) }
        return all
    }
}

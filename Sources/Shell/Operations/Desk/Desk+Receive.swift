import Crypto
import Intake
import Vocabulary

extension Desk {
    /// Receives a passenger list for real: entries, referrals, board.
    ///
    /// The same bytes again change nothing.
    ///
    /// - Throws: `OperationFault.unreadable` where no list is in it; `SiteFault`.
    package func receive(_ bytes: [UInt8], name: String, by actor: Actor) async throws -> Reception {
        let digest = hexadecimal(SHA256.hash(data: bytes))
        if let repeated = try await repetition(of: digest, bytes, name: name) {
            guard repeated.manifests.allSatisfy({ actor.may($0.flight.number) }) else {
                throw OperationFault.notAllowed
            }
            return repeated
        }
        let found = try travellers(in: bytes, name: name, digest: digest)
        let flights = found.lists.map(\.flight.number) + found.bookings.flights
        guard flights.allSatisfy({ actor.may($0) }) else { throw OperationFault.notAllowed }
        let at = now()
        // Bookings first: they say of the file's own lists who paid and where the trip goes on to.
        let bookings =
            found.bookings.changes.isEmpty
            ? LoadCount() : try await site.load(found.bookings.changes, by: actor.name, at: at)
        let lists = DepartureList.latest(found.lists.map { $0.filed(by: places) })
        guard !lists.isEmpty else {
            shelve(bytes, digest: digest, for: found.loose, at: at)
            var reception = Reception(manifests: [], diagnostics: found.loose, isRepeat: bookings.isUnchanged)
            reception.bookings = bookings
            return reception
        }
        let judged = try await judged(lists)
        let findings = found.loose + lists.flatMap(\.diagnostics)
        keep(bytes, digest: digest, whileAsking: judged, besides: findings, at: at)
        let decided = try await decide(judged, digest: digest, at: at, by: actor)
        if decided.drafts.isEmpty,
            let repeated = try await repetition(of: digest, bytes, name: name)
        {
            return repeated
        }
        board.tell(decided.changes)
        seek(judged, ownsFile: findings.isEmpty)
        shelve(bytes, digest: digest, for: findings, at: at)
        var reception = Reception(
            manifests: decided.manifests,
            diagnostics: found.loose + Desk.tellReplaced(found.lists.count - lists.count),
            isRepeat: false
        )
        reception.bookings = bookings
        take(answersTo: judged, into: &reception)
        return reception
    }

    /// What the lists of a file come to.
    private struct Decided: Sendable {
        var drafts: [EntryDraft] = []
        var manifests: [ManifestReceived] = []
        var changes: [BoardChange] = []
    }

    /// Decides on a file's lists in one transaction, each on what those before it have done.
    private func decide(
        _ judged: [JudgedList],
        digest: String,
        at moment: Moment,
        by actor: Actor
    ) async throws -> Decided {
        let period = try await contactPeriod()
        let permille = rules.limit("audit_sample_permille", on: today) ?? 0
        return try await site.commit { [rules, makeIdentifier] reads in
            var decided = Decided()
            // Two uploads of one file at the same moment: the second finds what the first has done.
            guard try Desk.repeated(digest, reads).isEmpty else { return Decision([], answer: decided) }
            var states: [FlightKey: FlightState] = [:]
            let names = Set(judged.map(\.list.list))
            for list in judged {
                let flight = list.list.flight
                var state = try states[flight] ?? FlightState(of: flight, besides: names, in: reads)
                var reception = ListReception(
                    list,
                    period,
                    rules: rules.digest,
                    at: moment,
                    actor: actor.name
                )
                reception.decide(&state, makeIdentifier: makeIdentifier)
                try reception.sample(permille: permille, reads)
                try invite(&reception, reads)
                try reception.doubt { try newDoubts($0, on: flight, at: moment, reads) }
                states[flight] = state
                decided.drafts += reception.drafts
                decided.manifests.append(reception.manifest)
                decided.changes += reception.changes
            }
            return Decision(decided.drafts, answer: decided)
        }
    }

    /// Lets chance draw travellers of a list by the roster of the shift in which they leave.
    private func invite(_ reception: inout ListReception, _ reads: any SiteReads) throws {
        let departsAt = reception.manifest.departsAt?.moment(zone: zone)
        let roster = try departsAt.flatMap { try reads.roster(of: post, at: $0) }
        guard roster != nil, let years = rules.limit("majority_years", on: today) else { return }
        let drawn = try reads.draws(after: now()).filter { $0.draw.flight == reception.manifest.flight }
        reception.invite(
            by: roster,
            departsAt: departsAt,
            majorityYears: years,
            drawn: Set(drawn.map(\.draw.passport)),
            answered: try reads.answeredDraws(after: now()),
            makeIdentifier: makeIdentifier
        )
    }

    private static func tellReplaced(_ count: Int) -> [Diagnostic] {
        guard count > 0 else { return [] }
        return [DiagnosticCode.replacedList.found("\(count) lists", expected: "one list a departure", at: 0)]
    }

    func judged(_ lists: [DepartureList]) async throws -> [JudgedList] {
        var judged: [JudgedList] = []
        for var list in lists {
            list.lookedUp = try site.read { try lookedUp(on: list.flight, $0) }
            judged.append(
                JudgedList(list: list, travellers: list.purpose.isJudged ? try await judge(list) : [])
            )
        }
        return judged
    }

    /// What came of these bytes before; nil where a closing list came since, so that they open the flight again.
    private static func repeated(_ digest: String, _ reads: any SiteReads) throws -> [ManifestReceived] {
        try reads.manifests(digest: digest).filter { $0.closure == nil || $0.digests.last == digest }
    }

    /// The period that contacts are counted in; a new one takes the key of the one before with it.
    ///
    /// - Shape: nil where there is none yet and the shared ledger can't be reached: then nothing is counted.
    private func contactPeriod() async throws -> ContactPeriod? {
        let at = now()
        let known = try site.read { try $0.contactPeriod()?.period }
        let fresh = ContactPeriod(of: today)
        if let known, known.number == fresh.number { return known }
        do {
            return try await site.commit { reads in
                let standing = try reads.contactPeriod()
                if let standing, standing.period.number == fresh.number {
                    return Decision([], answer: standing.period)
                }
                var events: [SiteEvent] = [.contactPeriodBegun(fresh)]
                if let standing {
                    let entries = IndexRanges([standing.entry])
                    events.append(
                        .bodiesErased(
                            BodiesErased(reason: .retention, basis: "contact.period", entries: entries)
                        )
                    )
                }
                let drafts = events.map {
                    EntryDraft($0, at: at, actor: Actor.system.name, purpose: "retention")
                }
                return Decision(drafts, answer: fresh)
            }
        } catch SiteFault.cut {
            // The next list after the link is back begins the new one.
            return known
        }
    }

    /// What came of these bytes before; the carrier is told how things stand now.
    private func repetition(of digest: String, _ bytes: [UInt8], name: String) async throws -> Reception? {
        let known = try site.read { try Desk.repeated(digest, $0) }
        guard !known.isEmpty else { return nil }
        var reception = Reception(manifests: known, diagnostics: [], isRepeat: true)
        guard !known.contains(where: { $0.closure != nil }) else { return reception }
        let lists = try travellers(in: bytes, name: name, digest: digest).lists
        take(
            answersTo: try await judged(DepartureList.latest(lists.map { $0.filed(by: places) })),
            into: &reception
        )
        return reception
    }
}

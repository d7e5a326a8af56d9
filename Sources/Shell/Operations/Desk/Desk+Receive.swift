import Crypto
import Vocabulary

extension Desk {
    /// Receives a passenger list for real: entries, referrals, board.
    ///
    /// The same bytes again change nothing.
    ///
    /// - Throws: `OperationFault.unreadable` where no list is in it; `SiteFault`.
    package func receive(_ bytes: [UInt8], name: String, by actor: Actor) async throws -> Reception {
        let digest = hexadecimal(SHA256.hash(data: bytes))
        if let repeated = try repetition(of: digest) { return repeated }
        let (lists, loose) = try departureLists(in: bytes, name: name, digest: digest)
        var judged: [JudgedList] = []
        for list in lists {
            judged.append(JudgedList(list: list, assessments: try await judge(list).map(\.assessment)))
        }
        let at = now()
        let (drafts, manifests, changes) = try await site.commit { [judged, rules, makeIdentifier] reads in
            var drafts: [EntryDraft] = []
            var manifests: [ManifestReceived] = []
            var changes: [BoardChange] = []
            // Two uploads of one file at the same moment: the second finds what the first has done.
            guard try reads.manifests(digest: digest).isEmpty else {
                return Decision([], answer: (drafts, manifests, changes))
            }
            for list in judged {
                var reception = ListReception(list, rules: rules.digest, at: at, actor: actor.name)
                try reception.decide(reads, makeIdentifier: makeIdentifier)
                drafts += reception.drafts
                manifests.append(reception.manifest)
                changes += reception.changes
            }
            return Decision(drafts, answer: (drafts, manifests, changes))
        }
        if drafts.isEmpty, let repeated = try repetition(of: digest) { return repeated }
        board.tell(changes)
        return Reception(manifests: manifests, diagnostics: loose, isRepeat: false)
    }

    private func repetition(of digest: String) throws -> Reception? {
        let known = try site.read { try $0.manifests(digest: digest) }
        return known.isEmpty ? nil : Reception(manifests: known, diagnostics: [], isRepeat: true)
    }
}

/// A list with the advice on each of its travellers, in its order.
struct JudgedList: Sendable {
    var list: DepartureList
    var assessments: [Assessment]
}

/// What receiving one list makes of the flight's earlier lists and referrals.
struct ListReception {
    private(set) var drafts: [EntryDraft] = []
    private(set) var changes: [BoardChange] = []
    private(set) var manifest: ManifestReceived

    private let judged: JudgedList
    private let at: Moment
    private let actor: String

    init(_ judged: JudgedList, rules: String, at: Moment, actor: String) {
        self.judged = judged
        self.at = at
        self.actor = actor
        let list = judged.list
        manifest = ManifestReceived(
            flight: list.flight,
            to: list.to,
            departsAt: list.departsAt,
            list: list.list,
            reference: list.reference,
            parts: list.parts,
            digests: [list.digest],
            sender: list.sender,
            counts: AdviceCounts(judged.assessments.map(\.advice)),
            rules: rules,
            diagnostics: list.diagnostics
        )
        changes = [.flight(list.flight)]
    }

    /// Decides on the entries: the list itself, who is not clear, referrals opened and withdrawn.
    mutating func decide(_ reads: any SiteReads, makeIdentifier: () -> String) throws {
        let flight = manifest.flight
        let earlier = try reads.flights(on: flight.departsOn).map(\.manifest).first {
            $0.flight == flight && $0.list == manifest.list
        }
        let earlierTravellers = try reads.screened(on: flight).filter { $0.list == manifest.list }
        let isNextPart = continues(earlier)
        if isNextPart, let earlier { manifest = manifest.continuing(earlier) }
        let offset = isNextPart ? (earlier?.counts.total ?? 0) : 0
        var known: [String: ScreenedTraveller] = [:]
        for traveller in earlierTravellers where known[traveller.mark] == nil {
            known[traveller.mark] = traveller
        }

        append(.manifestReceived(manifest))
        var standing: [ScreenedTraveller] = isNextPart ? earlierTravellers : []
        for traveller in standing { append(.travellerScreened(traveller), subject: traveller.passport) }
        for (position, assessment) in judged.assessments.enumerated() where assessment.advice != .clear {
            let person = judged.list.persons[position]
            let mark = PersonMark.of(person.passportNumber, person.name)
            let traveller = ScreenedTraveller(
                id: known[mark]?.id ?? makeIdentifier(),
                flight: flight,
                person: offset + position + 1,
                passport: person.passportNumber,
                name: person.name.text,
                assessment: assessment,
                list: manifest.list
            )
            known[mark] = traveller
            standing.append(traveller)
            append(.travellerScreened(traveller), subject: traveller.passport)
        }
        let others = Set(earlierTravellers.map(\.id))
        try settleReferrals(standing, earlier: others, reads, makeIdentifier: makeIdentifier)
    }

    /// One referral for each person and departure: kept, opened, or withdrawn with a reason.
    private mutating func settleReferrals(
        _ standing: [ScreenedTraveller],
        earlier: Set<String>,
        _ reads: any SiteReads,
        makeIdentifier: () -> String
    ) throws {
        var wanted: [String: ScreenedTraveller] = [:]
        for traveller in standing where traveller.assessment.advice == .refer && wanted[traveller.id] == nil {
            wanted[traveller.id] = traveller
        }
        let listed = Set(judged.list.persons.map { PersonMark.of($0.passportNumber, $0.name) })
        var referred: Set<String> = []
        for referral in try reads.referrals(on: manifest.flight.departsOn) {
            guard referral.withdrawnFor == nil, referral.flight == manifest.flight,
                let id = referral.screening
            else { continue }
            referred.insert(id)
            // Referrals of the flight's other list, or of a counter, are not this list's to withdraw.
            if wanted[id] != nil || !earlier.contains(id) { continue }
            let isListed = referral.passport.map { listed.contains($0.text) } ?? false
            append(
                .referralWithdrawn(
                    ReferralWithdrawn(
                        id: referral.id,
                        reason: isListed ? "later-list" : "dropped-from-list"
                    )
                )
            )
            changes.append(.referralWithdrawn(id: referral.id))
        }
        for traveller in standing where wanted[traveller.id] != nil && !referred.contains(traveller.id) {
            referred.insert(traveller.id)
            let referral = Referral(
                id: makeIdentifier(),
                screening: traveller.id,
                flight: manifest.flight,
                passport: traveller.passport,
                openedAt: at,
                codes: traveller.assessment.reasons.map(\.code),
                list: manifest.list
            )
            append(.referralOpened(referral), subject: traveller.passport)
            changes.append(.referralOpened(id: referral.id))
        }
    }

    private func continues(_ earlier: ManifestReceived?) -> Bool {
        guard let earlier, let part = manifest.parts.first, !earlier.parts.isEmpty else { return false }
        return earlier.list == manifest.list && earlier.reference == manifest.reference
            && !earlier.parts.contains(part)
    }

    private mutating func append(_ event: SiteEvent, subject passport: PassportNumber? = nil) {
        drafts.append(
            EntryDraft(
                event,
                at: at,
                actor: actor,
                purpose: "departure-check",
                subject: passport.map(EntrySubject.passport)
            )
        )
    }
}

extension ManifestReceived {
    /// This part together with the parts that came before it.
    func continuing(_ earlier: ManifestReceived) -> ManifestReceived {
        var whole = self
        whole.parts = (earlier.parts + parts).sorted()
        whole.digests = earlier.digests + digests
        whole.diagnostics = earlier.diagnostics + diagnostics
        whole.counts = earlier.counts + counts
        return whole
    }
}

/// What tells one traveller of a flight from another: the document's number, else the name's words.
enum PersonMark {
    static func of(_ passport: PassportNumber?, _ name: PersonName) -> String {
        passport?.text ?? "~" + name.key
    }
}

extension ScreenedTraveller {
    /// What tells this traveller from others of the flight.
    var mark: String { PersonMark.of(passport, PersonName(name)) }
}

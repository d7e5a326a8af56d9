import Casework
import Linking
import Vocabulary

/// A list with the advice on each of its travellers, in its order.
struct JudgedList: Sendable {
    var list: DepartureList
    var travellers: [Judged]

    var assessments: [Assessment] { travellers.map(\.assessment) }
}

/// What receiving one list makes of the flight's earlier lists and referrals.
struct ListReception {
    private(set) var drafts: [EntryDraft] = []
    private(set) var changes: [BoardChange] = []
    var manifest: ManifestReceived

    let judged: JudgedList
    private let period: ContactPeriod?
    let at: Moment
    private let actor: String

    init(_ judged: JudgedList, _ period: ContactPeriod?, rules: String, at: Moment, actor: String) {
        self.period = period
        self.judged = judged
        self.at = at
        self.actor = actor
        let list = judged.list
        let counts = AdviceCounts(judged.assessments.map(\.advice))
        manifest = ManifestReceived(
            flight: list.flight,
            to: list.to,
            departsAt: list.departsAt,
            list: list.list,
            reference: list.reference,
            parts: list.parts,
            digests: [list.digest],
            sender: list.sender,
            counts: counts,
            rules: rules,
            diagnostics: list.diagnostics
        )
        if let period {
            let contacts = ContactCount.all(
                of: judged.travellers.map { ($0.contacts, $0.assessment.advice) },
                in: period,
                part: list.onlyPart
            )
            if !contacts.isEmpty { manifest.contacts = contacts }
        }
        if let part = list.onlyPart { manifest.partCounts = [part: counts] }
        changes = [.flight(list.flight)]
    }

    /// Decides on the entries: the list itself, who is not clear, referrals opened and withdrawn.
    mutating func decide(_ state: inout FlightState, makeIdentifier: () -> String) {
        guard let earlier = state.manifests[manifest.list], judged.list.purpose != .whole else {
            replace(&state, makeIdentifier)
            return
        }
        switch judged.list.purpose {
        case .change, .removal: amend(earlier, &state, makeIdentifier)
        case .cancellation:
            // Every list of the flight ends with it.
            for list in state.manifests.values.sorted(by: { $0.list < $1.list }) {
                close(list, &state, makeIdentifier)
            }
        case .onBoard, .notOnBoard, .whole: close(earlier, &state, makeIdentifier)
        }
    }

    /// A whole list, or a part that joins those before it.
    private mutating func replace(_ state: inout FlightState, _ makeIdentifier: () -> String) {
        let before = state.screened(of: manifest.list)
        var kept: [ScreenedTraveller] = []
        var offset = 0
        if let earlier = state.manifests[manifest.list], let joined = manifest.joined(to: earlier) {
            manifest = joined
            kept = before.filter { $0.part == nil || $0.part != judged.list.onlyPart }
            offset = max(before.map(\.person).max() ?? 0, earlier.counts.total)
        }
        if judged.list.purpose.isClosing {
            manifest.closure = FlightClosure(judged.list, against: [], at: at)
        }
        let standing = kept + screened(offset: offset, known: before, makeIdentifier: makeIdentifier)
        let listed = Set(judged.list.persons.compactMap(\.passportNumber))
        settle(standing, listed: listed, &state, makeIdentifier)
    }

    /// Writes the list, its travellers and what becomes of the referrals.
    ///
    /// - Shape: `reason` is why a referral falls away, where not because its traveller is cleared or no longer listed.
    mutating func settle(
        _ standing: [ScreenedTraveller],
        listed: Set<PassportNumber>,
        reason: String? = nil,
        _ state: inout FlightState,
        _ makeIdentifier: () -> String
    ) {
        append(.manifestReceived(manifest))
        for traveller in standing { append(.travellerScreened(traveller), subject: traveller.passport) }
        let settlement = ReferralSettlement(
            standing: standing,
            before: state.screened(of: manifest.list),
            listed: listed,
            referrals: state.referrals
        )
        state.receive(manifest, standing)
        for var fallen in settlement.withdrawn {
            fallen.reason = reason ?? fallen.reason
            append(.referralWithdrawn(fallen))
            changes.append(.referralWithdrawn(id: fallen.id))
            state.withdraw(fallen.id)
        }
        // Behind closed doors nobody can be asked to the counter any more.
        guard manifest.closure == nil else { return }
        for traveller in settlement.toOpen where !state.isSettled(traveller.passport) {
            let referral = Referral(traveller, id: makeIdentifier(), at: at)
            append(.referralOpened(referral), subject: referral.passport)
            changes.append(.referralOpened(id: referral.id))
            state.open(referral)
        }
    }

    /// Notes which placements may be a traveller's, for a person to decide.
    mutating func doubt(_ new: (Judged) throws -> [LinkDoubted]) rethrows {
        for judged in judged.travellers {
            for doubted in try new(judged) {
                append(.linkDoubted(doubted), subject: doubted.passport)
            }
        }
    }

    /// Draws travellers who are clear by chance, each departure's once.
    mutating func sample(permille: Int, _ reads: any SiteReads) throws {
        guard let period else { return }
        let list = judged.list
        for (person, judged) in zip(list.persons, judged.travellers) where judged.assessment.advice == .clear
        {
            guard let passport = person.passportNumber,
                period.draws(passport, on: list.flight, permille: permille),
                let sample = AuditSample(person, of: list, permille: permille, rules: manifest.rules),
                try !reads.samples(of: passport).contains(where: { $0.flight == sample.flight })
            else { continue }
            drafts.append(
                EntryDraft(
                    .travellerSampled(sample),
                    at: at,
                    actor: actor,
                    purpose: "audit",
                    subject: .sample(passport)
                )
            )
        }
    }

    /// Draws travellers to be invited to a talk, by the roster of the shift in which they leave; each departure's once.
    mutating func invite(
        by roster: Roster?,
        departsAt: Moment?,
        majorityYears: Int,
        drawn: Set<PassportNumber>,
        answered: Set<String>,
        makeIdentifier: () -> String
    ) {
        guard let roster, let departsAt, judged.list.list == "passengers",
            judged.list.purpose != .onBoard
        else { return }
        for (person, judged) in zip(judged.list.persons, judged.travellers) {
            guard let passport = person.passportNumber, !drawn.contains(passport),
                RandomArm.mayDraw(
                    judged.assessment,
                    nationality: person.nationality,
                    bornOn: person.bornOn,
                    departsOn: manifest.flight.departsOn,
                    majorityYears: majorityYears
                ), roster.draws(passport, on: manifest.flight),
                !answered.contains(roster.mark(of: passport, on: manifest.flight))
            else { continue }
            let draw = RandomDraw(
                id: makeIdentifier(),
                post: roster.post,
                mark: roster.mark(of: passport, on: manifest.flight),
                flight: manifest.flight,
                departsAt: departsAt,
                passport: passport,
                name: judged.traveller.name?.text ?? "",
                probability: roster.probability
            )
            drafts.append(
                EntryDraft(
                    .randomDrawn(draw),
                    at: at,
                    actor: actor,
                    purpose: "audit",
                    subject: .sample(passport)
                )
            )
        }
    }

    /// The travellers of this list that are not clear; whoever was there before keeps the identifier.
    private func screened(
        offset: Int,
        known: [ScreenedTraveller],
        makeIdentifier: () -> String
    ) -> [ScreenedTraveller] {
        var identifiers: [String: String] = [:]
        for (mark, traveller) in zip(PersonMark.all(of: known.map(\.mark)), known) {
            identifiers[mark] = identifiers[mark] ?? traveller.id
        }
        let marks = PersonMark.all(of: judged.list.persons.map { PersonMark.of($0.passportNumber, $0.name) })
        var travellers: [ScreenedTraveller] = []
        for (position, assessment) in judged.assessments.enumerated() where assessment.advice != .clear {
            let person = judged.list.persons[position]
            let id = identifiers[marks[position]] ?? makeIdentifier()
            identifiers[marks[position]] = id
            var traveller = ScreenedTraveller(person, assessment, id: id, of: manifest)
            traveller.person = offset + position + 1
            traveller.bornOn = person.bornOn
            traveller.part = judged.list.onlyPart
            travellers.append(traveller)
        }
        return travellers
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

extension DepartureList {
    /// The part that this is, where it is one alone.
    fileprivate var onlyPart: Int? { parts.count == 1 ? parts[0] : nil }
}

extension ManifestReceived {
    /// This part together with the parts that came before it, in place of an earlier form of the same part.
    ///
    /// - Shape: nil where this is no part of that list, and so a whole list that replaces it.
    func joined(to earlier: ManifestReceived) -> ManifestReceived? {
        guard let part = parts.first, parts.count == 1, !earlier.parts.isEmpty, reference == earlier.reference
        else { return nil }
        var whole = self
        whole.digests = earlier.digests + digests
        whole.diagnostics = earlier.diagnostics + diagnostics
        // A late part opens no doors again.
        whole.closure = earlier.closure
        let others = (earlier.contacts ?? []).filter { $0.part != part }
        whole.contacts = others.isEmpty ? contacts : others + (contacts ?? [])
        whole.partCounts = (earlier.partCounts ?? [:]).merging(partCounts ?? [:]) { _, new in new }
        guard earlier.parts.contains(part) else {
            whole.parts = (earlier.parts + parts).sorted()
            whole.counts = earlier.counts + counts
            return whole
        }
        // Without a reference nobody can tell a corrected part from another list's.
        guard reference != nil, let known = whole.partCounts, Set(known.keys) == Set(earlier.parts) else {
            return nil
        }
        whole.parts = earlier.parts
        whole.counts = known.values.reduce(AdviceCounts(), +)
        return whole
    }
}

extension ScreenedTraveller {
    /// A listed person as judged; the place in the list is still to be given.
    init(
        _ person: ListedPerson,
        _ assessment: Assessment,
        id: String,
        of manifest: ManifestReceived
    ) {
        self.init(
            id: id,
            flight: manifest.flight,
            person: 0,
            passport: person.passportNumber,
            name: person.name.text,
            assessment: assessment,
            list: manifest.list
        )
        reference = person.reference
        booking = person.booking
    }
}

/// What tells one traveller of a list from another: the document's number, else the name's words.
enum PersonMark {
    static func of(_ passport: PassportNumber?, _ name: PersonName) -> String {
        passport?.text ?? "~" + name.key
    }

    /// The marks of a list's people in order: namesakes without a document are numbered, so that each is a person.
    static func all(of marks: [String]) -> [String] {
        var seen: [String: Int] = [:]
        return marks.map { mark in
            guard mark.hasPrefix("~") else { return mark }
            seen[mark, default: 0] += 1
            return seen[mark].map { $0 == 1 ? mark : mark + " #\($0)" } ?? mark
        }
    }
}

extension ScreenedTraveller {
    /// What tells this traveller from others of the list.
    var mark: String { PersonMark.of(passport, PersonName(name)) }
}

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
    private(set) var manifest: ManifestReceived

    private let judged: JudgedList
    private let period: ContactPeriod?
    private let at: Moment
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
    mutating func decide(_ reads: any SiteReads, makeIdentifier: () -> String) throws {
        let flight = manifest.flight
        let earlier = try reads.manifest(of: flight, list: manifest.list)
        let before = try reads.screened(on: flight).filter { $0.list == manifest.list }
        let referrals = try reads.referrals(on: flight.departsOn).filter { $0.withdrawnFor == nil }
        let purpose = judged.list.purpose
        if let earlier, purpose != .whole {
            amend(earlier)
            if purpose.isClosing {
                let known = Set(before.map(\.id))
                let own = referrals.filter { known.contains($0.screening ?? "") }
                manifest.closure = FlightClosure(purpose, of: judged.list, standing: own, at: at)
                let standing = purpose == .cancellation ? [] : before
                settle(standing, before: before, listed: [], own, reason: "flight-cancelled", makeIdentifier)
                return
            }
            let (kept, replaced) = parted(before)
            manifest.counts = amended(earlier.counts, replacing: replaced)
            let changed = purpose == .removal ? [] : screened(replacing: replaced, makeIdentifier)
            let listed = Set((purpose == .removal ? kept : before).compactMap(\.passport))
                .union(purpose == .removal ? [] : judged.list.persons.compactMap(\.passportNumber))
            settle(kept + changed, before: before, listed: listed, referrals, makeIdentifier)
            return
        }
        var kept: [ScreenedTraveller] = []
        var offset = 0
        if let earlier, let joined = manifest.joined(to: earlier) {
            manifest = joined
            kept = before.filter { $0.part == nil || $0.part != judged.list.onlyPart }
            offset = max(before.map(\.person).max() ?? 0, earlier.counts.total)
        }
        if purpose.isClosing {
            manifest.closure = FlightClosure(purpose, of: judged.list, standing: [], at: at)
        }
        let standing = kept + screened(offset: offset, known: before, makeIdentifier: makeIdentifier)
        let listed = Set(judged.list.persons.compactMap(\.passportNumber))
        settle(standing, before: before, listed: listed, referrals, makeIdentifier)
    }

    /// Writes the list, its travellers and what becomes of the referrals.
    ///
    /// - Shape: `reason` is why a referral falls away whose traveller is still listed or nobody is.
    private mutating func settle(
        _ standing: [ScreenedTraveller],
        before: [ScreenedTraveller],
        listed: Set<PassportNumber>,
        _ referrals: [Referral],
        reason: String? = nil,
        _ makeIdentifier: () -> String
    ) {
        append(.manifestReceived(manifest))
        for traveller in standing { append(.travellerScreened(traveller), subject: traveller.passport) }
        let settlement = ReferralSettlement(
            standing: standing,
            before: before,
            listed: listed,
            referrals: referrals
        )
        for var fallen in settlement.withdrawn {
            fallen.reason = reason ?? fallen.reason
            append(.referralWithdrawn(fallen))
            changes.append(.referralWithdrawn(id: fallen.id))
        }
        // Behind closed doors nobody can be asked to the counter any more.
        guard manifest.closure == nil else { return }
        for traveller in settlement.toOpen {
            let referral = Referral(traveller, id: makeIdentifier(), at: at)
            append(.referralOpened(referral), subject: referral.passport)
            changes.append(.referralOpened(id: referral.id))
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

extension ListReception {
    /// The earlier manifest, with what this list adds to its history.
    private mutating func amend(_ earlier: ManifestReceived) {
        let (digests, diagnostics) = (manifest.digests, manifest.diagnostics)
        let rules = manifest.rules
        manifest = earlier
        manifest.digests += digests
        manifest.diagnostics += diagnostics
        manifest.rules = rules
    }

    /// Travellers of the earlier list whom this one names, by their place in it, and the others.
    ///
    /// Whoever has another document now is known by the name, where one traveller alone has it.
    private func parted(_ before: [ScreenedTraveller]) -> (
        kept: [ScreenedTraveller], replaced: [Int: ScreenedTraveller]
    ) {
        var kept = before
        var replaced: [Int: ScreenedTraveller] = [:]
        for (place, person) in judged.list.persons.enumerated() {
            let passport = person.passportNumber
            var found = passport.flatMap { number in kept.firstIndex { $0.passport == number } }
            if found == nil, !person.name.key.isEmpty {
                let namesakes = kept.indices.filter { PersonName(kept[$0].name).key == person.name.key }
                if namesakes.count == 1 { found = namesakes[0] }
            }
            if let found { replaced[place] = kept.remove(at: found) }
        }
        return (kept, replaced)
    }

    /// The counts with this list's people moved; whoever wasn't kept was counted as clear.
    private func amended(_ counts: AdviceCounts, replacing replaced: [Int: ScreenedTraveller]) -> AdviceCounts
    {
        var counts = counts
        for place in judged.list.persons.indices {
            let earlier = replaced[place]?.assessment.advice ?? .clear
            counts[earlier] = max(counts[earlier] - 1, 0)
            if judged.list.purpose != .removal, place < judged.travellers.count {
                counts[judged.travellers[place].assessment.advice] += 1
            }
        }
        return counts
    }

    /// This list's people who are not clear, each in the place of whom it replaces.
    private func screened(
        replacing replaced: [Int: ScreenedTraveller],
        _ makeIdentifier: () -> String
    ) -> [ScreenedTraveller] {
        var free = manifest.counts.total
        return zip(judged.list.persons, judged.assessments).enumerated().compactMap { place, judged in
            guard judged.1.advice != .clear else { return nil }
            let id = replaced[place]?.id ?? makeIdentifier()
            var traveller = ScreenedTraveller(judged.0, judged.1, id: id, of: manifest)
            if let earlier = replaced[place] {
                traveller.person = earlier.person
                traveller.part = earlier.part
            } else {
                free += 1
                traveller.person = free
            }
            return traveller
        }
    }
}

extension ScreenedTraveller {
    /// A listed person as judged; the place in the list is still to be given.
    fileprivate init(
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

import Vocabulary

/// Lists that change or close what came before them.
extension ListReception {
    /// New data of some people, or some who no longer travel; the others stay as they are.
    mutating func amend(
        _ earlier: ManifestReceived,
        _ state: inout FlightState,
        _ makeIdentifier: () -> String
    ) {
        let isRemoval = judged.list.purpose == .removal
        let before = state.screened(of: manifest.list)
        let (kept, replaced) = parted(before)
        take(over: earlier)
        manifest.counts = amended(earlier.counts, replacing: replaced)
        let changed = isRemoval ? [] : screened(replacing: replaced, makeIdentifier)
        let listed = Set((isRemoval ? kept : before).compactMap(\.passport))
            .union(isRemoval ? [] : judged.list.persons.compactMap(\.passportNumber))
        settle(kept + changed, listed: listed, &state, makeIdentifier)
    }

    /// Closed doors, or a cancelled flight: who is not clear stays on record, and the referrals of a flight that does not
    /// leave fall away.
    mutating func close(
        _ earlier: ManifestReceived,
        _ state: inout FlightState,
        _ makeIdentifier: () -> String
    ) {
        take(over: earlier)
        let before = state.screened(of: manifest.list)
        let standing = state.referrals.compactMap { referral in
            before.first { $0.id == referral.screening }.map { (referral.id, $0) }
        }
        manifest.closure = FlightClosure(judged.list, against: standing, at: at)
            .joined(to: earlier.closure, by: judged.list)
        let isCancelled = judged.list.purpose == .cancellation
        settle(
            isCancelled ? [] : before,
            listed: [],
            reason: isCancelled ? "flight-cancelled" : nil,
            &state,
            makeIdentifier
        )
    }

    /// Judges some people of a list again, who keep their places in it; where nothing changed nothing is written.
    ///
    /// - Shape: `places` are those of the people in the list as it was received.
    mutating func renew(_ places: [Int], _ state: inout FlightState, makeIdentifier: () -> String) {
        let list = judged.list
        guard let earlier = state.manifests[list.list], earlier.closure == nil,
            earlier.digests.contains(list.digest)
        else { return }
        let before = state.screened(of: list.list)
        let (kept, replaced) = parted(before)
        let isChanged = judged.assessments.enumerated().contains { place, assessment in
            replaced[place].map { $0.assessment != assessment } ?? (assessment.advice != .clear)
        }
        guard isChanged else { return }
        let rules = manifest.rules
        manifest = earlier
        manifest.rules = rules
        manifest.counts = amended(earlier.counts, replacing: replaced)
        var changed = screened(replacing: replaced, makeIdentifier)
        if earlier.parts.isEmpty {
            // Whoever was clear until now stands where the list has the person, unless somebody else has come to stand there.
            let taken = Set((kept + Array(replaced.values)).map(\.person))
            for place in changed.indices where !before.contains(where: { $0.id == changed[place].id }) {
                let at = list.persons.firstIndex { $0.place(among: [changed[place]]) != nil }
                if let at, !taken.contains(places[at] + 1) { changed[place].person = places[at] + 1 }
            }
        }
        let listed = Set(before.compactMap(\.passport)).union(list.persons.compactMap(\.passportNumber))
        settle(kept + changed, listed: listed, &state, makeIdentifier)
    }

    /// Goes on with the earlier list, to whose history this one is added.
    private mutating func take(over earlier: ManifestReceived) {
        let (digest, diagnostics, rules) = (judged.list.digest, judged.list.diagnostics, manifest.rules)
        manifest = earlier
        manifest.digests.append(digest)
        manifest.diagnostics += diagnostics
        manifest.rules = rules
    }

    /// Travellers of the earlier list whom this one names, by their place in it, and the others.
    ///
    /// By document, else by what the carrier calls the person; by name only where one of both has no document and one
    /// traveller alone has the name: who is clear is not kept, so a namesake can't be told from the person.
    private func parted(_ before: [ScreenedTraveller]) -> (
        kept: [ScreenedTraveller], replaced: [Int: ScreenedTraveller]
    ) {
        var kept = before
        var replaced: [Int: ScreenedTraveller] = [:]
        for (place, person) in judged.list.persons.enumerated() {
            if let found = person.place(among: kept) { replaced[place] = kept.remove(at: found) }
        }
        return (kept, replaced)
    }

    /// The counts with this list's people moved.
    ///
    /// Who is clear is counted and not kept, so whoever isn't known counts as one of them while there are any, and as new
    /// otherwise.
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

extension ListedPerson {
    /// Which of the travellers this person is; nil where nobody can tell.
    func place(among travellers: [ScreenedTraveller]) -> Int? {
        if let passportNumber, let found = travellers.firstIndex(where: { $0.passport == passportNumber }) {
            return found
        }
        if let reference, let found = travellers.firstIndex(where: { $0.reference == reference }) {
            return found
        }
        let key = name.key
        let namesakes = travellers.indices.filter { place in
            let other = travellers[place]
            return !key.isEmpty && PersonName(other.name).key == key
                && (other.passport == nil || passportNumber == nil)
                && (other.reference == nil || reference == nil)
                && (other.booking == nil || booking == nil || other.booking == booking)
        }
        return namesakes.count == 1 ? namesakes[0] : nil
    }

    /// Whether the list says enough of the person to tell that it is nobody else.
    var isTold: Bool { passportNumber != nil || reference != nil }
}

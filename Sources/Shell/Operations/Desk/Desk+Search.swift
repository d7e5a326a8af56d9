import Linking
import Vocabulary

extension Desk {
    /// The purpose of that code which somebody may choose today.
    ///
    /// - Throws: `OperationFault.notAllowed` where it is none of the person's.
    func purpose(_ code: String, of use: PurposeRule.Use, for actor: Actor) throws -> PurposeRule {
        let mine = rules.purposes(of: use, for: actor.roles, on: today)
        guard let rule = mine.first(where: { $0.code == code }) else { throw OperationFault.notAllowed }
        return rule
    }

    /// People of the registers by name; the search is noted with its purpose and how many it has shown, and so is each who was shown.
    ///
    /// - Throws: `OperationFault.notAllowed` where the purpose is none of the person's, `.fieldUnfit` where the name is too short or
    ///   too long; `SiteFault`.
    package func people(_ wanted: PersonSearch, by actor: Actor) throws -> PersonSearch.Answer {
        let purpose = try purpose(wanted.purpose, of: .search, for: actor)
        let birth = wanted.bornOn.map(NameSearch.Birth.day) ?? wanted.bornYear.map(NameSearch.Birth.year)
        guard let search = NameSearch(PersonName(wanted.name), birth: birth) else {
            throw OperationFault.fieldUnfit(
                field: "name",
                expected: "\(NameSearch.fewestLetters) letters to \(PersonSearch.longestName) bytes"
            )
        }
        let most = rules.limit("search_most_people", on: today) ?? 20
        let answer = try site.read { reads in
            try search.people(in: SnapshotSource(reads: reads), by: rules, on: today, most: most)
        }
        guard case .people(let found) = answer else {
            note(RecordRead(part: .search, shown: 0), of: nil, for: purpose.code, by: actor)
            return .tooMany
        }
        let people = found.map(PersonFound.init)
        note(RecordRead(part: .search, shown: people.count), of: nil, for: purpose.code, by: actor)
        for person in people {
            note(RecordRead(part: .search), of: person.subject, for: purpose.code, by: actor)
        }
        return .people(people)
    }
}

extension PersonFound {
    /// What whoever searches is shown of somebody.
    fileprivate init(_ person: RegisteredPerson) {
        name = person.name?.text ?? ""
        bornYear = person.bornOn?.date.year
        nik = person.nik
        numbers = person.numbers
        isPlaced = !person.placements.isEmpty
        hasPassport = !person.passports.isEmpty
        status = person.placement?.file.status
        destination = person.placement?.file.destination
        evidence = person.evidence
    }
}

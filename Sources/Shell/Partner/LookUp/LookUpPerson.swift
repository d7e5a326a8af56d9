package import Vocabulary

/// What is known of a person who is looked up or stands in a table.
package struct LookUpPerson: Sendable {
    /// Travel documents: the one in the hand first, then those before it.
    package var documents: [(number: PassportNumber, state: CountryCode)] = []
    /// The population number.
    package var nik: NIK?
    /// The name.
    package var name: PersonName?
    /// The birth date.
    package var bornOn: Day?
    /// The sex.
    package var sex: Sex?

    /// A person of whom nothing is known.
    package init() {}

    /// What a traveller is looked up by: the document in the hand, the population number, the name; at most one of each.
    package var asked: [LookUpToken] {
        let document = documents.first.flatMap { LookUpToken.document($0.number, issuedBy: $0.state) }
        return [document, population, name.flatMap { named($0, sex) }].compactMap(\.self)
    }

    /// What a record is sealed under: as `asked`, with every earlier document, the name without the father's, and each sex
    /// where none is known.
    package var owned: [LookUpToken] {
        let documents = documents.map { LookUpToken.document($0.number, issuedBy: $0.state) }
        let known = sex == .unspecified ? nil : sex
        let sexes = known.map { [$0] } ?? [.female, .male, .unspecified]
        let names = [name, name?.withoutFather].compactMap(\.self)
        let byName = names.flatMap { name in sexes.map { named(name, $0) } }
        var seen: Set<LookUpToken> = []
        return (documents + [population] + byName).compactMap(\.self).filter { seen.insert($0).inserted }
    }

    private var population: LookUpToken? {
        guard let nik, let bornOn else { return nil }
        return .population(nik, bornOn: bornOn)
    }

    private func named(_ name: PersonName, _ sex: Sex?) -> LookUpToken? {
        guard let bornOn, let sex else { return nil }
        return .name(name, bornOn: bornOn, sex: sex)
    }
}

extension LookUpPerson {
    /// The worker of a placement, by the passport it was filed under.
    package init(_ placement: Placement) {
        let holder = placement.holder
        documents = [holder.passportNumber.value].compactMap(\.self).map { ($0, .indonesia) }
        (nik, name, bornOn, sex) = (holder.nik, holder.name, holder.bornOn, holder.sex)
    }

    /// The holder of an Indonesian passport, by its number and the one it replaced.
    package init(_ passport: PassportRecord) {
        let (holder, file) = (passport.holder, passport.file)
        documents = [file.number, file.previousNumber].compactMap(\.self).map { ($0, .indonesia) }
        (nik, name, bornOn, sex) = (holder.nik, holder.name, holder.bornOn, holder.sex)
    }

    /// A person of a list; the zone is believed before the carrier's own words.
    package init(_ person: ListedPerson) {
        let zone = person.zone
        let state = zone?.issuer ?? person.travelDocument?.issuer ?? person.nationality
        if let number = person.passportNumber, let state { documents = [(number, state)] }
        nik = zone?.nik
        name = person.name
        bornOn = zone?.bornOn ?? person.bornOn
        sex = zone?.sex ?? person.sex
    }
}

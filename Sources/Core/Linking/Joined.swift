import Vocabulary

/// A traveller with the records that were accepted as the same person's, and why.
struct Joined {
    let traveller: Traveller
    let isRegisterAnswering: Bool
    /// The application under judgement, where there is one.
    let application: PassportRecord?
    /// The register's row of the presented number.
    let presented: PassportRecord?
    /// The person's passports and applications.
    let passports: [PassportRecord]
    /// Whether those passports are the person's by name and birth date only.
    let arePassportsByNameOnly: Bool
    /// The person's NIK, where the zone or the register gives one.
    let nik: NIK?
    /// Rows of the register for the passports that placements were filed under.
    let filed: [PassportNumber: PassportRecord]
    /// The placements accepted.
    private(set) var placements: [Placement] = []
    /// How the best of them was joined.
    private(set) var link: Link?
    /// What doesn't fit.
    private(set) var questions: [JourneyQuestion] = []

    init(_ traveller: Traveller, _ records: PersonRecords, answered: Bool, application: PassportRecord? = nil)
    {
        self.traveller = traveller
        self.application = application
        isRegisterAnswering = answered
        filed = answered ? records.filedPassports : [:]
        let held = answered ? records.passports : []
        presented = Joined.presented(traveller, held)
        let first = [application, presented].compactMap(\.self)
        // A foreigner has no row in either register; a namesake's is not theirs.
        guard !Joined.isForeign(traveller, presented) else {
            passports = []
            nik = nil
            arePassportsByNameOnly = false
            return
        }
        let registered = first.compactMap(\.holder.nik).first
        let chain = Joined.chain(from: first, nik: registered ?? traveller.nik, held)
        if chain.isEmpty {
            let namesakes = held.filter { $0.isNamesake(of: traveller) }
            let isOne = Set(namesakes.map(\.holder.nik)).count == 1
            passports = isOne ? namesakes : []
            nik = registered ?? traveller.nik ?? (isOne ? namesakes.compactMap(\.holder.nik).first : nil)
            arePassportsByNameOnly = isOne
        } else {
            passports = chain
            nik = registered ?? traveller.nik ?? chain.compactMap(\.holder.nik).first
            arePassportsByNameOnly = false
        }
        if let registered, let read = traveller.nik, registered != read { ask("passport.nik") }
        let namesakes =
            nik == nil ? held.filter { $0.isNamesake(of: traveller) }.compactMap(\.holder.nik) : []
        accept(records.placements, besides: Set(namesakes))
    }

    /// The register's row of the presented number, unless it is plainly another's: a foreigner's number by chance, or a
    /// slip that hits another person while this person holds a number that differs in one character.
    private static func presented(_ traveller: Traveller, _ held: [PassportRecord]) -> PassportRecord? {
        guard let number = traveller.passport, let row = held.first(where: { $0.file.number == number }),
            !traveller.isForeignNamesake(of: row)
        else { return nil }
        guard row.holder.contradicts(traveller) else { return row }
        let isSlip = held.contains {
            $0.isNamesake(of: traveller) && $0.file.number?.differsInOneCharacter(from: number) == true
        }
        return isSlip ? nil : row
    }

    /// Passports of the same NIK or in one chain of renewals, none of them of another NIK.
    private static func chain(from first: [PassportRecord], nik: NIK?, _ held: [PassportRecord])
        -> [PassportRecord]
    {
        var chain = first
        var nik = nik
        var keys = Set(first.map(\.key))
        var rest = held.filter { !keys.contains($0.key) }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            let numbers = Set(chain.compactMap(\.file.number))
            let previous = Set(chain.compactMap(\.file.previousNumber))
            for record in rest {
                if let known = nik, let other = record.holder.nik, known != other { continue }
                let isSameNIK = nik != nil && record.holder.nik == nik
                let isRenewal = record.file.number.map(previous.contains) ?? false
                let isRenewed = record.file.previousNumber.map(numbers.contains) ?? false
                guard isSameNIK || isRenewal || isRenewed else { continue }
                chain.append(record)
                keys.insert(record.key)
                nik = nik ?? record.holder.nik
                isGrowing = true
            }
            rest.removeAll { keys.contains($0.key) }
        }
        return chain
    }

    /// Accepts the person's placements; by name only where no passport of that name and birth is another person's.
    private mutating func accept(_ candidates: [Placement], besides namesakes: Set<NIK>) {
        let numbers = ownNumbers
        var byName: [Placement] = []
        for candidate in candidates {
            let holder = candidate.holder
            let isFiledHere = holder.passportNumber.value.map(numbers.contains) ?? false
            if let own = holder.nik, let nik {
                if own == nik {
                    take(candidate, by: "nik", Linking.Certainty.nik)
                } else if isFiledHere, holder.isNamesake(of: traveller) {
                    // One passport, one name, one birth date: the same person, whose NIK one office mistyped.
                    ask("registry.nik")
                    take(candidate, by: "passport", Linking.Certainty.contradictedPassport)
                } else if isFiledHere {
                    // The register gives this passport to another NIK: a question to the registry, no check.
                    ask("registry.passport")
                }
            } else if isFiledHere {
                if holder.contradicts(traveller) {
                    ask("registry.passport")
                } else {
                    take(candidate, by: "passport", Linking.Certainty.passport)
                }
            } else if holder.isNamesake(of: traveller) {
                byName.append(candidate)
            }
        }
        guard placements.isEmpty, !byName.isEmpty else { return }
        let isUnique = Set(byName.map { $0.holder.nik?.digits ?? $0.key }).count == 1 || areOnePerson(byName)
        if isUnique, namesakes.isEmpty {
            for candidate in byName { take(candidate, by: "name", Linking.Certainty.name) }
        } else {
            ask("registry.person")
        }
    }

    /// Placements of one name, of which at most one NIK is known and which share a passport, are one person's.
    private func areOnePerson(_ placements: [Placement]) -> Bool {
        let filed = Set(placements.map(\.holder.passportNumber.value))
        return filed.count == 1 && filed.first != .some(nil)
            && Set(placements.compactMap(\.holder.nik)).count <= 1
    }

    private mutating func take(_ placement: Placement, by way: String, _ probability: Double) {
        placements.append(placement)
        if probability > link?.probability ?? 0 { link = Link(by: way, probability: probability) }
    }

    private mutating func ask(_ fact: String) {
        let question = JourneyQuestion(fact: fact)
        if !questions.contains(question) { questions.append(question) }
    }
}

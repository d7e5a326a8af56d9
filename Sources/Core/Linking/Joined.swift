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
    /// Placements that may be the person's and may be another's.
    private(set) var doubts: [LinkDoubt] = []
    /// What doesn't fit.
    private(set) var questions: [JourneyQuestion] = []

    /// What linking knows beside the records.
    private let linkage: PersonLinkage
    private let records: PersonRecords

    init(
        _ traveller: Traveller,
        _ records: PersonRecords,
        answered: Bool,
        lookedUp: Bool = false,
        application: PassportRecord? = nil,
        by linkage: PersonLinkage
    ) {
        self.traveller = traveller
        self.application = application
        self.linkage = linkage
        self.records = records
        isRegisterAnswering = answered
        filed = answered ? records.filedPassports : [:]
        let held = answered ? records.passports : []
        presented = Joined.presented(traveller, lookedUp ? records.passports : held)
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
        let namesakes = Joined.namesakes(
            traveller,
            nik: registered ?? traveller.nik,
            held,
            besides: chain,
            records,
            linkage
        )
        passports = chain + namesakes.own
        arePassportsByNameOnly = chain.isEmpty && !namesakes.own.isEmpty
        nik = registered ?? traveller.nik ?? passports.compactMap(\.holder.nik).first
        if let registered, let read = traveller.nik, registered != read { ask("passport.nik") }
        accept(records.placements, areOthers: nik == nil && namesakes.areOthers)
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

    /// Passports of the person that neither NIK nor a chain of renewals leads to, where one person's stand out; and whether there are
    /// such of which nobody can say whose they are.
    private static func namesakes(
        _ traveller: Traveller,
        nik: NIK?,
        _ held: [PassportRecord],
        besides chain: [PassportRecord],
        _ records: PersonRecords,
        _ linkage: PersonLinkage
    ) -> (own: [PassportRecord], areOthers: Bool) {
        let keys = Set(chain.map(\.key))
        let open = held.filter { record in
            guard !keys.contains(record.key) else { return false }
            // A known NIK that is another is somebody else.
            guard let nik, let other = record.holder.nik else { return nik == nil }
            return nik == other
        }
        let groups = Dictionary(grouping: open) { $0.holder.nik?.digits ?? $0.key }.sorted { $0.key < $1.key }
            .map(\.value)
        let weighed = linkage.weigh(
            chain.isEmpty ? PersonLinkage.Person(traveller) : PersonLinkage.Person(passports: chain),
            groups.map { PersonLinkage.Person(passports: $0) },
            among: records.registered(.passports)
        )
        let shares = LinkOdds.probabilities(weighed.map(\.weight))
        guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }) else { return ([], false) }
        if shares[best] >= Linking.Certainty.accepted { return (groups[best], false) }
        return ([], weighed.contains { $0.weight >= 0 })
    }

    /// Accepts the person's placements; those that neither NIK nor passport leads to only where one person's stand out.
    private mutating func accept(_ candidates: [Placement], areOthers: Bool) {
        let numbers = ownNumbers
        var open: [Placement] = []
        for candidate in candidates {
            let holder = candidate.holder
            if let decided = decision(on: candidate, numbers) {
                if decided { take(candidate, by: "officer", 1) }
                continue
            }
            let isFiledHere = holder.passportNumber.value.map(numbers.contains) ?? false
            if let own = holder.nik, let nik {
                if own == nik {
                    take(candidate, by: "nik")
                } else if isFiledHere, holder.isNamesake(of: traveller) {
                    // One passport, one name, one birth date: the same person, whose NIK one office mistyped.
                    ask("registry.nik")
                    take(candidate, by: "passport")
                } else if isFiledHere {
                    // The register gives this passport to another NIK: a question to the registry, no check.
                    ask("registry.passport")
                }
            } else if isFiledHere {
                if holder.contradicts(traveller) {
                    ask("registry.passport")
                } else {
                    take(candidate, by: "passport")
                }
            } else {
                open.append(candidate)
            }
        }
        guard placements.isEmpty, !open.isEmpty else { return }
        weigh(open, areOthers: areOthers)
    }

    /// What was decided of a placement under a passport of this person; a namesake's decisions are another's.
    private func decision(on placement: Placement, _ numbers: Set<PassportNumber>) -> Bool? {
        guard let decided = placement.file.number.flatMap({ records.decisions[$0] }) else { return nil }
        let own = decided.filter { numbers.contains($0.key) }
        return traveller.passport.flatMap { own[$0] } ?? own.min { $0.key < $1.key }?.value
    }

    /// Takes the placements of one person where they stand out by name and birth date; asks where they may be the traveller's.
    private mutating func weigh(_ open: [Placement], areOthers: Bool) {
        let groups = Dictionary(grouping: open, by: Joined.person).sorted { $0.key < $1.key }.map(\.value)
        let weighed = linkage.weigh(
            person,
            groups.map { PersonLinkage.Person(placements: $0) },
            among: records.registered(.workers)
        )
        let shares = LinkOdds.probabilities(weighed.map(\.weight))
        for (place, share) in shares.enumerated() {
            if share >= Linking.Certainty.accepted, !areOthers {
                for placement in groups[place] { take(placement, by: "name", share) }
            } else if share >= Linking.Certainty.doubtful || weighed[place].weight >= 0 {
                ask("registry.person")
                doubts += groups[place].compactMap { placement in
                    placement.file.number.map {
                        LinkDoubt(placement: $0, probability: share, evidence: weighed[place].evidence)
                    }
                }
            }
        }
    }

    /// Placements with one of these are one person's.
    private static func person(_ placement: Placement) -> String {
        placement.holder.nik?.digits ?? placement.holder.passportNumber.value?.text ?? placement.key
    }

    /// The traveller with all that the register knows.
    private var person: PersonLinkage.Person {
        var person = PersonLinkage.Person(traveller)
        person.nik = nik
        person.passports = ownNumbers
        return person
    }

    private mutating func take(_ placement: Placement, by way: String) {
        let weighed = linkage.weigh(
            person,
            [PersonLinkage.Person(placements: [placement])],
            among: records.registered(.workers)
        )
        take(placement, by: way, LinkOdds.probabilities(weighed.map(\.weight))[0])
    }

    private mutating func take(_ placement: Placement, by way: String, _ probability: Double) {
        placements.append(placement)
        let probability = (min(probability, Linking.Certainty.most) * 1e6).rounded() / 1e6
        if probability > link?.probability ?? -1 { link = Link(by: way, probability: probability) }
    }

    private mutating func ask(_ fact: String) {
        let question = JourneyQuestion(fact: fact)
        if !questions.contains(question) { questions.append(question) }
    }
}

extension PersonLinkage.Person {
    /// The traveller as the list, the zone or the application says.
    init(_ traveller: Traveller) {
        self.init(
            name: traveller.name,
            bornOn: traveller.bornOn,
            nik: traveller.nik,
            passports: Set([traveller.passport].compactMap(\.self))
        )
    }

    /// The holder of some passports.
    init(passports: [PassportRecord]) {
        self.init(
            name: passports.compactMap(\.holder.name).first,
            bornOn: passports.compactMap(\.holder.bornOn).first,
            nik: passports.compactMap(\.holder.nik).first,
            passports: Set(passports.flatMap { [$0.file.number, $0.file.previousNumber].compactMap(\.self) })
        )
    }

    /// Who was placed.
    init(placements: [Placement]) {
        self.init(
            name: placements.compactMap(\.holder.name).first,
            bornOn: placements.compactMap(\.holder.bornOn).first,
            nik: placements.compactMap(\.holder.nik).first,
            passports: Set(placements.compactMap(\.holder.passportNumber.value))
        )
    }
}

import Vocabulary

/// A traveller with the records that were accepted as the same person's, and why.
struct Joined {
    private let traveller: Traveller
    private let isRegisterAnswering: Bool
    /// The register's row of the presented number.
    private let presented: PassportRecord?
    /// The person's passports and applications.
    private let passports: [PassportRecord]
    /// The person's NIK, where the zone or the register gives one.
    let nik: NIK?
    /// The placements accepted.
    private(set) var placements: [Placement] = []
    /// How the best of them was joined.
    private(set) var link: Link?
    /// What doesn't fit.
    private(set) var questions: [JourneyQuestion] = []

    init(_ traveller: Traveller, _ records: PersonRecords, answered: Bool) {
        self.traveller = traveller
        isRegisterAnswering = answered
        let held = answered ? records.passports : []
        let registered = traveller.passport.flatMap { number in held.first { $0.file.number == number } }
        presented = registered.flatMap { traveller.isForeignNamesake(of: $0) ? nil : $0 }
        let registeredNIK = presented?.holder.nik
        // What check digits protect in the hand goes before what a clerk typed; where both speak they must agree.
        nik = registeredNIK ?? traveller.nik
        if let registeredNIK, let read = traveller.nik, registeredNIK != read {
            questions.append(JourneyQuestion(fact: "passport.nik"))
        }
        passports = Joined.own(held, presented: presented, nik: nik, traveller)
        accept(records.placements)
    }

    /// Passports of the same NIK, or in one chain; where no NIK is known, of the one person of that name and birth.
    private static func own(
        _ held: [PassportRecord],
        presented: PassportRecord?,
        nik: NIK?,
        _ traveller: Traveller
    ) -> [PassportRecord] {
        if let nik {
            return held.filter {
                $0.holder.nik == nik || ($0.holder.nik == nil && $0.isNamesake(of: traveller))
            }
        }
        if presented != nil { return held.filter { $0.holder.nik == nil } }
        let namesakes = held.filter { $0.isNamesake(of: traveller) }
        return Set(namesakes.map(\.holder.nik)).count == 1 ? namesakes : []
    }

    private mutating func accept(_ candidates: [Placement]) {
        let numbers = Set(passports.compactMap(\.file.number) + [traveller.passport].compactMap(\.self))
        let knownNIK = nik ?? passports.compactMap(\.holder.nik).first
        var byName: [Placement] = []
        for candidate in candidates {
            let holder = candidate.holder
            if let own = holder.nik, let knownNIK {
                if own == knownNIK {
                    take(candidate, by: "nik", Linking.Certainty.nik)
                } else if let filed = holder.passportNumber.value, numbers.contains(filed) {
                    // The register gives this passport to another NIK: a question to the registry, no check.
                    ask("registry.passport")
                }
            } else if let filed = holder.passportNumber.value, numbers.contains(filed) {
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
        if Set(byName.map { $0.holder.nik?.digits ?? $0.key }).count == 1 || isOnePerson(byName) {
            for candidate in byName { take(candidate, by: "name", Linking.Certainty.name) }
        } else {
            ask("registry.person")
        }
    }

    /// Placements without a NIK that share a passport are one person's.
    private func isOnePerson(_ placements: [Placement]) -> Bool {
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

extension Joined {
    /// Whether a passport number is one the person has held, or a slip of one; nil where no number or no register.
    func isOwn(_ number: PassportNumber?) -> Bool? {
        guard let number, isRegisterAnswering else { return nil }
        let own = passports.compactMap(\.file.number) + [traveller.passport].compactMap(\.self)
        return own.contains { $0 == number || $0.differsInOneCharacter(from: number) }
    }

    /// Whether the person must be judged as an Indonesian.
    var citizenship: Citizenship {
        guard let listed = traveller.nationality ?? traveller.nationalityInZone, listed != .indonesia else {
            return .indonesian
        }
        let isContradicted = traveller.nationalityInZone == .indonesia || presented != nil
        return isContradicted ? .contradicted : .other
    }

    /// The document presented, beside the register.
    var document: PresentedDocument {
        var document = PresentedDocument()
        document.number = traveller.passport
        document.kind = presented?.file.kind ?? traveller.documentKind ?? .passport
        document.listedExpiresOn = traveller.expiresOn
        guard let number = traveller.passport else { return document }
        guard isRegisterAnswering else {
            document.standing = .unanswered
            return document
        }
        if let presented {
            document.standing = .registered(presented.file)
            document.isRenewal =
                presented.file.previousNumber != nil
                || passports.contains { $0.file.issuedBefore(presented.file) }
        } else if let near = passports.first(where: {
            $0.file.number?.differsInOneCharacter(from: number) ?? false
        }) {
            document.standing = .slip(of: near.file)
        } else {
            document.standing = .notRegistered
        }
        return document
    }

    /// The person's passports beside the presented one, newest first.
    var passportViews: [PassportView] {
        let name = presented?.holder.name ?? traveller.name
        let born = presented?.holder.bornOn ?? traveller.bornOn
        return passports.sorted { $1.file.issuedBefore($0.file) }.map { record in
            var view = PassportView(file: record.file)
            view.isPresented = record.key == presented?.key
            view.isSameNIK = nik != nil && record.holder.nik == nik
            if let name, let other = record.holder.name {
                let (one, another) = (Set(name.words), Set(other.words))
                view.isNameEqual = one == another
                view.isNameContained = one.isSubset(of: another) || another.isSubset(of: one)
            }
            if let born, let other = record.holder.bornOn { view.isBirthEqual = born == other }
            return view
        }
    }

    /// The regency of the home village, by the registry, else by the NIK; to be compared, never shown.
    var homeRegency: String? {
        placements.compactMap { $0.holder.villageCode.map { String($0.prefix(4)) } }.first
            ?? nik.map { String($0.digits.prefix(4)) }
    }

    /// What each source says about the legal age on a day.
    func majority(on day: Day, years: Int) -> Majority {
        var majority = Majority()
        func finding(_ born: Day?) -> Majority.Finding? {
            born.map { $0.adding(years: years) <= day ? .adult : .minor }
        }
        let byDocument = presented?.holder.bornOn ?? traveller.bornOn
        let byPlacement = placements.compactMap(\.holder.bornOn).max()
        let byNIK = nik.flatMap { NIKParts($0).birthDate(near: byDocument ?? byPlacement, on: day) }
        let byEarlier = passports.filter { $0.key != presented?.key }.compactMap(\.holder.bornOn).max()
        majority.byDocument = finding(byDocument)
        majority.byPlacement = finding(byPlacement)
        majority.byNIK = finding(byNIK)
        majority.byEarlierPassport = finding(byEarlier)
        let dates = [byDocument, byPlacement, byNIK, byEarlier].compactMap(\.self)
        majority.doDatesDisagree = dates.contains { one in dates.contains { $0.isBeyondSlip(of: one) } }
        return majority
    }
}

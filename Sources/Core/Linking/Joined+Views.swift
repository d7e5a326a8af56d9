import Vocabulary

extension Joined {
    /// Whether somebody is plainly no Indonesian: listed so, and neither zone nor register says otherwise.
    static func isForeign(_ traveller: Traveller, _ presented: PassportRecord?) -> Bool {
        citizenship(traveller, presented) == .other
    }

    /// Whether the person must be judged as an Indonesian.
    var citizenship: Citizenship { Joined.citizenship(traveller, presented) }

    private static func citizenship(_ traveller: Traveller, _ presented: PassportRecord?) -> Citizenship {
        let inZone = traveller.nationalityInZone
        let listed = traveller.nationality ?? inZone ?? (presented == nil ? traveller.issuer : nil)
        guard let listed, listed != .indonesia else {
            return inZone == nil || inZone == .indonesia ? .indonesian : .contradicted
        }
        return inZone == .indonesia || presented != nil ? .contradicted : .other
    }

    /// Every number the person presents or has held.
    var ownNumbers: Set<PassportNumber> {
        Set(passports.compactMap(\.file.number) + [traveller.passport].compactMap(\.self))
    }

    /// The NIK of the person, or that of the placement that was accepted.
    var knownNIK: NIK? { nik ?? placements.compactMap(\.holder.nik).first }

    /// Whether a placement was filed under the person's own passport, or a slip of it; false where the register gives
    /// that passport to another NIK, nil where nobody knows.
    func isOwn(_ number: PassportNumber?) -> Bool? {
        guard let number, isRegisterAnswering else { return nil }
        if ownNumbers.contains(number) { return true }
        if let other = filed[number]?.holder.nik, let knownNIK, other != knownNIK {
            // A slip in the registry may hit another's number.
            return ownNumbers.contains { $0.differsInOneCharacter(from: number) } ? true : false
        }
        return ownNumbers.contains { $0.differsInOneCharacter(from: number) } ? true : nil
    }

    /// The document presented, beside the register.
    var document: PresentedDocument {
        var document = PresentedDocument()
        document.number = traveller.passport
        document.kind = presented?.file.kind ?? traveller.documentKind ?? .passport
        document.listedExpiresOn = traveller.expiresOn
        guard let number = traveller.passport else { return document }
        guard isRegisterAnswering || presented != nil else {
            document.standing = .unanswered
            return document
        }
        if let presented {
            document.standing = .registered(presented.file)
            document.isRenewal =
                presented.file.previousNumber != nil
                || passports.contains { $0.file.issuedBefore(presented.file) }
        } else if let near = nearest(to: number) {
            document.standing = .slip(of: near.file)
        } else {
            document.standing = .notRegistered
        }
        return document
    }

    /// The newest of the person's passports whose number differs in one character.
    private func nearest(to number: PassportNumber) -> PassportRecord? {
        newestFirst.first { $0.file.number?.differsInOneCharacter(from: number) ?? false }
    }

    private var newestFirst: [PassportRecord] {
        passports.sorted { left, right in
            let (one, another) = (
                left.file.issuedOn ?? left.file.appliedOn, right.file.issuedOn ?? right.file.appliedOn
            )
            if let one, let another, one != another { return one > another }
            return left.key > right.key
        }
    }

    /// The person's passports beside the presented one, newest first.
    var passportViews: [PassportView] {
        let shown = application ?? presented
        let name = shown?.holder.name ?? traveller.name
        let born = shown?.holder.bornOn ?? traveller.bornOn
        let words = Set(name?.words ?? [])
        return newestFirst.map { record in
            var view = PassportView(file: record.file)
            view.isPresented = record.key == shown?.key
            view.isSameNIK = nik != nil && record.holder.nik == nik
            if !words.isEmpty, let other = record.holder.name.map({ Set($0.words) }), !other.isEmpty {
                view.isNameEqual = words == other
                view.isNameContained = words.isSubset(of: other) || other.isSubset(of: words)
            }
            if let born, let other = record.holder.bornOn { view.isBirthEqual = born == other }
            return view
        }
    }

    /// The regency of the home village, by the registry, else by the NIK; to be compared, never shown.
    var homeRegency: String? {
        placements.compactMap { $0.holder.villageCode.map { String($0.prefix(4)) } }.min()
            ?? knownNIK.map { String($0.digits.prefix(4)) }
    }

    /// What each source says about the legal age on a day.
    func majority(on day: Day, years: Int) -> Majority {
        var majority = Majority()
        func finding(_ born: Day?) -> Majority.Finding? {
            born.map { $0.adding(years: years) <= day ? .adult : .minor }
        }
        let shown = application ?? presented
        let open = placements.filter { $0.file.status?.isOpen ?? true }
        let earlier = passports.filter { $0.key != shown?.key && $0.file.status != .applied }
        let byDocument = shown?.holder.bornOn ?? traveller.bornOn
        let byPlacement = open.compactMap(\.holder.bornOn).max()
        let byNIK = knownNIK.flatMap { NIKParts($0).birthDate(near: byDocument ?? byPlacement, on: day) }
        let byEarlier = earlier.compactMap(\.holder.bornOn).max()
        majority.byDocument = finding(byDocument)
        majority.byPlacement = finding(byPlacement)
        majority.byNIK = finding(byNIK)
        majority.byEarlierPassport = finding(byEarlier)
        let dates = [byDocument, byPlacement, byNIK, byEarlier].compactMap(\.self)
        majority.doDatesDisagree = dates.contains { one in dates.contains { $0.isBeyondSlip(of: one) } }
        return majority
    }
}

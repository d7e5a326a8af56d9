import Vocabulary

extension Author {
    /// The destinations that stories keep for themselves: closed by a notice, or closed before.
    static let reserved: Set<String> = ["KHM", "ZMB", "ROU", "MDV"]

    /// A destination by published placements, open to everybody.
    mutating func destination(where isWanted: (String) -> Bool = { _ in true }) -> String {
        for _ in 0..<64 {
            guard let drawn = sources.destinations.draw(&chance) else { break }
            if !Author.reserved.contains(drawn), routes.reaches(drawn), isWanted(drawn) { return drawn }
        }
        return "HKG"
    }

    /// A complete placement: every paper of its scheme is there and valid beyond the day.
    mutating func placement(_ citizen: Citizen, _ scheme: Scheme, to destination: String) -> Placement {
        var placement = Placement()
        placement.holder.nik = NIK(number: citizen.nik)
        placement.holder.name = registeredName(citizen)
        placement.holder.sex = citizen.sex
        placement.holder.bornOn = citizen.bornOn
        placement.holder.villageCode = String(citizen.village)
        placement.holder.phone = citizen.phone
        if let number = register.number(citizen.index) { placement.holder.passportNumber = .given(number) }
        placement.file = papers(citizen, scheme)
        placement.file.destination = CountryCode(destination)
        employ(&placement.file, scheme, destination)
        return placement
    }

    /// Takes another order, with its agency and employer.
    mutating func take(_ order: Int?, _ file: inout PlacementFile) {
        guard let order else { return }
        let taken = economy.orders[order]
        file.jobOrder = taken.number
        file.agencyLicence = taken.agencyLicence
        file.employer = taken.employer
        file.employerKind = taken.employerKind
        file.position = taken.position
        file.destination = taken.destination
        economy.sign(order)
    }

    private mutating func employ(_ file: inout PlacementFile, _ scheme: Scheme, _ destination: String) {
        switch scheme {
        case .ptop, .ssw:
            take(economy.order(to: destination, household: scheme == .ssw ? false : nil, &chance), &file)
        case .spsk:
            take(economy.order(to: destination, household: nil, &chance), &file)
            file.employerKind = .household
            file.position = "Pekerja rumah tangga"
        case .gtog, .ukps, .mandiri, .reentry:
            file.employerKind = .company
            if scheme == .reentry, Economy.isHouseholdOpen(destination), chance.percent(70) {
                file.employerKind = .household
            }
            let kind = file.employerKind == .household ? "Keluarga Rekaan " : "Rekaan Works "
            file.employer = kind + String(5000 + chance.below(900))
            file.position = file.employerKind == .household ? "Pekerja rumah tangga" : "Operator pabrik"
        case .crew:
            file.employerKind = .vessel
            file.employer = "Rekaan Shipping " + String(1 + chance.below(40))
            file.position = "Awak kapal"
            file.vesselNumber = .given(String(9_000_000 + chance.below(900_000)))
            file.agencyLicence = economy.agency(.manning, &chance)?.licence
        }
    }

    private mutating func papers(_ citizen: Citizen, _ scheme: Scheme) -> PlacementFile {
        let number = String(1_000_000 + citizen.index)
        let agreedOn = day.adding(days: -chance.within(60...150))
        let until = day.adding(days: chance.within(500...740))
        var file = PlacementFile()
        file.number = PlacementNumber("PL-" + number)
        file.scheme = scheme
        file.visaNumber = .given("V" + number)
        file.visaKind = scheme == .crew ? .crew : .work
        file.visaUntil = .given(until.adding(days: -chance.within(0...90)))
        file.contractFrom = .given(day.adding(days: chance.within(0...8)))
        file.contractUntil = .given(until)
        file.insuranceNumber = .given("JS" + number)
        file.insuranceUntil = .given(until.adding(days: 30))
        file.medicalUntil = .given(day.adding(days: chance.within(20...300)))
        file.competenceNumber = .given("LSP-" + number)
        file.maritalStatement = .yes
        file.familyPermission = .yes
        file.placementAgreementNumber = .given("PP-" + number)
        file.agreedOn = agreedOn
        file.orientationOn = .given(day.adding(days: -chance.within(4...20)))
        file.cardNumber = .given("KPMI-" + number)
        file.cardUntil = .given(until)
        file.status = .carded
        switch scheme {
        case .mandiri: file.placementAgreementNumber = .no
        case .reentry:
            file.leaveLetter = .yes
            file.placementAgreementNumber = .blank
            file.agreedOn = nil
        case .crew:
            file.seamanBookNumber = .given("BP" + number)
            file.maritalStatement = .blank
            file.familyPermission = .blank
        case .gtog, .ptop, .ukps, .spsk, .ssw: break
        }
        return file
    }

    /// The registry's way of writing the name: at times with a title.
    private mutating func registeredName(_ citizen: Citizen) -> PersonName {
        var words = citizen.words
        if chance.permille(15) { words.insert(citizen.sex == .female ? "HJ" : "DRS", at: 0) }
        return PersonName(words.joined(separator: " "))
    }
}

public import Vocabulary

/// Who stands at the border or asks for a passport, as far as the list, the zone or the application says.
public struct Traveller: Sendable, Hashable {
    /// The number of the document presented.
    public var passport: PassportNumber?
    /// The kind of document presented.
    public var documentKind: DocumentKind?
    /// The last day of its validity, as listed or printed.
    public var expiresOn: Day?
    /// The population number, where the zone or the application gives it.
    public var nik: NIK?
    /// The name.
    public var name: PersonName?
    /// The birth date.
    public var bornOn: Day?
    /// The nationality as listed.
    public var nationality: CountryCode?
    /// The nationality in the zone.
    public var nationalityInZone: CountryCode?
    /// Who issued the document.
    public var issuer: CountryCode?
    /// The class of visa that the list itself gives.
    public var visaKind: VisaKind?

    /// Somebody of whom nothing is known.
    public init() {}

    /// A person of a list, or read at a counter.
    public init(_ person: ListedPerson) {
        passport = person.passportNumber
        documentKind = person.documentKind ?? Traveller.kind(of: person)
        expiresOn = person.zone?.expiresOn ?? person.travelDocument?.expiresOn
        nik = person.zone?.nik
        name = person.name.key.isEmpty ? person.zone.map(Traveller.name) : person.name
        bornOn = person.zone?.bornOn ?? person.bornOn
        nationality = person.nationality
        nationalityInZone = person.zone?.nationality
        issuer = person.zone?.issuer ?? person.travelDocument?.issuer
        visaKind = person.visaKind
    }

    /// The applicant of a passport.
    public init(applicant record: PassportRecord) {
        passport = record.file.number
        documentKind = record.file.kind
        nik = record.holder.nik
        name = record.holder.name
        bornOn = record.holder.bornOn
        nationality = .indonesia
    }

    /// The traveller with the name and birth date that the register has for the presented document, where neither list
    /// nor zone says them: a number typed by hand finds the same notices as the whole passport.
    public func completed(by held: [PassportRecord]) -> Traveller {
        guard let passport, let holder = held.first(where: { $0.file.number == passport })?.holder else {
            return self
        }
        var whole = self
        if name?.key.isEmpty ?? true { whole.name = holder.name }
        let isSame = whole.name.map { !Set($0.words).isDisjoint(with: holder.name?.words ?? []) } ?? false
        if bornOn == nil, isSame { whole.bornOn = holder.bornOn }
        return whole
    }

    private static func name(_ zone: MachineReadableZone) -> PersonName {
        PersonName([zone.surname, zone.given].compactMap(\.self).joined(separator: " "))
    }

    /// The kind by the code on the document: `PO` and `PD` are official, `PL` and `PU` letters in place of a passport.
    ///
    /// - Source: ICAO Doc 9303-4; codes in use on Indonesian documents.
    private static func kind(of person: ListedPerson) -> DocumentKind? {
        switch person.zone?.documentCode ?? person.travelDocument?.kind {
        case "PO", "PD", "PS": .official
        default: nil
        }
    }
}

package import Vocabulary

/// What somebody knows of a person whose number isn't at hand (pencarian orang).
package struct PersonSearch: Sendable, Hashable {
    /// The name.
    package var name: String
    /// The birth date.
    package var bornOn: Day?
    /// The year of birth, where the date isn't known.
    package var bornYear: Int?
    /// The purpose, as `purposes.csv` codes it.
    package var purpose: String

    /// A search.
    package init(name: String, bornOn: Day? = nil, bornYear: Int? = nil, purpose: String) {
        self.name = name
        self.bornOn = bornOn
        self.bornYear = bornYear
        self.purpose = purpose
    }

    /// What a search has found.
    package enum Answer: Sendable, Hashable {
        /// The people, the likeliest first.
        case people([PersonFound])
        /// More than may be shown: more has to be known first.
        case tooMany
    }

    /// The longest name that is looked for, in bytes.
    package static let longestName = 100
}

/// Somebody of the registers, as much as whoever searches is shown: no fact of health or family.
package struct PersonFound: Sendable, Hashable {
    /// The name as registered.
    package var name: String
    /// The year of birth.
    package var bornYear: Int?
    /// The population number, by which the ledger names the person; shown to nobody.
    package var nik: NIK?
    /// The numbers of the person's documents, the one in force first.
    package var numbers: [PassportNumber]
    /// Whether the registry of placements has the person.
    package var isPlaced: Bool
    /// Whether the register of passports has the person.
    package var hasPassport: Bool
    /// How far the placement has come.
    package var status: PlacementStatus?
    /// Where it leads to.
    package var destination: CountryCode?
    /// What was compared, and how alike it is.
    package var evidence: [LinkEvidence]

    /// Whom it is about, as the ledger names people: by NIK, else by passport; nil where no number is known.
    package var subject: EntrySubject? {
        nik.map(EntrySubject.nik) ?? numbers.first.map(EntrySubject.passport)
    }
}

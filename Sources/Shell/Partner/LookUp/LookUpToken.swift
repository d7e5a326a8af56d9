import Operations
package import Vocabulary

/// What one person is looked up by: normalised, kept apart by kind, with the version of the rule that made it (token pencarian).
///
/// A token is as personal as what it is made of: it never leaves the site but blinded or sealed.
///
/// - Shape: `kawal-look-up/1`, the kind, then each field behind its length in two bytes.
/// - Not caught: what differs after normalising has another token. A digit or letter mistyped in a number; a name with a
///   word more, fewer or mistyped, or shortened beyond the list of `WordSound`; a birth date that was guessed or has day
///   and month exchanged; a traveller whose sex the list doesn't say, by name. There are no fuzzy codes, since those can be attacked by
///   frequency: the owner seals a record under further tokens instead (`LookUpPerson.owned`).
package struct LookUpToken: Hashable, Sendable {
    /// What a token is made of.
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable, Comparable {
        /// A document's number and the state that issued it.
        case document = 1
        /// The population number and the birth date.
        case population = 2
        /// How the name sounds, the birth date and the sex.
        case name = 3

        /// Orders by what identifies most surely.
        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// What it is made of.
    package let kind: Kind
    /// What is blinded or evaluated.
    let bytes: [UInt8]

    private init(_ kind: Kind, _ fields: [String]) {
        self.kind = kind
        var bytes = Array("kawal-look-up/1".utf8) + [kind.rawValue]
        for field in fields {
            bytes.append(number: UInt16(truncatingIfNeeded: field.utf8.count))
            bytes.append(contentsOf: field.utf8)
        }
        self.bytes = bytes
    }

    /// A travel document: letters and digits of its number, whatever stands between them.
    ///
    /// - Shape: nil where the number has neither.
    package static func document(_ number: PassportNumber, issuedBy state: CountryCode) -> LookUpToken? {
        number.compared.map { LookUpToken(.document, [$0, state.text]) }
    }

    /// A population number with the birth date, so that a number alone finds nobody.
    package static func population(_ nik: NIK, bornOn: Day) -> LookUpToken {
        LookUpToken(.population, [nik.digits, bornOn.description])
    }

    /// A name by its sounds in order of the alphabet, with birth date and sex.
    ///
    /// - Shape: nil where the name has no word.
    package static func name(_ name: PersonName, bornOn: Day, sex: Sex) -> LookUpToken? {
        let skeleton = name.sounds.sorted().joined(separator: " ")
        guard !skeleton.isEmpty else { return nil }
        return LookUpToken(.name, [skeleton, bornOn.description, sex.rawValue])
    }
}

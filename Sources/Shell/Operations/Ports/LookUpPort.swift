package import Vocabulary

/// A traveller as the partner's sealed tables are asked about one (orang yang dicari).
package struct SoughtPerson: Sendable, Hashable {
    /// The document in the hand.
    package var passport: PassportNumber?
    /// Who issued it.
    package var issuer: CountryCode?
    /// The population number, from the zone or the passport register.
    package var nik: NIK?
    /// The name.
    package var name: PersonName?
    /// The birth date.
    package var bornOn: Day?
    /// The sex.
    package var sex: Sex?

    /// Somebody of whom nothing is known.
    package init() {}
}

/// For whose sake the tables are asked: what the quota of look-ups is bound to.
package struct LookUpOccasion: Sendable, Hashable {
    /// The digest of the list; nil at a counter.
    package var list: String?
    /// How many people are asked about.
    package var persons: Int

    /// An occasion.
    package init(list: String?, persons: Int) {
        self.list = list
        self.persons = persons
    }
}

/// What came of asking about one traveller.
package enum SoughtAnswer: Sendable, Hashable {
    /// No record; nothing of the traveller is kept.
    case nothing
    /// Records, as their owner names them.
    case found(references: [String])
    /// Not checked: never to be read as nothing found.
    case unanswered

    /// What is asked for at once: of more records than this, one person has the first.
    static let mostReferences = 8

    /// The answer with no more records than are asked for.
    var cut: SoughtAnswer {
        guard case .found(let references) = self else { return self }
        return .found(references: Array(references.prefix(SoughtAnswer.mostReferences)))
    }
}

/// How the partner's sealed tables are asked without showing it anybody.
package protocol LookUpPort: Sendable {
    /// Asks about people, and tells each answer as soon as it is there, by the place in the list.
    func ask(
        _ people: [SoughtPerson],
        for occasion: LookUpOccasion,
        tell: @escaping @Sendable (Int, SoughtAnswer) async -> Void
    ) async
}

/// Where the secrets of a site's own sealed tables are kept.
package protocol LookUpSecrets: Sendable {
    /// What is kept under a name; nil where nothing is.
    ///
    /// - Throws: `SiteFault`.
    func lookUpSecret(_ name: String) throws -> [UInt8]?

    /// Keeps a secret in a file that only its owner may read, in place of an earlier one.
    ///
    /// - Throws: `SiteFault`.
    func keep(lookUpSecret bytes: [UInt8], _ name: String) throws
}

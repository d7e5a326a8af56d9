package import Vocabulary

/// A placement that may be a traveller's and may be another's, for a person to decide (tautan meragukan).
package struct LinkDoubted: Sendable, Hashable, Codable {
    /// The doubt's identifier (UUIDv7).
    package var id: String
    /// The traveller's document.
    package var passport: PassportNumber
    /// The flight on which the question arose.
    package var flight: FlightKey
    /// The name as listed.
    package var name: String
    /// The birth date as listed.
    package var bornOn: Day?
    /// Which placement, and what speaks for it.
    package var doubt: LinkDoubt
    /// The digest of the weights.
    package var rules: String
    /// When.
    package var at: Moment

    /// A doubt.
    package init(
        id: String,
        passport: PassportNumber,
        flight: FlightKey,
        name: String,
        bornOn: Day?,
        doubt: LinkDoubt,
        rules: String,
        at: Moment
    ) {
        self.id = id
        self.passport = passport
        self.flight = flight
        self.name = name
        self.bornOn = bornOn
        self.doubt = doubt
        self.rules = rules
        self.at = at
    }
}

/// What a person decided of a doubt: a label for the weights, and never asked again.
package struct LinkDecided: Sendable, Hashable, Codable {
    /// What a decision rests on.
    package enum Basis: String, Sendable, Codable, CaseIterable {
        /// The identity card was seen (KTP).
        case identityCard = "ktp"
        /// The passport that the placement was filed under was seen.
        case earlierPassport = "passport"
        /// The person was asked, and the answers agree or differ.
        case answers
        /// The registry was asked.
        case registry
    }

    /// The doubt.
    package var id: String
    /// The traveller's document.
    package var passport: PassportNumber
    /// The placement.
    package var placement: PlacementNumber
    /// Whether it is the traveller's.
    package var isSame: Bool
    /// What that rests on.
    package var basis: Basis
    /// What the machine had said.
    package var doubt: LinkDoubt
    /// The digest of its weights.
    package var rules: String
    /// The officer's account.
    package var officer: String
    /// When.
    package var at: Moment

    /// A decision on a doubt.
    package init(_ doubted: LinkDoubted, isSame: Bool, basis: Basis, officer: String, at: Moment) {
        id = doubted.id
        passport = doubted.passport
        placement = doubted.doubt.placement
        self.isSame = isSame
        self.basis = basis
        doubt = doubted.doubt
        rules = doubted.rules
        self.officer = officer
        self.at = at
    }
}

package import Vocabulary

/// What an officer knew when a registered worker was let go (tanda lepas): letting go and holding back can both be offences.
///
/// - Shape: sealed under a pseudonym of its own; only the officer concerned, the worker and a court open it, and each opening
///   is an entry.
/// - Source: UU 18/2017 art. 70 and 83.
package struct ReleaseReceipt: Sendable, Hashable, Codable {
    /// The receipt's identifier (UUIDv7).
    package var id: String
    /// When.
    package var at: Moment
    /// The officer's account.
    package var officer: String
    /// The departure.
    package var flight: FlightKey
    /// The document shown.
    package var passport: PassportNumber
    /// The placement that the worker was found under.
    package var placement: PlacementNumber
    /// The advice: `clear` or `advise`.
    package var advice: Advice
    /// The codes of what spoke for the departure, and of what was useful to tell.
    package var codes: [String]
    /// The digest of the rules used.
    package var rules: String

    /// A receipt.
    package init(
        id: String,
        at: Moment,
        officer: String,
        flight: FlightKey,
        passport: PassportNumber,
        placement: PlacementNumber,
        assessment: Assessment
    ) {
        self.id = id
        self.at = at
        self.officer = officer
        self.flight = flight
        self.passport = passport
        self.placement = placement
        advice = assessment.advice
        codes = assessment.against.map(\.code) + assessment.reasons.map(\.code)
        rules = assessment.rules
    }
}

/// A receipt with its place in the ledger, by which it is proven; nil while it waits for a shared ledger.
package struct KeptRelease: Sendable, Hashable {
    /// The receipt.
    package var receipt: ReleaseReceipt
    /// The entry's index.
    package var entry: UInt64?

    /// A receipt.
    package init(receipt: ReleaseReceipt, entry: UInt64?) {
        self.receipt = receipt
        self.entry = entry
    }
}

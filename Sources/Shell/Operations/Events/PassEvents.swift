package import Exchange
package import Vocabulary

/// A worker's pass that was issued (pas pekerja terbit).
package struct PassIssued: Sendable, Hashable, Codable {
    /// The number, drawn by chance.
    package var number: PassNumber
    /// The number as it is written.
    package var numberText: String { number.text }
    /// The signed text, as it stands in the code.
    package var text: String
    /// The document that it is bound to.
    package var passport: PassportNumber
    /// The placement that was complete.
    package var placement: PlacementNumber
    /// The way of placement.
    package var scheme: Scheme
    /// Where to.
    package var destination: CountryCode
    /// The first day.
    package var from: Day
    /// The last day.
    package var until: Day
    /// When.
    package var at: Moment
    /// The digest of the rules by which the placement was complete.
    package var rules: String

    /// An issued pass.
    package init(
        _ pass: WorkerPass,
        text: String,
        passport: PassportNumber,
        placement: PlacementNumber,
        at: Moment,
        rules: String
    ) {
        number = pass.number
        self.text = text
        self.passport = passport
        self.placement = placement
        scheme = pass.scheme
        destination = pass.destination
        from = pass.from
        until = pass.until
        self.at = at
        self.rules = rules
    }
}

/// A worker's pass that was taken back (pas batal): about nobody, so that it outlives the erasure of its holder.
package struct PassRevoked: Sendable, Hashable, Codable {
    /// By what lists name the pass.
    package var mark: PassMark
    /// The last day of the pass: after it no list names it.
    package var until: Day
    /// Why.
    package var reason: PassVoidReason
    /// When.
    package var at: Moment

    /// A pass that was taken back.
    package init(_ pass: PassIssued, for reason: PassVoidReason, at: Moment) {
        mark = pass.number.mark
        until = pass.until
        self.reason = reason
        self.at = at
    }
}

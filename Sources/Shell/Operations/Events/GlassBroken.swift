package import Vocabulary

/// Somebody opened a case that isn't part of the own duties, for an hour and with a reason (buka darurat).
///
/// - Source: DHIS2's "break the glass"; here the other agency reads every one afterwards.
package struct GlassBroken: Sendable, Hashable, Codable {
    /// The identifier (UUIDv7).
    package var id: String
    /// The case.
    package var caseID: String
    /// The case's course.
    package var kind: CaseKind
    /// Who.
    package var officer: String
    /// For which agency.
    package var authority: Authority?
    /// Why.
    package var reason: String
    /// When.
    package var at: Moment
    /// Until when the case may be read.
    package var until: Moment

    /// For how long.
    package static let seconds = 3600

    /// An opening.
    package init(
        id: String,
        caseID: String,
        kind: CaseKind,
        officer: String,
        authority: Authority?,
        reason: String,
        at: Moment,
        until: Moment
    ) {
        self.id = id
        self.caseID = caseID
        self.kind = kind
        self.officer = officer
        self.authority = authority
        self.reason = reason
        self.at = at
        self.until = until
    }
}

/// What the other agency says of it afterwards (tinjauan buka darurat).
package struct GlassReviewed: Sendable, Hashable, Codable {
    /// Which.
    package var id: String
    /// Whether the reason holds.
    package var isJustified: Bool
    /// Why.
    package var text: String
    /// Who reviewed it.
    package var officer: String
    /// When.
    package var at: Moment
}

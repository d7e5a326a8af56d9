/// One row of `purposes.csv`: for what people's records may be looked at (guna).
///
/// A purpose reaches only what was collected since it holds.
/// - Source: UU 27/2022 art. 20 and 27: data are processed for a limited, specific, lawful and transparent purpose.
public struct PurposeRule: Sendable, Hashable {
    /// Where a purpose may be chosen.
    public enum Use: String, Sendable, CaseIterable {
        /// Searching people by name.
        case search
        /// Reading the tickets of a locator.
        case bookings
        /// Counting, without anybody's name.
        case evaluation
        /// Nowhere: for this, records are never looked at nor exchanged.
        case never
    }

    /// The purposes with which both agencies began; any other needs an assessment and a notice.
    public static let founding: Set<String> = [
        "clear-worker", "protect", "mend-document", "investigate-recruiter", "evaluate",
    ]
    /// How many days before it holds a new purpose is published.
    public static let noticeDays = 30

    /// The code under which the ledger keeps it.
    public var code: String
    /// Where it may be chosen.
    public var use: Use
    /// Who may choose it.
    public var roles: Set<Role>
    /// The assessment of its impact (kajian dampak), by title and version; nil of a founding purpose.
    public var assessed: String?
    /// The day of its publication; nil of a founding purpose.
    public var noticedOn: Day?
    /// What it says.
    public var says: Bilingual
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        code: String,
        use: Use,
        roles: Set<Role>,
        assessed: String?,
        noticedOn: Day?,
        says: Bilingual,
        basis: String,
        validity: Validity
    ) {
        self.code = code
        self.use = use
        self.roles = roles
        self.assessed = assessed
        self.noticedOn = noticedOn
        self.says = says
        self.basis = basis
        self.validity = validity
    }
}

extension Rulebook {
    /// The purposes that somebody with some roles may choose on a day, in the order of the file.
    public func purposes(of use: PurposeRule.Use, for roles: Set<Role>, on day: Day) -> [PurposeRule] {
        tables.purposes.filter {
            $0.use == use && !$0.roles.isDisjoint(with: roles) && $0.validity.holds(on: day)
        }
    }
}

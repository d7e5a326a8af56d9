/// One row of `agreement.csv`: what may cross between the two agencies' sites (butir perjanjian).
///
/// - Source: UU 27/2022 art. 20 and 27; MoU of April 2025.
public struct AgreementRule: Sendable, Hashable {
    /// Who may send it.
    public enum Sender: String, Sendable, CaseIterable {
        /// Immigration alone.
        case immigration
        /// The ministry alone.
        case ministry
        /// Either.
        case both

        /// Whether an agency is among them.
        public func includes(_ agency: Authority) -> Bool { self == .both || rawValue == agency.rawValue }
    }

    /// What hangs on it.
    public enum Impact: String, Sendable, CaseIterable {
        /// Somebody may be stopped or found by it: it waits while nobody vouches for the sender's log.
        case high
        /// Anything else.
        case plain
    }

    /// The type of message, with its version: `referral.opened/1`.
    public var type: String
    /// Who sends it.
    public var sender: Sender
    /// The members that its payload may have.
    public var fields: [String]
    /// The purposes for which it may be sent, as `purposes.csv` codes them; empty where nothing is told of anybody.
    public var purposes: [String]
    /// Minutes until an answer is due; nil where none is.
    public var answerMinutes: Int?
    /// Days for which the receiver may keep it; nil for as long as its own records of that kind.
    public var keptDays: Int?
    /// What hangs on it.
    public var impact: Impact
    /// What it says.
    public var says: Bilingual
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        type: String,
        sender: Sender,
        fields: [String],
        purposes: [String],
        answerMinutes: Int?,
        keptDays: Int?,
        impact: Impact,
        says: Bilingual,
        basis: String,
        validity: Validity
    ) {
        self.type = type
        self.sender = sender
        self.fields = fields
        self.purposes = purposes
        self.answerMinutes = answerMinutes
        self.keptDays = keptDays
        self.impact = impact
        self.says = says
        self.basis = basis
        self.validity = validity
    }

    /// The purpose of messages that tell nothing of anybody.
    public static let noPurpose = "none"
}

/// Why a message is outside the agreement.
public enum AgreementFault: Error, Sendable, Hashable {
    /// No row has this type on the day, or not from this sender.
    case type(String)
    /// The row doesn't list the member.
    case field(String)
    /// The row doesn't list the purpose, or the purpose isn't in force.
    case purpose(String)
    /// The purpose is younger than what it would be used on.
    case collectedEarlier(purpose: String)
}

extension Rulebook {
    /// The rows of the agreement in force on a day, in the order of the file.
    public func agreement(on day: Day) -> [AgreementRule] {
        tables.agreement.filter { $0.validity.holds(on: day) }
    }

    /// The row under which an agency may send a message.
    ///
    /// - Throws: `AgreementFault`, the first that holds: type, then members, then purpose.
    public func agreed(
        _ type: String,
        from sender: Authority,
        fields: some Collection<String>,
        purpose: String,
        collectedOn: Day? = nil,
        on day: Day
    ) throws(AgreementFault) -> AgreementRule {
        guard
            let row = tables.agreement.first(where: {
                $0.type == type && $0.sender.includes(sender) && $0.validity.holds(on: day)
            })
        else { throw .type(type) }
        if let field = fields.sorted().first(where: { !row.fields.contains($0) }) { throw .field(field) }
        guard !row.purposes.isEmpty else {
            guard purpose == AgreementRule.noPurpose else { throw .purpose(purpose) }
            return row
        }
        let known = tables.purposes.filter {
            $0.code == purpose && $0.use != .never && $0.validity.holds(on: day)
        }
        guard row.purposes.contains(purpose), !known.isEmpty else { throw .purpose(purpose) }
        if let collectedOn, !known.contains(where: { $0.validity.holds(on: collectedOn) }) {
            throw .collectedEarlier(purpose: purpose)
        }
        return row
    }

    /// The agreement in force on a day as one text that both agencies sign: its rows and the purposes that they name.
    ///
    /// - Shape: a title, then a line a row, cells separated by tabulators, in the order of the files.
    public func agreementText(on day: Day) -> String {
        func cells(_ cells: [String?]) -> String { cells.map { $0 ?? "" }.joined(separator: "\t") }
        let rows = agreement(on: day).map { row in
            cells([
                row.type, row.sender.rawValue, row.fields.joined(separator: " "),
                row.purposes.joined(separator: " "),
                row.answerMinutes.map(String.init), row.keptDays.map(String.init), row.impact.rawValue,
                row.basis,
                row.validity.text,
            ])
        }
        let purposes = tables.purposes.filter { $0.validity.holds(on: day) }.map { row in
            cells([row.code, row.use.rawValue, row.assessed, row.basis, row.validity.text])
        }
        return (["kawal agreement"] + rows + ["purposes"] + purposes).joined(separator: "\n") + "\n"
    }
}

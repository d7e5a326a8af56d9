public import Vocabulary

/// One row of a course's table: in which state a step is possible, where it leads, whose hand it needs, what must stand on its form.
public struct CaseRow: Sendable, Hashable {
    /// When a row acts, beyond its state.
    public enum Condition: Sendable, Hashable {
        /// Always.
        case always
        /// Nothing obliges anybody to hold the person back or to stand by them.
        case mayTravel
        /// A legal bar, a child without a guardian, or a person who asked not to travel.
        case mustStay
        /// The proposal is a postponement.
        case postponing
        /// The proposal is a bar that a law names.
        case barring
        /// The person's last word is yes.
        case consenting
        /// The form says that the person agrees.
        case agreeing
        /// The passport is back, or kept under a statute.
        case passportSettled
        /// The person lets investigators know who they are, or the form names the order that says so.
        case mayReveal
        /// The last measure against a licence was this step.
        case lastMeasure(String)
    }

    /// The states.
    public let from: [String]
    /// The step.
    public let step: String
    /// The state that it leads to; nil where the case stays where it is.
    public let to: String?
    /// Whose hand it needs; any of them.
    public let by: [CaseHand]
    /// What must stand on the form.
    public let needs: [CaseField]
    /// When the row acts.
    public let when: Condition
}

/// A course of cases: its states and its one table of steps (tabel langkah).
public struct CaseTable: Sendable {
    /// Which course.
    public let kind: CaseKind
    /// All states.
    public let states: [String]
    /// All steps.
    public let steps: [String]
    /// The step that opens a case.
    public let opening: String
    /// The state in which it begins.
    public let start: String
    /// States in which nothing is left to be done.
    public let closed: Set<String>
    /// States that burden the person in law.
    public let burdens: Set<String>
    /// Whose time runs in a state; ours where it isn't said.
    public let holders: [String: TimeHolder]
    /// The rows, in the order in which an officer reads them.
    public let rows: [CaseRow]

    /// The rows that can act in a state.
    public func rows(in state: String) -> [CaseRow] { rows.filter { $0.from.contains(state) } }

    /// Whether nothing is left to be done.
    public func isClosed(_ state: String) -> Bool { closed.contains(state) }
}

/// A course whose states and steps are types of their own, so that its table can't name one that isn't there.
protocol Course {
    associatedtype State: RawRepresentable<String>, CaseIterable, Hashable
    associatedtype Step: RawRepresentable<String>, CaseIterable, Hashable

    static var kind: CaseKind { get }
    static var opening: (step: Step, state: State) { get }
    static var closed: Set<State> { get }
    static var burdens: Set<State> { get }
    static var holders: [State: TimeHolder] { get }
    static var rows: [CaseRow] { get }
}

extension Course {
    /// The course's table.
    static var table: CaseTable {
        CaseTable(
            kind: kind,
            states: State.allCases.map(\.rawValue),
            steps: Step.allCases.map(\.rawValue),
            opening: opening.step.rawValue,
            start: opening.state.rawValue,
            closed: Set(closed.map(\.rawValue)),
            burdens: Set(burdens.map(\.rawValue)),
            holders: Dictionary(uniqueKeysWithValues: holders.map { ($0.key.rawValue, $0.value) }),
            rows: rows
        )
    }

    /// A row; `to` nil stays in the state.
    static func row(
        _ from: [State],
        _ step: Step,
        _ to: State?,
        _ by: [CaseHand],
        _ needs: [CaseField] = [],
        when: CaseRow.Condition = .always
    ) -> CaseRow {
        CaseRow(
            from: from.map(\.rawValue),
            step: step.rawValue,
            to: to?.rawValue,
            by: by,
            needs: needs,
            when: when
        )
    }
}

extension CaseKind {
    /// The course's table.
    public var table: CaseTable { CaseKind.tables[self] ?? DepartureCourse.table }

    private static let tables: [CaseKind: CaseTable] = Dictionary(
        uniqueKeysWithValues: [
            DepartureCourse.table, ApplicationCourse.table, ReferralCourse.table, EnforcementCourse.table,
            LicenceCourse.table, AbroadCourse.table, SupportCourse.table, SearchCourse.table,
            CorrectionCourse.table, WelfareCourse.table,
        ].map { ($0.kind, $0) }
    )
}

extension CaseHand {
    static let border = CaseHand.officer(.border)
    static let interviewer = CaseHand.officer(.interviewer)
    static let supervisor = CaseHand.officer(.supervisor)
    static let helpdesk = CaseHand.officer(.helpdesk)
    static let reviewer = CaseHand.officer(.reviewer)
    static let passport = CaseHand.officer(.passport)
    static let protection = CaseHand.officer(.protection)
    static let investigator = CaseHand.officer(.investigator)
    static let licensing = CaseHand.officer(.licensing)
    static let immigrationAttache = CaseHand.officer(.immigrationAttache)
    static let protectionAttache = CaseHand.officer(.protectionAttache)
    static let guest = CaseHand.officer(.guest)
}

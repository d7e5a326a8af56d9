/// One row of `reasons.csv`: an agreed reason for a step (alasan baku).
public struct ReasonRule: Sendable, Hashable {
    /// The course.
    public var kind: CaseKind
    /// The step; nil where it holds for every step of the course that needs a reason.
    public var step: String?
    /// The code, by which reports count.
    public var code: String
    /// What it says.
    public var says: Bilingual
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        kind: CaseKind,
        step: String?,
        code: String,
        says: Bilingual,
        basis: String,
        validity: Validity
    ) {
        self.kind = kind
        self.step = step
        self.code = code
        self.says = says
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `procedures.csv`: the version of the joint procedure for a course (SOP bersama).
public struct ProcedureRule: Sendable, Hashable {
    /// The course.
    public var kind: CaseKind
    /// The version, as it is printed.
    public var version: String
    /// What it is called.
    public var title: Bilingual
    /// The agreement that it stands in.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(kind: CaseKind, version: String, title: Bilingual, basis: String, validity: Validity) {
        self.kind = kind
        self.version = version
        self.title = title
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `redress.csv`: a way to object that a slip prints (jalan keberatan).
public struct RedressRule: Sendable, Hashable {
    /// Its place among the ways.
    public var order: Int
    /// What it says.
    public var says: Bilingual
    /// How many.
    public var amount: Int
    /// Of what.
    public var unit: ClockRule.Unit
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        order: Int,
        says: Bilingual,
        amount: Int,
        unit: ClockRule.Unit,
        basis: String,
        validity: Validity
    ) {
        self.order = order
        self.says = says
        self.amount = amount
        self.unit = unit
        self.basis = basis
        self.validity = validity
    }
}

extension Rulebook {
    /// The version of the procedure that a case of a course follows when it is opened on a day; nil where there is none.
    public func procedure(_ kind: CaseKind, on day: Day) -> ProcedureRule? {
        tables.procedures.last { $0.kind == kind && $0.validity.holds(on: day) }
    }

    /// The agreed reasons for a step on a day, in the order of the file; empty where none are agreed.
    public func reasons(_ kind: CaseKind, step: String, on day: Day) -> [ReasonRule] {
        tables.reasons.filter {
            $0.kind == kind && ($0.step == nil || $0.step == step) && $0.validity.holds(on: day)
        }
    }

    /// The ways to object on a day, in order.
    public func redress(on day: Day) -> [RedressRule] {
        tables.redress.filter { $0.validity.holds(on: day) }.sorted { $0.order < $1.order }
    }
}

public import Vocabulary

/// A case that isn't part of the reader's duties, before it is opened in need (buka darurat).
public struct GlassModel: Sendable {
    /// The case.
    public var id: String
    /// Whether the reason was too short.
    public var isUnfit: Bool

    /// A closed case.
    public init(id: String, isUnfit: Bool = false) {
        self.id = id
        self.isUnfit = isUnfit
    }
}

/// What the other agency's people have opened in need, to be reviewed (tinjauan buka darurat).
public struct GlassReviewModel: Sendable {
    /// One of them.
    public struct Line: Sendable, Hashable {
        /// The identifier.
        public var id: String
        /// Who.
        public var officer: String
        /// When.
        public var at: Moment
        /// Of which course.
        public var kind: CaseKind
        /// Why.
        public var reason: String

        /// An opening.
        public init(id: String, officer: String, at: Moment, kind: CaseKind, reason: String) {
            self.id = id
            self.officer = officer
            self.at = at
            self.kind = kind
            self.reason = reason
        }
    }

    /// What waits, oldest first.
    public var lines: [Line]

    /// A list.
    public init(lines: [Line]) { self.lines = lines }
}

extension GlassModel: Page {
    /// Among the cases.
    public var place: Place? { .cases }
    /// Buka darurat.
    public func title(in frame: Frame) -> String { frame.words.glass.title }

    /// What it means, and a form for the reason.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.glass
        return div(.class("readable stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if isUnfit { problemBox(words.unfit) }
            section(.class("panel")) {
                frame.posted(.glass(id)) {
                    field("alasan-darurat", words.reason, hint: words.hint) {
                        textarea(
                            .id("alasan-darurat"),
                            .name(FormName(.text)),
                            .rows(3),
                            .maximumLength(500),
                            .aria("describedby", "alasan-darurat-hint"),
                            .required
                        )
                    }
                    tick(Field.confirmed, value: "yes", words.confirm, isRequired: true)
                    button(.type("submit"), .class("quiet")) { words.open }
                }
            }
        }
    }
}

extension GlassReviewModel: Page {
    /// The reviews.
    public var place: Place? { .glass }
    /// Tinjauan buka darurat.
    public func title(in frame: Frame) -> String { frame.words.glass.reviews }

    /// Each with its reason and a form.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.glass
        return div(.class("stack")) {
            h1 { words.reviews }
            p(.class("lead")) { words.reviewsLead }
            if lines.isEmpty { emptyState(words.none) }
            for line in lines {
                section(.class("panel")) {
                    h2 { frame.words.caseTerms[\.kinds, line.kind.rawValue] }
                    dl(.class("facts")) {
                        fact(frame.words.cases.who, line.officer)
                        fact(frame.words.cases.time, frame.moment(line.at))
                        fact(words.reason, line.reason)
                    }
                    frame.posted(.glassReview(line.id)) {
                        field("tinjauan-" + line.id, words.review) {
                            input(
                                .id("tinjauan-" + line.id),
                                .name(FormName(.text)),
                                .maximumLength(500),
                                .autocomplete("off"),
                                .required
                            )
                        }
                        div(.class("choices")) {
                            button(.type("submit"), .class("primary"), .name(Field.decision), .value("yes")) {
                                words.justified
                            }
                            button(.type("submit"), .class("primary"), .name(Field.decision), .value("no")) {
                                words.unjustified
                            }
                        }
                    }
                }
            }
        }
    }
}

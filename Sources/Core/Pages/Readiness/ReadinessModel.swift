public import Vocabulary

/// The public check before leaving (cek kesiapan berangkat): no account, nothing is kept.
///
/// The form is posted, so that nothing stands in an address or a log.
public struct ReadinessModel: Sendable {
    /// What the reader chose.
    public struct Asked: Sendable, Hashable {
        /// The way of placement.
        public var scheme: Scheme?
        /// The destination.
        public var destination: CountryCode?
        /// The papers in hand, as the rules name them.
        public var papers: Set<String> = []

        /// Nothing chosen.
        public init() {}
    }

    /// A paper that is missing.
    public struct MissingPaper: Sendable, Hashable {
        /// The paper, as the rules name it.
        public var document: String
        /// Where to get it, in Indonesian.
        public var place: String
        /// What it may cost, in Indonesian; nil where the rules don't say.
        public var cost: String?
        /// The legal basis.
        public var basis: String

        /// A missing paper.
        public init(document: String, place: String, cost: String? = nil, basis: String) {
            self.document = document
            self.place = place
            self.cost = cost
            self.basis = basis
        }
    }

    /// The answer.
    public struct Answer: Sendable, Hashable {
        /// Mandatory papers that are missing.
        public var missing: [MissingPaper]
        /// Papers that help but are not mandatory.
        public var helpful: [MissingPaper]
        /// What a dated rule says about the destination, in Indonesian: closed, limited, at risk.
        public var destinationNote: String?
        /// The basis of that note.
        public var destinationBasis: String?

        /// An answer.
        public init(
            missing: [MissingPaper],
            helpful: [MissingPaper] = [],
            destinationNote: String? = nil,
            destinationBasis: String? = nil
        ) {
            self.missing = missing
            self.helpful = helpful
            self.destinationNote = destinationNote
            self.destinationBasis = destinationBasis
        }
    }

    /// What the reader chose, kept in the form.
    public var asked = Asked()
    /// The papers offered, as the rules name them, in the order of the rules.
    public var papers: [String]
    /// The destinations offered.
    public var destinations: [CountryCode]
    /// The answer; nil before the first question.
    public var answer: Answer?
    /// Whether the last question lacked scheme or destination.
    public var isIncomplete = false

    /// A form.
    public init(papers: [String], destinations: [CountryCode]) {
        self.papers = papers
        self.destinations = destinations
    }
}

public import Vocabulary

/// The agreement between the two agencies in sentences, and what crossed under it (perjanjian).
public struct AgreementModel: Sendable {
    /// How often something has crossed.
    public struct Crossed: Sendable, Hashable {
        /// Whether it went to the partner.
        public var isOutward: Bool
        /// The type of message.
        public var type: String
        /// How often.
        public var count: Int
        /// When last.
        public var lastAt: Moment

        /// A count.
        public init(isOutward: Bool, type: String, count: Int, lastAt: Moment) {
            self.isOutward = isOutward
            self.type = type
            self.count = count
            self.lastAt = lastAt
        }
    }

    /// The rows in force.
    public var rules: [AgreementRule]
    /// The purposes that rows name, and those for which records are never used.
    public var purposes: [PurposeRule]
    /// The digest of the text that both sign.
    public var digest: String
    /// Who has signed; empty of a site without a partner.
    public var signatures: [ExchangeModel.Signature]
    /// What has crossed.
    public var crossed: [Crossed]

    /// An agreement.
    public init(
        rules: [AgreementRule],
        purposes: [PurposeRule],
        digest: String,
        signatures: [ExchangeModel.Signature],
        crossed: [Crossed]
    ) {
        self.rules = rules
        self.purposes = purposes
        self.digest = digest
        self.signatures = signatures
        self.crossed = crossed
    }
}

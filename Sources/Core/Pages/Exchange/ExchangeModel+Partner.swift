public import Vocabulary

extension ExchangeModel {
    /// Everything that is known of one partner.
    public struct Partner: Sendable {
        /// Whose site this is.
        public var own: Authority
        /// The other.
        public var authority: Authority
        /// The other's name in the exchange.
        public var name: String
        /// Whether it is reached.
        public var reach: PartnerReach?
        /// When its last message was taken.
        public var heardAt: Moment?
        /// How long messages lately took, in milliseconds: half, and ninety-nine of a hundred.
        public var latencies: (median: Int, p99: Int)?
        /// Its witness; nil while the exchange doesn't run.
        public var witness: Witness?
        /// Every stream.
        public var streams: [Stream] = []
        /// What it told of its records.
        public var known: [FeedReach] = []
        /// Alarms, newest first.
        public var alarms: [Alarm] = []
        /// Dead letters.
        public var letters: [Letter] = []
        /// The digest of the agreement.
        public var digest = ""
        /// Who has signed it.
        public var signatures: [Signature] = []
        /// Its keys.
        public var keys: [Key] = []
        /// What two people compared.
        public var fingerprint: String?
        /// Who waits for whom.
        public var waiting: [Waiting] = []

        /// A partner of whom nothing is known yet.
        public init(own: Authority, authority: Authority, name: String) {
            self.own = own
            self.authority = authority
            self.name = name
        }
    }
}

package import Vocabulary

/// How the exchange with the other agency stands, as this site's ledger tells it (keadaan pertukaran).
package struct ExchangeStanding: Sendable {
    /// A message that the partner would not take.
    package struct Letter: Sendable, Hashable {
        /// The message.
        package var id: String
        /// What it was.
        package var type: String?
        /// Why it was skipped.
        package var reason: ExchangeSkipped.Reason
        /// The partner's code.
        package var code: String?
        /// When.
        package var at: Moment
        /// Whether its words still stand, so that it can be sent again.
        package var hasWords: Bool
    }

    /// A key with which the partner signs.
    package struct Key: Sendable, Hashable {
        /// Its name.
        package var id: String
        /// Until when it is valid.
        package var validUntil: Moment
    }

    /// An alarm of the exchange.
    package struct Alarm: Sendable, Hashable {
        /// Its entry, by which it is closed.
        package var entry: UInt64
        /// What: `digest-mismatch`.
        package var code: String
        /// The stream, where it is one's.
        package var stream: String?
        /// When.
        package var at: Moment
    }

    /// What one side asks and the other has to answer.
    package struct Waiting: Sendable, Hashable {
        /// The type that asks.
        package var type: String
        /// Who waits.
        package var waiter: Authority
        /// Minutes until the answer is due.
        package var dueMinutes: Int
        /// For how many seconds each open question waits.
        package var open: [Int]
        /// After how many seconds each answered one was answered.
        package var answered: [Int]
    }

    /// Whose site this is.
    package var agency: Authority
    /// The other.
    package var partner: Authority
    /// The other's name in the exchange.
    package var partnerName: String
    /// Every stream.
    package var streams: [StreamStanding]
    /// When the last message of the partner was taken.
    package var heardAt: Moment?
    /// Dead letters.
    package var letters: [Letter]
    /// Alarms of the exchange that nobody has closed, newest first.
    package var alarms: [Alarm]
    /// Alarms about the partner's log.
    package var witnessAlarms: [WitnessAlarmed]
    /// The digest of the agreement in force.
    package var digest: String
    /// Who has signed it.
    package var signatures: [AgreementSigned]
    /// The partner's keys.
    package var keys: [Key]
    /// What two people compared when they took them.
    package var fingerprint: String?
    /// What is waited for.
    package var waiting: [Waiting]
}

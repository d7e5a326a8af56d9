import Vocabulary

/// How patiently messages are brought, as the profile says; tests are less patient.
package struct CourierPace: Sendable {
    /// The longest wait before the first new attempt, in seconds; each wait is drawn from 0 to its longest (full jitter).
    package var firstRetrySeconds = 1.0
    /// The longest wait between attempts, in seconds.
    package var longestRetrySeconds = 300.0
    /// After how many failures in a row nobody tries for a while.
    package var breakerFailures = 5
    /// For how long, in seconds.
    package var breakerSeconds = 30.0
    /// For how many hours the partner may answer that a message be tried again until it becomes a dead letter.
    package var givesUpAfterHours = 72
    /// How long a message waits that people have to do something for first, in seconds.
    package var waitingSeconds = 2.0
    /// How long an answer may take, in seconds.
    package var answerSeconds = 30.0
    /// How often the ledger is looked through for what crosses, in milliseconds.
    package var gatheringMilliseconds = 25
    /// How often this side tells how far its records reach, in seconds.
    package var tellingSeconds = 300

    /// How often is looked whether a digest of the streams is due, in milliseconds.
    package var digestMilliseconds = 5000

    /// How often the partner is asked for a proof that it has not shown yet, in milliseconds.
    package var receiptMilliseconds = 250
    /// How long a stream is left alone after a proof while more of it is taken, in seconds.
    package var receiptSeconds = 3
    /// How long one is that proves nothing in its time, in seconds.
    package var lateReceiptSeconds = 30

    /// The profile's.
    package init() {}

    /// The longest wait before an attempt, in seconds.
    func longestWait(beforeAttempt number: Int) -> Double {
        min(longestRetrySeconds, firstRetrySeconds * Double(1 << min(number, 20)))
    }
}

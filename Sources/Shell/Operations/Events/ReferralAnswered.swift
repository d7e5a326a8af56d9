package import Vocabulary

/// `referral.answered/1`: the ministry's desk has answered a referral (jawaban meja BP3MI).
package struct ReferralAnswered: Sendable, Hashable, Codable {
    /// What the desk says.
    package enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
        /// The papers are complete: the worker goes.
        case complete
        /// Something is being completed at the desk.
        case mending
        /// The desk would like to talk with the person first.
        case talk
        /// The registry doesn't know the person.
        case unknown
    }

    /// The referral.
    package var referral: String
    /// The document of the person it is about.
    package var passport: PassportNumber?
    /// What the desk says.
    package var answer: Answer
    /// In the officer's words; nil where nothing is to be added.
    package var text: String?
    /// The officer's account, or the pseudonym under which the partner knows one of its own.
    package var officer: String
    /// When.
    package var at: Moment

    /// An answer.
    package init(
        referral: String,
        passport: PassportNumber?,
        answer: Answer,
        text: String?,
        officer: String,
        at: Moment
    ) {
        self.referral = referral
        self.passport = passport
        self.answer = answer
        self.text = text
        self.officer = officer
        self.at = at
    }
}

public import Vocabulary

/// What the ministry's desk has answered to a referral (jawaban meja BP3MI).
public struct DeskAnswer: Sendable, Hashable {
    /// What it says.
    public enum Kind: String, Sendable, CaseIterable {
        /// The papers are complete.
        case complete
        /// Something is being completed at the desk.
        case mending
        /// The desk would like to talk with the person first.
        case talk
        /// The registry doesn't know the person.
        case unknown
    }

    /// What it says.
    public var kind: Kind
    /// In the officer's words.
    public var text: String?
    /// When.
    public var at: Moment

    /// An answer.
    public init(kind: Kind, text: String?, at: Moment) {
        self.kind = kind
        self.text = text
        self.at = at
    }
}

/// The form in which the desk answers.
public struct DeskAnswerForm: Sendable, Hashable {
    /// The referral.
    public var referral: String
    /// What was chosen before an error.
    public var chosen: DeskAnswer.Kind?
    /// What was typed before an error.
    public var typed = ""
    /// Whether something didn't fit.
    public var isUnfit = false

    /// An empty form.
    public init(referral: String) { self.referral = referral }

    /// The most letters of the words.
    static let longest = 500
}

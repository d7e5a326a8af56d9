package import Vocabulary

/// What stays of a decision that fell: that it fell, how long it lasted and why, of nobody (dibatalkan dan dimusnahkan).
package struct CaseErased: Sendable, Hashable, Codable {
    /// The course of the case.
    package var kind: CaseKind
    /// The post.
    package var post: String?
    /// Why it fell, as a code.
    package var reason: String
    /// When the case was opened.
    package var openedAt: Moment
    /// When it fell.
    package var at: Moment
    /// How long it lay with whom, in seconds.
    package var seconds: [String: Int]
    /// SHA-256 of the slip's code, so that whoever holds the slip learns that the decision fell; says nothing to anybody else.
    package var slipDigest: String?
}

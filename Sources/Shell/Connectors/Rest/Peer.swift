package import Foundation

/// What is asked of another system.
package struct PeerRequest: Sendable, Hashable {
    /// The path below the contract's address: `/workers?since=…`.
    package var path: String
    /// What is told; nil of a question.
    package var body: Data?
    /// Under which key a repeated telling is known.
    package var key: String?

    /// A request.
    package init(path: String, body: Data? = nil, key: String? = nil) {
        self.path = path
        self.body = body
        self.key = key
    }
}

/// What another system answered.
package struct PeerAnswer: Sendable {
    /// The status.
    package var status: Int
    /// Seconds that it asks to wait.
    package var retryAfter: Int?
    /// The body.
    package var body: Data

    /// An answer.
    package init(status: Int, retryAfter: Int? = nil, body: Data) {
        self.status = status
        self.retryAfter = retryAfter
        self.body = body
    }
}

/// Another system.
package protocol Peer: Sendable {
    /// Asks once.
    ///
    /// - Throws: `ConnectorFault.secret` where a secret can't be used; anything else where no whole answer came.
    func ask(_ request: PeerRequest) async throws -> PeerAnswer
}

/// Where a site answers its partner (`/x/v1`).
package enum ExchangePath {
    /// One message of a stream.
    package static let messages = "/x/v1/messages"
    /// The proof that a message stands in the ledger; its identifier follows.
    package static let receipts = "/x/v1/receipts"
    /// How far a stream has come; `NAME/head` follows.
    package static let streams = "/x/v1/streams"
    /// A partner's checkpoint, to be cosigned (c2sp.org/tlog-witness).
    package static let addCheckpoint = "/x/v1/add-checkpoint"
    /// The keys of this site.
    package static let keys = "/x/v1/keys"
    /// Blinded tokens, to be evaluated.
    package static let evaluate = "/x/v1/oprf/evaluate"
    /// Sealed tables.
    package static let tables = "/x/v1/tables"
    /// Whether the site answers.
    package static let health = "/x/v1/health"
}

/// A ledger that several nodes append to; each node's site follows it into its own file and folds its own views.
///
/// Every call blocks; a site calls from its writer, one call at a time.
/// - Source: ADR 7: the entry is the effect, the views follow; whoever appends holds the only right to, and has read
///   everything before.
package protocol SharedLedger: Sendable {
    /// The number of entries.
    ///
    /// - Throws: `SharedLedgerFault`.
    func size() throws(SharedLedgerFault) -> UInt64

    /// Entries from an index on, in order, at most so many; empty at the end.
    ///
    /// - Throws: `SharedLedgerFault`.
    func entries(from index: UInt64, limit: Int) throws(SharedLedgerFault) -> [SharedEntry]

    /// Whether an entry with this identity was appended, whatever became of its body.
    ///
    /// - Throws: `SharedLedgerFault`.
    func contains(id: String) throws(SharedLedgerFault) -> Bool

    /// Takes the right to append, waiting for the node that holds it; `entries` then tells all there is.
    ///
    /// - Throws: `SharedLedgerFault`; then no right was taken.
    func begin() throws(SharedLedgerFault)

    /// Appends entries behind the last.
    ///
    /// - Throws: `SharedLedgerFault`; then the round is over and nothing of it was appended.
    func append(_ entries: [SharedEntry]) throws(SharedLedgerFault)

    /// Removes bodies by the indexes of their entries, and the keys of subjects by their pseudonyms.
    ///
    /// - Throws: `SharedLedgerFault`; then the round is over and nothing of it was removed.
    func erase(bodies: [Range<UInt64>], keysOf subjects: [[UInt8]]) throws(SharedLedgerFault)

    /// Makes the round durable and gives the right back.
    ///
    /// - Throws: `.unsettled` where the link broke before the answer came: the round may stand or not.
    func commit() throws(SharedLedgerFault)

    /// Ends the round without a trace; never fails.
    func rollBack()

    /// Frees the space of what was erased, so that its bytes are gone; takes its time, beside everything else.
    ///
    /// - Throws: `SharedLedgerFault`.
    func sweep() throws(SharedLedgerFault)
}

/// An entry on its way between the shared ledger and a node.
package struct SharedEntry: Sendable, Equatable {
    /// The place in the ledger.
    package var index: UInt64
    /// The entry's identity, the 36 characters of a UUID.
    package var id: String
    /// The canonical bytes (RFC 8785).
    package var canonical: [UInt8]
    /// The sealed body; nil once it is erased.
    package var body: SealedBody?

    /// An entry.
    package init(index: UInt64, id: String, canonical: [UInt8], body: SealedBody?) {
        self.index = index
        self.id = id
        self.canonical = canonical
        self.body = body
    }
}

/// A body that only the site's key opens.
package struct SealedBody: Sendable, Equatable {
    /// Nonce, ciphertext and tag (AES-256-GCM).
    package var sealed: [UInt8]
    /// The subject's pseudonym, 16 bytes, and its key, wrapped (RFC 3394); nil where the body is about nobody.
    package var subject: Subject?

    /// The subject of a body.
    package struct Subject: Sendable, Equatable {
        /// 16 bytes.
        package var pseudonym: [UInt8]
        /// 40 bytes.
        package var wrappedKey: [UInt8]

        /// A subject.
        package init(pseudonym: [UInt8], wrappedKey: [UInt8]) {
            self.pseudonym = pseudonym
            self.wrappedKey = wrappedKey
        }
    }

    /// A sealed body.
    package init(sealed: [UInt8], subject: Subject?) {
        self.sealed = sealed
        self.subject = subject
    }
}

/// Why the shared ledger could not be used.
package enum SharedLedgerFault: Error, Equatable {
    /// It can't be reached, or the link broke: nothing of the round stands.
    case cut(finding: String)
    /// The link broke while a round was being made durable: it may stand or not; ask by the entries' identities.
    case unsettled(finding: String)
    /// It answers, but refuses: other tables, no rights, another site's ledger, an index that is taken.
    case refused(finding: String)
    /// Its disk is full.
    case full
}

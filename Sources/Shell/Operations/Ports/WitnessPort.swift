package import Vocabulary

/// What the exchange asks of a store that is witness of the partner's log and has its own witnessed.
///
/// - Source: c2sp.org/tlog-witness, c2sp.org/tlog-cosignature.
package protocol WitnessPort: Sendable {
    /// The key with which this site's cosignatures are verified, as c2sp.org/signed-note writes it; nil in a site that was
    /// only read so far.
    var witnessKey: String? { get }

    /// Answers the body of `add-checkpoint`; what is cosigned is remembered durably before it is answered.
    ///
    /// - Throws: `SiteFault` where the store can't be written, or has forgotten what it cosigned; then nothing is signed.
    func cosign(_ body: [UInt8], of partner: PartnerLog, at moment: Moment) async throws -> WitnessAnswer

    /// What this site's log asks the partner to cosign: from the size that is known to be cosigned, or from the one that the
    /// partner says it knows (409).
    ///
    /// - Throws: `SiteFault`; where the partner knows a longer log than this one, this one went back.
    func checkpointToCosign(from known: UInt64?) throws -> CheckpointOffer

    /// Keeps the cosignatures that the partner answered, where one is by a trusted key of the partner's witness; a later
    /// checkpoint that is kept already stays.
    ///
    /// - Throws: `SiteFault` where none is, or the store can't be written.
    func keep(
        cosignatures lines: [UInt8],
        of offer: CheckpointOffer,
        by witness: [String],
        at moment: Moment
    ) async throws

    /// The newest checkpoint of this site's log that carries the partner's cosignature; nil before the first.
    ///
    /// - Throws: `SiteFault`.
    func cosignedHead() throws -> CosignedHead?

    /// The proof that an entry is in the ledger (c2sp.org/tlog-proof) under that checkpoint, the entry with it; nil while the
    /// entry is not covered yet.
    ///
    /// - Throws: `SiteFault`.
    func cosignedReceipt(for index: UInt64) throws -> String?
}

/// A log that is witnessed here: the partner's.
package struct PartnerLog: Sendable, Hashable {
    /// The public keys of its checkpoints, as c2sp.org/signed-note writes them, of one name.
    package var keys: [String]

    /// A log.
    package init(keys: [String]) { self.keys = keys }
}

/// The answer to `add-checkpoint`.
package struct WitnessAnswer: Sendable, Hashable {
    /// The HTTP status.
    package var status: Int
    /// The media type.
    package var mediaType: String
    /// The body: lines of cosignature, the known size, or words.
    package var bytes: [UInt8]

    /// An answer.
    package init(status: Int, mediaType: String, bytes: [UInt8]) {
        self.status = status
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// A checkpoint on its way to be cosigned.
package struct CheckpointOffer: Sendable, Hashable {
    /// The size from which the proof leads.
    package var old: UInt64
    /// The checkpoint's size.
    package var size: UInt64
    /// The checkpoint, as the log signed it.
    package var note: String
    /// The body of `add-checkpoint`.
    package var body: [UInt8]

    /// A checkpoint to be cosigned.
    package init(old: UInt64, size: UInt64, note: String, body: [UInt8]) {
        self.old = old
        self.size = size
        self.note = note
        self.body = body
    }
}

/// A checkpoint with the partner's cosignature.
package struct CosignedHead: Sendable, Hashable {
    /// The number of entries that it covers.
    package var size: UInt64
    /// When the cosignature came, by this site's clock.
    package var at: Moment
    /// The checkpoint with every signature.
    package var note: String

    /// A cosigned checkpoint.
    package init(size: UInt64, at: Moment, note: String) {
        self.size = size
        self.at = at
        self.note = note
    }
}

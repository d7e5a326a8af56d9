package import Vocabulary

/// One round in which the partner cosigns this site's log; who calls it carries the bytes.
///
/// - Source: c2sp.org/tlog-witness, the client's side.
package struct CosigningRound: Sendable {
    /// How a round ended.
    package enum Outcome: Sendable, Hashable {
        /// The partner has cosigned so many entries.
        case cosigned(size: UInt64)
        /// Nothing is new, and the last cosignature is fresh.
        case idle
        /// The partner says that it has witnessed a longer log than this one: this site lost entries, or the partner lies.
        case wentBack(known: UInt64)
        /// The partner does not cosign; where it says 422, this log does not continue what it saw.
        case refused(status: Int)
    }

    /// The store.
    package let site: any Site & WitnessPort
    /// The keys of the partner's witness.
    package let witness: [String]
    /// After so many seconds without anything new a round is made all the same, so that a silent log is seen to be alive.
    package let refreshSeconds: Int

    /// Rounds of a site with its partner's witness.
    package init(site: any Site & WitnessPort, witness: [String], refreshSeconds: Int = 10) {
        self.site = site
        self.witness = witness
        self.refreshSeconds = refreshSeconds
    }

    /// Makes a round; asked a second time from the size that the partner knows, where an earlier answer was lost.
    ///
    /// - Throws: `SiteFault`; what carrying the bytes throws.
    package func make(
        at moment: Moment,
        carry: (_ body: [UInt8]) async throws -> WitnessAnswer
    ) async throws -> Outcome {
        if let head = try site.cosignedHead(), head.at.seconds(until: moment) < refreshSeconds,
            try site.ledgerHead().size == head.size
        {
            return .idle
        }
        var offer = try site.checkpointToCosign(from: nil)
        var answer = try await carry(offer.body)
        if let known = answer.knownSize {
            guard known <= offer.size else { return .wentBack(known: known) }
            offer = try site.checkpointToCosign(from: known)
            answer = try await carry(offer.body)
        }
        guard answer.status == 200, answer.bytes.count <= CosigningRound.longestAnswer else {
            return .refused(status: answer.status)
        }
        try await site.keep(cosignatures: answer.bytes, of: offer, by: witness, at: moment)
        return .cosigned(size: offer.size)
    }

    /// The most bytes of an answer that are looked at: dozens of signatures.
    package static let longestAnswer = 16 << 10
}

extension WitnessAnswer {
    /// The media type of a known size.
    package static let sizeMediaType = "text/x.tlog.size"

    /// The size that a conflict tells, in its one form: decimal, without leading zeros, one line.
    package var knownSize: UInt64? {
        guard status == 409, mediaType == WitnessAnswer.sizeMediaType, bytes.last == 0x0A, bytes.count <= 21,
            case let digits = String(decoding: bytes.dropLast(), as: UTF8.self), let size = UInt64(digits),
            String(size) == digits
        else { return nil }
        return size
    }
}

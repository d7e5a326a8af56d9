import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// Tells the partner how far every stream has come by this side's count, so that a difference shows (ringkasan aliran): once a
    /// day, and once the partner is reached again.
    ///
    /// - Returns: Whether it is told now.
    /// - Throws: `SiteFault`.
    @discardableResult
    package func tellDigest(isReconnected: Bool) async throws -> Bool {
        guard exchange != nil else { return false }
        let at = now()
        @Sendable func due(_ reads: any SiteReads) throws -> [Letter] {
            let type = "stream.digest/1"
            let crossed = try reads.crossed().filter { $0.way == .out }
            let told = crossed.first { $0.type == type }?.lastAt
            let isDue = isReconnected || told.map { $0.adding(seconds: 86_400) <= at } ?? true
            guard isDue, try !reads.isWaiting(type) else { return [] }
            let streams = try reads.streams().filter { $0.way == .out && $0.head.sequence > 0 }
            guard !streams.isEmpty else { return [] }
            var counts: [String: CanonicalJSON] = [:]
            for count in crossed { counts[count.type] = .integer(Int64(count.count)) }
            return [
                Letter(
                    type: type,
                    purpose: AgreementRule.noPurpose,
                    payload: [
                        "streams": .array(streams.map { StreamDigest.json(of: $0) }),
                        "counts": .object(counts),
                    ],
                    key: type
                )
            ]
        }
        // Looked at first: a commit without entries would flush all the same.
        guard try site.read({ try !due($0).isEmpty }) else { return false }
        return try await site.commit { [self] reads in
            let letters = try due(reads)
            return Decision(try queue(letters.map { ($0, nil) }, at: at, reads), answer: !letters.isEmpty)
        }
    }

    /// An alarm for each stream and type of which the partner says something else than what was taken.
    func compare(_ members: Members, _ side: ExchangeSide, at: Moment, _ reads: any SiteReads) throws
        -> [EntryDraft]
    {
        func alarm(_ stream: String?, _ finding: String) -> EntryDraft {
            self.alarm("digest-mismatch", stream, finding, side, at)
        }
        let taken = try reads.crossed().filter { $0.way == .in }
        let counts = try members.counts().compactMap { type, count -> EntryDraft? in
            let known = taken.first { $0.type == type }?.count ?? 0
            return known < count ? alarm(nil, "the partner counts more of \(type) than came") : nil
        }
        let heads = try members.digests().compactMap { digest -> EntryDraft? in
            let head = try reads.streamHead(.in, digest.name)
            guard head.sequence >= digest.sequence else {
                return alarm(digest.name, "the partner counts more than came")
            }
            // What came after the digest was written says nothing against it.
            guard head.sequence == digest.sequence, digest.hash != Data(head.hash) else { return nil }
            return alarm(digest.name, "the chain ends elsewhere")
        }
        return counts + heads
    }
}

/// How far a stream has come, as its sender says.
struct StreamDigest: Sendable {
    var name: String
    var sequence: Int64
    var hash: Data

    /// What the sender says of a stream.
    static func json(of stream: StreamStanding) -> CanonicalJSON {
        .object([
            "name": .string(stream.stream), "seq": .integer(stream.head.sequence),
            "hash": .string(Data(stream.head.hash).base64EncodedString()),
        ])
    }
}

extension Members {
    /// How far each stream has come.
    func digests() throws(ExchangeRefusal) -> [StreamDigest] {
        guard let elements = all["streams"]?.elements, elements.count <= 64 else { throw .schema("streams") }
        var digests: [StreamDigest] = []
        for element in elements {
            guard element.members?.count == 3, let name = element["name"]?.text.flatMap(StreamName.init),
                let sequence = element["seq"]?.integer,
                let hash = element["hash"]?.text.flatMap({ Data(base64Encoded: $0) }), hash.count == 32
            else { throw .schema("streams") }
            digests.append(StreamDigest(name: name.text, sequence: sequence, hash: hash))
        }
        return digests
    }

    /// How many messages of each type have crossed, in the order of their names; none where the member isn't there.
    func counts() throws(ExchangeRefusal) -> [(type: String, count: Int)] {
        guard let stated = all["counts"] else { return [] }
        guard let members = stated.members, members.count <= 64 else { throw .schema("counts") }
        var counts: [(type: String, count: Int)] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            guard let type = MessageType(name), let count = value.integer, count >= 0 else {
                throw .schema("counts")
            }
            counts.append((type.text, Int(count)))
        }
        return counts
    }
}

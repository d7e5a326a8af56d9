import Ledger
import Operations
import Vocabulary

/// An entry ready for its place: everything but the index, which only the writer knows, and so the seal.
struct Sealed: Sendable {
    let kind: String
    let at: String
    let actor: String
    let purpose: String
    let subject: Pseudonym?
    let id: EntryIdentity
    let salt: ArraySlice<UInt8>
    /// A key for a subject that has none yet.
    let fresh: FreshKey?
    let body: [UInt8]
    let digest: Hash256
}

extension Sealed {
    /// An entry that was sealed before, for another place.
    init(_ entry: LedgerEntry, salt: [UInt8], body: [UInt8], fresh: FreshKey?) {
        self.init(
            kind: entry.kind,
            at: entry.at,
            actor: entry.actor,
            purpose: entry.purpose,
            subject: entry.subject,
            id: entry.id,
            salt: salt[...],
            fresh: fresh,
            body: body,
            digest: entry.bodyDigest
        )
    }
}

/// Commits to bodies: a salt, a digest over both, an identity, a pseudonym.
///
/// Needs no database, so it runs beside the writer.
struct Sealer: Sendable {
    let key: SiteKey
    let random: RandomBytes

    /// The chance that one entry takes: its salt, the random bits of its identity, a key.
    static let chance = Hash256.saltLength + 16 + BodySeal.keyLength

    /// Seals an event.
    func seal(_ draft: EntryDraft) throws -> Sealed {
        try seal(
            draft.event.body(),
            kind: draft.event.kind,
            at: draft.at,
            text: draft.at.description,
            by: (draft.actor, draft.purpose, draft.subject),
            chance: random(Sealer.chance)[...]
        )
    }

    /// Seals a body with a given chance.
    func seal(
        _ body: [UInt8],
        kind: String,
        at moment: Moment,
        text: String,
        by author: (actor: String, purpose: String, subject: EntrySubject?),
        chance: ArraySlice<UInt8>
    ) throws -> Sealed {
        let salt = chance.prefix(Hash256.saltLength)
        let bits = chance.dropFirst(Hash256.saltLength)
        let words = bits.withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        return Sealed(
            kind: kind,
            at: text,
            actor: author.actor,
            purpose: author.purpose,
            subject: author.subject.map { key.pseudonym(of: $0) },
            id: EntryIdentity(milliseconds: moment.milliseconds, random: words),
            salt: salt,
            fresh: try author.subject.map { _ in try key.seal.freshKey(bits.suffix(BodySeal.keyLength)) },
            body: body,
            digest: salt.withUnsafeBytes { salt in
                body.withUnsafeBytes { Hash256.ofBody(salt: salt, body: $0) }
            }
        )
    }
}

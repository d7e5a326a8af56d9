package import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// Tells the partner which keys this side will use next, and keeps who of this side did it.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the two are one; `SiteFault`.
    package func rotate(_ manifest: KeyManifest, certificate: String, by officers: [String]) async throws {
        guard let side = exchange, manifest.keys.party == side.name, Set(officers).count >= 2 else {
            throw OperationFault.fieldUnfit(field: "officer", expected: "two people's names")
        }
        let at = now()
        let stated = ExchangeTrusted(manifest, certificate: certificate, officers: officers)
        let letter = Letter(
            type: "keys.changed/1",
            purpose: AgreementRule.noPurpose,
            payload: ["manifest": .string(manifest.compact), "certificate": .string(certificate)],
            key: "keys"
        )
        try await site.commit { reads in
            let draft = EntryDraft(
                .exchangeTrusted(stated),
                at: at,
                actor: Actor.operatorConsole.name,
                purpose: "exchange"
            )
            return Decision([draft] + (try queue([(letter, nil)], at: at, reads)), answer: ())
        }
    }

    /// What the partner says it will use next, as a proposal; two people here have to take it.
    ///
    /// - Throws: `ExchangeRefusal.schema`: its keys may not follow the ones that are known.
    func proposal(_ members: Members, _ side: ExchangeSide, at: Moment, _ reads: any SiteReads) throws
        -> ExchangeTrusted
    {
        let party = side.partner.text
        guard let current = try reads.trusted(of: party).flatMap(\.keys) else {
            throw ExchangeRefusal.schema("manifest")
        }
        let last = try reads.stated(by: party)?.serial ?? 0
        let (compact, certificate) = (try members.text("manifest"), try members.text("certificate"))
        do throws(KeyManifest.Fault) {
            let manifest = try KeyManifest(compact: compact)
            try manifest.verify(by: current, after: last, at: at)
            return ExchangeTrusted(manifest, certificate: certificate, officers: [])
        } catch { throw ExchangeRefusal.schema("manifest") }
    }

    /// The partner's newest proposal that nobody has taken yet; nil where none waits.
    ///
    /// - Throws: `SiteFault`.
    package func proposedTrust() throws -> ExchangeTrusted? {
        guard let side = exchange else { return nil }
        let newest = try site.read { try $0.stated(by: side.partner.text) }
        return newest.flatMap { $0.isTrusted ? nil : $0 }
    }

    /// Takes the partner's proposal, as two people have compared it with what the partner's read to them.
    ///
    /// - Throws: `OperationFault.absent` where none waits; `.unreadable` where it may not follow any more; `.fieldUnfit` where the two
    ///   are one; `SiteFault`.
    package func trustProposed(by officers: [String]) async throws {
        guard var proposed = try proposedTrust() else { throw OperationFault.absent }
        let party = proposed.party
        let current = try site.read { try $0.trusted(of: party) }
        do {
            guard let current, let keys = current.keys, let compact = proposed.manifest else {
                throw KeyManifest.Fault.unknownKey
            }
            try KeyManifest(compact: compact).verify(by: keys, after: current.serial, at: now())
        } catch {
            throw OperationFault.unreadable(
                finding: "the statement may not follow the known keys any more: \(error); ask for a new one"
            )
        }
        proposed.officers = officers
        try await trust(proposed)
    }
}

extension ExchangeTrusted {
    /// What a statement says.
    init(_ manifest: KeyManifest, certificate: String, officers: [String]) {
        self.init(
            party: manifest.keys.party.text,
            bundle: String(decoding: manifest.keys.json.bytes, as: UTF8.self),
            certificate: certificate,
            serial: manifest.serial,
            officers: officers,
            manifest: manifest.compact
        )
    }

    /// The keys; nil where they can't be read any more.
    package var keys: PartyKeys? { try? PartyKeys(CanonicalJSON([UInt8](bundle.utf8))) }
}

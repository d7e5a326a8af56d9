import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// Takes the partner's keys, as two people have compared them with what the partner's read to them.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the two are one; `SiteFault`.
    package func trust(_ trusted: ExchangeTrusted) async throws {
        guard trusted.isTrusted else {
            throw OperationFault.fieldUnfit(field: "officer", expected: "two people's names")
        }
        let draft = EntryDraft(
            .exchangeTrusted(trusted),
            at: now(),
            actor: Actor.operatorConsole.name,
            purpose: "exchange"
        )
        try await site.commit { _ in Decision([draft], answer: ()) }
    }

    /// Signs the agreement in force today; the signature is told to the partner.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the two who sign are one; `SiteFault`.
    package func signAgreement(
        by officers: [String],
        key: String,
        sign: (_ text: [UInt8]) -> [UInt8]?
    ) async throws {
        guard let side = exchange, Set(officers).count >= 2 else {
            throw OperationFault.fieldUnfit(field: "officer", expected: "two people's names")
        }
        let text = rules.agreementText(on: today)
        guard let signature = sign([UInt8](text.utf8)) else {
            throw SiteFault.failed(finding: "the key of the exchange can't sign")
        }
        let signed = AgreementSigned(
            party: side.name.text,
            digest: agreementMemory.digest(of: rules, on: today),
            key: key,
            signature: Data(signature),
            officers: officers,
            at: now()
        )
        let draft = EntryDraft(
            .agreementSigned(signed),
            at: signed.at,
            actor: Actor.operatorConsole.name,
            purpose: "exchange"
        )
        try await site.commit { _ in Decision([draft], answer: ()) }
    }

    /// Refuses a signature of the partner under the agreement in force that isn't by a key of its own.
    ///
    /// One under another text is kept and agrees to nothing here.
    func check(_ signed: AgreementSigned, _ reads: any SiteReads) throws {
        guard signed.digest == agreementMemory.digest(of: rules, on: today) else { return }
        let trusted = try reads.trust().first { $0.isTrusted && $0.party == signed.party }
        let keys = trusted.flatMap { try? PartyKeys(CanonicalJSON([UInt8]($0.bundle.utf8))) }
        let text = [UInt8](rules.agreementText(on: today).utf8)
        guard let key = keys?.signingKey(signed.key), key.isValid(at: signed.at),
            key.accepts([UInt8](signed.signature), over: text)
        else { throw ExchangeRefusal.schema("signature") }
    }
}

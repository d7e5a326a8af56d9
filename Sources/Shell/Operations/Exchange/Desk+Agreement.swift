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
    /// One under another text is kept and agrees to nothing here; should that text come into force, `signatures(under:)` looks then.
    func check(_ signed: AgreementSigned, _ reads: any SiteReads) throws {
        let text = rules.agreementText(on: today)
        guard signed.digest == agreementMemory.digest(of: rules, on: today) else { return }
        guard let current = try reads.trusted(of: signed.party), signed.isMade(under: text, with: [current])
        else {
            throw ExchangeRefusal.schema("signature")
        }
    }

    /// Who has signed the agreement in force today; of the partner's signatures those that are by a key of its own, whenever they
    /// came.
    ///
    /// - Throws: `SiteFault`.
    func signaturesToday(of side: ExchangeSide, _ reads: any SiteReads) throws -> [AgreementSigned] {
        let text = rules.agreementText(on: today)
        return try reads.signatures(under: agreementMemory.digest(of: rules, on: today)).filter { signed in
            // A key that was changed since has signed all the same.
            try signed.party == side.name.text
                || signed.isMade(under: text, with: reads.taken(of: signed.party))
        }
    }
}

extension AgreementSigned {
    /// Whether a party's key that two people took has signed a text.
    fileprivate func isMade(under text: String, with trusted: [ExchangeTrusted]) -> Bool {
        trusted.contains { bundle in
            guard let signing = bundle.keys?.signingKey(key) else { return false }
            return signing.isValid(at: at) && signing.accepts([UInt8](signature), over: [UInt8](text.utf8))
        }
    }
}

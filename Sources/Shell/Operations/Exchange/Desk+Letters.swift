import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// What of something that happened here the partner is to be told; empty where it isn't this side's to tell, or came from
    /// the partner; with a placement that came, what was known of its holder's way is told.
    ///
    /// - Throws: `SiteFault`.
    func letters(of item: LedgerItem, to side: ExchangeSide, _ reads: any SiteReads) throws -> [Letter] {
        let letters =
            switch item.content {
            case .record(.workers, let body) where item.actor == side.partner.text:
                try confirm(whoeverHolds: body, reads)
            case _ where item.actor == side.partner.text: [Letter]()
            case .record(let kind, let body): try letters(ofRow: kind, body, side, reads)
            case .event(let event): try letters(of: event, by: item.actor, side, reads)
            }
        return letters.filter { letter in
            // What the agreement has no row for is not this side's; a member too many would be a fault of ours.
            rules.agreement(on: today).contains {
                $0.type == letter.type && $0.sender.includes(side.agency)
            }
        }
    }

    private func letters(
        ofRow kind: RecordKind,
        _ body: [UInt8],
        _ side: ExchangeSide,
        _ reads: any SiteReads
    ) throws -> [Letter] {
        func read<Record: OfficeRecord>(_: Record.Type) -> Record? {
            body.withUnsafeBufferPointer { Record.codec.read($0) }
        }
        switch kind {
        case .workers:
            guard let placement = read(Placement.self), PlacementShare.isOpen(placement.file.status) else {
                return []
            }
            return [share(placement)]
        case .agencies: return share(read(Agency.self), as: "agency.shared/1")
        case .joborders: return share(read(JobOrder.self), as: "joborder.shared/1")
        case .notices: return share(read(Notice.self))
        case .crossings: return try read(Crossing.self).map { try confirm($0, reads) } ?? []
        default: return []
        }
    }

    /// A placement as the border may have it.
    func share(_ placement: Placement) -> Letter {
        let type = "placement.shared/1"
        let listed = rules.agreement(on: today).first { $0.type == type }?.fields ?? []
        let members = PlacementShare.members(of: placement, listed: listed, rules, on: today)
        return Letter(
            type: type,
            purpose: "clear-worker",
            payload: members,
            key: placement.key,
            subject: EntrySubject(placement.handles)
        )
    }

    /// A notice about a destination, a company, or a contact that both agencies approved; who is banned from leaving never crosses.
    func share(_ notice: Notice?) -> [Letter] {
        guard let notice, let subject = notice.subject, notice.contactGaps.isEmpty else { return [] }
        switch subject {
        case .cegah, .rednotice: return []
        case .destination, .agency, .phone, .payer, .address: break
        }
        return [
            Letter(
                type: "notice.shared/1",
                purpose: subject == .destination ? "protect" : "investigate-recruiter",
                payload: notice.cells.mapValues { .string($0) },
                key: notice.key
            )
        ]
    }

    /// A company's row, which is about nobody.
    func share<Record: OfficeRecord>(_ record: Record?, as type: String) -> [Letter] {
        guard let record else { return [] }
        return [
            Letter(
                type: type,
                purpose: AgreementRule.noPurpose,
                payload: record.cells.mapValues { .string($0) },
                key: record.key
            )
        ]
    }

    private func letters(
        of event: SiteEvent,
        by actor: String,
        _ side: ExchangeSide,
        _ reads: any SiteReads
    ) throws -> [Letter] {
        switch event {
        case .referralOpened(let referral): return [try letter(opening: referral, reads)]
        case .referralWithdrawn(let withdrawn):
            let payload: [String: CanonicalJSON] = [
                "referral": .string(withdrawn.id), "reason": .string(withdrawn.reason),
            ]
            return [
                Letter(
                    type: "referral.withdrawn/1",
                    purpose: "clear-worker",
                    payload: payload,
                    key: withdrawn.id
                )
            ]
        case .referralAnswered(let answered):
            var payload: [String: CanonicalJSON] = [:]
            payload.set("referral", answered.referral)
            payload.set("answer", answered.answer.rawValue)
            payload.set("text", answered.text)
            payload.set("at", answered.at.description)
            return [
                Letter(
                    type: "referral.answered/1",
                    purpose: "clear-worker",
                    payload: payload,
                    key: answered.referral,
                    subject: answered.passport.map(EntrySubject.passport),
                    officer: desk(answered.officer)
                )
            ]
        case .documentAttested(let attested):
            var payload: [String: CanonicalJSON] = [:]
            payload.set("passport_no", attested.passport.text)
            payload.set("document", attested.attestation.document)
            payload.set("number", attested.attestation.number)
            payload.set("valid_until", attested.attestation.validUntil?.description)
            payload.set("at", attested.at.description)
            return [
                Letter(
                    type: "document.attested/1",
                    purpose: "mend-document",
                    payload: payload,
                    key: attested.passport.text,
                    subject: .passport(attested.passport),
                    officer: desk(attested.officer)
                )
            ]
        case .bodiesErased(let erased):
            guard let referrals = erased.referrals, erased.reason != .partner else { return [] }
            return referrals.map { id in
                Letter(
                    type: "erased.told/1",
                    purpose: AgreementRule.noPurpose,
                    payload: ["about": .array([.string(id)])],
                    key: id
                )
            }
        case .agreementSigned(let signed) where signed.party == side.name.text:
            var payload: [String: CanonicalJSON] = [:]
            payload.set("digest", signed.digest)
            payload.set("key", signed.key)
            payload.set("signature", signed.signature.base64EncodedString())
            payload.set("at", signed.at.description)
            return [
                Letter(
                    type: "agreement.signed/1",
                    purpose: AgreementRule.noPurpose,
                    payload: payload,
                    key: "agreement"
                )
            ]
        case .lookUpPublished(let published) where published.party == side.name.text:
            return [Letter(published)]
        default: return []
        }
    }

    func letter(opening referral: Referral, _ reads: any SiteReads) throws -> Letter {
        let screened = try referral.screening.flatMap { try reads.screened(id: $0) }
        var payload: [String: CanonicalJSON] = [:]
        payload.set("referral", referral.id)
        payload.set("screening", referral.screening)
        payload.set("opened_at", referral.openedAt.description)
        payload.set("list", referral.list)
        payload["codes"] = .array(referral.codes.map { .string($0) })
        payload.set("passport_no", referral.passport?.text)
        if let flight = referral.flight {
            try payload.set("flight", encoding: flight)
            if let manifest = try reads.flight(flight)?.manifest {
                payload.set("to", manifest.to)
                try manifest.departsAt.map { try payload.set("departs_at", encoding: $0) }
            }
        }
        if let screened {
            payload.set("name", screened.name)
            payload["person"] = .integer(Int64(screened.person))
            payload.set("placement_id", screened.assessment.placement?.text)
            payload.set("born_on", screened.bornOn?.description)
            // The other side has its own word for health and family: only as the placement file.
            let shown = rules.show(
                screened.assessment,
                to: .border,
                in: .indonesian,
                at: .departure,
                on: screened.flight.departsOn
            )
            try payload.set("assessment", encoding: shown)
        }
        return Letter(
            type: "referral.opened/1",
            purpose: "clear-worker",
            payload: payload,
            key: referral.id,
            subject: referral.passport.map(EntrySubject.passport)
        )
    }

    /// An officer of the ministry's desk, as the partner may know one: only the holder of this ledger's key knows who it is.
    private func desk(_ officer: String) -> MessageBody.Officer {
        MessageBody.Officer(pseudonym: site.pseudonym(ofOfficer: officer), role: Role.helpdesk.rawValue)
    }
}

import Exchange
import Foundation
import Vocabulary

/// What a message of the partner does here.
struct ExchangeEffect: Sendable {
    /// Entries, in order.
    var drafts: [EntryDraft] = []
    /// Rows of an office's table.
    var rows: [RecordChange] = []
    /// What the open boards are told.
    var changes: [BoardChange] = []
}

extension Desk {
    /// What a message does, by its type.
    ///
    /// - Throws: `ExchangeRefusal.schema` with the member that isn't what its type says; `SiteFault`.
    func effect(
        of envelope: Envelope,
        _ body: MessageBody,
        _ side: ExchangeSide,
        at: Moment,
        _ reads: any SiteReads
    ) throws -> ExchangeEffect {
        let members = Members(body.payload.members ?? [:])
        var effect = ExchangeEffect()
        func append(_ event: SiteEvent, about passport: PassportNumber?) {
            effect.drafts.append(
                EntryDraft(
                    event,
                    at: at,
                    actor: side.partner.text,
                    purpose: envelope.purpose,
                    subject: passport.map(EntrySubject.passport)
                )
            )
        }
        switch envelope.type.text {
        case "placement.shared/1":
            effect.rows = [RecordChange(try PlacementShare.placement(of: members.all))]
        case "agency.shared/1":
            effect.rows = [RecordChange(try PlacementShare.record(Agency.self, of: members.all))]
        case "joborder.shared/1":
            effect.rows = [RecordChange(try PlacementShare.record(JobOrder.self, of: members.all))]
        case "notice.shared/1":
            let notice = try PlacementShare.record(Notice.self, of: members.all)
            guard let subject = notice.subject, subject != .cegah, subject != .rednotice else {
                throw ExchangeRefusal.schema("kind")
            }
            if let gap = notice.contactGaps.first { throw ExchangeRefusal.schema(gap) }
            effect.rows = [RecordChange(notice)]
        case "registry.told/1":
            var feed = try PlacementShare.record(Feed.self, of: members.all)
            feed.owner = side.partner.text
            effect.rows = [RecordChange(feed)]
        case "referral.opened/1":
            let (screened, referral) = try members.referral(openedIn: side)
            if let screened { append(.travellerScreened(screened), about: screened.passport) }
            append(.referralOpened(referral), about: referral.passport)
            effect.changes = [.referralOpened(id: referral.id)]
        case "referral.withdrawn/1":
            let withdrawn = ReferralWithdrawn(
                id: try members.text("referral"),
                reason: try members.text("reason")
            )
            append(.referralWithdrawn(withdrawn), about: nil)
            effect.changes = [.referralWithdrawn(id: withdrawn.id)]
        case "referral.answered/1":
            let answered = try members.answer(by: body.officer?.pseudonym ?? side.partner.text, reads)
            append(.referralAnswered(answered), about: answered.passport)
            effect.changes = [.checkMoved(id: answered.referral)]
        case "document.attested/1":
            let attested = try members.attested(by: body.officer?.pseudonym ?? side.partner.text)
            let (drafts, fallen) = try attestation(attested, by: side.actor, at: at, reads)
            effect.drafts = drafts
            effect.changes = fallen.map { .referralWithdrawn(id: $0) }
        case "departure.confirmed/1", "return.confirmed/1":
            let isExit = envelope.type.text == "departure.confirmed/1"
            effect.rows = try moved(
                try members.text("placement_id"),
                to: isExit ? .departed : .returned,
                on: try members.read("on") { Day($0) },
                reads
            )
        case "erased.told/1":
            let entries = try members.texts("about").flatMap {
                try self.entries(ofReferral: $0, from: side, reads)
                    + self.entries(ofPlacement: $0, from: side, reads)
            }
            if !entries.isEmpty {
                let gone = BodiesErased(
                    reason: .partner,
                    basis: envelope.id,
                    entries: IndexRanges(Set(entries))
                )
                append(.bodiesErased(gone), about: nil)
            }
        case "match.notice/1":
            let placements = try disclosed(try members.texts("references"), to: NamedHolder(members), reads)
            effect.drafts = try queue(placements.map { (share($0), nil) }, at: at, reads)
        case "agreement.signed/1":
            let signed = try members.signature(of: side.partner.text)
            try check(signed, reads)
            append(.agreementSigned(signed), about: nil)
        case "keys.changed/1":
            append(.exchangeTrusted(try proposal(members, side, at: at, reads)), about: nil)
        case "lookup.published/1":
            let published = try members.published(by: side.partner.text)
            effect.drafts = try follow(published, side, at: at, reads)
        case "stream.skip/1": break
        case "stream.digest/1":
            effect.drafts = try compare(members, side, at: at, reads)
        default: throw ExchangeRefusal.schema("type")
        }
        return effect
    }

    func alarm(_ code: String, _ stream: String?, _ finding: String, _ side: ExchangeSide, _ at: Moment)
        -> EntryDraft
    {
        EntryDraft(
            .exchangeAlarmed(
                ExchangeAlarmed(code: code, stream: stream, message: nil, finding: finding)
            ),
            at: at,
            actor: side.partner.text,
            purpose: "exchange"
        )
    }
}

/// The members of a payload, read as what they have to be.
struct Members {
    let all: [String: CanonicalJSON]

    init(_ all: [String: CanonicalJSON]) { self.all = all }

    func text(_ name: String) throws(ExchangeRefusal) -> String {
        guard let text = all[name]?.text, !text.isEmpty, text.utf8.count <= Members.longest else {
            throw .schema(name)
        }
        return text
    }

    func optional(_ name: String) throws(ExchangeRefusal) -> String? {
        all[name] == nil ? nil : try text(name)
    }

    func texts(_ name: String) throws(ExchangeRefusal) -> [String] {
        guard let elements = all[name]?.elements, elements.count <= 64 else { throw .schema(name) }
        let texts = elements.compactMap(\.text)
        guard texts.count == elements.count else { throw .schema(name) }
        return texts
    }

    func value<Value: Decodable>(_ name: String, _ type: Value.Type) throws(ExchangeRefusal) -> Value {
        guard let value = all[name]?.decoded(type) else { throw .schema(name) }
        return value
    }

    func read<Value>(_ name: String, _ read: (String) -> Value?) throws(ExchangeRefusal) -> Value {
        guard let value = read(try text(name)) else { throw .schema(name) }
        return value
    }

    func optional<Value>(_ name: String, _ read: (String) -> Value?) throws(ExchangeRefusal) -> Value? {
        all[name] == nil ? nil : try self.read(name, read)
    }

    private static let longest = 4096
}

extension Members {
    /// A referral with the screening that it rests on.
    func referral(openedIn side: ExchangeSide) throws -> (ScreenedTraveller?, Referral) {
        let passport = try optional("passport_no") { PassportNumber($0) }
        let flight = all["flight"] == nil ? nil : try value("flight", FlightKey.self)
        var referral = Referral(
            id: try text("referral"),
            screening: try optional("screening"),
            flight: flight,
            passport: passport,
            openedAt: try read("opened_at") { Moment($0) },
            codes: try texts("codes"),
            list: try optional("list")
        )
        referral.to = try optional("to")
        if all["departs_at"] != nil { referral.departsAt = try value("departs_at", WallTime.self) }
        guard let screening = referral.screening, let flight else { return (nil, referral) }
        var screened = ScreenedTraveller(
            id: screening,
            flight: flight,
            // Places in a list are the list's; here each has one of its own.
            person: 0,
            passport: passport,
            // A counter that was given a number alone knows no name, and an empty one doesn't cross.
            name: try optional("name") ?? "",
            assessment: try value("assessment", Assessment.self),
            list: referral.list ?? "passengers"
        )
        screened.bornOn = try optional("born_on") { Day($0) }
        return (screened, referral)
    }

    func answer(by officer: String, _ reads: any SiteReads) throws -> ReferralAnswered {
        let id = try text("referral")
        return ReferralAnswered(
            referral: id,
            passport: try reads.referral(id: id)?.passport,
            answer: try read("answer") { ReferralAnswered.Answer(rawValue: $0) },
            text: try optional("text"),
            officer: officer,
            at: try read("at") { Moment($0) }
        )
    }

    func attested(by officer: String) throws -> DocumentAttested {
        DocumentAttested(
            passport: try read("passport_no") { PassportNumber($0) },
            attestation: Attestation(
                document: try text("document"),
                number: try text("number"),
                validUntil: try optional("valid_until") { Day($0) }
            ),
            officer: officer,
            at: try read("at") { Moment($0) }
        )
    }

    func signature(of party: String) throws -> AgreementSigned {
        AgreementSigned(
            party: party,
            digest: try text("digest"),
            key: try text("key"),
            signature: try read("signature") { Data(base64Encoded: $0) },
            officers: [],
            at: try read("at") { Moment($0) }
        )
    }
}

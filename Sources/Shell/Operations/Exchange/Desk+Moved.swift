import Exchange
import Vocabulary

extension Desk {
    /// A placement whose holder has left or come back, as its row becomes: only its status moves, and never backwards.
    ///
    /// Workers come home on leave: a return ends a placement only where its contract has ended by then.
    func moved(_ number: String, to status: PlacementStatus, on day: Day, _ reads: any SiteReads) throws
        -> [RecordChange]
    {
        guard var placement = try reads.records(Placement.self, .key(number)).first,
            let standing = placement.file.status, standing.isOpen, standing.stage < status.stage
        else { return [] }
        if status == .returned {
            guard let end = placement.file.contractUntil.value, end <= day else { return [] }
        }
        placement.file.status = status
        return [RecordChange(placement)]
    }

    /// What came with a referral that the partner has opened, and what would still tell the partner of it; what was answered here
    /// is this site's own and stays.
    func entries(ofReferral id: String, from side: ExchangeSide, _ reads: any SiteReads) throws -> [UInt64] {
        guard side.other == .immigration, let passport = try reads.referral(id: id)?.passport else {
            return []
        }
        let events = try reads.events(about: .passport(passport))
        let theirs = try events.filter { try reads.actor(of: $0.entry) == side.partner.text }
        let opened = theirs.compactMap { _, event -> Referral? in
            if case .referralOpened(let opened) = event, opened.id == id { opened } else { nil }
        }.first
        guard let opened else { return [] }
        return theirs.compactMap { entry, event in
            switch event {
            case .travellerScreened(let screened): screened.id == opened.screening ? entry : nil
            case .referralOpened(let opened): opened.id == id ? entry : nil
            case .referralAnswered(let answered): answered.referral == id ? entry : nil
            default: nil
            }
        } + events.messages { $0["referral"]?.text == id }
    }

    /// Every version of a placement that the partner brought, and what was told about it; another's rows stay.
    func entries(ofPlacement id: String, from side: ExchangeSide, _ reads: any SiteReads) throws -> [UInt64] {
        guard side.other == .ministry, let placement = try reads.records(Placement.self, .key(id)).first
        else { return [] }
        let subjects = Desk.subjects(of: placement)
        let messages = Set(
            try subjects.flatMap { try reads.events(about: $0).messages { $0["placement_id"]?.text == id } }
        )
        return try reads.entries(about: subjects).filter { entry in
            if messages.contains(entry) { return true }
            let (items, _) = try reads.items(from: entry, limit: 1)
            guard let item = items.first, item.actor == side.partner.text,
                case .record(.workers, let body) = item.content
            else { return false }
            return body.withUnsafeBufferPointer { Placement.codec.read($0) }?.key == id
        }
    }

    /// Whom a placement is about, by every number that it holds.
    static func subjects(of placement: Placement) -> Set<EntrySubject> {
        var subjects: Set<EntrySubject> = []
        if let nik = placement.holder.nik { subjects.insert(.nik(nik)) }
        if let passport = placement.holder.passportNumber.value { subjects.insert(.passport(passport)) }
        return subjects
    }

    /// What tells the partner to erase the placements of somebody who is erased here; empty where they are the partner's own.
    func letters(erasing subjects: Set<EntrySubject>, _ reads: any SiteReads) throws -> [Letter] {
        guard exchange?.agency == .ministry else { return [] }
        let handles = subjects.flatMap { subject -> [Handle] in
            switch subject {
            case .nik(let nik): [.nik(nik)]
            case .passport(let passport): [.passport(passport)]
            case .sample, .release: []
            }
        }
        return try reads.records(Placement.self, anyOf: handles)
            .filter { $0.holder.nik.map { subjects.contains(.nik($0)) } ?? true }
            .map {
                Letter(
                    type: "erased.told/1",
                    purpose: AgreementRule.noPurpose,
                    payload: ["about": .array([.string($0.key)])],
                    key: $0.key
                )
            }
    }
}

extension [(entry: UInt64, event: SiteEvent)] {
    /// The entries of messages to the partner whose payload is as it has to be.
    fileprivate func messages(where fits: ([String: CanonicalJSON]) -> Bool) -> [UInt64] {
        compactMap { entry, event in
            guard case .exchangeQueued(let queued) = event, let payload = queued.words?.payload.members else {
                return nil
            }
            return fits(payload) ? entry : nil
        }
    }
}

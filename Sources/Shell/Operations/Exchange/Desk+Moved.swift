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

    /// Everything here that came with a referral of the partner's, or was said about it.
    func entries(ofReferral id: String, _ reads: any SiteReads) throws -> [UInt64] {
        guard let referral = try reads.referral(id: id), let passport = referral.passport else { return [] }
        return try reads.events(about: .passport(passport)).compactMap { entry, event in
            switch event {
            case .travellerScreened(let screened): screened.id == referral.screening ? entry : nil
            case .referralOpened(let opened): opened.id == id ? entry : nil
            case .referralAnswered(let answered): answered.referral == id ? entry : nil
            case .exchangeQueued(let queued): queued.body.contains(id) ? entry : nil
            default: nil
            }
        }
    }

    /// Every version of a placement that the partner brought, and what was told about it; another's rows stay.
    func entries(ofPlacement id: String, from side: ExchangeSide, _ reads: any SiteReads) throws -> [UInt64] {
        guard let placement = try reads.records(Placement.self, .key(id)).first else { return [] }
        return try reads.entries(about: Desk.subjects(of: placement)).filter { entry in
            let (items, _) = try reads.items(from: entry, limit: 1)
            if let item = items.first, case .record(.workers, let body) = item.content {
                let version = body.withUnsafeBufferPointer { Placement.codec.read($0) }
                return item.actor == side.partner.text && version?.key == id
            }
            return try isMessage(entry, about: placement, reads)
        }
    }

    private func isMessage(_ entry: UInt64, about placement: Placement, _ reads: any SiteReads) throws -> Bool
    {
        let mark = "\"placement_id\":\"\(placement.key)\""
        return try Desk.subjects(of: placement).contains { subject in
            try reads.events(about: subject).contains { index, event in
                guard index == entry, case .exchangeQueued(let queued) = event else { return false }
                return queued.body.contains(mark)
            }
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

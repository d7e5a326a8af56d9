import Casework
import Vocabulary

extension Desk {
    /// Opens a welfare contact for every worker abroad whose contract ended some time ago, without a confirmed return and without
    /// a longer contract: one for each placement, the ministry's own.
    ///
    /// - Returns: How many were opened.
    /// - Throws: `SiteFault`.
    package func openWelfareContacts() async throws -> Int {
        guard exchange?.agency == .ministry, let days = rules.limit("welfare_contact_days", on: today) else {
            return 0
        }
        let latest = today.adding(days: -days)
        var (entry, opened) = (UInt64(0), 0)
        while true {
            let (rows, next) = try site.read { [entry] reads in
                try reads.loaded(Placement.self, from: entry, entries: Desk.welfareEntriesAtOnce)
            }
            let overdue = Set(rows.map(\.record).filter { $0.isOverdue(on: latest) }.map(\.key))
            for number in overdue.sorted() {
                if try await openWelfareContact(of: number, latest) { opened += 1 }
            }
            guard next > entry else { return opened }
            entry = next
        }
    }

    /// Opens the contact of one placement; false where its row says otherwise by now, or one was opened before.
    private func openWelfareContact(of number: String, _ latest: Day) async throws -> Bool {
        let (id, at) = (makeIdentifier(), now())
        return try await site.commit { reads in
            guard let placement = try reads.records(Placement.self, .key(number)).first,
                placement.isOverdue(on: latest), try !hasWelfareContact(placement, reads)
            else { return Decision([], answer: false) }
            var opening = CaseOpening(
                passport: placement.holder.passportNumber.value,
                name: placement.holder.name?.text,
                post: post
            )
            if opening.passport == nil { opening.nik = placement.holder.nik }
            opening.placement = placement.file.number
            guard let subject = opening.subject else { return Decision([], answer: false) }
            var content = CaseContent()
            content.opening = opening
            let move = Casework.open(
                .welfare,
                id: id,
                content,
                by: .clock,
                Casework.Circumstances(at: at, zone: zone, rules: rules, seen: nil)
            )
            let draft = EntryDraft(
                .caseMoved(move),
                at: at,
                actor: move.officer,
                purpose: move.purpose,
                subject: subject
            )
            return Decision([draft], answer: true)
        }
    }

    private func hasWelfareContact(_ placement: Placement, _ reads: any SiteReads) throws -> Bool {
        var lines: [CaseLine] = []
        if let passport = placement.holder.passportNumber.value { lines += try reads.cases(of: passport) }
        if let nik = placement.holder.nik { lines += try reads.cases(of: nik) }
        return lines.contains { $0.last.kind == .welfare && $0.opening.placement == placement.file.number }
    }

    private static let welfareEntriesAtOnce = 5000
}

extension Placement {
    /// Whether its holder is abroad though the contract ended on a day or before.
    fileprivate func isOverdue(on latest: Day) -> Bool {
        guard file.status == .departed, let end = file.contractUntil.value else { return false }
        return end <= latest
    }
}

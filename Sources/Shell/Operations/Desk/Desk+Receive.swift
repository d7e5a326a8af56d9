import Crypto
import Intake
import Vocabulary

extension Desk {
    /// Receives a passenger list for real: entries, referrals, board.
    ///
    /// The same bytes again change nothing.
    ///
    /// - Throws: `OperationFault.unreadable` where no list is in it; `SiteFault`.
    package func receive(_ bytes: [UInt8], name: String, by actor: Actor) async throws -> Reception {
        let digest = hexadecimal(SHA256.hash(data: bytes))
        if let repeated = try repetition(of: digest) { return repeated }
        let (read, loose) = try departureLists(in: bytes, name: name, digest: digest)
        let lists = DepartureList.latest(read.map { $0.filed(by: places) })
        var judged: [JudgedList] = []
        for list in lists {
            judged.append(JudgedList(list: list, travellers: try await judge(list)))
        }
        let at = now()
        let period = try await contactPeriod()
        let permille = rules.limit("audit_sample_permille", on: today) ?? 0
        let (drafts, manifests, changes) = try await site.commit { [judged, rules, makeIdentifier] reads in
            var drafts: [EntryDraft] = []
            var manifests: [ManifestReceived] = []
            var changes: [BoardChange] = []
            // Two uploads of one file at the same moment: the second finds what the first has done.
            guard try reads.manifests(digest: digest).isEmpty else {
                return Decision([], answer: (drafts, manifests, changes))
            }
            for list in judged {
                var reception = ListReception(list, period, rules: rules.digest, at: at, actor: actor.name)
                try reception.decide(reads, makeIdentifier: makeIdentifier)
                try reception.sample(permille: permille, reads)
                drafts += reception.drafts
                manifests.append(reception.manifest)
                changes += reception.changes
            }
            return Decision(drafts, answer: (drafts, manifests, changes))
        }
        if drafts.isEmpty, let repeated = try repetition(of: digest) { return repeated }
        board.tell(changes)
        let replaced = read.count - lists.count
        let note = DiagnosticCode.replacedList.found(
            "\(replaced) lists",
            expected: "one list a departure",
            at: 0
        )
        return Reception(
            manifests: manifests,
            diagnostics: loose + (replaced > 0 ? [note] : []),
            isRepeat: false
        )
    }

    /// The period that contacts are counted in; a new one takes the key of the one before with it.
    ///
    /// - Shape: nil where there is none yet and the shared ledger can't be reached: then nothing is counted.
    private func contactPeriod() async throws -> ContactPeriod? {
        let at = now()
        let known = try site.read { try $0.contactPeriod()?.period }
        let fresh = ContactPeriod(of: today)
        if let known, known.number == fresh.number { return known }
        do {
            return try await site.commit { reads in
                let standing = try reads.contactPeriod()
                if let standing, standing.period.number == fresh.number {
                    return Decision([], answer: standing.period)
                }
                var events: [SiteEvent] = [.contactPeriodBegun(fresh)]
                if let standing {
                    let entries = IndexRanges([standing.entry])
                    events.append(
                        .bodiesErased(
                            BodiesErased(reason: .retention, basis: "contact.period", entries: entries)
                        )
                    )
                }
                let drafts = events.map {
                    EntryDraft($0, at: at, actor: Actor.system.name, purpose: "retention")
                }
                return Decision(drafts, answer: fresh)
            }
        } catch SiteFault.cut {
            // The next list after the link is back begins the new one.
            return known
        }
    }

    private func repetition(of digest: String) throws -> Reception? {
        let known = try site.read { try $0.manifests(digest: digest) }
        return known.isEmpty ? nil : Reception(manifests: known, diagnostics: [], isRepeat: true)
    }
}

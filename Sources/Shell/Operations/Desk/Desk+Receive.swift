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
        if let repeated = try await repetition(of: digest, bytes, name: name) { return repeated }
        let found = try travellers(in: bytes, name: name, digest: digest)
        let at = now()
        // Bookings first: they say of the file's own lists who paid and where the trip goes on to.
        let bookings =
            found.bookings.changes.isEmpty
            ? LoadCount() : try await site.load(found.bookings.changes, by: actor.name, at: at)
        let lists = DepartureList.latest(found.lists.map { $0.filed(by: places) })
        guard !lists.isEmpty else {
            shelve(bytes, digest: digest, for: found.loose, at: at)
            var reception = Reception(manifests: [], diagnostics: found.loose, isRepeat: bookings.isUnchanged)
            reception.bookings = bookings
            return reception
        }
        let judged = try await judged(lists)
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
        if drafts.isEmpty, let repeated = try await repetition(of: digest, bytes, name: name) {
            return repeated
        }
        board.tell(changes)
        shelve(bytes, digest: digest, for: found.loose + lists.flatMap(\.diagnostics), at: at)
        let replaced = found.lists.count - lists.count
        let note = DiagnosticCode.replacedList.found(
            "\(replaced) lists",
            expected: "one list a departure",
            at: 0
        )
        var reception = Reception(
            manifests: manifests,
            diagnostics: found.loose + (replaced > 0 ? [note] : []),
            isRepeat: false
        )
        reception.bookings = bookings
        reception.answers = judged.filter { !$0.list.purpose.isClosing }.map(answer(to:))
        return reception
    }

    private func judged(_ lists: [DepartureList]) async throws -> [JudgedList] {
        var judged: [JudgedList] = []
        for list in lists {
            // Whoever no longer travels is not judged.
            let isOut =
                list.purpose == .removal || list.purpose == .notOnBoard || list.purpose == .cancellation
            judged.append(JudgedList(list: list, travellers: isOut ? [] : try await judge(list)))
        }
        return judged
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

    /// What came of these bytes before; the carrier is told how things stand now.
    private func repetition(of digest: String, _ bytes: [UInt8], name: String) async throws -> Reception? {
        let known = try site.read { try $0.manifests(digest: digest) }
        guard !known.isEmpty else { return nil }
        var reception = Reception(manifests: known, diagnostics: [], isRepeat: true)
        let lists = try travellers(in: bytes, name: name, digest: digest).lists
        reception.answers = try await judged(DepartureList.latest(lists.map { $0.filed(by: places) }))
            .filter { !$0.list.purpose.isClosing }.map(answer(to:))
        return reception
    }
}

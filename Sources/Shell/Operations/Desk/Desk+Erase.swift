package import Vocabulary

extension Desk {
    /// Every number of a person that the offices' records join, by the one that was named.
    ///
    /// - Throws: `SiteFault`.
    func subjects(of person: EntrySubject, in reads: any SiteReads) throws -> Set<EntrySubject> {
        var found: Set = [person]
        var open = [person]
        while let next = open.popLast() {
            for number in try Desk.numbers(beside: next, in: reads) where !found.contains(number) {
                // A passport that the records give to several people joins nobody: the other must keep what is theirs.
                if case .passport = number {
                    let niks = try Desk.numbers(beside: number, in: reads).filter(\.isNIK)
                    guard niks.subtracting(found).isEmpty else { continue }
                } else if try Desk.numbers(beside: next, in: reads).count(where: \.isNIK) > 1 {
                    continue
                }
                found.insert(number)
                open.append(number)
            }
        }
        for case .passport(let number) in found { found.insert(.sample(number)) }
        return found
    }

    /// The numbers that stand in one row with a number.
    private static func numbers(beside number: EntrySubject, in reads: any SiteReads) throws -> Set<
        EntrySubject
    > {
        let handle: Handle =
            switch number {
            case .nik(let nik): .nik(nik)
            case .passport(let passport), .sample(let passport), .release(let passport): .passport(passport)
            }
        let handles =
            try reads.records(Placement.self, handle).flatMap(\.handles)
            + reads.records(PassportRecord.self, handle).flatMap(\.handles)
        return Set(
            handles.compactMap { handle in
                switch handle {
                case .nik(let nik): .nik(nik)
                case .passport(let passport), .previousPassport(let passport): .passport(passport)
                case .nameAndBirth, .licence, .jobOrder, .destination, .key, .waiting: nil
                }
            }
        )
    }

    /// Erases whatever this site holds about a person: bodies, keys and views; the entries stay.
    ///
    /// - Returns: How many entries lost their body.
    /// - Throws: `OperationFault.absent` where nothing is held; `SiteFault`.
    package func erase(_ person: EntrySubject, basis: String, by actor: Actor) async throws -> Int {
        let at = now()
        let count = try await site.commit { [self] reads in
            let entries = IndexRanges(try reads.entries(about: subjects(of: person, in: reads)))
            guard !entries.runs.isEmpty else { throw OperationFault.absent }
            let erased = BodiesErased(reason: .person, basis: basis, entries: entries)
            let draft = EntryDraft(.bodiesErased(erased), at: at, actor: actor.name, purpose: "erasure")
            return Decision([draft], answer: entries.count)
        }
        try await site.sweep()
        return count
    }

    /// Erases what was kept as long as the rules say, class by class.
    ///
    /// - Returns: How many entries of each class lost their body; nothing is written where none did.
    /// - Throws: `SiteFault`.
    package func runRetention(by actor: Actor) async throws -> [RetentionClass: Int] {
        var counts: [RetentionClass: Int] = [:]
        for kept in RetentionClass.allCases {
            while case let erased = try await eraseNext(of: kept, by: actor), erased > 0 {
                counts[kept, default: 0] += erased
            }
        }
        if !counts.isEmpty { try await site.sweep() }
        return counts
    }

    /// How many entries of each class the next run of the retention will take the body of.
    ///
    /// - Throws: `SiteFault`.
    package func dueForRetention() throws -> [RetentionClass: Int] {
        let at = now()
        return try site.read { reads in
            var counts: [RetentionClass: Int] = [:]
            for kept in RetentionClass.allCases {
                guard let (limit, _) = limit(of: kept, at: at) else { continue }
                let due = try reads.entries(kept: kept, since: limit, limit: .max).count
                if due > 0 { counts[kept] = due }
            }
            return counts
        }
    }

    private func eraseNext(of kept: RetentionClass, by actor: Actor) async throws -> Int {
        let at = now()
        guard let (limit, rule) = limit(of: kept, at: at) else { return 0 }
        return try await site.commit { reads in
            let entries = IndexRanges(
                try reads.entries(kept: kept, since: limit, limit: Desk.mostErasedAtOnce)
            )
            guard !entries.runs.isEmpty else { return Decision([], answer: 0) }
            let erased = BodiesErased(reason: .retention, basis: rule.basis, entries: entries)
            let draft = EntryDraft(.bodiesErased(erased), at: at, actor: actor.name, purpose: "retention")
            return Decision([draft], answer: entries.count)
        }
    }

    private func limit(of kept: RetentionClass, at moment: Moment) -> (Moment, RetentionRule)? {
        rules.retention(of: kept, on: moment.day(zone: zone)).map { rule in
            (moment.adding(seconds: -rule.hours * 3600), rule)
        }
    }

    /// So that a counter need not wait for a night's whole work.
    private static let mostErasedAtOnce = 2000
}

extension EntrySubject {
    fileprivate var isNIK: Bool { if case .nik = self { true } else { false } }
}

package import Vocabulary

extension Desk {
    /// Every number of a person that the offices' records join, by the one that was named.
    ///
    /// A number joins only where every row that holds it can be this person's: another must keep what is theirs.
    /// - Throws: `SiteFault`.
    func subjects(of person: EntrySubject, in reads: any SiteReads) throws -> Set<EntrySubject> {
        let named = try Desk.rows(of: person, in: reads)
        var identity = PersonIdentity(person, named)
        var found: Set = [person]
        var open = identity.isOne ? named.flatMap(\.subjects) : []
        while let next = open.popLast() {
            guard !found.contains(next) else { continue }
            let rows = try Desk.rows(of: next, in: reads)
            guard rows.allSatisfy({ identity.mayHold($0) }) else { continue }
            found.insert(next)
            for row in rows { identity.learn(row) }
            open += rows.flatMap(\.subjects)
        }
        for case .passport(let number) in found { found.insert(.sample(number)) }
        return found
    }

    /// What each row that holds a number is found by.
    private static func rows(of number: EntrySubject, in reads: any SiteReads) throws -> [[Handle]] {
        let handles: [Handle]
        switch number {
        case .nik(let nik): handles = [.nik(nik)]
        case .passport(let passport), .sample(let passport), .release(let passport):
            handles = [.passport(passport), .previousPassport(passport)]
        }
        return try handles.flatMap { handle in
            try reads.records(Placement.self, handle).map(\.handles)
                + reads.records(PassportRecord.self, handle).map(\.handles)
        }
    }

    /// Erases whatever this site holds about a person: bodies, keys and views; the entries stay.
    ///
    /// - Returns: How many entries lost their body.
    /// - Throws: `OperationFault.fieldUnfit` where no reference is given, `.absent` where nothing is held; `SiteFault`.
    package func erase(_ person: EntrySubject, basis: String, by actor: Actor) async throws -> Int {
        try Desk.check(basis: basis)
        let at = now()
        let count = try await site.commit { [self] reads in
            let subjects = try subjects(of: person, in: reads)
            let entries = IndexRanges(try reads.entries(about: subjects))
            guard !entries.runs.isEmpty else { return Decision([], answer: 0) }
            let referrals = try subjects.flatMap { try reads.events(about: $0) }.compactMap { _, event in
                if case .referralOpened(let referral) = event { referral.id } else { nil }
            }
            let erased = BodiesErased(
                reason: .person,
                basis: basis,
                entries: entries,
                referrals: referrals.isEmpty ? nil : referrals
            )
            let draft = EntryDraft(.bodiesErased(erased), at: at, actor: actor.name, purpose: "erasure")
            let revoked = try revocations(ofPassesOf: subjects, at: at, by: actor, reads)
            // A placement's number names somebody: it stands in a message that goes, not in the entry that stays.
            let told = try queue(letters(erasing: subjects, reads).map { ($0, nil) }, at: at, reads)
            return Decision(revoked + [draft] + told, answer: entries.count)
        }
        lookUp.forget(person)
        // Also where nothing is left: an earlier erasure's sweep may have been held up.
        // An erasure takes every message as it arrived; where nothing else is held, those go that name the person.
        let messages = count > 0 ? 0 : try site.clearShelf(.holding(person.number))
        try await site.sweep(.everywhere)
        guard count + messages > 0 else { throw OperationFault.absent }
        return count
    }

    /// Refuses what is no reference of a request or an order.
    static func check(basis: String) throws(OperationFault) {
        guard !basis.isEmpty, basis.utf8.count <= 200 else {
            throw .fieldUnfit(
                field: "basis",
                expected: "the request's or order's reference, at most 200 bytes"
            )
        }
    }

    /// Erases what was kept as long as the rules say, class by class.
    ///
    /// - Returns: How many entries of each class lost their body; nothing is written where none did.
    /// - Throws: `SiteFault`.
    package func runRetention(by actor: Actor, sweeping reach: Sweep = .here) async throws -> [RetentionClass:
        Int]
    {
        var counts: [RetentionClass: Int] = [:]
        let messages = try clearMessages()
        if messages > 0 { counts[.message] = messages }
        for kept in RetentionClass.allCases where kept != .message {
            while case let erased = try await eraseNext(of: kept, by: actor), erased > 0 {
                counts[kept, default: 0] += erased
            }
        }
        for (type, days, basis) in toldLimits {
            while case let erased = try await eraseNext(toldAs: type, days, basis, by: actor), erased > 0 {
                counts[.told, default: 0] += erased
            }
        }
        if !counts.isEmpty || reach == .everywhere { try await site.sweep(reach) }
        return counts
    }

    /// How many entries of each class the next run of the retention will take the body of.
    ///
    /// - Throws: `SiteFault`.
    package func dueForRetention() throws -> [RetentionClass: Int] {
        let at = now()
        return try site.read { reads in
            var counts: [RetentionClass: Int] = [:]
            for kept in RetentionClass.allCases where kept != .message {
                guard let (limit, _) = limit(of: kept, at: at) else { continue }
                let due = try reads.entries(kept: kept, since: limit, limit: .max).count
                if due > 0 { counts[kept] = due }
            }
            for (type, days, _) in toldLimits {
                let limit = at.adding(seconds: -days * 86_400)
                let due = try reads.entries(toldAs: type, since: limit, limit: .max).count
                if due > 0 { counts[.told, default: 0] += due }
            }
            return counts
        }
    }

    private func eraseNext(of kept: RetentionClass, by actor: Actor) async throws -> Int {
        guard let (limit, rule) = limit(of: kept, at: now()) else { return 0 }
        return try await erase(for: rule.basis, by: actor) {
            try $0.entries(kept: kept, since: limit, limit: Desk.mostErasedAtOnce)
        }
    }

    /// How many days what the partner tells may be kept, by type of message, as far as the agreement says so.
    private var toldLimits: [(type: String, days: Int, basis: String)] {
        rules.agreement(on: today).compactMap { rule in rule.keptDays.map { (rule.type, $0, rule.basis) } }
    }

    private func eraseNext(toldAs type: String, _ days: Int, _ basis: String, by actor: Actor) async throws
        -> Int
    {
        let limit = now().adding(seconds: -days * 86_400)
        return try await erase(for: basis, by: actor) {
            try $0.entries(toldAs: type, since: limit, limit: Desk.mostErasedAtOnce)
        }
    }

    private func erase(
        for basis: String,
        by actor: Actor,
        due: @escaping @Sendable (any SiteReads) throws -> [UInt64]
    ) async throws -> Int {
        let at = now()
        return try await site.commit { reads in
            let entries = IndexRanges(try due(reads))
            guard !entries.runs.isEmpty else { return Decision([], answer: 0) }
            let erased = BodiesErased(reason: .retention, basis: basis, entries: entries)
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

/// What is known of who a person is, while their numbers are gathered.
private struct PersonIdentity {
    private var niks: Set<NIK> = []
    private var names: Set<Handle> = []

    /// The rows that hold the number which was named.
    init(_ person: EntrySubject, _ rows: [[Handle]]) {
        if case .nik(let nik) = person { niks = [nik] }
        for row in rows { learn(row) }
    }

    /// Whether all rows can be one person's.
    var isOne: Bool { niks.count <= 1 && (!niks.isEmpty || names.count <= 1) }

    /// Whether a row can be this person's: by its NIK, else by name and birth date.
    func mayHold(_ row: [Handle]) -> Bool {
        let others = row.niks
        return others.isEmpty ? names.isSuperset(of: row.names) : niks.isEmpty || niks.isSuperset(of: others)
    }

    mutating func learn(_ row: [Handle]) {
        niks.formUnion(row.niks)
        names.formUnion(row.names)
    }
}

extension [Handle] {
    fileprivate var niks: [NIK] { compactMap { if case .nik(let nik) = $0 { nik } else { nil } } }

    fileprivate var names: [Handle] { filter { if case .nameAndBirth = $0 { true } else { false } } }

    /// The people's numbers among them.
    fileprivate var subjects: [EntrySubject] {
        compactMap { handle in
            switch handle {
            case .nik(let nik): .nik(nik)
            case .passport(let passport), .previousPassport(let passport): .passport(passport)
            case .nameAndBirth, .wordAndBirth, .nameAndYear, .word, .licence, .jobOrder, .locator,
                .destination, .key,
                .waiting:
                nil
            }
        }
    }
}

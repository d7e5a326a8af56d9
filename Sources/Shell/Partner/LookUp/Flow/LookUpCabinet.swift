import Operations
import Synchronization
import Vocabulary

/// What the owner of sealed tables answers from: keys, the last versions, and what the partner may still ask (lemari tabel).
package final class LookUpCabinet: Sendable {
    /// The numbers of the rules that bind an asker.
    struct Bounds: Sendable {
        var percent: Int
        var seconds: Int
        var counterPerHour: Int
        var manifestPerHour: Int
        var permille: Int
    }

    fileprivate struct Held {
        let key: LookUpKey
        var versions: [SealedTable]
    }

    fileprivate struct State {
        var held: [TableEdition: Held] = [:]
        var manifests: LookUpQuota?
        var granted: [String: (until: Moment, travellers: Int)] = [:]
        var counter = LookUpQuota(percent: 100, seconds: 3600)
        var counterHour: Int64 = -1
        var draw: (day: Day, draw: AuditDraw)?
    }

    private let state = Mutex(State())

    /// An empty cabinet.
    package init() {}

    /// Puts up a version; the last few are kept, so that an asker gets what changed.
    func put(_ table: SealedTable, key: LookUpKey) {
        state.withLock { state in
            let held = state.held[key.edition]
            let earlier = held?.key.publicKey == key.publicKey ? held?.versions : nil
            let kept = ((earlier ?? []) + [table]).suffix(LookUpCabinet.versionsKept)
            state.held[key.edition] = Held(key: key, versions: Array(kept))
        }
    }

    /// Takes down the tables whose keys are no longer answered with.
    func drop(allBut editions: Set<TableEdition>) {
        state.withLock { $0.held = $0.held.filter { editions.contains($0.key) } }
    }

    /// The newest versions.
    var newest: [SealedTable] { state.withLock { $0.held.values.compactMap(\.versions.last) } }

    /// One version; nil where it isn't kept any more.
    func table(_ edition: TableEdition, version: UInt64) -> SealedTable? {
        state.withLock { $0.held[edition]?.versions.first { $0.version == version } }
    }

    /// A request that was let in.
    struct Admission: Sendable {
        let owner: LookUpOwner
        let admitted: LookUpOwner.Admitted
        /// For how many travellers its list was given leave just now; nil where it had been before, and at counters.
        var granted: Int?
    }

    /// Lets a request in, under the quota of its manifest or of the counters.
    ///
    /// A list's mark is believed only for a table that is there, and all lists of an hour together have an end: whoever invents marks
    /// gets no more by it.
    /// - Throws: `LookUpFault.tableUnknown`, `.quotaSpent`.
    func admit(
        _ request: LookUpRequest,
        for occasion: LookUpOccasion,
        _ bounds: Bounds,
        at now: Moment,
        on day: Day
    ) throws(LookUpFault) -> Admission {
        // A lock's closure throws what it likes; the fault is carried out as a result.
        let result = state.withLock { state -> Result<Admission, LookUpFault> in
            if state.draw?.day != day {
                state.draw = (day, AuditDraw(seed: .drawn(32), permille: bounds.permille))
            }
            guard let draw = state.draw?.draw, state.held[request.edition] != nil else {
                return .failure(.tableUnknown)
            }
            let owner = LookUpOwner(keys: state.held.values.map(\.key), draw: draw)
            do throws(LookUpFault) {
                guard let list = occasion.list else {
                    state.renewCounter(bounds, at: now)
                    let admitted = try owner.admit(request, quota: &state.counter, at: now)
                    return .success(Admission(owner: owner, admitted: admitted))
                }
                var quota = state.manifests ?? LookUpQuota(percent: bounds.percent, seconds: bounds.seconds)
                let granted = state.grant(list, persons: occasion.persons, &quota, bounds, at: now)
                defer { state.manifests = quota }
                let admitted = try owner.admit(request, quota: &quota, at: now)
                return .success(Admission(owner: owner, admitted: admitted, granted: granted))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Forgets that a list was given leave: nothing shows it, so it is given anew.
    func forget(_ list: String) { state.withLock { $0.granted[list] = nil } }

    private static let versionsKept = 8
}

extension LookUpCabinet.State {
    /// Gives a list leave where it has none, as far as the hour's total goes; for how many travellers, where it is new.
    fileprivate mutating func grant(
        _ list: String,
        persons: Int,
        _ quota: inout LookUpQuota,
        _ bounds: LookUpCabinet.Bounds,
        at now: Moment
    ) -> Int? {
        if let known = granted[list], known.until > now { return nil }
        granted = granted.filter { $0.value.until > now }
        let left = bounds.manifestPerHour - granted.values.reduce(0) { $0 + $1.travellers }
        guard left > 0 else { return nil }
        let travellers = quota.grant(manifestPersons: persons, atMost: left, at: now)
        granted[list] = (now.adding(seconds: bounds.seconds), travellers)
        return travellers
    }

    fileprivate mutating func renewCounter(_ bounds: LookUpCabinet.Bounds, at now: Moment) {
        let hour = now.milliseconds / 3_600_000
        guard hour != counterHour else { return }
        counterHour = hour
        counter = LookUpQuota(percent: 100, seconds: 3600)
        counter.grant(manifestPersons: bounds.counterPerHour, at: now)
    }
}

extension LookUpCabinet.Bounds {
    /// What the rules say on a day.
    init(_ rules: Rulebook, on day: Day) {
        percent = rules.limit("lookup_quota_percent", on: day) ?? 120
        seconds = rules.limit("lookup_quota_seconds", on: day) ?? 3600
        counterPerHour = rules.limit("lookup_counter_per_hour", on: day) ?? 4000
        manifestPerHour = rules.limit("lookup_manifest_per_hour", on: day) ?? 36_000
        permille = rules.limit("lookup_audit_permille", on: day) ?? 10
    }
}

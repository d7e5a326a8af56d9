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
        var permille: Int
    }

    fileprivate struct Held {
        let key: LookUpKey
        var versions: [SealedTable]
    }

    fileprivate struct State {
        var held: [TableEdition: Held] = [:]
        var manifests: LookUpQuota?
        var granted: [String: Moment] = [:]
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

    /// Lets a request in, under the quota of its manifest or of the counters.
    ///
    /// - Throws: `LookUpFault.tableUnknown`, `.quotaSpent`.
    func admit(
        _ request: LookUpRequest,
        for occasion: LookUpOccasion,
        _ bounds: Bounds,
        at now: Moment,
        on day: Day
    ) throws(LookUpFault) -> (owner: LookUpOwner, admitted: LookUpOwner.Admitted) {
        // A lock's closure throws what it likes; the fault is carried out as a result.
        let result = state.withLock { state -> Result<(LookUpOwner, LookUpOwner.Admitted), LookUpFault> in
            if state.draw?.day != day {
                state.draw = (day, AuditDraw(seed: .drawn(32), permille: bounds.permille))
            }
            guard let draw = state.draw?.draw else { return .failure(.tableUnknown) }
            let owner = LookUpOwner(keys: state.held.values.map(\.key), draw: draw)
            do throws(LookUpFault) {
                guard let list = occasion.list else {
                    state.renewCounter(bounds, at: now)
                    return .success((owner, try owner.admit(request, quota: &state.counter, at: now)))
                }
                var quota = state.manifests ?? LookUpQuota(percent: bounds.percent, seconds: bounds.seconds)
                state.granted = state.granted.filter { $0.value > now }
                if state.granted[list] == nil {
                    quota.grant(manifestPersons: occasion.persons, at: now)
                    state.granted[list] = now.adding(seconds: bounds.seconds)
                }
                defer { state.manifests = quota }
                return .success((owner, try owner.admit(request, quota: &quota, at: now)))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static let versionsKept = 8
}

extension LookUpCabinet.State {
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
        permille = rules.limit("lookup_audit_permille", on: day) ?? 10
    }
}

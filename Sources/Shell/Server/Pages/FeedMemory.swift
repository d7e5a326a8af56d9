import Operations
import Pages
import Synchronization
import Vocabulary

/// Remembers for a few seconds how old the feeds are, since every page shows it.
final class FeedMemory: Sendable {
    private struct Memory {
        var at: Moment
        var status: SiteStatus
    }

    private static let shown: [RecordKind] = [.workers, .passports, .notices]
    private static let keptSeconds = 5
    private let memory = Mutex<Memory?>(nil)

    /// The feeds that stand on every page; those that can't be read are left out.
    func strip(at desk: Desk) -> [FeedReach] {
        guard let status = try? status(at: desk) else { return [] }
        let cut = status.ledger.sharing?.cutSince(desk.now()).map {
            FeedReach(name: "Buku bersama", state: .down, loadedAt: $0)
        }
        // Passports stay with Immigration: that a ministry's site has none, or those it asked about, is as agreed, no failure.
        let isWithout = { (feed: FeedStatus) in
            desk.exchange?.agency == .ministry && feed.kind == .passports
                && (feed.loadedAt == nil || feed.state == nil)
        }
        return status.feeds.filter { Self.shown.contains($0.kind) && !isWithout($0) }.map(Self.reach)
            + [cut].compactMap(\.self)
    }

    /// The status, at most a few seconds old.
    ///
    /// - Throws: `SiteFault`.
    func status(at desk: Desk) throws -> SiteStatus {
        let now = desk.now()
        let kept = memory.withLock { $0 }
        if let kept, (0..<Self.keptSeconds).contains(kept.at.seconds(until: now)) { return kept.status }
        let status = try desk.status()
        memory.withLock { $0 = Memory(at: now, status: status) }
        return status
    }

    /// A feed as pages show it.
    static func reach(of feed: FeedStatus) -> FeedReach {
        let state: FeedReach.State =
            if feed.loadedAt == nil { .absent } else if feed.state == .down { .down } else if feed.isAnswered
            {
                .current
            } else { .stale }
        return FeedReach(
            name: name(of: feed.kind),
            state: state,
            loadedAt: feed.loadedAt,
            completeUntil: feed.completeUntil,
            count: feed.count,
            owner: feed.owner
        )
    }

    private static func name(of kind: RecordKind) -> String {
        switch kind {
        case .workers: "SiskoP2MI"
        case .agencies: "Perusahaan berizin"
        case .joborders: "Job order"
        case .passports: "Paspor"
        case .crossings: "Perlintasan"
        case .bookings: "Tiket"
        case .notices: "Pemberitahuan"
        case .outcomes: "Hasil"
        case .feeds: "Jangkauan"
        }
    }
}

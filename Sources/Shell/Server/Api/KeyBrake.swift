import Synchronization
import Vocabulary

/// Slows down whoever presents wrong keys: per address and key, and per address.
///
/// One broken machine of an airline doesn't shut out its others behind the same address.
/// - Shape: in memory, at most 10,000 counts a minute; a full table counts as braked no further.
final class KeyBrake: Sendable {
    private struct Minute {
        var number: Int64 = 0
        var failures: [String: Int] = [:]
    }

    private static let perKey = 10
    private static let perAddress = 100
    private let now: @Sendable () -> Moment
    private let minute = Mutex(Minute())

    /// Nothing failed yet.
    init(now: @escaping @Sendable () -> Moment) { self.now = now }

    /// Seconds to wait before a key may be presented; 0 when it may be now.
    func waitSeconds(_ peer: PeerAddress, key: String) -> Int {
        let now = now()
        return minute.withLock { minute in
            guard minute.number == now.milliseconds / 60_000 else { return 0 }
            let isBraked =
                minute.failures[peer.text + " " + key, default: 0] >= Self.perKey
                || minute.failures[peer.text, default: 0] >= Self.perAddress
            return isBraked ? Int(60 - now.milliseconds / 1000 % 60) : 0
        }
    }

    /// Notes a wrong key.
    func failed(_ peer: PeerAddress, key: String) {
        let number = now().milliseconds / 60_000
        minute.withLock { minute in
            if minute.number != number { minute = Minute(number: number) }
            guard minute.failures.count < 10_000 else { return }
            minute.failures[peer.text + " " + key, default: 0] += 1
            minute.failures[peer.text, default: 0] += 1
        }
    }
}

import Synchronization
import Vocabulary

/// Slows wrong passwords down: after three in a row each next try waits twice as long, up to a minute.
///
/// Counted by account name and by address, so that neither guessing one account nor spraying many is quick.
/// - Shape: in memory; at most 10,000 names and addresses, the oldest forgotten first.
final class SignInBrake: Sendable {
    private struct Failures {
        var count = 0
        var lastAt: Moment
    }

    private static let limit = 10_000
    private static let forgetAfterSeconds = 900
    private let failures = Mutex<[String: Failures]>([:])

    /// Seconds to wait before another try; 0 when it may be made now.
    func waitSeconds(_ keys: [String], now: Moment) -> Int {
        failures.withLock { failures in
            keys.compactMap { key in
                failures[key].map { max(0, Self.pause($0.count) - $0.lastAt.seconds(until: now)) }
            }
            .max() ?? 0
        }
    }

    /// Notes a wrong password.
    func failed(_ keys: [String], now: Moment) {
        failures.withLock { failures in
            for key in keys {
                var entry = failures[key] ?? Failures(lastAt: now)
                if entry.lastAt.seconds(until: now) > Self.forgetAfterSeconds { entry.count = 0 }
                entry.count += 1
                entry.lastAt = now
                failures[key] = entry
            }
            while failures.count > Self.limit,
                let oldest = failures.min(by: { $0.value.lastAt < $1.value.lastAt })
            {
                failures[oldest.key] = nil
            }
        }
    }

    /// Forgets an account's failures after a right password.
    func succeeded(_ key: String) { failures.withLock { $0[key] = nil } }

    private static func pause(_ count: Int) -> Int { count < 3 ? 0 : min(60, 1 << min(count - 3, 6)) }
}

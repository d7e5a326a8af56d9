import Synchronization
import Vocabulary

/// Slows searches by name: so many a minute for each account.
///
/// - Shape: in memory, of the minute that runs; each node of a cluster counts by itself.
final class SearchBrake: Sendable {
    private struct Minute {
        var number: Int64 = 0
        var searches: [String: Int] = [:]
    }

    private let minute = Mutex(Minute())

    /// Counts a search; gives how many seconds to wait instead where an account has made the most already, else 0.
    func waitSeconds(_ account: String, most: Int, now: Moment) -> Int {
        let number = now.milliseconds / 60_000
        return minute.withLock { minute in
            if minute.number != number { minute = Minute(number: number) }
            guard minute.searches[account, default: 0] < most else {
                return Int(60 - now.milliseconds / 1000 % 60)
            }
            minute.searches[account, default: 0] += 1
            return 0
        }
    }
}

import Synchronization
import Vocabulary

/// A clock that moves only when a test moves it.
final class TestClock: Sendable {
    private let moment = Mutex(Moment(day: Day(number: 20_513), hour: 10, minute: 0, zone: 420))

    /// The time: 1 March 2026, 10.00 WIB, until it is moved.
    var now: Moment { moment.withLock { $0 } }

    func advance(seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

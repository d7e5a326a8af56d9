import Synchronization
import Vocabulary

/// The pass that an officer has read last, until the passport follows.
///
/// - Shape: in memory, one for each officer, for two minutes; it stands in no page, address or log.
final class HeldPasses: Sendable {
    private static let keptSeconds = 120
    private let memory = Mutex<[String: (text: String, at: Moment)]>([:])

    /// Holds a pass for an officer.
    func hold(_ text: String, for officer: String, at moment: Moment) {
        memory.withLock { $0[officer] = (text, moment) }
    }

    /// Gives the pass that waits for a passport, once; nil where none does.
    func take(for officer: String, at moment: Moment) -> String? {
        let held = memory.withLock { $0.removeValue(forKey: officer) }
        return held.flatMap { $0.at.seconds(until: moment) < Self.keptSeconds ? $0.text : nil }
    }
}

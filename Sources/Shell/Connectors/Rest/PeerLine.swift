package import Foundation

/// Clock and chance of the waits between two tries.
package struct Timing: Sendable {
    /// Waits.
    package var sleep: @Sendable (Duration) async throws -> Void
    /// The time since some moment.
    package var now: @Sendable () -> Duration
    /// A number from 0 to below 1.
    package var chance: @Sendable () -> Double

    /// A timing.
    package init(
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        now: @escaping @Sendable () -> Duration,
        chance: @escaping @Sendable () -> Double
    ) {
        self.sleep = sleep
        self.now = now
        self.chance = chance
    }

    /// The machine's own.
    package static let machine: Timing = {
        let start = ContinuousClock.now
        return Timing(
            sleep: { try await Task.sleep(for: $0) },
            now: { start.duration(to: .now) },
            chance: { Double.random(in: 0..<1) }
        )
    }()
}

/// Asks another system with patience: full jitter from 1 s to 5 minutes; after five failures on end it is left in peace for 30 s,
/// then asked once.
///
/// - Source: full jitter: M. Brooker, "Exponential backoff and jitter", AWS Architecture Blog 2015.
package actor PeerLine {
    private let peer: any Peer
    private let timing: Timing
    private var failures = 0
    /// Until when the system is left in peace.
    private var restsUntil: Duration?

    static let failuresToRest = 5
    static let rest = Duration.seconds(30)
    static let longest = 300.0

    /// A line to a system.
    package init(_ peer: any Peer, timing: Timing = .machine) {
        self.peer = peer
        self.timing = timing
    }

    /// Asks until there is an answer that can be read.
    ///
    /// - Throws: `ConnectorFault.refused` and `.gone` where asking again doesn't help; `.unreachable` once the system is left in peace;
    ///   `CancellationError`.
    package func ask<Answer: Sendable>(
        _ request: PeerRequest,
        read: @Sendable (Data) throws -> Answer
    ) async throws -> Answer {
        if let until = restsUntil, until > timing.now() { try await timing.sleep(until - timing.now()) }
        let isProbe = restsUntil != nil
        while true {
            var wait: Int?
            let finding: String
            do {
                let answer = try await peer.ask(request)
                switch answer.status {
                case 200..<300:
                    let value = try read(answer.body)
                    failures = 0
                    restsUntil = nil
                    return value
                case 410: throw ConnectorFault.gone
                case 408, 425, 429, 500...:
                    wait = answer.retryAfter
                    finding = "HTTP \(answer.status)"
                default: throw ConnectorFault.refused(status: answer.status)
                }
            } catch let error as CancellationError {
                throw error
            } catch ConnectorFault.envelope(let found) {
                finding = found
            } catch let fault as ConnectorFault {
                throw fault
            } catch {
                try Task.checkCancellation()
                finding = "the connection failed (\(type(of: error)))"
            }
            failures += 1
            if isProbe || failures >= Self.failuresToRest {
                restsUntil = timing.now() + max(Self.rest, pause(wait))
                throw ConnectorFault.unreachable(finding: finding)
            }
            try await timing.sleep(pause(wait))
        }
    }

    /// At least what was asked for, and by chance so much that not all sites come back at once.
    private func pause(_ asked: Int?) -> Duration {
        let ceiling = min(Self.longest, Double(1 << min(failures - 1, 16)))
        let jitter = Duration.milliseconds(Int64(timing.chance() * ceiling * 1000))
        return max(jitter, .seconds(min(asked ?? 0, Int(Self.longest))))
    }
}

import Operations

/// Keeps the promise of an autogate's answer within 300 ms.
struct GateTimer: Sendable {
    /// The time after which the answer is `proceed`; what is left of 300 ms is for the line and the JSON.
    static let limit = Duration.milliseconds(250)
    let metrics: ServerMetrics

    /// Tells a gate whether to open.
    ///
    /// A site that fails or is late is never a reason to hold anybody (design promise 3): the ordinary procedure. A late
    /// referral is still opened and shown at the counter.
    /// - Throws: `OperationFault` where the question itself can't be read.
    func answer(_ check: TravellerCheck, at desk: Desk, by actor: Actor) async throws -> GateAnswer {
        let outcome: Result<GateAnswer, any Error> = await firstOf {
            do {
                return .success(try await metrics.timeScreening { try await desk.gate(check, by: actor) })
            } catch {
                return .failure(error)
            }
        } or: {
            // Cancelled where the answer was in time.
            guard (try? await Task.sleep(for: Self.limit)) != nil else { return .success(.proceed) }
            metrics.gateWasLate()
            return .success(.proceed)
        }
        do {
            return try outcome.get()
        } catch let fault as OperationFault {
            throw fault
        } catch {
            metrics.gateFailed()
            return .proceed
        }
    }
}

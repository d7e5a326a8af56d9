import Synchronization

/// Gives the answer of whichever ends first; the other is told to stop, and isn't waited for.
///
/// A task group would wait for both, so that work that can't be interrupted would break a promised time.
package func firstOf<Answer: Sendable>(
    _ work: @escaping @Sendable () async -> Answer,
    or other: @escaping @Sendable () async -> Answer
) async -> Answer {
    let race = Race<Answer>()
    return await withCheckedContinuation { continuation in
        race.begin(continuation)
        race.follow(Task { race.end(await work()) })
        race.follow(Task { race.end(await other()) })
    }
}

/// Lets the first of several tasks answer.
private final class Race<Answer: Sendable>: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Answer, Never>?
        var tasks: [Task<Void, Never>] = []
        var hasEnded = false
    }

    private let state = Mutex(State())

    func begin(_ continuation: CheckedContinuation<Answer, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    func follow(_ task: Task<Void, Never>) {
        let isLate = state.withLock { state in
            state.tasks.append(task)
            return state.hasEnded
        }
        if isLate { task.cancel() }
    }

    func end(_ answer: Answer) {
        let (continuation, tasks) = state.withLock { state in
            defer {
                state.continuation = nil
                state.hasEnded = true
            }
            return (state.continuation, state.tasks)
        }
        continuation?.resume(returning: answer)
        for task in tasks { task.cancel() }
    }
}

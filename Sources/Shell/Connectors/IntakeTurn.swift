/// Lets one office's rows in at a time: what stands is read before it is written, and another's rows must not come between.
package actor IntakeTurn {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A turn that nobody has.
    package init() {}

    /// Does something while nobody else does.
    ///
    /// - Throws: What the work throws.
    func hold<Answer: Sendable>(_ work: @Sendable () async throws -> Answer) async rethrows -> Answer {
        await take()
        defer { give() }
        return try await work()
    }

    private func take() async {
        guard isTaken else {
            isTaken = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func give() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}

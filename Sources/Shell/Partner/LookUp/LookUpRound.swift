/// What became of a traveller's look-up.
package enum LookUpResult: Sendable, Hashable {
    /// Records were found: a person looks at them.
    case found([LookUpMatch])
    /// There is no record; nothing of the traveller is kept.
    case nothing
    /// Not checked, to be tried again: never to be read as nothing found, and never a reason to stop anybody.
    case unavailable(LookUpFault)
}

/// Looks up the travellers of a list, a few requests at a time (putaran pencarian).
package struct LookUpRound: Sendable {
    /// How a request reaches the owner.
    package typealias Port = @Sendable (LookUpRequest) async throws -> LookUpAnswer

    private let asker: LookUpAsker
    private let permille: Int
    private let port: Port

    /// A round against a table; `permille` of the travellers are drawn for the auditor.
    package init(asker: LookUpAsker, permille: Int, port: @escaping Port) {
        (self.asker, self.permille, self.port) = (asker, permille, port)
    }

    /// Asks about everybody, and tells each result as soon as it is there, by the traveller's place.
    ///
    /// - Shape: each place once, in no order; gives the openings that the auditor has to be shown.
    package func run(
        _ travellers: [[LookUpToken]],
        tell: @escaping @Sendable (Int, LookUpResult) async -> Void
    ) async -> [CommitmentOpening] {
        let size = LookUpBatching.slotsOfRequest(for: travellers.count)
        let starts = stride(from: 0, to: LookUpBatching.slots(for: travellers.count), by: size)
        return await withTaskGroup(of: [CommitmentOpening].self) { group in
            var openings: [CommitmentOpening] = []
            for (number, start) in starts.enumerated() {
                if number >= Parallel.width, let more = await group.next() { openings += more }
                let range = min(start, travellers.count)..<min(start + size, travellers.count)
                group.addTask { await ask(travellers, range, slots: size, tell) }
            }
            for await more in group { openings += more }
            return openings
        }
    }

    /// One request and its answer.
    private func ask(
        _ travellers: [[LookUpToken]],
        _ range: Range<Int>,
        slots: Int,
        _ tell: @Sendable (Int, LookUpResult) async -> Void
    ) async -> [CommitmentOpening] {
        let (batch, answer): (BlindedBatch, LookUpAnswer)
        do {
            batch = try await asker.blind(Array(travellers[range]), slots: slots)
            answer = try await port(batch.request)
        } catch {
            let fault = error as? LookUpFault ?? .ownerAway
            for place in range { await tell(place, .unavailable(fault)) }
            return []
        }
        for place in range {
            do {
                let matches = try await asker.finalize(batch, answer, traveller: place - range.lowerBound)
                await tell(place, matches.isEmpty ? .nothing : .found(matches))
            } catch {
                await tell(place, .unavailable(error as? LookUpFault ?? .ownerAway))
            }
        }
        return batch.drawn(by: answer, permille: permille)
    }
}

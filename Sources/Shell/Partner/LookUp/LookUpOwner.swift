package import Vocabulary

/// Answers a partner's requests; sees random points and a number, nothing else (pemilik tabel).
package struct LookUpOwner: Sendable {
    private let keys: [TableEdition: LookUpKey]
    private let draw: AuditDraw

    /// An owner with the keys that are answered with today, and the day's draw.
    package init(keys: [LookUpKey], draw: AuditDraw) {
        self.keys = Dictionary(keys.map { ($0.edition, $0) }) { _, later in later }
        self.draw = draw
    }

    /// A request that may be answered: its table is there, and it was within the quota.
    package struct Admitted: Sendable {
        let request: LookUpRequest
        let key: LookUpKey
    }

    /// Lets a request in and takes its travellers off the quota.
    ///
    /// - Throws: `LookUpFault.tableUnknown`, `LookUpFault.quotaSpent`.
    package func admit(
        _ request: LookUpRequest,
        quota: inout LookUpQuota,
        at now: Moment
    ) throws(LookUpFault) -> Admitted {
        guard let key = keys[request.edition] else { throw .tableUnknown }
        try quota.spend(request.slots.count, at: now)
        return Admitted(request: request, key: key)
    }

    /// Evaluates every element with a proof: about 2.9 ms of a core each, other work let on after each.
    ///
    /// - Throws: `LookUpFault.malformed` where an element is no point; `CancellationError`.
    package func evaluate(_ admitted: Admitted) async throws -> LookUpAnswer {
        let evaluations = try await Parallel.map(admitted.request.slots) { slot in
            var evaluations: [[UInt8]] = []
            for element in slot.elements {
                try Task.checkCancellation()
                evaluations.append(try admitted.key.evaluate(element))
                await Task.yield()
            }
            return evaluations
        }
        let challenge = draw.challenge(of: admitted.request)
        return LookUpAnswer(id: admitted.request.id, challenge: challenge, evaluations: evaluations)
    }
}

/// What a look-up found: as much as the owner's table tells (temuan).
package struct LookUpMatch: Sendable, Hashable {
    /// What the record tells.
    package let payload: LookUpPayload
    /// By what it was found, the surest first; a person confirms the identity before anything else happens.
    package let through: [LookUpToken.Kind]
    /// The table and epoch.
    package let edition: TableEdition
    /// The table's version.
    package let version: UInt64
}

/// Asks about travellers against a table that it holds, so that the owner learns nothing of them (penanya).
package struct LookUpAsker: Sendable {
    /// The table.
    package let table: SealedTable
    private let publicKey: LookUpPublicKey

    /// An asker with a table and the owner's published key.
    ///
    /// - Throws: `LookUpFault.keyOfAnother` where the table was sealed under another key.
    package init(table: SealedTable, publicKey: LookUpPublicKey) throws(LookUpFault) {
        guard table.publicKey == publicKey else { throw .keyOfAnother }
        self.table = table
        self.publicKey = publicKey
    }

    /// Blinds the tokens of some travellers for a request of so many; what is missing is filled up with dummies.
    ///
    /// - Throws: `LookUpFault.malformed` for more travellers than places, or more than three tokens of one; `CancellationError`.
    package func blind(_ travellers: [[LookUpToken]], slots: Int) async throws -> BlindedBatch {
        guard travellers.count <= slots, (1...LookUpRequest.travellersAtMost).contains(slots),
            travellers.allSatisfy({ $0.count <= LookUpRequest.elementsOfTraveller })
        else { throw LookUpFault.malformed(.request, expected: "\(slots) travellers with three tokens") }
        let dummies = repeatElement([LookUpToken](), count: slots - travellers.count)
        let (id, all, publicKey) = ([UInt8].drawn(16), travellers + dummies, publicKey)
        let slots = try await Parallel.map(all) { tokens in
            let inputs = tokens.map(\.bytes)
            let count = LookUpRequest.elementsOfTraveller - inputs.count
            let filled = inputs + (0..<count).map { _ in Array("kawal-look-up/1 dummy".utf8) + .drawn(32) }
            var blinded: [BlindedToken] = []
            for input in filled {
                blinded.append(try publicKey.blind(input))
                await Task.yield()
            }
            return BlindedBatch.Slot(tokens: tokens, blinded: blinded)
        }
        return BlindedBatch(id: id, edition: table.edition, slots: slots, count: travellers.count)
    }

    /// Verifies an answer, takes the blinding off and looks up one traveller of a batch.
    ///
    /// - Shape: one match a record, however many tokens lead to it; empty where nothing was found, and nothing of it is kept.
    /// - Throws: `LookUpFault.answerOfAnother`, `.proofRefused`, `.malformed`, `.tableAltered`; `CancellationError`.
    package func finalize(
        _ batch: BlindedBatch,
        _ answer: LookUpAnswer,
        traveller place: Int
    ) async throws -> [LookUpMatch] {
        var through: [LookUpPayload: Set<LookUpToken.Kind>] = [:]
        for (kind, output) in try await outputs(batch, answer, traveller: place) {
            for payload in try table.payloads(of: output) { through[payload, default: []].insert(kind) }
        }
        return through.map { payload, kinds in
            LookUpMatch(
                payload: payload,
                through: kinds.sorted(),
                edition: table.edition,
                version: table.version
            )
        }.sorted { ($0.through[0], $0.payload.reference) < ($1.through[0], $1.payload.reference) }
    }

    /// Verifies an answer and takes the blinding off one traveller's tokens: each opens its rows in every version of the edition.
    ///
    /// - Throws: `LookUpFault.answerOfAnother`, `.proofRefused`, `.malformed`; `CancellationError`.
    func outputs(
        _ batch: BlindedBatch,
        _ answer: LookUpAnswer,
        traveller place: Int
    ) async throws -> [(kind: LookUpToken.Kind, output: [UInt8])] {
        guard answer.id == batch.request.id, answer.evaluations.count == batch.slots.count,
            batch.request.edition == table.edition
        else { throw LookUpFault.answerOfAnother }
        let slot = batch.slots[place]
        let publicKey = publicKey
        return try await Parallel.map(Array(slot.tokens.indices)) { number in
            await Task.yield()
            try Task.checkCancellation()
            let output = try publicKey.finalize(slot.blinded[number], answer.evaluations[place][number])
            return (slot.tokens[number].kind, output)
        }
    }
}

/// Some travellers' blinded tokens, until their answer comes (kelompok tersamar).
package struct BlindedBatch: Sendable {
    /// What is sent.
    package let request: LookUpRequest
    /// How many of its places are travellers, the first ones; the others are dummies.
    package let count: Int
    let slots: [Slot]
    private let openings: [CommitmentOpening]

    struct Slot: Sendable {
        let tokens: [LookUpToken]
        let blinded: [BlindedToken]
    }

    init(id: [UInt8], edition: TableEdition, slots: [Slot], count: Int) {
        (self.slots, self.count) = (slots, count)
        openings = slots.enumerated().map { CommitmentOpening(request: id, slot: $0, tokens: $1.tokens) }
        request = LookUpRequest(
            id: id,
            edition: edition,
            slots: zip(slots, openings).map { slot, opening in
                .init(commitment: opening.commitment, elements: slot.blinded.map(\.element))
            }
        )
    }

    /// The openings of those whom an answer draws; the others are gone with the batch.
    package func drawn(by answer: LookUpAnswer, permille: Int) -> [CommitmentOpening] {
        openings.filter { AuditDraw.isDrawn(answer.challenge, slot: Int($0.slot), permille: permille) }
    }
}

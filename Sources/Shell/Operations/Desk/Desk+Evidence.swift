import Casework
import Crypto
package import Vocabulary

/// What somebody brings as evidence.
package struct BroughtEvidence: Sendable {
    /// The bytes.
    package var bytes: [UInt8]
    /// The file's name.
    package var name: String
    /// SHA-256 as the device computed it before sending, in hexadecimal; nil where it didn't.
    package var deviceDigest: String?
    /// When it was captured.
    package var capturedAt: Moment?
    /// Where.
    package var place: String?
    /// A note.
    package var text: String?

    /// Something brought.
    package init(bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }
}

extension Desk {
    /// Takes evidence into a case: its bytes are kept sealed, its digest stands in the ledger.
    ///
    /// - Returns: The evidence's identifier.
    /// - Throws: `OperationFault.fieldUnfit` where the bytes are of no known kind, or were altered on the way; `.absent`; `SiteFault`.
    package func collect(_ brought: BroughtEvidence, for caseID: String, by actor: Actor) async throws
        -> String
    {
        guard let kind = MediaKind(brought.bytes) else {
            throw OperationFault.fieldUnfit(
                field: "file",
                expected: "a photograph, PDF, sound, film or plain text; its bytes say otherwise"
            )
        }
        let digest = hexadecimal(SHA256.hash(data: brought.bytes))
        guard brought.deviceDigest.map({ $0.lowercased() == digest }) ?? true else {
            throw OperationFault.fieldUnfit(
                field: "digest",
                expected: "the bytes as they were captured; send it again"
            )
        }
        let id = makeIdentifier()
        let key = SymmetricKey(size: .bits256).withUnsafeBytes { [UInt8]($0) }
        var move = EvidenceMove(
            id: id,
            caseID: caseID,
            number: 1,
            act: .collect,
            purpose: .investigate,
            name: String(brought.name.prefix(200)),
            mediaType: kind.rawValue,
            bytes: brought.bytes.count,
            digest: digest,
            isDigestOfDevice: brought.deviceDigest != nil,
            officer: actor.name,
            authority: actor.authority,
            at: now()
        )
        (move.capturedAt, move.place, move.text, move.key) = (
            brought.capturedAt, brought.place, brought.text, key
        )
        // The bytes first: an entry without its file would be worse than a file without an entry.
        try site.keep(evidence: brought.bytes, id: id, key: key)
        try await site.commit { [move] reads in
            guard let history = CaseHistory(try reads.caseMoves(caseID)) else { throw OperationFault.absent }
            return Decision([draft(move, about: history)], answer: ())
        }
        return id
    }

    /// Opens evidence for a purpose; that it was opened stands in its custody.
    ///
    /// - Throws: `OperationFault.absent`; `.unreadable` where the bytes are not what was taken in; `SiteFault`.
    package func open(
        evidence id: String,
        of caseID: String,
        for purpose: EvidencePurpose,
        as act: CustodyAct = .view,
        by actor: Actor
    ) async throws -> (move: EvidenceMove, bytes: [UInt8]) {
        let first = try await note(act, on: id, of: caseID, for: purpose, text: nil, by: actor)
        guard let key = first.key, let bytes = try site.evidence(id: id, key: key),
            hexadecimal(SHA256.hash(data: bytes)) == first.digest
        else { throw OperationFault.unreadable(finding: "the evidence is not what was taken in") }
        return (first, bytes)
    }

    /// Notes what is done with evidence.
    ///
    /// - Returns: How it was taken in.
    /// - Throws: `OperationFault.absent`; `SiteFault`.
    @discardableResult
    package func note(
        _ act: CustodyAct,
        on id: String,
        of caseID: String,
        for purpose: EvidencePurpose,
        text: String?,
        by actor: Actor
    ) async throws -> EvidenceMove {
        let at = now()
        return try await site.commit { reads in
            let moves = try reads.evidence(id: id)
            guard let first = moves.first, first.caseID == caseID,
                let history = CaseHistory(try reads.caseMoves(caseID))
            else { throw OperationFault.absent }
            var move = first
            (move.number, move.act, move.purpose, move.text, move.key) = (
                moves.count + 1, act, purpose, text, nil
            )
            (move.officer, move.authority, move.at) = (actor.name, actor.authority, at)
            return Decision([draft(move, about: history)], answer: first)
        }
    }

    /// What is held for a case: each piece with all acts on it, in the order in which they came.
    ///
    /// - Throws: `SiteFault`.
    package func evidence(of caseID: String) throws -> [[EvidenceMove]] {
        let moves = try site.read { try $0.evidence(of: caseID) }
        let pieces = Dictionary(grouping: moves, by: \.id)
        return moves.filter { $0.number == 1 }.map { pieces[$0.id] ?? [] }
    }

    private func draft(_ move: EvidenceMove, about history: CaseHistory) -> EntryDraft {
        EntryDraft(
            .evidenceMoved(move),
            at: move.at,
            actor: move.officer,
            purpose: "evidence-\(move.purpose.rawValue)",
            subject: history.opening.subject
        )
    }
}

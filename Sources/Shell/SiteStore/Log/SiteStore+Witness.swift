import Crypto
import Foundation
import Ledger
package import Operations
package import Vocabulary

extension SiteStore: WitnessPort {
    package var witnessKey: String? { witness?.signer.key.description }

    package func cosign(_ body: [UInt8], of partner: PartnerLog, at moment: Moment) async throws
        -> WitnessAnswer
    {
        guard let witness, let mark else {
            throw SiteFault.failed(finding: "the site was opened to read only")
        }
        let request: WitnessRule.Request
        do throws(WitnessRefusal) {
            request = try WitnessRule.read(body, of: partner.keys.compactMap { NoteKey($0) })
        } catch {
            // Nothing is written for what anybody could have made up.
            return WitnessAnswer(error)
        }
        let verdict = try await writing().write { writer in
            try writer.witness(request, mark: mark, at: moment)
        }
        switch verdict {
        case .refuse(let refusal, _): return WitnessAnswer(refusal)
        case .cosign(let memory):
            try check(isRemembered: memory.checkpoint)
            try mark.raise(to: memory.checkpoint)
            let seconds = UInt64(clamping: moment.milliseconds / 1000)
            let signature = try witness.signer.sign(memory.note.text, at: seconds)
            return WitnessAnswer(
                status: 200,
                mediaType: WitnessRule.textMediaType,
                bytes: [UInt8](signature.line.utf8)
            )
        }
    }

    /// Refuses to sign what the database does not hold: where nodes share a ledger, a round whose end nobody heard is
    /// answered by what the ledger says, and this is in no ledger.
    private func check(isRemembered checkpoint: Checkpoint) throws {
        let memory = try reading { try StoredWitness(database: $0).memory(of: checkpoint.origin) }
        guard let known = memory?.checkpoint, known.size > checkpoint.size || known == checkpoint else {
            throw SiteFault.cut(finding: "what is to be cosigned was not written; ask again")
        }
    }
}

extension LedgerWriter {
    /// Judges a request by what is remembered at this moment, and remembers or raises the alarm in the same transaction.
    mutating func witness(
        _ request: WitnessRule.Request,
        mark: WitnessMark,
        at moment: Moment
    ) throws -> WitnessVerdict {
        let origin = request.shown.checkpoint.origin
        let stored = StoredWitness(database: views.database)
        let memory = try stored.memory(of: origin)
        try mark.check(memory, of: origin)
        let verdict = WitnessRule.judge(request, remembering: memory)
        switch verdict {
        case .cosign(let next):
            if next.checkpoint != memory?.checkpoint { try stored.remember(next) }
        case .refuse(_, let evidence?):
            try alarm(evidence, of: origin, in: stored, at: moment)
        case .refuse(_, nil): break
        }
        return verdict
    }

    /// Raises an alarm, where none of its kind stands.
    private mutating func alarm(
        _ evidence: SplitView,
        of origin: String,
        in stored: StoredWitness,
        at moment: Moment
    ) throws {
        // One old request that the network kept for a while is no log that went back; the answer tells a log where to go on.
        if evidence.kind == .shorter, try stored.countShorter(of: origin) < 2 { return }
        guard try !stored.hasAlarm(evidence.kind, of: origin),
            let kind = WitnessAlarmed.Kind(rawValue: evidence.kind.rawValue)
        else { return }
        let chance = sealer.random(16)
        let bits = chance.withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        let alarmed = WitnessAlarmed(
            id: EntryIdentity(milliseconds: moment.milliseconds, random: bits).description,
            origin: origin,
            kind: kind,
            seen: evidence.seen.description,
            shown: evidence.shown.description,
            proof: evidence.proof.map { Data($0.bytes).base64EncodedString() },
            at: moment
        )
        try append(EntryDraft(.witnessAlarmed(alarmed), at: moment, actor: "system", purpose: "witness"))
    }
}

extension WitnessAnswer {
    fileprivate init(_ refusal: WitnessRefusal) {
        self.init(status: refusal.status, mediaType: refusal.mediaType, bytes: [UInt8](refusal.body.utf8))
    }
}

import Crypto
import Exchange
import Foundation
import Ledger
import Operations

/// Checks what the partner answers to the question for a receipt: nothing of it is believed before its log and this site's own witness
/// vouch for it.
struct ReceiptCheck: Sendable {
    /// What doesn't hold.
    enum Fault: String, Error {
        /// The answer isn't in its form.
        case form
        /// The partner's log or this site's witness hasn't signed the checkpoint, or the entry isn't below it.
        case proof
        /// The entry is another than the one that was promised, or none of a message that was taken.
        case entry
        /// The body isn't the one that the entry commits to.
        case commitment
        /// The entry tells of another message than the one that was sent.
        case message
    }

    let log: [NoteKey]
    let witness: [NoteKey]
    let sender: PartyName

    /// A check; `witness` is this site's own key.
    init(log: [String], witness: String?, sender: PartyName) {
        self.log = log.compactMap { NoteKey($0) }
        self.witness = [witness].compactMap { $0 }.compactMap { NoteKey($0) }
        self.sender = sender
    }

    /// The size of the checkpoint under which a message is proven.
    ///
    /// - Throws: `Fault`, the first that holds.
    func size(proving message: UnprovenMessage, by answer: [UInt8]) throws(Fault) -> UInt64 {
        guard let json = try? CanonicalJSON(answer), let text = json["proof"]?.text,
            let body = json["body"]?.text,
            let salt = json["salt"]?.text.flatMap({ Data(base64Encoded: $0) }),
            let receipt = try? InclusionReceipt([UInt8](text.utf8)), let canonical = receipt.extra
        else { throw .form }
        guard receipt.index == message.entry, let entry = try? LedgerEntry(canonical: canonical),
            entry.index == message.entry, entry.kind == "exchange.received/1"
        else { throw .entry }
        // Without a key of its own to look for, no cosignature would be asked for at all.
        guard !witness.isEmpty,
            let head = try? receipt.verified(entry: canonical, log: log, witnesses: witness)
        else { throw .proof }
        guard entry.bodyDigest.bytes.elementsEqual(SHA256.hash(data: [UInt8](salt) + [UInt8](body.utf8)))
        else { throw .commitment }
        guard let received = try? JSONDecoder().decode(ExchangeReceived.self, from: Data(body.utf8)),
            received.id == message.id, received.sender == sender.text, received.stream == message.stream,
            received.sequence == message.sequence, received.hash == Data(message.hash)
        else { throw .message }
        return head.size
    }
}

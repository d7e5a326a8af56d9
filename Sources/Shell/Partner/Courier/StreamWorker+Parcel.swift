import Crypto
import Exchange
import Foundation
import Operations

/// A message as it goes over the line.
struct Parcel: Sendable {
    var envelope: Envelope
    var body: [UInt8]
    /// Who says it, as the partner may know one; nil where nobody does.
    var officer: String?
}

extension StreamWorker {
    /// A message in its envelope, sealed where somebody carries it; nil where it can't be said any more.
    ///
    /// - Throws: `ExchangeRefusal` where it can't be sealed to the partner.
    func parcel(of message: ExchangeQueued, after head: StreamHead) throws -> Parcel? {
        guard let type = MessageType(message.type) else { return nil }
        let words = [UInt8](message.body.utf8)
        var envelope = Envelope(
            id: message.id,
            sender: line.side.name,
            audience: line.side.partner,
            stream: stream,
            sequence: message.sequence,
            previous: head.hash,
            type: type,
            purpose: message.purpose,
            digest: [UInt8](SHA256.hash(data: words))
        )
        guard line.carrier != nil else { return Parcel(envelope: envelope, body: words) }
        guard let key = line.partner.keys.sealing else { throw ExchangeRefusal.schema("enc") }
        let sealed = try SealedCarriage.seal(words, to: key, under: envelope)
        envelope.digest = [UInt8](SHA256.hash(data: sealed))
        let officer = (try? MessageBody(reading: words, expecting: type))?.officer?.pseudonym
        return Parcel(envelope: envelope, body: sealed, officer: officer)
    }

    /// What the partner says that it took under an identifier; nil where it knows none.
    ///
    /// - Throws: `PartnerClient.Unanswered`.
    func taken(_ id: String) async throws -> (hash: [UInt8], index: UInt64)? {
        while let wait = breaker.wait(at: .now) { try await Task.sleep(for: wait) }
        let answer: VerifiedAnswer
        do { answer = try await client.ask("GET", ExchangePath.receipts + "/" + id) } catch {
            breaker.failed(at: .now)
            throw error
        }
        breaker.succeeded()
        if answer.status == 404 { return nil }
        guard answer.status == 200 || answer.status == 202, let json = try? CanonicalJSON(answer.body),
            let index = json["index"]?.integer.flatMap({ UInt64(exactly: $0) }),
            let hash = json["hash"]?.text.flatMap({ Data(base64Encoded: $0) }), hash.count == 32
        else { throw PartnerClient.Unanswered.line }
        return ([UInt8](hash), index)
    }

    /// Where the stream really stands: what the partner took of it before this side could note so.
    ///
    /// - Throws: `PartnerClient.Unanswered`; `SiteFault`.
    func recovered(from known: StreamHead) async throws -> StreamHead {
        var head = known
        while let waiting = try next(after: head), let id = waiting.id, let taken = try await taken(id) {
            head = note(waiting, id, hash: taken.hash, index: taken.index).head
        }
        return head
    }
}

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

    private func receipt(of id: String) async throws -> VerifiedAnswer {
        while let wait = breaker.wait(at: .now) { try await Task.sleep(for: wait) }
        do {
            let answer = try await client.ask("GET", ExchangePath.receipts + "/" + id)
            breaker.succeeded()
            return answer
        } catch let unanswered as PartnerClient.Unanswered {
            breaker.failed(at: .now)
            throw unanswered
        }
    }

    /// Where the stream really stands: what the partner took of it before this side could note so.
    ///
    /// - Throws: `PartnerClient.Unanswered`; `SiteFault`.
    func recovered(from known: StreamHead) async throws -> StreamHead {
        var head = known
        while true {
            let next = try line.desk.site.read {
                try $0.waitingMessages(in: stream.text, from: head.sequence + 1, limit: 1)
            }.first
            guard let message = next?.message, message.sequence == head.sequence + 1 else { return head }
            let answer = try await receipt(of: message.id)
            guard answer.status == 200 || answer.status == 202, let json = try? CanonicalJSON(answer.body),
                let index = json["index"]?.integer.flatMap({ UInt64(exactly: $0) }),
                let body = json["body"]?.text,
                let received = try? JSONDecoder().decode(ExchangeReceived.self, from: Data(body.utf8)),
                received.id == message.id, received.sequence == message.sequence
            else { return head }
            head = StreamHead(sequence: message.sequence, hash: [UInt8](received.hash))
            notes.add(
                ExchangeDelivered.Receipt(
                    id: message.id,
                    stream: stream.text,
                    sequence: message.sequence,
                    hash: received.hash,
                    index: index
                )
            )
            try await notes.write()
        }
    }
}

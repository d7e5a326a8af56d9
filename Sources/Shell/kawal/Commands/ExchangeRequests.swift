import ArgumentParser
import Crypto
import Exchange
import Foundation
import Operations
import Partner
import SiteStore
import Vocabulary

extension ExchangeCommands {
    /// `kawal exchange requests`: signs what it is asked to, so that a test can knock at the partner's door with valid and with
    /// nearly valid requests.
    struct Requests: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "requests",
            abstract: "Reads one JSON object a line and prints the signed request; for tests of a door.",
            shouldDisplay: false
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            guard let setting = place.settings.exchange else { throw Workplace.noExchange }
            let key = try place.exchangeKeys().signing
            while let line = readLine() {
                let asked = try JSONDecoder().decode(AskedRequest.self, from: Data(line.utf8))
                Console.print(JSONLine.text(try asked.signed(setting, key: key)))
            }
        }
    }
}

/// What a test asks to be signed; what it leaves out is as it should be.
private struct AskedRequest: Decodable {
    /// Of a request that is no message.
    var path: String?
    var method: String?
    var id: String?
    var stream: String?
    var seq: Int64?
    var prev: Data?
    var type: String?
    var purpose: String?
    var payload: String?
    var body: String?
    var sender: String?
    var audience: String?
    var authority: String?
    var kid: String?
    var isForged: Bool?
    var seconds: Int?
    var route: String?

    func signed(_ setting: ExchangeSetting, key: SigningKey) throws -> PrintedRequest {
        let now = Clock.now().adding(seconds: seconds ?? 0)
        let nonce = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        let secret = isForged == true ? [UInt8](SHA256.hash(data: nonce)) : key.secret
        let own = SigningKey(id: kid ?? key.id, algorithm: key.algorithm, secret: secret)
        let party = try sender.map { try name($0) } ?? setting.name
        let voice = MessageSigner(party: party, key: own)
        let host = authority ?? setting.partnerAddress
        let to = try audience.map { try name($0) } ?? setting.partner
        if let path {
            let fields = [HeaderLine(name: "kawal-audience", value: "\"\(to.text)\"")]
            let request = voice.bare(
                method: method ?? "GET",
                authority: host,
                path: path,
                body: body.map { [UInt8]($0.utf8) },
                fields: fields,
                at: now,
                nonce: nonce
            )
            return PrintedRequest(request, hash: nil)
        }
        guard let type = MessageType(type ?? "joborder.shared/1"), let stream = StreamName(stream ?? "test")
        else {
            throw UsageProblem(sentence: "No type or stream.")
        }
        let words = try body.map { [UInt8]($0.utf8) } ?? written(type)
        let envelope = Envelope(
            id: id ?? Clock.identifier(now),
            sender: party,
            audience: to,
            stream: stream,
            sequence: seq ?? 1,
            previous: prev.map { [UInt8]($0) } ?? Envelope.beginning,
            type: type,
            purpose: purpose ?? "none",
            digest: [UInt8](SHA256.hash(data: words))
        )
        let request = try voice.request(
            envelope,
            body: words,
            authority: host,
            at: now,
            nonce: nonce,
            carriedAs: route
        )
        return PrintedRequest(request, hash: envelope.hash)
    }

    private func written(_ type: MessageType) throws -> [UInt8] {
        let salt = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let payload = try CanonicalJSON([UInt8]((payload ?? "{}").utf8))
        return MessageBody(type: type, salt: salt, officer: nil, payload: payload).bytes
    }

    private func name(_ text: String) throws -> PartyName {
        guard let name = PartyName(text) else { throw UsageProblem(sentence: "\(text) names no party.") }
        return name
    }
}

/// A signed request as it is printed.
private struct PrintedRequest: Encodable {
    var method: String
    var authority: String
    var path: String
    var fields: [[String]]
    var body: Data
    /// The envelope's hash, which the stream's next message names.
    var hash: Data?

    init(_ request: SignedRequest, hash: [UInt8]?) {
        method = request.method
        authority = request.authority
        path = request.path
        fields = request.fields.map { [$0.name, $0.value] }
        body = Data(request.body)
        self.hash = hash.map { Data($0) }
    }
}

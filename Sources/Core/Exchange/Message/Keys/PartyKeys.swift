import Crypto
import Vocabulary

/// What one site of the exchange is known by: the keys that its partner trusts.
public struct PartyKeys: Hashable, Sendable {
    /// Whose keys they are.
    public var party: PartyName
    /// The TLS keys of its clients and servers: the SHA-256 of each SubjectPublicKeyInfo.
    public var tls: Set<[UInt8]>
    /// The keys that its messages are signed with.
    public var signing: [PublicKeyRecord]
    /// The X25519 key that bodies are sealed to when a carrier delivers them; nil where it takes none.
    public var sealing: [UInt8]?
    /// The keys of its log's notes.
    public var log: [String]
    /// The key of its witness; nil where it witnesses nothing.
    public var witness: String?
    /// The public keys of its private look-up, by table and epoch.
    public var lookUp: [String: [UInt8]]

    /// Keys of their parts.
    public init(
        party: PartyName,
        tls: Set<[UInt8]>,
        signing: [PublicKeyRecord],
        sealing: [UInt8]? = nil,
        log: [String] = [],
        witness: String? = nil,
        lookUp: [String: [UInt8]] = [:]
    ) {
        self.party = party
        self.tls = tls
        self.signing = signing
        self.sealing = sealing
        self.log = log
        self.witness = witness
        self.lookUp = lookUp
    }

    /// The signing key of a name; nil where there is none.
    public func signingKey(_ kid: String) -> PublicKeyRecord? { signing.first { $0.kid == kid } }

    /// A short form that two people can read to each other: half of the SHA-256 over ``json``, in groups of four digits.
    public var fingerprint: String {
        let digits = SHA256.hash(data: json.bytes).prefix(16).flatMap { byte in
            [byte >> 4, byte & 15].map { String($0, radix: 16) }
        }
        return stride(from: 0, to: digits.count, by: 4).map { digits[$0..<$0 + 4].joined() }
            .joined(separator: " ")
    }
}

extension PartyKeys {
    /// The keys as they are signed: bytes in base64 of URLs, times as RFC 3339, TLS keys in order of their bytes.
    public var json: CanonicalJSON {
        func text(_ bytes: [UInt8]) -> CanonicalJSON { .string(Base64Form.urlText(bytes)) }
        var members: [String: CanonicalJSON] = [
            "party": .string(party.text),
            "tls": .array(tls.map(Base64Form.urlText).sorted().map { .string($0) }),
            "signing": .array(signing.map(\.json)),
            "log": .array(log.map { .string($0) }),
            "lookUp": .object(lookUp.mapValues(text)),
        ]
        members["sealing"] = sealing.map(text)
        members["witness"] = witness.map { .string($0) }
        return .object(members)
    }

    /// Reads keys.
    ///
    /// - Throws: ``JSONFault/shape(_:)`` with the member that isn't there, isn't known or isn't as ``json`` writes it.
    public init(_ json: CanonicalJSON) throws(JSONFault) {
        let names: Set = ["party", "tls", "signing", "sealing", "log", "witness", "lookUp"]
        guard let members = json.members else { throw .shape("party") }
        if let other = members.keys.first(where: { !names.contains($0) }) { throw .shape(other) }
        guard let party = json["party"]?.text.flatMap(PartyName.init) else { throw .shape("party") }
        let tls = PartyKeys.list(json["tls"]) { PartyKeys.bytes($0, counts: [32]) }
        guard let tls, Set(tls).count == tls.count else { throw .shape("tls") }
        let signing = PartyKeys.list(json["signing"], PublicKeyRecord.init)
        guard let signing, !signing.isEmpty, Set(signing.map(\.kid)).count == signing.count else {
            throw .shape("signing")
        }
        guard let log = PartyKeys.list(json["log"], \.text) else { throw .shape("log") }
        let sealing = json["sealing"].map { PartyKeys.bytes($0, counts: [32]) }
        if case .some(nil) = sealing { throw .shape("sealing") }
        if let witness = json["witness"], witness.text == nil { throw .shape("witness") }
        guard let tables = json["lookUp"]?.members, tables.count <= 64 else { throw .shape("lookUp") }
        var lookUp: [String: [UInt8]] = [:]
        for (table, key) in tables {
            guard let key = PartyKeys.bytes(key, counts: [32, 33, 49, 97]) else { throw .shape("lookUp") }
            lookUp[table] = key
        }
        self.init(
            party: party,
            tls: Set(tls),
            signing: signing,
            sealing: sealing ?? nil,
            log: log,
            witness: json["witness"]?.text,
            lookUp: lookUp
        )
    }

    private static func list<Element>(
        _ json: CanonicalJSON?,
        _ read: (CanonicalJSON) -> Element?
    ) -> [Element]? {
        guard let elements = json?.elements, elements.count <= 64 else { return nil }
        let read = elements.compactMap(read)
        return read.count == elements.count ? read : nil
    }

    fileprivate static func bytes(_ json: CanonicalJSON, counts: Set<Int>) -> [UInt8]? {
        json.text.flatMap(Base64Form.urlBytes).flatMap { counts.contains($0.count) ? $0 : nil }
    }
}

extension PublicKeyRecord {
    /// The record as it is signed.
    var json: CanonicalJSON {
        .object([
            "kid": .string(kid),
            "algorithm": .string(algorithm.rawValue),
            "key": .string(Base64Form.urlText(bytes)),
            "from": .string(notBefore.description),
            "until": .string(notAfter.description),
        ])
    }

    /// Reads a record; nil where it isn't as ``json`` writes it or the bytes are no key of the algorithm.
    init?(_ json: CanonicalJSON) {
        guard json.members?.count == 5, let kid = json["kid"]?.text, PublicKeyRecord.isName(kid),
            let algorithm = json["algorithm"]?.text.flatMap(KeyAlgorithm.init),
            let bytes = json["key"].flatMap({ PartyKeys.bytes($0, counts: [32, 64]) }),
            let from = PublicKeyRecord.moment(json["from"]), let until = PublicKeyRecord.moment(json["until"])
        else { return nil }
        self.init(kid: kid, algorithm: algorithm, bytes: bytes, notBefore: from, notAfter: until)
        guard from < until, prepared != nil else { return nil }
    }

    private static func moment(_ json: CanonicalJSON?) -> Moment? {
        guard let text = json?.text, let moment = Moment(text), moment.description == text else { return nil }
        return moment
    }

    /// Whether a text can be a key's name: letters, digits and `-._`, at most 80.
    static func isName(_ text: String) -> Bool {
        (1...80).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}

/// The outer form of a message's body: its type, the salt that makes its digest say nothing, the officer's pseudonym, and what it tells.
///
/// - Shape: `{"officer":{"name":…,"role":…},"payload":{…},"salt":…,"type":"referral.opened","v":1}`; the officer may be absent; the salt
///   is 32 random bytes in base64 of URLs. Once body and salt are erased, the digest that stays in the logs means nothing.
public struct MessageBody: Hashable, Sendable {
    /// Who acted, as only the own agency can resolve it.
    public struct Officer: Hashable, Sendable {
        /// The pseudonym.
        public let pseudonym: String
        /// In which role.
        public let role: String

        /// An officer of both parts.
        public init(pseudonym: String, role: String) {
            self.pseudonym = pseudonym
            self.role = role
        }
    }

    /// What kind of message it is.
    public let type: MessageType
    /// 32 random bytes.
    public let salt: [UInt8]
    /// Who acted; nil where nobody did.
    public let officer: Officer?
    /// What it tells: an object.
    public let payload: CanonicalJSON

    /// A body of its parts.
    public init(
        type: MessageType,
        salt: [UInt8],
        officer: (pseudonym: String, role: String)?,
        payload: CanonicalJSON
    ) {
        self.type = type
        self.salt = salt
        self.officer = officer.map { Officer(pseudonym: $0.pseudonym, role: $0.role) }
        self.payload = payload
    }

    /// The body in its one form.
    public var bytes: [UInt8] {
        var members: [String: CanonicalJSON] = [
            "v": .integer(Int64(type.version)), "type": .string(type.name),
            "salt": .string(Base64Form.urlText(salt)), "payload": payload,
        ]
        members["officer"] = officer.map {
            .object(["name": .string($0.pseudonym), "role": .string($0.role)])
        }
        return CanonicalJSON.object(members).bytes
    }

    /// Reads a body.
    ///
    /// - Parameters:
    ///   - bytes: The body's bytes.
    ///   - type: What the envelope says that it is.
    /// - Throws: ``ExchangeRefusal/schema(_:)`` with the member that isn't there, isn't known or hasn't its form.
    public init(reading bytes: [UInt8], expecting type: MessageType) throws(ExchangeRefusal) {
        guard let json = try? CanonicalJSON(bytes), let members = json.members else { throw .schema("body") }
        let names: Set = ["v", "type", "salt", "officer", "payload"]
        guard members.keys.allSatisfy(names.contains) else { throw .schema("other") }
        guard json["v"]?.integer == Int64(type.version) else { throw .schema("v") }
        guard json["type"]?.text == type.name else { throw .schema("type") }
        guard let salt = json["salt"]?.text.flatMap(Base64Form.urlBytes), salt.count == 32 else {
            throw .schema("salt")
        }
        guard let payload = json["payload"], payload.members != nil else { throw .schema("payload") }
        var officer: (pseudonym: String, role: String)?
        if let stated = json["officer"] {
            guard stated.members?.count == 2, let name = stated["name"]?.text,
                let role = stated["role"]?.text,
                (1...100).contains(name.utf8.count), (1...100).contains(role.utf8.count)
            else { throw .schema("officer") }
            officer = (name, role)
        }
        self.init(type: type, salt: salt, officer: officer, payload: payload)
    }
}

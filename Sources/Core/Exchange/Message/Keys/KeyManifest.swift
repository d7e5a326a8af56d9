public import Vocabulary

/// A party's statement of its keys, signed with a key that its partner trusts already.
///
/// A new key overlaps an old one by 30 days, so that no message between the two is ever without a key that its receiver knows.
public struct KeyManifest: Hashable, Sendable {
    /// Why a manifest isn't taken.
    public enum Fault: Error, Hashable, Sendable {
        /// It is no manifest in its one form; the member.
        case malformed(String)
        /// It is another party's.
        case otherParty
        /// It isn't newer than what is known.
        case notNewer
        /// Its key isn't one of the party's that is valid now.
        case unknownKey
        /// The signature isn't the key's.
        case signature
        /// A known name stands for another key; the name.
        case reusedName(String)
        /// No key that is valid now stays for as long as the rotation needs; the name of the new key, empty where all fall away.
        case noOverlap(String)
    }

    /// How long an old key stays beside a new one.
    public static let overlapDays = 30
    /// The type that its header names.
    public static let mediaType = "kawal-keys+jws"

    /// The keys.
    public let keys: PartyKeys
    /// Which statement of the party it is, from 1.
    public let serial: Int64
    /// The signed text.
    public let signed: JSONWebSignature

    /// The signed text in its compact form.
    public var compact: String { signed.compact }

    /// Signs a statement.
    ///
    /// - Throws: ``Fault/signature`` where the key can't sign.
    public init(_ keys: PartyKeys, serial: Int64, by key: SigningKey) throws(Fault) {
        let statement = CanonicalJSON.object(["keys": keys.json, "serial": .integer(serial)])
        self.keys = keys
        self.serial = serial
        do {
            signed = try JSONWebSignature(payload: statement.bytes, type: KeyManifest.mediaType, by: key)
        } catch {
            throw .signature
        }
    }

    /// Reads a compact text; nothing in it is believed before ``verify(by:after:at:)``.
    ///
    /// - Throws: ``Fault/malformed(_:)``.
    public init(compact: String) throws(Fault) {
        do throws(JSONWebSignature.Fault) { signed = try JSONWebSignature(compact: compact) } catch {
            throw .malformed(error == .algorithm ? "alg" : "compact")
        }
        guard signed.header.members?.count == 3, signed.header["typ"]?.text == KeyManifest.mediaType,
            signed.header["kid"]?.text != nil
        else { throw .malformed("header") }
        guard let statement = try? CanonicalJSON(signed.payload), statement.bytes == signed.payload,
            statement.members?.count == 2, let keys = statement["keys"]
        else { throw .malformed("payload") }
        guard let serial = statement["serial"]?.integer, serial > 0 else { throw .malformed("serial") }
        self.serial = serial
        do throws(JSONFault) { self.keys = try PartyKeys(keys) } catch {
            guard case .shape(let member) = error else { throw .malformed("keys") }
            throw .malformed(member)
        }
    }

    /// Checks that the statement may follow what is known of the party.
    ///
    /// A first statement is checked against its own keys, once two people have compared them with what they were told.
    ///
    /// - Parameters:
    ///   - current: What is known of the party.
    ///   - serial: The number of the statement that it was known by; 0 before the first.
    ///   - now: The time.
    /// - Throws: ``Fault`` with the first reason against it.
    public func verify(by current: PartyKeys, after serial: Int64 = 0, at now: Moment) throws(Fault) {
        guard keys.party == current.party else { throw .otherParty }
        guard self.serial > serial else { throw .notNewer }
        guard let signer = signed.header["kid"]?.text.flatMap(current.signingKey), signer.isValid(at: now)
        else {
            throw .unknownKey
        }
        do throws(JSONWebSignature.Fault) { try signed.verify(with: signer) } catch { throw .signature }
        try checkRotation(from: current, at: now)
    }

    private func checkRotation(from current: PartyKeys, at now: Moment) throws(Fault) {
        var kept: [PublicKeyRecord] = []
        var new: [PublicKeyRecord] = []
        for key in keys.signing {
            guard let known = current.signingKey(key.kid) else {
                new.append(key)
                continue
            }
            guard known.bytes == key.bytes, known.algorithm == key.algorithm else {
                throw .reusedName(key.kid)
            }
            if known.isValid(at: now), key.isValid(at: now) { kept.append(key) }
        }
        guard !kept.isEmpty, current.tls.isEmpty || !keys.tls.isDisjoint(with: current.tls) else {
            throw .noOverlap("")
        }
        for key in new {
            let end = max(key.notBefore, now).adding(seconds: KeyManifest.overlapDays * 86_400)
            guard kept.contains(where: { $0.notAfter >= end }) else { throw .noOverlap(key.kid) }
        }
    }
}

import Crypto
package import Exchange
import Foundation
import Operations
import SwiftASN1
package import Vocabulary
import X509

extension ExchangeKeys {
    /// A signing key and a certificate that wait until the partner has taken them.
    package struct Next: Sendable {
        /// What will sign messages and answers.
        package let signing: SigningKey
        /// From when to when it signs.
        package let record: PublicKeyRecord
        /// The certificate, PEM.
        package let certificate: String
        /// Its private key, PEM.
        package let certificateKey: String

        init?(_ stored: StoredNext) {
            signing = SigningKey(id: stored.kid, algorithm: .ed25519, secret: [UInt8](stored.seed))
            guard let record = signing.record(from: stored.notBefore, until: stored.notAfter) else {
                return nil
            }
            self.record = record
            certificate = stored.certificate
            certificateKey = stored.certificateKey
        }
    }

    struct StoredNext: Codable {
        var kid: String
        var seed: Data
        var notBefore: Moment
        var notAfter: Moment
        var certificate: String
        var certificateKey: String
    }

    /// The certificates with which this side may answer and call, PEM: two while they are being changed.
    package var certificates: String {
        [certificate, next?.certificate].compactMap { $0 }.joined(separator: "\n")
    }

    /// Draws what comes next beside what a file of keys holds; a file that already has something next stays as it is.
    ///
    /// - Throws: `SiteFault`; what the certificate library throws.
    package static func rotating(_ bytes: [UInt8], of party: PartyName, at now: Moment) throws -> [UInt8] {
        var stored = try stored(bytes)
        guard stored.next == nil else { return bytes }
        let until = now.adding(seconds: 730 * 86_400)
        let tls = P256.Signing.PrivateKey()
        let last = party.text.split(separator: "/").last.map(String.init) ?? "key"
        var kid = "\(last)-\(now.day(zone: 0))"
        // Two in one day: a name stands for one key for ever.
        if stored.kid.hasPrefix(kid) { kid = stored.kid + ".1" }
        // Of two certificates with one name the line would try the first alone.
        let name = "\(party.text) \(kid)"
        let certificate = try selfSigned(tls, named: name, from: now.adding(seconds: -300), until: until)
        stored.next = StoredNext(
            kid: kid,
            seed: Curve25519.Signing.PrivateKey().rawRepresentation,
            notBefore: now.adding(seconds: -300),
            notAfter: until,
            certificate: try certificate.serializeAsPEM().pemString,
            certificateKey: tls.pemRepresentation
        )
        return [UInt8](try JSONEncoder().encode(stored))
    }

    /// Puts what comes next in the place of what a file of keys holds; the file stays as it is where nothing comes next.
    ///
    /// - Throws: `SiteFault`.
    package static func adopting(_ bytes: [UInt8]) throws -> [UInt8] {
        var stored = try stored(bytes)
        guard let next = stored.next else { return bytes }
        stored.kid = next.kid
        stored.seed = next.seed
        stored.notBefore = next.notBefore
        stored.notAfter = next.notAfter
        stored.certificate = next.certificate
        stored.certificateKey = next.certificateKey
        stored.next = nil
        return [UInt8](try JSONEncoder().encode(stored))
    }

    /// The statement of both keys, signed by the one that the partner knows.
    ///
    /// The old key ends 60 days from now: the partner's people have 30 days to take the new one, and then both are taken for 30 more.
    /// - Throws: `KeyManifest.Fault`; `NIOSSLError`.
    package func manifest(_ keys: PartyKeys, at now: Moment) throws -> KeyManifest {
        var keys = keys
        let end = now.adding(seconds: 2 * KeyManifest.overlapDays * 86_400)
        for index in keys.signing.indices where keys.signing[index].kid == record.kid {
            keys.signing[index].notAfter = min(keys.signing[index].notAfter, end)
        }
        // Seconds, so that each statement is newer than whatever number people gave the first.
        return try KeyManifest(keys, serial: now.milliseconds / 1000, by: signing)
    }
}

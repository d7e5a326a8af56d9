import Crypto
package import Exchange
import Foundation
import NIOSSL
import Operations
import SwiftASN1
package import Vocabulary
import X509

/// A side's own secrets in the exchange: what signs its messages, what opens sealed ones, what proves it on the line.
package struct ExchangeKeys: Sendable {
    /// What signs messages and answers.
    package let signing: SigningKey
    /// From when to when it signs.
    package let record: PublicKeyRecord
    /// What opens messages that a carrier brought (HPKE, X25519).
    package let sealing: [UInt8]
    /// The certificate, PEM; self-signed, since the partner trusts it by itself.
    package let certificate: String
    /// Its private key, PEM.
    package let certificateKey: String

    /// What takes the place of signing key and certificate once the partner has taken it; nil where nothing is being changed.
    package let next: Next?

    struct Stored: Codable {
        var kid: String
        var seed: Data
        var notBefore: Moment
        var notAfter: Moment
        var sealing: Data
        var certificate: String
        var certificateKey: String
        var next: StoredNext?
    }

    /// Reads keys from the bytes that `bytes` wrote.
    ///
    /// - Throws: `SiteFault` where they are none.
    package init(reading bytes: [UInt8]) throws {
        try self.init(ExchangeKeys.stored(bytes), else: ExchangeKeys.damaged)
    }

    private init(_ stored: Stored, else damaged: SiteFault) throws {
        signing = SigningKey(id: stored.kid, algorithm: .ed25519, secret: [UInt8](stored.seed))
        guard let record = signing.record(from: stored.notBefore, until: stored.notAfter) else {
            throw damaged
        }
        self.record = record
        sealing = [UInt8](stored.sealing)
        certificate = stored.certificate
        certificateKey = stored.certificateKey
        next = try stored.next.map { stored in
            guard let next = Next(stored) else { throw damaged }
            return next
        }
    }

    /// Draws new keys that are valid for two years.
    ///
    /// - Returns: The bytes to keep in a file of their own, mode 0600.
    /// - Throws: What the certificate library throws.
    package static func drawn(for party: PartyName, at now: Moment) throws -> [UInt8] {
        let until = now.adding(seconds: 730 * 86_400)
        let tls = P256.Signing.PrivateKey()
        let certificate = try selfSigned(
            tls,
            named: party.text,
            from: now.adding(seconds: -300),
            until: until
        )
        let kid = party.text.split(separator: "/").last.map(String.init) ?? "key"
        let stored = Stored(
            kid: "\(kid)-\(now.day(zone: 0))",
            seed: Curve25519.Signing.PrivateKey().rawRepresentation,
            notBefore: now.adding(seconds: -300),
            notAfter: until,
            sealing: Curve25519.KeyAgreement.PrivateKey().rawRepresentation,
            certificate: try certificate.serializeAsPEM().pemString,
            certificateKey: tls.pemRepresentation
        )
        return [UInt8](try JSONEncoder().encode(stored))
    }

    static let damaged = SiteFault.failed(
        finding: "exchange.key can't be read; restore it from the backup"
    )

    static func stored(_ bytes: [UInt8]) throws -> Stored {
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)) else { throw damaged }
        return stored
    }

    static func selfSigned(
        _ key: P256.Signing.PrivateKey,
        named name: String,
        from: Moment,
        until: Moment
    ) throws -> Certificate {
        let name = try DistinguishedName { CommonName(name) }
        let date = { (moment: Moment) in Date(timeIntervalSince1970: Double(moment.milliseconds / 1000)) }
        return try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: .init(key.publicKey),
            notValidBefore: date(from),
            notValidAfter: date(until),
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                SubjectAlternativeNames([.dnsName("localhost")])
            },
            issuerPrivateKey: .init(key)
        )
    }

    /// What the partner is to know of this side.
    ///
    /// - Throws: `NIOSSLError` where the own certificate can't be read.
    package func bundle(of party: PartyName, log: [String], witness: String?) throws -> PartyKeys {
        PartyKeys(
            party: party,
            tls: try ExchangeKeys.keyHashes(ofCertificates: certificates),
            signing: [record] + [next?.record].compactMap { $0 },
            sealing: try [UInt8](
                Curve25519.KeyAgreement.PrivateKey(rawRepresentation: sealing).publicKey.rawRepresentation
            ),
            log: log,
            witness: witness,
            lookUp: [:]
        )
    }

    /// The hashes of several certificates, one below the other.
    ///
    /// - Throws: `NIOSSLError` where the text holds none.
    static func keyHashes(ofCertificates pem: String) throws -> Set<[UInt8]> {
        Set(try NIOSSLCertificate.fromPEMBytes([UInt8](pem.utf8)).map { try keyHash(of: $0) })
    }

    /// SHA-256 of a certificate's SubjectPublicKeyInfo, by which a partner is known on the line (RFC 7469 pins so).
    ///
    /// - Throws: `NIOSSLError` where its key can't be read.
    static func keyHash(of certificate: NIOSSLCertificate) throws -> [UInt8] {
        [UInt8](SHA256.hash(data: try certificate.extractPublicKey().toSPKIBytes()))
    }
}

package import Exchange
import Foundation
package import Operations

/// What one side hands to the other before anything is exchanged: who it is, its keys, its certificate.
///
/// - Shape: one JSON object, `{"keys":{…},"certificate":"-----BEGIN…"}`, that people hand over and read to each other.
package struct PartnerBundle: Sendable, Hashable {
    /// The keys.
    package let keys: PartyKeys
    /// The certificate, PEM.
    package let certificate: String

    /// A bundle.
    package init(keys: PartyKeys, certificate: String) {
        self.keys = keys
        self.certificate = certificate
    }

    /// Reads a bundle.
    ///
    /// - Throws: `OperationFault.unreadable` where it is none, or its certificate is none of its keys'.
    package init(reading bytes: [UInt8]) throws {
        let unreadable = OperationFault.unreadable(
            finding: "no bundle of keys, as `kawal exchange keys` prints one"
        )
        guard let json = try? CanonicalJSON(bytes), let certificate = json["certificate"]?.text,
            let keys = json["keys"].flatMap({ try? PartyKeys($0) })
        else { throw unreadable }
        self.init(keys: keys, certificate: certificate)
        guard isWhole else { throw unreadable }
    }

    /// Whether every certificate is one of the keys'.
    package var isWhole: Bool {
        guard let hashes = try? ExchangeKeys.keyHashes(ofCertificates: certificate), !hashes.isEmpty else {
            return false
        }
        return hashes.isSubset(of: keys.tls)
    }

    /// The bundle of keys that were taken; nil where they can't be read any more.
    package init?(_ trusted: ExchangeTrusted) {
        guard let keys = try? PartyKeys(CanonicalJSON([UInt8](trusted.bundle.utf8))) else { return nil }
        self.init(keys: keys, certificate: trusted.certificate)
    }

    /// The bundle as text.
    package var text: String {
        let json = CanonicalJSON.object(["keys": keys.json, "certificate": .string(certificate)])
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// A short form that two people can read to each other.
    package var fingerprint: String { keys.fingerprint }
}

extension [UInt8] {
    /// The bytes in base64.
    var base64: String { Data(self).base64EncodedString() }
}

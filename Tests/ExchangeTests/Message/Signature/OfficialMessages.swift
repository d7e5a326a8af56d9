import Crypto
import Exchange
import Foundation
import Testing

/// Messages and keys of RFC 9421 and how the vectors write them.
enum OfficialMessages {
    /// A message that a vector describes.
    static func source(_ json: CanonicalJSON, scheme: String = "https") throws -> ComponentSource {
        let start = try #require(json["start_line"]?.text).split(separator: " ").map(String.init)
        let lines = try (json["fields"]?.elements ?? []).map { pair in
            let parts = try #require(pair.elements)
            return HeaderLine(name: try #require(parts[0].text), value: try #require(parts[1].text))
        }
        let table = FieldTable(lines)
        if start[0].hasPrefix("HTTP/") {
            return ComponentSource(start: .response(status: try #require(Int(start[1]))), fields: table)
        }
        let authority = table.values(of: "host").first ?? ""
        let request = ComponentSource.Start.request(
            method: start[0],
            scheme: scheme,
            authority: authority,
            target: start[1]
        )
        return ComponentSource(start: request, fields: table)
    }

    /// Whether a signature over bytes is that of a key; nil of an algorithm that the exchange doesn't know.
    static func verify(_ signature: [UInt8], over base: [UInt8], key: CanonicalJSON, algorithm: String) throws
        -> Bool?
    {
        switch algorithm {
        case "ed25519":
            let point = [try coordinate(key, "x")]
            return record(.ed25519, point).accepts(signature, over: base)
        case "ecdsa-p256-sha256":
            let point = [try coordinate(key, "x"), try coordinate(key, "y")]
            return record(.p256, point).accepts(signature, over: base)
        case "hmac-sha256":
            let text = try #require(key["base64"]?.text)
            let secret = try #require(Data(base64Encoded: text))
            return HMAC<SHA256>.isValidAuthenticationCode(
                signature,
                authenticating: base,
                using: SymmetricKey(data: secret)
            )
        default: return nil
        }
    }

    private static func record(_ algorithm: KeyAlgorithm, _ parts: [[UInt8]]) -> PublicKeyRecord {
        PublicKeyRecord(
            kid: "k",
            algorithm: algorithm,
            bytes: parts.flatMap { $0 },
            notBefore: ExampleMessage.now,
            notAfter: ExampleMessage.now
        )
    }

    private static func coordinate(_ key: CanonicalJSON, _ name: String) throws -> [UInt8] {
        let text = try #require((key["jwk"] ?? key)[name]?.text)
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        return [UInt8](try #require(Data(base64Encoded: plain + padding)))
    }
}

import Exchange
import Foundation
import Testing

@Suite struct JSONWebSignatureTests {
    private let key = ExampleMessage.key

    private func fault(_ compact: String) -> JSONWebSignature.Fault? {
        do throws(JSONWebSignature.Fault) {
            _ = try JSONWebSignature(compact: compact)
            return nil
        } catch { return error }
    }

    private func encoded(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("=", with: "").replacing("+", with: "-").replacing(
            "/",
            with: "_"
        )
    }

    /// Only what a key of the exchange can have signed is taken: of the four official texts, the one by ECDSA.
    @Test(.enabled(if: Vectors.arePresent, "set KAWAL_SAMPLES to the folder of vectors/"))
    func theOfficialTextsAreTakenOrRefused() throws {
        for example in try #require(try Vectors.read("rfc7515.json").elements) {
            let compact = try #require(example["compact"]?.text)
            guard example["alg"]?.text == "ES256" else {
                #expect(fault(compact) == .algorithm, "\(example["id"]?.text ?? "")")
                continue
            }
            let point = try ["x", "y"].flatMap { name in
                let text = try #require(example["key"]?[name]?.text)
                return [UInt8](
                    try #require(
                        Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + "=")
                    )
                )
            }
            var record = PublicKeyRecord(
                kid: "k",
                algorithm: .p256,
                bytes: point,
                notBefore: ExampleMessage.now,
                notAfter: ExampleMessage.now
            )
            try JSONWebSignature(compact: compact).verify(with: record)
            record.algorithm = .ed25519
            #expect(throws: JSONWebSignature.Fault.algorithm) {
                try JSONWebSignature(compact: compact).verify(with: record)
            }
        }
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func whatAKeySignsIsTaken(_ algorithm: KeyAlgorithm) throws {
        let key = SigningKey(id: "k", algorithm: algorithm, secret: [UInt8](repeating: 3, count: 32))
        let record = try #require(key.record(from: ExampleMessage.now, until: ExampleMessage.now))
        let signed = try JSONWebSignature(payload: [1, 2, 3], type: "t", by: key)
        let read = try JSONWebSignature(compact: signed.compact)
        try read.verify(with: record)
        #expect(read == signed && read.payload == [1, 2, 3] && read.header["kid"]?.text == "k")
        #expect(
            String(decoding: read.header.bytes, as: UTF8.self)
                == #"{"alg":"\#(algorithm.webName)","kid":"k","typ":"t"}"#
        )
    }

    @Test func anyChangedCharacterIsRefused() throws {
        let record = try #require(key.record(from: ExampleMessage.now, until: ExampleMessage.now))
        let compact = try JSONWebSignature(payload: Array("payload".utf8), type: "t", by: key).compact
        for position in compact.indices {
            for other in ["A", "Q", ".", "="] where other != String(compact[position]) {
                var changed = compact
                changed.replaceSubrange(position...position, with: other)
                let isTaken = (try? JSONWebSignature(compact: changed).verify(with: record)) != nil
                #expect(!isTaken, "\(changed)")
            }
        }
    }

    @Test func onlyAKnownHeaderAndFormAreRead() throws {
        let payload = encoded("x")
        #expect(fault(encoded(#"{"alg":"none"}"#) + ".\(payload).") == .algorithm)
        #expect(fault(encoded(#"{"alg":"EdDSA","crit":["exp"]}"#) + ".\(payload).AAAA") == .malformed)
        #expect(fault(encoded(#"{"alg":"EdDSA","alg":"none"}"#) + ".\(payload).AAAA") == .malformed)
        #expect(fault(encoded(#"{"typ":"x"}"#) + ".\(payload).AAAA") == .malformed)
        #expect(fault(encoded(#"{"alg":"EdDSA"}"#) + ".\(payload)") == .malformed)
        #expect(fault(encoded(#"{"alg":"EdDSA"}"#) + ".\(payload).AAAA.AAAA") == .malformed)
        #expect(fault("\(encoded(#"{"alg":"EdDSA"}"#)).\(payload).A") == .malformed)
        #expect(fault(String(repeating: "A", count: 70_000)) == .malformed)
    }
}

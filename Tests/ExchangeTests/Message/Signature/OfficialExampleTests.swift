import Exchange
import Foundation
import Testing

/// The examples of RFC 9421 and RFC 9530.
@Suite(.enabled(if: Vectors.arePresent, "set KAWAL_SAMPLES to the folder of vectors/"))
struct OfficialExampleTests {
    private func bytes(_ field: String, label: String) throws -> [UInt8] {
        let prefix = "\(label)=:"
        #expect(field.hasPrefix(prefix) && field.hasSuffix(":"))
        return [UInt8](try #require(Data(base64Encoded: String(field.dropFirst(prefix.count).dropLast()))))
    }

    @Test func everyMessageIsJudgedAsTheTextSays() throws {
        let vectors = try Vectors.read("rfc9421/cases.json")
        let keys = try Vectors.read("rfc9421/keys.json")
        let cases = try #require(vectors["cases"]?.elements)
        var judged = 0
        for example in cases {
            let id = example["id"]?.text ?? ""
            let named = example["message"]?.text.flatMap { vectors["messages"]?[$0] }
            let source = try OfficialMessages.source(try #require(named ?? example["message"]))
            let request = try example["related_request"].map { try OfficialMessages.source($0) }
            let label = try #require(example["label"]?.text)
            let input = try #require(example["signature_input"]?.text)
            let parameters = try SignatureParameters(field: input, label: label)
            let base = try parameters.base(of: source, answering: request)
            if let printed = example["signature_base"]?.text {
                #expect(String(decoding: base, as: UTF8.self) == printed, "\(id)")
            }
            let key = try #require(example["keyid"]?.text.flatMap { keys[$0] })
            let isValid = try OfficialMessages.verify(
                bytes(try #require(example["signature"]?.text), label: label),
                over: base,
                key: key,
                algorithm: try #require(example["algorithm"]?.text)
            )
            // RSA is none of the exchange's algorithms: of its four examples the base is compared above.
            guard let isValid else { continue }
            judged += 1
            #expect(isValid == (example["expected"]?.text == "valid"), "\(id)")
        }
        #expect(cases.count == 18 && judged == 13)
        #expect(cases.count { $0["expected"]?.text == "invalid" } == 2)
    }

    @Test func everyComponentHasItsLine() throws {
        let examples = try #require(try Vectors.read("rfc9421/components.json").elements)
        for example in examples {
            let source = try OfficialMessages.source(example, scheme: try #require(example["scheme"]?.text))
            let identifier = try ComponentIdentifier(try #require(example["identifier"]?.text))
            let line = "\(identifier.text): \(try identifier.value(in: source))"
            #expect(line == example["line"]?.text, "\(example["id"]?.text ?? "")")
        }
        #expect(examples.count == 28)
    }

    @Test func everyDigestIsThatOfItsContent() throws {
        let examples = try #require(try Vectors.read("rfc9530/digests.json").elements)
        for example in examples {
            let body = try ExampleMessage.bytes(try #require(example["content_hex"]?.text))
            let field = try #require(example["field_value"]?.text)
            let algorithm = try #require(example["algorithm"]?.text.flatMap(ContentDigest.Algorithm.init))
            #expect(ContentDigest.field(of: body, algorithm: algorithm) == field)
            #expect(ContentDigest.accepts(field, body: body))
            #expect(!ContentDigest.accepts(field, body: body + [0x0A]))
        }
        #expect(examples.count == 10)
    }
}

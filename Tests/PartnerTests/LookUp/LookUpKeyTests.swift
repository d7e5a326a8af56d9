import Testing

@testable import Partner

/// The vectors of RFC 9497, appendix A.4.2 (P384-SHA384, VOPRF mode), as far as the library's public names let them run: the
/// blinding factor can't be set, so blinding and proof are checked by the value they lead to.
@Suite struct LookUpKeyTests {
    private static let secret =
        "051646b9e6e7a71ae27c1e1d0b87b4381db6d3595eeeb1adb41579adbf992f4278f9016eafc944edaa2b43183581779d"
    private static let point =
        "031d689686c611991b55f1a1d8f4305ccd6cb719446f660a30db61b7aa87b46acf59b7c0d4a9077b3da21c25dd482229a0"

    struct Vector: Sendable {
        let input: String
        let blinded: String
        let evaluated: String
        let output: String
    }

    private static let vectors = [
        Vector(
            input: "00",
            blinded:
                "02d338c05cbecb82de13d6700f09cb61190543a7b7e2c6cd4fca56887e564ea82653b27fdad383995ea6d02cf26d0e24d9",
            evaluated:
                "02a7bba589b3e8672aa19e8fd258de2e6aae20101c8d761246de97a6b5ee9cf105febce4327a326255a3c604f63f600ef6",
            output:
                "3333230886b562ffb8329a8be08fea8025755372817ec969d114d1203d026b4a622beab60220bf19078bca35a529b35c"
        ),
        Vector(
            input: "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
            blinded:
                "02f27469e059886f221be5f2cca03d2bdc61e55221721c3b3e56fc012e36d31ae5f8dc058109591556a6dbd3a8c69c433b",
            evaluated:
                "03f16f903947035400e96b7f531a38d4a07ac89a80f89d86a1bf089c525a92c7f4733729ca30c56ce78b1ab4f7d92db8b4",
            output:
                "b91c70ea3d4d62ba922eb8a7d03809a441e1c3c7af915cbc2226f485213e895942cd0f8580e6d99f82221e66c40d274f"
        ),
    ]

    private let key: LookUpKey

    init() throws {
        key = try LookUpKey(edition: InventedPeople.edition(), secret: Hex.bytes(Self.secret))
    }

    @Test func theStandardsSecretHasItsPublicKey() throws {
        #expect(key.publicKey.bytes == Hex.bytes(Self.point))
        #expect(try LookUpPublicKey(bytes: Hex.bytes(Self.point)) == key.publicKey)
    }

    @Test(arguments: vectors) func theStandardsInputsHaveTheirOutputs(_ vector: Vector) throws {
        #expect(try key.output(of: Hex.bytes(vector.input)) == Hex.bytes(vector.output))
    }

    @Test(arguments: vectors) func theStandardsElementsAreEvaluated(_ vector: Vector) throws {
        let evaluation = try key.evaluate(Hex.bytes(vector.blinded))
        #expect(Array(evaluation.prefix(49)) == Hex.bytes(vector.evaluated))
        #expect(evaluation.count == LookUpAnswer.evaluationLength)
    }

    @Test(arguments: vectors) func blindingEvaluatingAndFinalizingLeadToTheOutput(_ vector: Vector) throws {
        let blinded = try key.publicKey.blind(Hex.bytes(vector.input))
        let evaluation = try key.evaluate(blinded.element)
        #expect(try key.publicKey.finalize(blinded, evaluation) == Hex.bytes(vector.output))
    }

    @Test func aKeyIsReadBackAsItWasStored() throws {
        let read = try LookUpKey(stored: key.stored)
        #expect(read.publicKey == key.publicKey)
        #expect(read.edition == key.edition)
        #expect("\(read)" == "key of workers \(key.edition.epoch)")
    }

    @Test func bytesThatAreNoKeyAreRefused() {
        for secret in [[UInt8](repeating: 0, count: 48), .init(repeating: 255, count: 48), [1]] {
            #expect(throws: LookUpFault.malformed(.key, expected: "a scalar of P-384")) {
                try LookUpKey(edition: InventedPeople.edition(), secret: secret)
            }
        }
        #expect(throws: LookUpFault.self) { try LookUpKey(stored: key.stored + [0]) }
        #expect(throws: LookUpFault.self) { try LookUpKey(stored: key.stored.dropLast()) }
        #expect(throws: LookUpFault.self) { try LookUpPublicKey(bytes: Array(repeating: 2, count: 49)) }
    }
}

/// Hexadecimal digits of a test.
enum Hex {
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}

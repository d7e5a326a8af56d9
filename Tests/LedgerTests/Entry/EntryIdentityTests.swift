import Crypto
import Ledger
import Testing

struct EntryIdentityTests {
    @Test func `time and random bits stand where RFC 9562 puts them`() {
        // Appendix A.6: 22 February 2022, 14.22.22 UTC-5.
        let identity = EntryIdentity(milliseconds: 0x017F_22E2_79B0, random: (0xCC3, 0x18C4_DC0C_0C07_398F))
        #expect(identity.description == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
    }

    @Test func `an identity is read as it was written`() {
        let identity = EntryIdentity(milliseconds: 1_772_349_900_000, random: (.max, .max))
        let bytes = [UInt8](identity.description.utf8)
        #expect(bytes.withUnsafeBufferPointer { EntryIdentity($0) } == identity)
    }

    @Test(arguments: [
        "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",
        "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398g", "017f22e2x79b0-7cc3-98c4-dc0c0c07398f",
    ])
    func `what is no version 7 in lower case is refused`(text: String) {
        let bytes = [UInt8](text.utf8)
        #expect(bytes.withUnsafeBufferPointer { EntryIdentity($0) } == nil)
    }

    @Test func `later times order later`() {
        let times: [Int64] = [-5, 0, 1, 1_772_349_900_000, 1_772_349_900_001]
        let texts = times.map { EntryIdentity(milliseconds: $0, random: (0, 0)).description }
        #expect(texts == texts.sorted())
    }
}

struct PseudonymTests {
    private let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))

    @Test func `a pseudonym is the start of the keyed hash of namespace and value`() {
        let mac = HMAC<SHA256>.authenticationCode(for: [UInt8]("passport\u{0}X1".utf8), using: key)
        #expect(Pseudonym(of: "X1", in: "passport", key: key).description == [UInt8](mac.prefix(16)).hex)
    }

    @Test func `key, namespace and value all matter`() {
        let other = SymmetricKey(data: [UInt8](repeating: 8, count: 32))
        let all: Set = [
            Pseudonym(of: "X1", in: "passport", key: key), Pseudonym(of: "X1", in: "nik", key: key),
            Pseudonym(of: "X2", in: "passport", key: key), Pseudonym(of: "X1", in: "passport", key: other),
        ]
        #expect(all.count == 4)
    }
}

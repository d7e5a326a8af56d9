import Ledger
import Testing

struct EntryVerifierTests {
    private let body = [UInt8](#"{"number":"X"}"#.utf8)

    @Test func `an untouched entry has no finding`() {
        #expect(finding(entry(body: body).canonical) == nil)
    }

    @Test func `an entry at another place is found`() {
        #expect(finding(entry(index: 8, body: body).canonical) == .misplaced(index: 7, says: 8))
    }

    @Test func `an entry holds without its body, which may have been erased`() {
        #expect(finding(entry(body: body).canonical, hasBody: false) == nil)
    }

    @Test func `a changed bit of body or salt is found`() {
        let canonical = entry(body: body).canonical
        for position in body.indices {
            var changed = body
            changed[position] ^= 1
            #expect(finding(canonical, body: changed) == .bodyAltered(index: 7))
        }
        var otherSalt = salt
        otherSalt[31] ^= 0x80
        #expect(finding(canonical, salt: otherSalt) == .bodyAltered(index: 7))
    }

    @Test func `a byte that moves from salt to body is found`() {
        let moved = finding(
            entry(body: body).canonical,
            salt: [UInt8](salt.dropLast()),
            body: [salt[31]] + body
        )
        #expect(moved == .bodyAltered(index: 7))
    }

    @Test func `what is no canonical entry is found`() {
        let found = finding([UInt8]("{}".utf8))
        #expect(found == .malformed(index: 7, fault: .unexpected(offset: 1)))
    }

    @Test func `a verifier's leaf is the writer's leaf`() {
        let canonical = entry().canonical
        let writers = canonical.withUnsafeBytes { MerkleFrontier.leaf($0) }
        let verifiers = canonical.withUnsafeBufferPointer {
            EntryVerifier.leaf(of: $0)
        }
        #expect(writers.bytes == verifiers)
    }

    private func finding(
        _ canonical: [UInt8],
        salt sealedWith: [UInt8] = salt,
        body: [UInt8]? = nil,
        hasBody: Bool = true
    ) -> LedgerFinding? {
        canonical.withUnsafeBufferPointer { canonical in
            sealedWith.withUnsafeBytes { salt in
                (body ?? self.body).withUnsafeBytes { body in
                    EntryVerifier.finding(
                        in: StoredEntry(
                            index: 7,
                            canonical: canonical,
                            body: hasBody ? .open(salt: salt, body: body) : .erased
                        )
                    )
                }
            }
        }
    }
}

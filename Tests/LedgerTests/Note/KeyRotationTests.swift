import Crypto
import Ledger
import Testing

@Suite struct KeyRotationTests {
    private func signer(_ name: String = "log.example") throws -> NoteSigner {
        try #require(NoteSigner(name: name, secret: Curve25519.Signing.PrivateKey()))
    }

    @Test func `a chain of statements leads from the first key to the present one`() throws {
        let (first, second, third) = (try signer(), try signer(), try signer())
        let made = [
            try #require(try KeyRotation(to: second.key, since: "2026-03-01T00:00:00.000Z", signedBy: first)),
            try #require(try KeyRotation(to: third.key, since: "2027-03-01T00:00:00.000Z", signedBy: second)),
        ]
        let read = try made.map { try KeyRotation(Array($0.note.description.utf8)) }
        #expect(read == made)
        #expect(KeyRotation.trusted([first.key], following: read) == [first.key, second.key, third.key])
        #expect(KeyRotation.trusted([second.key], following: read) == [second.key, third.key])
        #expect(KeyRotation.trusted([first.key], following: [read[1]]) == [first.key])
    }

    @Test func `a key that no trusted one states is not trusted`() throws {
        let (first, second, stranger) = (try signer(), try signer(), try signer())
        let forged = try #require(try KeyRotation(to: second.key, since: "now", signedBy: stranger))
        #expect(KeyRotation.trusted([first.key], following: [forged]) == [first.key])
        #expect(try KeyRotation(to: signer("other.example").key, since: "now", signedBy: first) == nil)
        let altered = forged.note.description.replacing("now", with: "new")
        #expect(
            KeyRotation.trusted([stranger.key], following: [try KeyRotation(Array(altered.utf8))]) == [
                stranger.key
            ]
        )
    }

    @Test(arguments: ["", "x\n\n\u{2014} a Uw2QOkn8\n", "kawal log key\nnone\nnow\n\n\u{2014} a Uw2QOkn8\n"])
    func `what is no statement is refused`(text: String) {
        #expect(throws: NoteFault.self) { try KeyRotation(Array(text.utf8)) }
    }
}

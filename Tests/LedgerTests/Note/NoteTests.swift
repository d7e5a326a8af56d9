import Crypto
import Ledger
import Testing

@Suite struct NoteTests {
    /// - Source: the examples of c2sp.org/signed-note and of Go's sumdb.
    static let example = """
        This is an example message.

        \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """
    static let exampleKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

    @Test func `the specification's example is signed by its key`() throws {
        let note = try SignedNote(Array(Self.example.utf8))
        let key = try #require(NoteKey(Self.exampleKey))
        #expect(note.text == "This is an example message.\n")
        #expect(try note.signers(among: [key]) == [key])
        #expect(note.description == Self.example)
        #expect(key.description == Self.exampleKey)
    }

    @Test func `a changed text is forged, and without a trusted key it is unsigned`() throws {
        let changed = Self.example.replacing("message", with: "massage")
        let note = try SignedNote(Array(changed.utf8))
        let key = try #require(NoteKey(Self.exampleKey))
        #expect(throws: NoteFault.forged(name: "example.com/foo")) { try note.signers(among: [key]) }
        #expect(throws: NoteFault.unsigned) { try note.signers(among: []) }
    }

    @Test(arguments: [
        "", "\n", "text\n", "text\n\n", "text\n\n\u{2014} a Uw2QOg==\n", "text\n\n\u{2014} a b c\n",
        "text\n\n- a Uw2QOkn8\n",
        "text\n\n\u{2014} a+b Uw2QOkn8\n", "text\n\n\u{2014}  Uw2QOkn8\n",
        "te\u{1}xt\n\n\u{2014} a Uw2QOkn8\n",
        "text\n\n\u{2014} a Uw2QOkn8", "text\n\n\u{2014} a Uw2QOkn8=\n", "text\n\n\u{2014} a Uw2QOkn\n",
    ])
    func `what is no note is refused`(text: String) {
        #expect(throws: NoteFault.self) { try SignedNote(Array(text.utf8)) }
    }

    @Test func `text with empty lines ends at the last one`() throws {
        let note = try SignedNote(Array("a\n\nb\n\n\u{2014} x Uw2QOkn8\n".utf8))
        #expect(note.text == "a\n\nb\n")
        #expect(note.signatures.map(\.name) == ["x"])
    }

    @Test(arguments: [
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2", "example.com/foo+530d903a",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "",
    ])
    func `a key's text is taken in its one form only`(text: String) { #expect(NoteKey(text) == nil) }

    @Test func `what a signer signs its key accepts, a cosignature with its time`() throws {
        let secret = Curve25519.Signing.PrivateKey()
        for kind in [NoteKey.Kind.signature, .cosignature] {
            let signer = try #require(NoteSigner(name: "log.example", kind: kind, secret: secret))
            var note = SignedNote(text: "a\n", signatures: [try signer.sign("a\n", at: 1_790_000_000)])
            note = try SignedNote(Array(note.description.utf8))
            #expect(try note.signers(among: [signer.key]) == [signer.key])
            let other = SignedNote(text: "b\n", signatures: note.signatures)
            #expect(throws: NoteFault.forged(name: "log.example")) { try other.signers(among: [signer.key]) }
            #expect(NoteKey(signer.key.description) == signer.key)
        }
        #expect(NoteSigner(name: "two words", secret: secret) == nil)
    }

    @Test(arguments: [
        "a\n1\nAAAA\n", "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "a\n1\n",
        "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n",
    ])
    func `what is no checkpoint is refused`(text: String) {
        #expect(throws: NoteFault.self) { try Checkpoint(text: text) }
    }

    @Test func `a checkpoint is its log's own`() throws {
        let signer = try #require(NoteSigner(name: "log.example", secret: Curve25519.Signing.PrivateKey()))
        let other = try #require(NoteSigner(name: "other.example", secret: Curve25519.Signing.PrivateKey()))
        let head = Checkpoint(origin: "log.example", size: 3, root: MerkleTreeTests.whole.root(size: 3))
        let note = SignedNote(text: head.text, signatures: [try signer.sign(head.text)])
        #expect(try Checkpoint(note, of: [signer.key]) == head)
        #expect(throws: NoteFault.origin(found: "log.example")) { try Checkpoint(note, of: [other.key]) }
        let borrowed = SignedNote(text: head.text, signatures: [try other.sign(head.text)])
        #expect(throws: NoteFault.unsigned) { try Checkpoint(borrowed, of: [signer.key, other.key]) }
    }
}

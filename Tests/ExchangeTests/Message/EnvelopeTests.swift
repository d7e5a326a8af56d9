import Crypto
import Exchange
import Testing

@Suite struct EnvelopeTests {
    @Test func theExampleHasItsFormAndHash() throws {
        let envelope = try ExampleMessage.envelope()
        #expect(
            String(decoding: envelope.canonical, as: UTF8.self)
                == #"{"audience":"id/kp2mi/siskop2mi","digest":"sha-256=:wp9K7LRYBUnoNnf9W2JxmeKG8l6e49/eGJz8ATl5WMA=:","#
                + #""id":"0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c44","prev":"m6otYThjkjYP8DMPdeUWeG0ygImi53Qjd3kK41bcu3U=","#
                + #""purpose":"predeparture-check","sender":"id/imigrasi/simkim","seq":42,"stream":"alerts-03","#
                + #""type":"match.notice/1"}"#
        )
        #expect(
            envelope.hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                == "15d10f9e538fa64d34f56529e03940edf8da311081ee36ff2389d437911a15e8"
        )
    }

    @Test func theCanonicalFormIsThatOfAnyJSON() throws {
        let envelope = try ExampleMessage.envelope()
        #expect(try CanonicalJSON(envelope.canonical).bytes == envelope.canonical)
    }

    @Test func eachPartChangesTheHash() throws {
        let envelope = try ExampleMessage.envelope()
        let changes: [(inout Envelope) -> Void] = [
            { $0.id = "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c45" }, { $0.sequence += 1 },
            { $0.previous = Envelope.beginning }, { $0.purpose = "other" }, { $0.digest[0] ^= 1 },
            { $0.sender = $0.audience }, { $0.audience = $0.sender },
            { $0.type = MessageType("match.notice/2") ?? $0.type },
            { $0.stream = StreamName("a") ?? $0.stream },
        ]
        var seen: Set<[UInt8]> = [envelope.hash]
        for change in changes {
            var other = envelope
            change(&other)
            #expect(seen.insert(other.hash).inserted)
        }
    }

    @Test(arguments: ["0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c44", "00000000-0000-7000-8000-000000000000"])
    func identitiesAreOfVersionSeven(_ text: String) { #expect(Envelope.isIdentity(text)) }

    @Test(arguments: [
        "", "0199f3a2-7c1e-4b4a-9d52-3f0e8a6b1c44", "0199F3A2-7c1e-7b4a-9d52-3f0e8a6b1c44",
        "0199f3a2-7c1e-7b4a-cd52-3f0e8a6b1c44", "0199f3a27c1e-7b4a-9d52-3f0e8a6b1c44-",
        "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c4", "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c444",
        "{199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c44",
    ])
    func otherTextsAreNoIdentities(_ text: String) { #expect(!Envelope.isIdentity(text)) }

    @Test func aPartWithoutItsFormCanNotBeSent() throws {
        let envelope = try ExampleMessage.envelope()
        #expect(envelope.isWellFormed)
        let changes: [(inout Envelope) -> Void] = [
            { $0.id = "x" }, { $0.sequence = 0 }, { $0.sequence = Envelope.lastSequence + 1 },
            { $0.previous = [] },
            { $0.digest = [1] }, { $0.purpose = "" }, { $0.purpose = "a\"b" }, { $0.purpose = "é" },
        ]
        for change in changes {
            var other = envelope
            change(&other)
            #expect(!other.isWellFormed)
        }
    }
}

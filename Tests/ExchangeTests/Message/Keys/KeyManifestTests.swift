import Exchange
import Testing
import Vocabulary

@Suite struct KeyManifestTests {
    private let now = ExampleMessage.now
    private let old = SigningKey(id: "old", algorithm: .ed25519, secret: [UInt8](repeating: 1, count: 32))
    private let new = SigningKey(id: "new", algorithm: .p256, secret: [UInt8](repeating: 2, count: 32))
    private let current: PartyKeys

    init() throws {
        current = PartyKeys(
            party: try #require(PartyName("id/kp2mi/siskop2mi")),
            tls: [[UInt8](repeating: 5, count: 32)],
            signing: [
                try #require(
                    old.record(from: now.adding(seconds: -86_400), until: now.adding(seconds: 90 * 86_400))
                )
            ],
            sealing: [UInt8](repeating: 6, count: 32),
            log: ["log.example+1fad6210+AT9h"],
            witness: "witness+1+A",
            lookUp: ["placements/1": [UInt8](repeating: 7, count: 49)]
        )
    }

    private func days(_ number: Int) -> Moment { now.adding(seconds: number * 86_400) }

    private func next(from: Int, until: Int) throws -> PartyKeys {
        var keys = current
        keys.signing.append(try #require(new.record(from: days(from), until: days(until))))
        return keys
    }

    private func fault(
        _ keys: PartyKeys,
        serial: Int64 = 2,
        by key: SigningKey? = nil,
        over known: PartyKeys? = nil,
        at moment: Moment? = nil
    ) throws -> KeyManifest.Fault? {
        let sent = try KeyManifest(keys, serial: serial, by: key ?? old)
        let manifest = try KeyManifest(compact: sent.compact)
        #expect(manifest == sent)
        do throws(KeyManifest.Fault) {
            try manifest.verify(by: known ?? current, after: 1, at: moment ?? now)
            return nil
        } catch { return error }
    }

    @Test func keysAreWrittenAndReadInOneForm() throws {
        #expect(try PartyKeys(current.json) == current)
        #expect(try PartyKeys(CanonicalJSON(current.json.bytes)).json.bytes == current.json.bytes)
    }

    @Test(arguments: ["party", "tls", "signing", "log", "lookUp", "sealing", "witness", "more"])
    func aMemberThatIsNotInItsFormIsNamed(_ member: String) throws {
        var members = try #require(current.json.members)
        members[member] = .number(1)
        #expect(throws: JSONFault.shape(member)) { try PartyKeys(.object(members)) }
    }

    @Test func aNewKeyStandsBesideTheOldForThirtyDays() throws {
        #expect(try fault(next(from: 0, until: 400)) == nil)
        #expect(try fault(next(from: 60, until: 400)) == nil)
        #expect(try fault(next(from: 61, until: 400)) == .noOverlap("new"))
    }

    @Test func theOldKeyMayFallAwayOnceTheNewOneIsKnown() throws {
        let known = try next(from: 0, until: 400)
        var keys = known
        keys.signing.removeFirst()
        #expect(try fault(keys, by: new, over: known) == nil)
        #expect(try fault(keys, by: old, over: known) == nil)
        #expect(try fault(keys) == .noOverlap(""))
    }

    @Test func connectionsNeverFallAwayAllAtOnce() throws {
        var keys = current
        keys.tls = [[UInt8](repeating: 8, count: 32)]
        #expect(try fault(keys) == .noOverlap(""))
        keys.tls.formUnion(current.tls)
        #expect(try fault(keys) == nil)
    }

    @Test func aStatementIsThePartysAndNewer() throws {
        var keys = current
        #expect(try fault(keys, serial: 1) == .notNewer)
        keys.party = try #require(PartyName("id/x"))
        #expect(try fault(keys) == .otherParty)
        #expect(try fault(current, by: new) == .unknownKey)
        #expect(try fault(current, at: days(91)) == .unknownKey)
        let impostor = SigningKey(id: "old", algorithm: .ed25519, secret: [UInt8](repeating: 9, count: 32))
        #expect(try fault(current, by: impostor) == .signature)
    }

    @Test func aNameNeverStandsForAnotherKey() throws {
        var keys = current
        keys.signing.append(keys.signing[0])
        keys.signing[0] = try #require(
            SigningKey(id: "old", algorithm: .ed25519, secret: [UInt8](repeating: 9, count: 32))
                .record(from: days(0), until: days(400))
        )
        keys.signing[1].kid = "other"
        #expect(try fault(keys) == .reusedName("old"))
    }

    @Test func aFirstStatementIsCheckedAgainstItself() throws {
        #expect(try fault(current, over: current) == nil)
    }

    @Test func anotherTextIsNoManifest() throws {
        func read(_ payload: CanonicalJSON, type: String = KeyManifest.mediaType) throws -> KeyManifest.Fault?
        {
            let signed = try JSONWebSignature(payload: payload.bytes, type: type, by: old)
            do throws(KeyManifest.Fault) {
                _ = try KeyManifest(compact: signed.compact)
                return nil
            } catch { return error }
        }
        #expect(try read(.object(["keys": current.json, "serial": .integer(1)])) == nil)
        #expect(
            try read(.object(["keys": current.json, "serial": .integer(1)]), type: "JWT")
                == .malformed("header")
        )
        #expect(try read(.object(["keys": current.json, "serial": .integer(0)])) == .malformed("serial"))
        #expect(try read(.object(["keys": current.json])) == .malformed("payload"))
        #expect(try read(.object(["keys": .null, "serial": .integer(1)])) == .malformed("party"))
        #expect(throws: KeyManifest.Fault.malformed("compact")) { try KeyManifest(compact: "a.b.c") }
    }
}

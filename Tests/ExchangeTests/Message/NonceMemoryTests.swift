import Exchange
import Testing
import Vocabulary

@Suite struct NonceMemoryTests {
    private let now = Moment(milliseconds: 1_790_000_000_000)
    private let party = PartyName("id/a/b")
    private let other = PartyName("id/c/d")

    @Test func aNonceIsTakenOnce() throws {
        let party = try #require(party)
        var memory = NonceMemory(limit: 10)
        try memory.admit("a", of: party, until: now.adding(seconds: 60), at: now)
        try memory.admit("b", of: party, until: now.adding(seconds: 60), at: now)
        #expect(throws: ExchangeRefusal.replayedNonce) {
            try memory.admit("a", of: party, until: now.adding(seconds: 60), at: now.adding(seconds: 59))
        }
        try memory.admit("a", of: #require(other), until: now.adding(seconds: 60), at: now)
    }

    @Test func whatCanNotComeAgainIsForgotten() throws {
        let party = try #require(party)
        var memory = NonceMemory(limit: 3)
        for second in 0..<1000 {
            let at = now.adding(seconds: second)
            try memory.admit("\(second)", of: party, until: at.adding(seconds: 1), at: at)
        }
        #expect(memory.count <= 3)
    }

    @Test func aFullRoomRefusesItsPartyAlone() throws {
        let party = try #require(party)
        var memory = NonceMemory(limit: 2)
        try memory.admit("a", of: party, until: now.adding(seconds: 60), at: now)
        try memory.admit("b", of: party, until: now.adding(seconds: 60), at: now)
        #expect(throws: ExchangeRefusal.busy) {
            try memory.admit("c", of: party, until: now.adding(seconds: 60), at: now)
        }
        try memory.admit("c", of: #require(other), until: now.adding(seconds: 60), at: now)
        try memory.admit("c", of: party, until: now.adding(seconds: 130), at: now.adding(seconds: 62))
    }
}

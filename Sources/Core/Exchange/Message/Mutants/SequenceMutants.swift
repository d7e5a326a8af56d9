import Vocabulary

/// Makes, from a seed, what a partner says that signs properly and lies.
///
/// Signatures used again, identities of other messages, places in a stream that aren't the next: none may have an effect.
public struct SequenceMutants: Sendable {
    /// What is wrong with a message.
    public enum Kind: String, CaseIterable, Sendable {
        /// The very same request again.
        case replayed
        /// Another message under the identity of one that was taken.
        case sameIdentity
        /// A place further on in the stream.
        case ahead
        /// A place that was taken.
        case behind
        /// The next place, but of another chain.
        case otherChain
    }

    private let last: Envelope
    private var chance: MutantChance
    private var nonces: NonceMemory
    private var now: Moment
    private var used: [(nonce: String, until: Moment)] = []
    private static let remembered = 1000

    /// Lies about the messages of a scene, the same ones for the same seed; nil where the scene's receiver takes none of them.
    public init?(seed: UInt64, scene: MutantScene) {
        let messages = scene.originals.filter(\.isMessage)
        let taken = messages.compactMap {
            try? scene.gate.admit($0.request, servedRoute: $0.servedRoute, at: $0.now)
        }
        guard let last = taken.last?.envelope, let now = messages.last?.now else { return nil }
        self.last = last
        self.now = now
        chance = MutantChance(state: seed)
        nonces = NonceMemory(limit: 500_000)
    }

    /// One lie, and why the receiver refuses it; nil where it takes it as new.
    public mutating func next() -> (kind: Kind, refusal: ExchangeRefusal?) {
        let kind = chance.pick(Kind.allCases)
        now = Moment(milliseconds: now.milliseconds + 1 + Int64(chance.below(3)))
        do throws(ExchangeRefusal) {
            switch kind {
            case .replayed: try replay()
            default: try misplace(kind)
            }
            return (kind, nil)
        } catch { return (kind, error) }
    }

    /// What became of a number of lies: how many were refused with each code, and how many were taken.
    public mutating func run(count: Int) -> (codes: [String: Int], accepted: Int) {
        var codes: [String: Int] = [:]
        var accepted = 0
        for _ in 0..<count {
            guard let refusal = next().refusal else {
                accepted += 1
                continue
            }
            codes[refusal.code, default: 0] += 1
        }
        return (codes, accepted)
    }

    /// Uses a signature for the first time, and one again that still holds.
    private mutating func replay() throws(ExchangeRefusal) {
        let fresh = (
            nonce: String(chance.next(), radix: 16), until: now.adding(seconds: MessageSigner.lifetimeSeconds)
        )
        do throws(ExchangeRefusal) {
            try nonces.admit(fresh.nonce, of: last.sender, until: fresh.until, at: now)
        } catch { return }  // a memory that is full here has forgotten to forget
        if used.count < SequenceMutants.remembered {
            used.append(fresh)
        } else {
            used[chance.below(used.count)] = fresh
        }
        let again = chance.pick(used)
        guard now < again.until else {
            return try nonces.admit(fresh.nonce, of: last.sender, until: fresh.until, at: now)
        }
        try nonces.admit(again.nonce, of: last.sender, until: again.until, at: now)
    }

    private mutating func misplace(_ kind: Kind) throws(ExchangeRefusal) {
        var lie = last
        lie.sequence = last.sequence + 1
        lie.previous = last.hash
        var known: [UInt8]?
        let far = chance.below(chance.pick([1, 3, 1000, 1 << 40]))
        switch kind {
        case .sameIdentity:
            known = last.hash
            if chance.below(2) == 0 { lie.digest = flipped(last.digest) }
        case .ahead: lie.sequence += 1 + Int64(far)
        case .behind: lie.sequence = max(1, last.sequence - Int64(far))
        case .otherChain, .replayed: lie.previous = flipped(last.hash)
        }
        _ = try StreamRule.place(lie, known: known, last: last.sequence, head: last.hash)
    }

    private mutating func flipped(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes[chance.below(bytes.count)] ^= 1 << UInt8(chance.below(8))
        return bytes
    }
}

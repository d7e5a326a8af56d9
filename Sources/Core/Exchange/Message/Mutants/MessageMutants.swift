/// Makes forged, damaged and displaced requests of valid ones, from a seed.
///
/// A mutant always says something else than every original: one whose headers only stand in another order or case is drawn again. None of
/// them may be admitted.
public struct MessageMutants: Sendable {
    /// What was done to a request.
    public enum Kind: String, CaseIterable, Sendable {
        /// A bit of a header's value flipped.
        case fieldBit
        /// A bit of the body flipped.
        case bodyBit
        /// A bit of the signature flipped.
        case signatureBit
        /// A byte of a header's value left out, doubled or replaced.
        case fieldByte
        /// Body shortened, lengthened or exchanged, with or without its digest.
        case body
        /// A header left out.
        case fieldRemoved
        /// A header twice.
        case fieldDoubled
        /// A header's value under another name.
        case fieldRenamed
        /// Two headers' values exchanged.
        case fieldsSwapped
        /// A value in another case, with blanks or a fold around or inside.
        case fieldWritten
        /// A parameter of the signature changed, left out or added.
        case parameter
        /// The parameters or components in another order.
        case reordered
        /// A component no longer covered.
        case uncovered
        /// The signature of another request.
        case signatureCopied
        /// A header of another request.
        case fieldCopied
        /// Another audience, sender or both.
        case party
        /// Another party's TLS connection.
        case peer
        /// Received too early or too late.
        case clock
        /// Another key's name or algorithm.
        case key
        /// Signed with a key of one's own, under the sender's names.
        case forged
        /// Another method, path, query or host.
        case line
        /// Base64 shortened or written otherwise.
        case encoding
        /// A second signature beside or before the first.
        case secondSignature
        /// An answer sent back as a request.
        case answer
        /// A message where a bare request is expected, and the other way about; a carrier's route that isn't served.
        case place
    }

    /// A changed request.
    public struct Mutant: Hashable, Sendable {
        /// What was done.
        public let kind: Kind
        /// What came of it.
        public let changed: MutantScene.Original
    }

    private let scene: MutantScene
    private let originals: Set<MutantScene.Original>
    private var chance: MutantChance

    /// Mutants of a scene; the same ones for the same seed.
    public init(seed: UInt64, scene: MutantScene) {
        self.scene = scene
        originals = Set(scene.originals.map(\.plain))
        chance = MutantChance(state: seed)
    }

    /// The next mutant.
    public mutating func next() -> Mutant {
        while true {
            let kind = Kind.allCases[chance.below(Kind.allCases.count)]
            let original = scene.originals[chance.below(scene.originals.count)]
            var changed = original
            MutantChange(scene: scene).apply(kind, to: &changed, chance: &chance)
            if !originals.contains(changed.plain) { return Mutant(kind: kind, changed: changed) }
        }
    }

    /// What became of a number of mutants.
    public struct Tally: Sendable {
        /// How many of each kind there were.
        public private(set) var kinds: [Kind: Int] = [:]
        /// How many were refused with each code.
        public private(set) var codes: [String: Int] = [:]
        /// Those that were admitted: none, or the gate is broken.
        public private(set) var admitted: [Mutant] = []

        mutating func add(_ mutant: Mutant, refusal: ExchangeRefusal?) {
            kinds[mutant.kind, default: 0] += 1
            guard let refusal else { return admitted.append(mutant) }
            codes[refusal.code, default: 0] += 1
        }
    }

    /// Sends a number of mutants to the scene's receiver.
    public mutating func run(count: Int) -> Tally {
        var tally = Tally()
        for _ in 0..<count {
            let mutant = next()
            tally.add(mutant, refusal: scene.refusal(of: mutant.changed))
        }
        return tally
    }
}

extension MutantScene {
    /// Why the receiver refuses a request; nil where it takes it.
    public func refusal(of original: Original) -> ExchangeRefusal? {
        do throws(ExchangeRefusal) {
            if original.isMessage {
                _ = try gate.admit(original.request, servedRoute: original.servedRoute, at: original.now)
            } else {
                _ = try gate.admitBare(original.request, servedRoute: original.servedRoute, at: original.now)
            }
            return nil
        } catch { return error }
    }
}

extension MutantScene.Original {
    /// What a request says, whatever the order of its headers and the case of their names; equal where two say the same.
    var plain: MutantScene.Original {
        var plain = self
        for position in request.fields.indices {
            plain.request.fields[position].name = request.fields[position].name.lowercased()
        }
        plain.request.fields.sort { $0.name < $1.name }
        if isCarried {
            // A carrier may rewrite both.
            plain.request.authority = ""
            plain.request.path = ""
        } else {
            plain.servedRoute = ""
        }
        return plain
    }
}

/// Chance that comes of a seed alone.
///
/// - Source: SplitMix64, Steele, Lea and Flood 2014.
struct MutantChance: Sendable {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to a limit, which is at least 1.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

public import Vocabulary

/// An invented nation (negara rekaan): people, passports, placements, trips, and the truth about each, from a seed.
///
/// The same seed gives the same bytes on every machine. No name, number or address is a real person's: names are drawn word by
/// word, every NIK has a serial number of 9000 or more.
public struct Nation: Sendable {
    /// What everything is drawn from.
    public let seed: UInt64
    /// How many people live in it.
    public let people: Int
    /// The middle one of its three days of departures.
    public let day: Day
    private let sources: SyntheticSources

    /// Invents a nation of some people (at least one) around a day.
    public init(seed: UInt64, people: Int, day: Day, sources: SyntheticSources) {
        self.seed = seed
        self.people = max(1, people)
        self.day = day
        self.sources = sources
    }

    /// The files that the nation's offices and carriers send, and `truth.csv`, in pieces.
    ///
    /// - Shape: pieces of one path come in order and are to be appended to each other; paths may take turns. The lists
    ///   come last, the whole in the memory that its travellers need.
    public func files() -> NationFiles {
        NationFiles(
            author: Author(sources: sources, seed: seed, people: people, day: day),
            seed: seed,
            people: people
        )
    }
}

/// A piece of one of a nation's files.
public struct NationPiece: Sendable, Hashable {
    /// The file's path in the nation's folder: `workers.csv`, `manifests/2026-03-01/0830-GA820.edi`.
    public let path: String
    /// The bytes to be appended to it.
    public let bytes: [UInt8]
}

import Vocabulary

/// The pieces of a nation's files, made while they are asked for.
public struct NationFiles: Sequence {
    private let author: Author
    private let seed: UInt64
    private let people: Int

    init(author: Author, seed: UInt64, people: Int) {
        self.author = author
        self.seed = seed
        self.people = people
    }

    /// Starts from the first person.
    public func makeIterator() -> Iterator { Iterator(author: author, seed: seed, people: people) }

    /// Goes through the people in blocks, then writes what could only be known at the end.
    public struct Iterator: IteratorProtocol {
        private static let blockSize = 2000

        private var author: Author
        private let plan: StoryPlan
        private let seed: UInt64
        private let people: Int
        private var person = 0
        private var previous: Citizen?
        private var tables = NationTables()
        private var truth = TruthTable()
        private var travellers: [ListedTraveller] = []
        private var waiting: [NationPiece] = []
        private var isFinished = false

        init(author: Author, seed: UInt64, people: Int) {
            self.author = author
            self.seed = seed
            self.people = people
            plan = StoryPlan(seed: seed, people: people)
        }

        /// The next piece; nil at the end.
        public mutating func next() -> NationPiece? {
            while waiting.isEmpty {
                if person < people {
                    writeBlock()
                } else if !isFinished {
                    finish()
                } else {
                    return nil
                }
            }
            return waiting.removeLast()
        }

        private mutating func writeBlock() {
            let end = Swift.min(people, person + Iterator.blockSize)
            while person < end {
                let dossier: Dossier
                if let slot = plan.slot(of: person) {
                    let story = plan.stories[slot]
                    dossier = author.dossier(story, person: person, seed: seed)
                    if let traveller = dossier.traveller { travellers.append(traveller) }
                    if story.isApplication { truth.appendApplication(story, day: author.day) }
                    previous = nil
                } else {
                    dossier = author.background(person: person, after: previous, seed: seed)
                    previous = dossier.citizen
                }
                tables.append(dossier)
                person += 1
            }
            waiting = tables.take().reversed()
        }

        /// Writes the companies, the notices about destinations, the lists and the truth about them.
        private mutating func finish() {
            isFinished = true
            tables.finish(author)
            var pieces = tables.take()
            let voyages = Voyage.voyages(travellers, routes: author.routes)
            for (number, voyage) in voyages.enumerated() {
                let folder = "manifests/\(voyage.day)/"
                if voyage.route.isFlight {
                    for file in PassengerListWriter.files(of: voyage, number: number) {
                        let path = folder + voyage.fileName + file.suffix + ".edi"
                        pieces.append(NationPiece(path: path, bytes: file.bytes))
                        truth.append(voyage, people: file.people, path: path)
                    }
                } else {
                    let path = folder + voyage.fileName + ".csv"
                    pieces.append(NationPiece(path: path, bytes: BoardingTable.bytes(of: voyage)))
                    truth.append(voyage, people: 0..<voyage.people.count, path: path)
                }
            }
            pieces.append(NationPiece(path: "truth.csv", bytes: truth.bytes))
            waiting = pieces.reversed()
        }
    }
}

import ArgumentParser
import Exchange
import Foundation

extension Measure {
    /// Lets forged, damaged and lying requests knock at the receiver's pure half, on all cores.
    struct Mutants: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mutants",
            abstract:
                "Counts what becomes of forged, damaged and lying requests; fails where one is accepted."
        )

        @Option(help: "How many; an eighth of them are signed properly and lie about identity or place.")
        var count = 20_000
        @Option(help: "The same seed makes the same ones.") var seed: UInt64 = 1
        @Option(help: "Tasks at one time; the cores where not given.") var tasks: Int?

        func validate() throws {
            guard count > 0, tasks.map({ $0 > 0 }) ?? true else {
                throw ValidationError("Name at least one.")
            }
        }

        func run() async throws {
            let clock = ContinuousClock()
            let start = clock.now
            let tasks = self.tasks ?? ProcessInfo.processInfo.activeProcessorCount
            let (count, seed) = (self.count, self.seed)
            let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
                for task in 0..<tasks {
                    // A chance of its own for each task, far from the next one's.
                    let own = seed &+ UInt64(task) &* 0x9E37_79B9_7F4A_7C15
                    group.addTask {
                        try Tally(count: count * (task + 1) / tasks - count * task / tasks, seed: own)
                    }
                }
                return try await group.reduce(into: Tally()) { $0.add($1) }
            }
            var figures: [(key: String, value: Double)] = [
                ("mutants", Double(tally.count)), ("accepted", Double(tally.accepted)),
                ("seconds", start.duration(to: clock.now).inSeconds),
            ]
            figures += tally.codes.sorted { $0.key < $1.key }.map { ("code " + $0.key, Double($0.value)) }
            figures += tally.kinds.sorted { $0.key < $1.key }.map { ("kind " + $0.key, Double($0.value)) }
            Measure.tell(all: figures)
            guard tally.accepted == 0 else { throw ExitStatus.needsPerson.exit }
        }
    }
}

extension Measure.Mutants {
    /// What became of some.
    fileprivate struct Tally: Sendable {
        var count = 0
        var accepted = 0
        var codes: [String: Int] = [:]
        var kinds: [String: Int] = [:]

        init() {}

        init(count: Int, seed: UInt64) throws {
            guard let scene = MutantScene(), var lies = SequenceMutants(seed: seed, scene: scene) else {
                throw UsageProblem(sentence: "The invented scene of the mutants is not valid any more.")
            }
            let lying = count / 8
            var mutants = MessageMutants(seed: seed, scene: scene)
            let tally = mutants.run(count: count - lying)
            let lied = lies.run(count: lying)
            self.count = count
            accepted = tally.admitted.count + lied.accepted
            codes = tally.codes.merging(lied.codes, uniquingKeysWith: +)
            kinds = Dictionary(tally.kinds.map { ($0.key.rawValue, $0.value) }) { $0 + $1 }
            kinds["lie"] = lying
        }

        mutating func add(_ other: Tally) {
            count += other.count
            accepted += other.accepted
            codes.merge(other.codes, uniquingKeysWith: +)
            kinds.merge(other.kinds, uniquingKeysWith: +)
        }
    }
}

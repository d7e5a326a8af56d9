import ArgumentParser
import Foundation
import Intake
import Linking
import Operations
import Synchronization
import Vocabulary

/// `kawal link`: links records of any two files, or finds duplicates in one.
struct LinkFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Links records of two files, or finds duplicates in one; learns from them without labels.",
        discussion: """
            --fields takes kind:column[,column…][=rightcolumn…], separated by blanks; kinds are name, given, surname, date, \
            code, place, text, number, category. Same input, same output, byte for byte.
            """
    )

    @Argument(help: "One or two tables (CSV).")
    var files: [String]

    @Option(help: "The column of the identifiers; COL=RIGHTCOL where the files differ.")
    var id: String

    @Option(help: "What is compared, and as what.")
    var fields: String

    @Option(help: "Where the pairs are written.")
    var out: String

    @Option(help: "The least probability of a pair that is written.")
    var threshold = 0.5

    @Option(help: "Where the clusters are written.")
    var clusters: String?

    @Option(help: "The least probability of a pair that joins a cluster.")
    var clusterThreshold = 0.95

    @Option(help: "Clusters of before: whoever stands there keeps the name. Columns as of --clusters.")
    var before: String?

    @Option(help: "Where it is written which names of before were merged and split.")
    var changes: String?

    @Option(help: "What people have decided: left, right, same (yes or no). It stands above what is learnt.")
    var labels: String?

    @Flag(help: "Keep for each record its best partner only.")
    var oneToOne = false

    @Option(help: "Processors to use; the result is the same.")
    var threads = 0

    @Flag(help: "Add the bits of each comparison, whose sum with bits:prior is the weight.")
    var explain = false

    func validate() throws {
        guard (1...2).contains(files.count) else { throw ValidationError("Name one or two tables.") }
        guard clusters != nil || (before == nil && changes == nil) else {
            throw ValidationError("--before and --changes belong to --clusters.")
        }
        guard (0...1).contains(threshold), (0...1).contains(clusterThreshold) else {
            throw ValidationError("Thresholds are probabilities, 0 to 1.")
        }
    }

    func run() throws {
        let spec: LinkageSpec
        do throws(LinkageFault) { spec = try LinkageSpec(fields) } catch {
            throw UsageProblem(sentence: LinkFiles.sentence(error))
        }
        let columns = id.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        let table = LinkageTable(spec, isOneTable: files.count == 1, each: pieces)
        let progress = Progress("Reading")
        for (side, file) in files.enumerated() {
            let isRight = side == 1
            let reader = LinkFileReader(
                id: isRight ? columns.last ?? id : columns[0],
                fields: spec.fields.map { isRight ? $0.right : $0.left },
                isRight: isRight
            )
            try reader.read(file, into: table) { progress.note(done: $0, of: $1) }
        }
        progress.finish(done: table.count, unit: "records")
        let decided = try labels.map { try LinkLabels.read($0, table) } ?? LinkageLabels()
        let linkage = link(table, decided)
        try write(linkage, table)
        if let clusters { try write(clusters: linkage, table, decided, to: clusters) }
        for crowd in table.crowds {
            Console.say(
                "\(crowd.field.label): \(crowd.values) values are shared by many records (the commonest by \(crowd.most)); "
                    + "records that agree on such a value were compared only where they agree on something else as well."
            )
        }
    }

    /// Pieces of work on so many processors.
    private var pieces: LinkagePieces {
        let processors = threads > 0 ? threads : ProcessInfo.processInfo.activeProcessorCount
        return { count, piece in
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: max(min(processors, count), 1)) { _ in
                while true {
                    let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard place < count else { return }
                    piece(place)
                }
            }
        }
    }

    private func link(_ table: LinkageTable, _ decided: LinkageLabels) -> Linkage {
        let progress = Progress("Linking")
        let linkage = Linkage(
            table,
            threshold: min(threshold, clusters == nil ? 1 : 0.5),
            labels: decided,
            each: pieces,
            told: { progress.note(done: $0, of: $1) }
        )
        progress.finish(done: linkage.comparedPairs, unit: "comparisons")
        return linkage
    }

    private func write(_ linkage: Linkage, _ table: LinkageTable) throws {
        var header = ["left", "right", "probability", "weight"]
        if explain { header += table.spec.fields.map { "bits:" + $0.label } + ["bits:prior"] }
        var file = CSVText(header)
        for pair in oneToOne ? linkage.oneToOne : linkage.pairs where pair.probability >= threshold {
            file.add(table.id(pair.one))
            file.add(table.id(pair.other))
            file.add(pair.probability, places: 6)
            file.add(pair.weight, places: 4)
            if explain {
                let bits = linkage.bits(of: pair)
                for bits in bits + [pair.weight - bits.reduce(0, +)] { file.add(bits, places: 4) }
            }
            file.endLine()
        }
        try PrivateFile.write(file, at: out)
    }

    private func write(
        clusters linkage: Linkage,
        _ table: LinkageTable,
        _ decided: LinkageLabels,
        to path: String
    ) throws {
        let clusters = linkage.clusters(of: table.count, threshold: clusterThreshold, labels: decided)
        let known = try before.map { try LinkNames.read($0, table) } ?? LinkNames()
        let identities = LinkageIdentities(
            clusters,
            ids: { String(decoding: table.id($0), as: UTF8.self) },
            before: known.names,
            age: known.age
        )
        var file = CSVText(["source", "id", "cluster"])
        for (record, name) in identities.names.enumerated() {
            file.add(record < table.leftCount ? "left" : "right")
            file.add(table.id(record))
            file.add(name)
            file.endLine()
        }
        try PrivateFile.write(file, at: path)
        guard let changes else { return }
        var log = CSVText(["change", "from", "to"])
        for change in identities.changes {
            switch change {
            case .merged(let from, let to): for cell in ["merged", from, to] { log.add(cell) }
            case .split(let from, let to): for cell in ["split", from, to] { log.add(cell) }
            }
            log.endLine()
        }
        try PrivateFile.write(log, at: changes)
    }

    private static func sentence(_ fault: LinkageFault) -> String {
        switch fault {
        case .unknownKind(let part):
            "--fields: '\(part)' names no kind; take "
                + LinkageSpec.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                + "."
        case .noColumn(let part): "--fields: '\(part)' names no column; write kind:column."
        case .tooManyFields(let most): "--fields: at most \(most) comparisons."
        }
    }
}

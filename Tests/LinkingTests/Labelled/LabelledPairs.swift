import Foundation
import Intake
import Testing
import Vocabulary

@testable import Linking

/// Two records of which it is known whether they are one person's: a row of `pairs.csv`.
struct LabelledPair {
    let kind: String
    let isOnePerson: Bool
    let one: PersonLinkage.Person
    let other: PersonLinkage.Person

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private static let columns = [
        "class", "same", "name_a", "born_a", "nik_a", "passport_a", "name_b", "born_b", "nik_b", "passport_b",
    ]

    /// Every pair, in the order of the file.
    static func all() throws -> [LabelledPair] {
        var pairs: [LabelledPair] = []
        var faults = 0
        var reader = TableReader()
        try [UInt8](Data(contentsOf: folder.appending(path: "pairs.csv"))).withUnsafeBufferPointer { bytes in
            reader.feed(bytes, isLast: true) { event in
                switch event {
                case .header(let header): faults += header.names == columns ? 0 : 1
                case .row(let row): pairs.append(LabelledPair(row))
                case .diagnostic: faults += 1
                }
            }
        }
        try #require(faults == 0)
        return pairs
    }

    private init(_ row: TableRow) {
        kind = row[0].text
        isOnePerson = row[1].text == "yes"
        one = PersonLinkage.Person(row, from: 2)
        other = PersonLinkage.Person(row, from: 6)
    }

    /// Whether each record has a NIK of its own, and so says by itself that they are two people's.
    var haveTwoNIKs: Bool {
        guard let nik = one.nik, let another = other.nik else { return false }
        return nik != another
    }
}

extension PersonLinkage.Person {
    fileprivate init(_ row: TableRow, from column: Int) {
        self.init(
            name: PersonName(row[column].text),
            bornOn: Day(row[column + 1].text),
            nik: NIK(row[column + 2].text),
            passports: Set([PassportNumber(row[column + 3].text)].compactMap(\.self))
        )
    }
}

/// What became of some pairs.
struct LabelledTally {
    var pairs = 0
    var linked = 0
    var asked = 0

    var missed: Int { pairs - linked - asked }

    mutating func add(_ probability: Double) {
        pairs += 1
        if probability >= Linking.Certainty.accepted {
            linked += 1
        } else if probability >= Linking.Certainty.doubtful {
            asked += 1
        }
    }
}

/// The labelled pairs as the weights in force judge them.
struct LabelledResult {
    /// The classes of one person's pairs and of two people's, in the order of the file.
    private(set) var matches: [String] = []
    private(set) var others: [String] = []
    private(set) var tallies: [String: LabelledTally] = [:]

    /// Weighs each pair by itself: a traveller beside the one candidate of a registry of a hundred thousand.
    init(_ pairs: [LabelledPair]) throws {
        let linkage = PersonLinkage(Rulebook(try weights(), digest: ""), on: departure)
        for pair in pairs {
            if tallies[pair.kind] == nil {
                if pair.isOnePerson { matches.append(pair.kind) } else { others.append(pair.kind) }
            }
            let weighed = linkage.weigh(pair.one, [pair.other], among: 100_000)
            let probability = LinkOdds.probabilities(weighed.map(\.weight))[0]
            tallies[pair.kind, default: LabelledTally()].add(probability)
        }
    }

    /// How many of the pairs that are linked are one person's, as a share.
    var precision: Double {
        func linked(_ kinds: [String]) -> Double {
            kinds.reduce(0) { $0 + Double(tallies[$1]?.linked ?? 0) }
        }
        return linked(matches) / max(linked(matches) + linked(others), 1)
    }

    /// The figures of each class, as a document shows them.
    var table: String {
        func part(_ title: String, _ kinds: [String]) -> String {
            "| \(title) | pairs | linked | asked | missed |\n|---|---:|---:|---:|---:|\n"
                + kinds.map { kind in
                    let tally = tallies[kind] ?? LabelledTally()
                    return
                        "| \(kind) | \(tally.pairs) | \(tally.linked) | \(tally.asked) | \(tally.missed) |\n"
                }.joined()
        }
        return part("one person", matches) + "\n" + part("two people", others)
    }
}

import Linking
import Testing

@Suite struct LinkageIdentityTests {
    private func names(_ clusters: [Int], before: [Int: String] = [:], age: [String] = [])
        -> LinkageIdentities
    {
        LinkageIdentities(clusters, ids: { "r\($0)" }, before: before, age: age)
    }

    @Test func `a cluster that nobody knew is named by its first record`() {
        let named = names([0, 0, 2])
        #expect(named.names == ["r0", "r0", "r2"])
        #expect(named.changes.isEmpty)
    }

    @Test func `a name outlives records that come and go`() {
        let named = names([0, 0, 2], before: [1: "A", 2: "B"], age: ["A", "B"])
        #expect(named.names == ["A", "A", "B"])
        #expect(named.changes.isEmpty)
    }

    @Test func `where two names meet the older stays, however few its records, and the merge is told`() {
        let named = names([0, 0, 0, 0], before: [0: "B", 1: "B", 2: "B", 3: "A"], age: ["A", "B"])
        #expect(named.names == ["A", "A", "A", "A"])
        #expect(named.changes == [.merged("B", into: "A")])
    }

    @Test func `a split keeps the name with the larger part, and is told`() {
        let named = names([0, 1, 1], before: [0: "A", 1: "A", 2: "A"], age: ["A"])
        #expect(named.names == ["r0", "A", "A"])
        #expect(named.changes == [.split("A", into: "r0")])
    }

    @Test func `no two clusters ever have one name`() {
        // The part that left begins with the record whose identifier the other part has kept as its name.
        let named = names([0, 1, 1], before: [0: "r0", 1: "r0", 2: "r0"], age: ["r0"])
        #expect(named.names == ["r0/2", "r0", "r0"])
    }

    @Test func `names do not depend on the order in which the records of before are told`() {
        let before = [0: "A", 1: "A", 2: "B", 3: "B"]
        let one = names([0, 1, 0, 1], before: before, age: ["A", "B"])
        let other = names(
            [0, 1, 0, 1],
            before: Dictionary(uniqueKeysWithValues: before.reversed()),
            age: ["A", "B"]
        )
        #expect(one.names == other.names)
        #expect(Set(one.names).count == 2)
        #expect(one.changes == other.changes)
    }
}

@Suite struct LinkageLabelTests {
    private func table() throws -> LinkageTable {
        let table = LinkageTable(try LinkageSpec("name:name code:code"), isOneTable: true)
        for person in 0..<60 {
            for copy in 0..<2 {
                let cells = ["NAMA REKAAN\(person * 37)", String(7_000_000 + person * 9_173)]
                table.add(id: "\(person)-\(copy)", cells, isRight: false)
            }
        }
        return table
    }

    @Test func `what a person has told apart is no pair and never one cluster`() throws {
        #expect(Linkage(try table()).pairs.contains { $0.one == 0 && $0.other == 1 })
        var labels = LinkageLabels()
        labels.decide(1, 0, isSame: false)
        let linkage = Linkage(try table(), labels: labels)
        #expect(!linkage.pairs.contains { $0.one == 0 && $0.other == 1 })
        let clusters = linkage.clusters(of: 120, threshold: 0.95, labels: labels)
        #expect(clusters[0] != clusters[1])
        #expect(clusters[2] == clusters[3])
    }

    @Test func `records told apart stay apart though a third is like both`() throws {
        var labels = LinkageLabels()
        labels.decide(0, 2, isSame: true)
        labels.decide(1, 2, isSame: false)
        let linkage = Linkage(try table(), labels: labels)
        let clusters = linkage.clusters(of: 120, threshold: 0.95, labels: labels)
        #expect(clusters[1] != clusters[2])
        #expect(linkage.pairs.first.map { [$0.one, $0.other] } == [0, 2])
        #expect(linkage.pairs.first?.weight == Linkage.decidedBits)
    }

    @Test func `where one of two likely partners is told apart the other is left`() throws {
        func linked(_ labels: LinkageLabels) throws -> [Linkage.Pair] {
            let table = LinkageTable(try LinkageSpec("name:name date:born code:code"), isOneTable: false)
            func cells(_ person: Int) -> [String] {
                [
                    "NAMA REKAAN\(person * 37)", "19\(60 + person % 40)-0\(1 + person % 9)-1\(person % 8)",
                    String(7_000_000 + person * 9_173),
                ]
            }
            for person in 0..<80 { table.add(id: "L\(person)", cells(person), isRight: false) }
            for person in 0..<80 { table.add(id: "R\(person)", cells(person), isRight: true) }
            table.add(id: "R0-2", cells(0), isRight: true)
            return Linkage(table, threshold: 0.01, labels: labels).pairs.filter { $0.one == 0 }
        }
        let before = try #require(try linked(LinkageLabels()).first { $0.other == 160 })
        #expect(before.probability < 0.6)
        var labels = LinkageLabels()
        labels.decide(0, 80, isSame: false)
        let after = try linked(labels)
        #expect(after.map(\.other) == [160])
        #expect(after.allSatisfy { $0.probability > 0.95 })
    }
}

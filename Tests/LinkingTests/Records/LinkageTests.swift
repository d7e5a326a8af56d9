import Foundation
import Linking
import Testing

/// Numbers from a seed (SplitMix64).
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite struct LinkageTests {
    private static let spec = "name:name date:born code:number place:village"

    private static let firsts = [
        "SITI", "DEWI", "BUDI", "AGUS", "SRI", "NUR", "RATNA", "JOKO", "WAYAN", "LUH", "ASEP", "TINI",
    ]
    private static let seconds = [
        "AMINAH", "LESTARI", "SANTOSO", "WIBOWO", "PERTIWI", "HASANAH", "SUKARTI", "HIDAYAT", "SUPRIYADI",
        "YULIANTI",
        "RAHMAWATI", "SETIAWAN", "ASTUTI", "KURNIAWAN", "HARYANTO", "MULYANI",
    ]
    private static let villages = (0..<60).map { "DESA REKAAN \($0)" }

    /// Invented people as two offices have them: the second with slips of the keyboard, and a fifth of the left with nobody to
    /// the right.
    private func table(_ count: Int = 800) throws -> LinkageTable {
        var numbers = Numbers(state: 5)
        let table = LinkageTable(try LinkageSpec(Self.spec), isOneTable: false)
        var people: [[String]] = []
        for person in 0..<count {
            let name =
                (Self.firsts.randomElement(using: &numbers) ?? "") + " "
                + (Self.seconds.randomElement(using: &numbers) ?? "")
            let year = Int.random(in: 1970...2004, using: &numbers)
            let born =
                "\(year)-\(10 + Int.random(in: 0...2, using: &numbers))-\(10 + Int.random(in: 0...18, using: &numbers))"
            let village = Self.villages.randomElement(using: &numbers) ?? ""
            people.append([name, born, String(350_000_000 + person * 7_919), village])
            table.add(id: "L\(person)", people[person], isRight: false)
        }
        for person in 0..<count where person % 5 != 0 {
            table.add(id: "R\(person)", slipped(people[person], &numbers), isRight: true)
        }
        return table
    }

    private func slipped(_ cells: [String], _ numbers: inout Numbers) -> [String] {
        var cells = cells
        let place = Int.random(in: 0...4, using: &numbers)
        switch place {
        case 0: cells[0] = cells[0].replacing("U", with: "OE")
        case 1: cells[1] = ""
        case 2: cells[2] = String(cells[2].dropLast())
        case 3: cells[3] = Self.villages.randomElement(using: &numbers) ?? ""
        default: cells[0] = cells[0].split(separator: " ").reversed().joined(separator: " ")
        }
        return cells
    }

    private func id(_ record: Int, _ table: LinkageTable) -> String {
        String(decoding: table.id(record), as: UTF8.self)
    }

    /// Found, wrong and missed pairs at a probability.
    private func counts(_ pairs: [Linkage.Pair], _ table: LinkageTable, at threshold: Double) -> (
        right: Int, wrong: Int
    ) {
        var (right, wrong) = (0, 0)
        for pair in pairs where pair.probability >= threshold {
            if id(pair.one, table).dropFirst() == id(pair.other, table).dropFirst() {
                right += 1
            } else {
                wrong += 1
            }
        }
        return (right, wrong)
    }

    @Test func `people are found again through slips, without labels`() throws {
        let table = try table()
        let linkage = Linkage(table)
        let (right, wrong) = counts(linkage.pairs, table, at: 0.5)
        #expect(right >= 632)
        #expect(wrong <= 2)
    }

    @Test func `the same tables give the same pairs`() throws {
        let table = try table(300)
        let (one, other) = (Linkage(table), Linkage(table))
        #expect(one.pairs.map(\.weight) == other.pairs.map(\.weight))
        #expect(one.pairs.map(\.one) == other.pairs.map(\.one))
    }

    @Test func `the bits of the comparisons and the prior are the weight, less what rivals take`() throws {
        let linkage = Linkage(try table(300), threshold: 0.01)
        let prior = log2(linkage.model.prior / (1 - linkage.model.prior))
        for pair in linkage.pairs {
            #expect(pair.weight - linkage.bits(of: pair).reduce(0, +) <= prior + 1e-9)
        }
    }

    @Test func `in one table there are no rivals: the bits and the prior are the weight`() throws {
        let linkage = Linkage(try doubledTable(), threshold: 0.01)
        let prior = log2(linkage.model.prior / (1 - linkage.model.prior))
        #expect(!linkage.pairs.isEmpty)
        for pair in linkage.pairs {
            #expect(abs(pair.weight - linkage.bits(of: pair).reduce(prior, +)) < 1e-9)
        }
    }

    @Test func `pairs fall in weight, and each record has one partner where asked`() throws {
        let linkage = Linkage(try table(300), threshold: 0.01)
        #expect(zip(linkage.pairs, linkage.pairs.dropFirst()).allSatisfy { $0.weight >= $1.weight })
        let partners = linkage.oneToOne.flatMap { [$0.one, $0.other] }
        #expect(Set(partners).count == partners.count)
    }

    /// One table of which every third person stands there twice.
    private func doubledTable() throws -> LinkageTable {
        var numbers = Numbers(state: 9)
        let table = LinkageTable(try LinkageSpec(Self.spec), isOneTable: true)
        for person in 0..<300 {
            let cells = [
                (Self.firsts.randomElement(using: &numbers) ?? "") + " "
                    + (Self.seconds.randomElement(using: &numbers) ?? ""),
                "\(Int.random(in: 1970...2004, using: &numbers))-0\(1 + person % 9)-1\(person % 10)",
                String(900_000_000 + person * 104_729),
                Self.villages.randomElement(using: &numbers) ?? "",
            ]
            for copy in 0..<(person % 3 == 0 ? 2 : 1) {
                table.add(id: "\(person)-\(copy)", cells, isRight: false)
            }
        }
        return table
    }

    @Test func `duplicates of one table are one cluster, named by the first`() throws {
        let table = try doubledTable()
        let linkage = Linkage(table)
        let clusters = linkage.clusters(of: table.count, threshold: 0.95)
        for (place, first) in clusters.enumerated() {
            let person = id(place, table).split(separator: "-")[0]
            #expect(id(first, table) == "\(person)-0")
        }
    }

    @Test func `a value that thousands share is told and left to other keys`() throws {
        let table = LinkageTable(
            try LinkageSpec("name:name code:phone date:born place:village"),
            isOneTable: false
        )
        for person in 0..<600 {
            let cells = [
                "\(Self.firsts[person % 12]) NOMOR\(person)", "0800000000", "1980-07-01",
                Self.villages[person * 7 % 60],
            ]
            table.add(id: "L\(person)", cells, isRight: false)
        }
        for person in 0..<600 {
            let cells = [
                "\(Self.firsts[person % 12]) NOMOR\(person)", "0800000000", "1980-07-01",
                Self.villages[person * 7 % 60],
            ]
            table.add(id: "R\(person)", cells, isRight: true)
        }
        let linkage = Linkage(table)
        #expect(table.crowds.map(\.field.label) == ["code:phone", "date:born"])
        #expect(table.crowds.map(\.most) == [1200, 1200])
        #expect(linkage.comparedPairs < 600 * 600 / 4)
        #expect(counts(linkage.pairs, table, at: 0.5).right >= 590)
    }

    @Test func `two tables that have people twice are linked as well as those that have each once`() throws {
        var numbers = Numbers(state: 12)
        let table = LinkageTable(try LinkageSpec(Self.spec), isOneTable: false)
        var people: [[String]] = []
        for person in 0..<400 {
            let name =
                (Self.firsts.randomElement(using: &numbers) ?? "") + " "
                + (Self.seconds.randomElement(using: &numbers) ?? "")
            let year = Int.random(in: 1970...2004, using: &numbers)
            let born = "\(year)-1\(person % 3)-\(Int.random(in: 10...28, using: &numbers))"
            let village = Self.villages.randomElement(using: &numbers) ?? ""
            people.append([name, born, String(100_000_000 + person * 611_953), village])
        }
        for isRight in [false, true] {
            for (person, cells) in people.enumerated() {
                for copy in 0..<(person % 2 + 1) {
                    table.add(id: "\(isRight)-\(copy)-\(person)", slipped(cells, &numbers), isRight: isRight)
                }
            }
        }
        func person(_ record: Int) -> Substring? { id(record, table).split(separator: "-").last }
        let linked = Linkage(table).pairs.filter { $0.probability >= 0.95 }
        // 200 people stand once and 200 twice in each table.
        #expect(linked.count { person($0.one) == person($0.other) } >= 930)
        #expect(linked.count { person($0.one) != person($0.other) } <= 30)
    }

    @Test func `empty tables and empty cells link nobody`() throws {
        #expect(Linkage(LinkageTable(try LinkageSpec(Self.spec), isOneTable: false)).pairs.isEmpty)
        let table = LinkageTable(try LinkageSpec(Self.spec), isOneTable: false)
        for person in 0..<20 {
            table.add(id: "L\(person)", ["", "", "", ""], isRight: false)
        }
        for person in 0..<20 { table.add(id: "R\(person)", ["", "", "", ""], isRight: true) }
        #expect(Linkage(table).pairs.isEmpty)
    }
}

@Suite struct LinkageSpecTests {
    @Test func `columns may be several, differ by side and stand in quotes`() throws {
        let spec = try LinkageSpec(#"name:given,surname=nama date:"tanggal lahir" code:nik"#)
        #expect(spec.fields.map(\.kind) == [.name, .date, .code])
        #expect(spec.fields[0].left == ["given", "surname"])
        #expect(spec.fields[0].right == ["nama"])
        #expect(spec.fields[1].left == ["tanggal lahir"])
        #expect(spec.fields[2].right == ["nik"])
        #expect(spec.fields[0].label == "name:given,surname")
    }

    @Test(arguments: ["", "nama:x", "name:", "name", "code:a=b=c", "code:a,,b"])
    func `what names no kind or no column is refused`(text: String) {
        #expect(throws: LinkageFault.self) { try LinkageSpec(text) }
    }
}

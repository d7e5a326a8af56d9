import Foundation
import Intake
import Linking
import Operations
import Vocabulary

extension TableHeader {
    /// Where a column stands.
    ///
    /// - Throws: `UsageProblem` where the file has none of that name.
    func place(of column: String, in path: String) throws -> Int {
        guard let place = names.firstIndex(of: column) else {
            throw UsageProblem(sentence: "\(path) has no column '\(column)'.")
        }
        return place
    }
}

/// A table beside the records, read row by row.
enum LinkSideFile {
    /// Calls for each row with the cells of some columns.
    ///
    /// - Throws: `UsageProblem` where a column is missing; `OperationFault.unreadable`; what the closure throws.
    static func read(_ path: String, columns: [String], _ take: ([String], _ line: Int) throws -> Void) throws
    {
        var reader = TableReader()
        var places: [Int] = []
        try FoundFile(named: path).forEachPiece { piece, isLast in
            try reader.feed(piece, isLast: isLast) { event in
                switch event {
                case .header(let header):
                    places = try columns.map { try header.place(of: $0, in: path) }
                case .row(let row): try take(places.map { $0 < row.count ? row[$0].text : "" }, row.line)
                case .diagnostic(let diagnostic): Console.say(Diagnostics.line(diagnostic, source: path))
                }
            }
        }
    }

    /// The places of some records by side and identifier.
    static func places(_ table: LinkageTable) -> (_ isRight: Bool, _ id: String) -> Int? {
        var known: [[String: Int]] = [[:], [:]]
        for record in 0..<table.count {
            let side = record < table.leftCount ? 0 : 1
            let id = String(decoding: table.id(record), as: UTF8.self)
            if known[side][id] == nil { known[side][id] = record }
        }
        return { known[$0 ? 1 : 0][$1] }
    }
}

/// What people have decided: `left`, `right`, `same`.
enum LinkLabels {
    /// Reads decisions on records of a table; those on records that are not in it are told.
    ///
    /// - Throws: `UsageProblem` where a cell is neither yes nor no.
    static func read(_ path: String, _ table: LinkageTable) throws -> LinkageLabels {
        let place = LinkSideFile.places(table)
        var (labels, unknown) = (LinkageLabels(), 0)
        try LinkSideFile.read(path, columns: ["left", "right", "same"]) { cells, line in
            guard cells[2] == "yes" || cells[2] == "no" else {
                throw UsageProblem(sentence: "\(path):\(line): same: write yes or no.")
            }
            guard let one = place(false, cells[0]), let other = place(!table.isOneTable, cells[1]),
                one != other
            else {
                unknown += 1
                return
            }
            labels.decide(one, other, isSame: cells[2] == "yes")
        }
        if unknown > 0 {
            Console.say("\(path): \(unknown) decisions are on records that are not in these tables.")
        }
        return labels
    }
}

/// The names that clusters had before.
struct LinkNames {
    var names: [Int: String] = [:]
    /// The names, the oldest first.
    var age: [String] = []

    /// Reads clusters of before: `source`, `id`, `cluster`.
    ///
    /// - Throws: As `LinkSideFile.read`.
    static func read(_ path: String, _ table: LinkageTable) throws -> LinkNames {
        let place = LinkSideFile.places(table)
        var known = LinkNames()
        try LinkSideFile.read(path, columns: ["source", "id", "cluster"]) { cells, _ in
            known.age.append(cells[2])
            if let record = place(cells[0] == "right", cells[1]) { known.names[record] = cells[2] }
        }
        return known
    }
}

import Foundation
import Synthetic
import Vocabulary

/// The nation that several tests look at, invented once, and its files put together.
enum InventedNation {
    static let day = Day(number: 20_513)
    static let people = 5000

    /// The reference tables of the project; of the long ones some lines only, which keeps the tests short.
    static let tables: [String: [UInt8]] = {
        var tables: [String: [UInt8]] = [:]
        for name in SyntheticSources.fileNames { tables[name] = try? reference(name) }
        for (name, step) in [("regions_villages.csv", 100), ("name_words.csv", 12)] {
            let lines = (tables[name] ?? []).split(separator: 0x0A).enumerated().filter {
                $0.offset % step == 0
            }
            tables[name] = Array(lines.map(\.element).joined(separator: [0x0A])) + [0x0A]
        }
        return tables
    }()

    /// A whole file of `Reference/`.
    static func reference(_ name: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Array(try Data(contentsOf: root.appending(path: "Reference/" + name)))
    }

    static let files: [(path: String, bytes: [UInt8])] = {
        guard let sources = try? SyntheticSources(files: tables) else { return [] }
        return gathered(Nation(seed: 7, people: people, day: day, sources: sources))
    }()

    /// A nation's files whole, in the order in which their paths first appear.
    static func gathered(_ nation: Nation) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        var positions: [String: Int] = [:]
        for piece in nation.files() {
            if let position = positions[piece.path] {
                files[position].bytes += piece.bytes
            } else {
                positions[piece.path] = files.count
                files.append((piece.path, piece.bytes))
            }
        }
        return files
    }

    /// The rows of one of the tables, header first; no cell of them holds a comma.
    static func rows(_ path: String) -> [[String]] {
        let bytes = files.first { $0.path == path }?.bytes ?? []
        return bytes.split(separator: 0x0A).map { line in
            line.split(separator: 0x2C, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// The rows of one of the tables by column.
    static func records(_ path: String) -> [[String: String]] {
        let rows = rows(path)
        guard let header = rows.first else { return [] }
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}

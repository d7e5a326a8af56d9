import Foundation
import Synthetic
import Vocabulary

/// A small nation whose tables the exchange's tests load: everybody in it is invented.
enum InventedNation {
    static let files: [String: String] = {
        guard let sources = try? SyntheticSources(files: tables), let day = Day("2026-03-01") else {
            return [:]
        }
        var files: [String: [UInt8]] = [:]
        for piece in Nation(seed: 11, people: 1500, day: day, sources: sources).files() {
            files[piece.path, default: []] += piece.bytes
        }
        return files.mapValues { String(decoding: $0, as: UTF8.self) }
    }()

    /// The rows of a table by column; no cell of them holds a comma.
    static func rows(_ path: String) -> [[String: String]] {
        let lines = (files[path] ?? "").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
    }

    private static let tables: [String: [UInt8]] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        var tables: [String: [UInt8]] = [:]
        for name in SyntheticSources.fileNames {
            let whole = (try? Data(contentsOf: root.appending(path: "Reference/" + name))).map { [UInt8]($0) }
            let step = ["regions_villages.csv": 100, "name_words.csv": 12][name] ?? 1
            let lines = (whole ?? []).split(separator: 0x0A).enumerated().filter { $0.offset % step == 0 }
            tables[name] = Array(lines.map(\.element).joined(separator: [0x0A])) + [0x0A]
        }
        return tables
    }()
}

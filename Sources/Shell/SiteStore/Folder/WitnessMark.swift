import Foundation
import Ledger
import Operations
import Synchronization

/// The newest checkpoint of each log that a cosignature was answered for, beside the database (`witness.mark`).
///
/// A database that was put back from somewhere has forgotten cosignatures; its witness must not sign then. The mark is
/// written after the database and before the answer, so what it says was certainly remembered.
/// - Shape: the text of a checkpoint for each log, one behind the other.
final class WitnessMark: Sendable {
    private let path: String
    private let folder: String
    private let marks: Mutex<[String: Checkpoint]>
    /// Why the file can't be read: then nothing is signed, and all else goes on.
    private let fault: SiteFault?

    private static let longest = 64 << 10

    /// Reads the file; without one, nothing was ever answered.
    init(_ folder: SiteFolder) {
        path = folder.witnessMark
        self.folder = folder.path
        do {
            marks = Mutex(try WitnessMark.read(path))
            fault = nil
        } catch {
            marks = Mutex([:])
            fault = error as? SiteFault ?? .damaged(finding: "\(path) can't be read; see docs/witness.md")
        }
    }

    private static func read(_ path: String) throws -> [String: Checkpoint] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        let text = String(decoding: try SecretFile.read(path, limit: longest), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        var marks: [String: Checkpoint] = [:]
        for place in stride(from: 0, to: lines.count, by: 3) {
            let part = lines[place..<min(place + 3, lines.count)].joined(separator: "\n") + "\n"
            let mark = try Checkpoint(text: part)
            marks[mark.origin] = mark
        }
        return marks
    }

    /// Refuses a memory that is older than what was answered.
    func check(_ memory: WitnessMemory?, of origin: String) throws {
        if let fault { throw fault }
        guard let mark = marks.withLock({ $0[origin] }) else { return }
        let size = memory?.checkpoint.size ?? 0
        guard size > mark.size || (size == mark.size && memory?.checkpoint.root == mark.root) else {
            throw SiteFault.damaged(
                finding: """
                    the witness of \(origin) has forgotten what it cosigned: it knows \(size) entries and has cosigned \
                    \(mark.size); see docs/witness.md
                    """
            )
        }
    }

    /// Notes a checkpoint whose cosignature is about to be answered; durable when it returns.
    func raise(to checkpoint: Checkpoint) throws {
        try marks.withLock { marks in
            guard checkpoint.size > marks[checkpoint.origin]?.size ?? 0 else { return }
            var next = marks
            next[checkpoint.origin] = checkpoint
            let text = next.values.sorted { $0.origin < $1.origin }.map(\.text).joined()
            try SecretFile.write([UInt8](text.utf8), to: path)
            try SiteFolder.flush(folder)
            marks = next
        }
    }
}

package import Ledger

/// What the verification of a site found.
package struct VerifyReport: Sendable, Equatable {
    /// Something that does not agree.
    package enum Finding: Sendable, Equatable {
        /// In the ledger itself.
        case ledger(LedgerFinding)
        /// A body stands without an entry.
        case strayBody(index: UInt64)
        /// A body stands though an entry says that it was erased.
        case notErased(index: UInt64)
        /// What waits for the shared ledger is not whole at a place below zero.
        case waiting(place: Int64)
        /// The stored root of a tile is not the one that the entries give.
        case tile(level: Int, index: UInt64)
        /// The entries are not those that the partner has cosigned, so many of them.
        case cosignedDiffers(size: UInt64)
        /// The views have not followed to the ledger's end.
        case viewsBehind(folded: UInt64)
        /// The stored head can't be read.
        case headUnreadable
        /// SQLite finds the file itself damaged.
        case file(String)
    }

    /// The number of entries that the head gives.
    package var size: UInt64
    /// The root derived from the entries; nil where entries are missing.
    package var root: [UInt8]?
    /// What does not agree, the first of it first; at most `mostFindings`.
    package var findings: [Finding]

    /// Whether all agrees.
    package var isSound: Bool { findings.isEmpty }

    /// So many findings are kept; a ledger with more needs its backup, not a longer list.
    package static let mostFindings = 20
}

extension VerifyReport.Finding: CustomStringConvertible {
    /// What is wrong and what to do.
    package var description: String {
        switch self {
        case .ledger(let finding): VerifyReport.Finding.description(of: finding)
        case .strayBody(let index): "a body stands at \(index) without an entry; " + restore
        case .notErased(let index): "the body of entry \(index) was erased and is there again; " + restore
        case .waiting(let place): "what waits for the shared ledger is not whole at \(place); " + restore
        case .tile(let level, let index):
            "the kept hash \(index) of level \(level) is not the entries'; run: kawal rebuild"
        case .cosignedDiffers(let size):
            "the first \(size) entries are not those that the partner has cosigned: altered or lost as a whole; "
                + restore
        case .viewsBehind(let folded): "the views end at \(folded); run: kawal rebuild"
        case .headUnreadable: "the stored head can't be read; " + restore
        case .file(let message): "the file is damaged (\(message)); " + restore
        }
    }

    private var restore: String { VerifyReport.Finding.restore }
    private static let restore = "restore the site from its backup"

    private static func description(of finding: LedgerFinding) -> String {
        switch finding {
        case .missing(let index): "entry \(index) is missing; " + restore
        case .surplus(let index): "entry \(index) stands behind the end of the ledger; " + restore
        case .malformed(let index, _): "entry \(index) is not in its canonical form; " + restore
        case .misplaced(let index, let says): "at \(index) stands entry \(says); " + restore
        case .bodyMissing(let index): "the body of entry \(index) is missing; " + restore
        case .bodyAltered(let index): "the body of entry \(index) was altered; " + restore
        case .rootDiffers(let stored, let derived):
            "the entries give the root \(derived), the head says \(stored): an entry was altered; " + restore
        }
    }
}

package import Foundation

/// `lookup.published/1`: a version of a sealed table, as its owner lets everybody hold it to (tabel tersegel diterbitkan).
///
/// Nothing of the table stands here but its root, so that nobody is served a table of his own.
package struct LookUpPublished: Sendable, Hashable, Codable {
    /// Who owns the table.
    package var party: String
    /// The table's name: `placements`.
    package var table: String
    /// The quarter of its key, counted from year 0.
    package var epoch: Int64
    /// The version, rising with each change.
    package var version: Int64
    /// The root over its rows.
    package var root: Data
    /// The owner's public key, compressed.
    package var key: Data
    /// The number of rows, dummies included.
    package var rows: Int64

    /// A version.
    package init(
        party: String,
        table: String,
        epoch: Int64,
        version: Int64,
        root: Data,
        key: Data,
        rows: Int64
    ) {
        self.party = party
        self.table = table
        self.epoch = epoch
        self.version = version
        self.root = root
        self.key = key
        self.rows = rows
    }
}

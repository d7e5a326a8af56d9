package import Vocabulary

/// What loading files came to.
package struct LoadReport: Sendable {
    /// Rows by kind of table.
    package var rows: [RecordKind: LoadCount] = [:]
    /// Lists received.
    package var lists: [ManifestReceived] = []
    /// Files that were left: the truth of an invented nation.
    package var skipped: [String] = []
    /// Rows, persons or files that were refused.
    package var refused = 0

    /// Nothing loaded yet.
    package init() {}
}

/// What happens while files are loaded.
package enum LoadStep: Sendable {
    /// A file is being read: bytes read of all files, bytes of all files.
    case read(file: String, bytes: Int, of: Int)
    /// Something was refused or repaired.
    case found(file: String, Diagnostic)
    /// A list was received.
    case received(file: String, Reception)
}

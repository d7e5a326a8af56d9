import Foundation
import Vocabulary

/// A file that its owner alone may read.
enum PrivateFile {
    /// Writes a file whole; one that stands there is replaced.
    ///
    /// - Throws: `UsageProblem` where it can't be written.
    static func write(_ bytes: [UInt8], at path: String) throws {
        let isWritten = FileManager.default.createFile(
            atPath: path,
            contents: Data(bytes),
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten else { throw UsageProblem(sentence: "\(path) can't be written.") }
    }

    /// Writes a table.
    ///
    /// - Throws: As the other.
    static func write(_ table: CSVText, at path: String) throws { try write(table.bytes, at: path) }
}

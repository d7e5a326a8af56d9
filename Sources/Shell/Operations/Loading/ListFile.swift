import Foundation
package import Intake
package import Vocabulary

/// Reads a file of travellers, whatever its form: messages, or a ferry's, bus's or land post's table.
package enum ListFile {
    /// What was understood of it, in the order of the file.
    package static func read(_ bytes: [UInt8], source: String, on day: Day) -> [MessageReading] {
        bytes.withUnsafeBufferPointer { bytes in
            let prefix = UnsafeBufferPointer(rebasing: bytes.prefix(FileKind.prefixBytes))
            if FileKind(prefix: prefix) == .manifest {
                return ManifestReader.read(bytes, source: source, on: day).map(MessageReading.list)
            }
            return MessageReader.read(bytes, source: source, on: day)
        }
    }

    /// Gives away what is understood of a file, message by message: its size costs no memory.
    ///
    /// - Throws: `OperationFault.unreadable`.
    package static func read(at path: String, on day: Day, take: (MessageReading) -> Void) throws {
        let file = try FoundFile(named: path)
        guard file.kind != .manifest else {
            for reading in read(try file.contents(), source: path, on: day) { take(reading) }
            return
        }
        var feed = MessageFeed(source: path, on: day)
        try file.forEachPiece { feed.feed($0, isLast: $1, take: take) }
    }
}

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
}

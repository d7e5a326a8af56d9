/// The lines of a machine-readable zone in what a reader typed, with or without line ends between them.
struct ZoneLines: Sendable, Hashable {
    /// The lines as read.
    let lines: [String]

    /// Splits what was typed; nil where it is no zone but a number.
    init?(_ typed: String) {
        let written = typed.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        guard written.count <= 1 else {
            guard written.count <= 3 else { return nil }
            lines = written
            return
        }
        let text = Array((written.first ?? "").utf8)
        guard text.count > 20 || text.contains(UInt8(ascii: "<")) else { return nil }
        let length: Int
        switch text.count {
        case 88: length = 44
        case 72: length = 36
        case 90: length = 30
        default: length = text.count
        }
        lines = stride(from: 0, to: text.count, by: length).map {
            String(decoding: text[$0..<min($0 + length, text.count)], as: UTF8.self)
        }
    }
}

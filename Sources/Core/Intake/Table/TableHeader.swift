import Vocabulary

/// The header of a table: its columns as they are called there.
public struct TableHeader: Sendable {
    /// The names as written, without quotation marks and outer blanks; `column_7` where nothing is written.
    public let names: [String]
    /// The byte that separates the cells.
    public let separator: UInt8
    let diagnostics: [Diagnostic]

    init(names: [String], separator: UInt8, diagnostics: [Diagnostic] = []) {
        self.names = names
        self.separator = separator
        self.diagnostics = diagnostics
    }

    /// What the start of a file holds.
    enum Reading {
        /// A header; the first row begins at `next`, after a number of lines.
        case header(TableHeader, next: Int, lines: Int)
        /// The header is not complete yet.
        case incomplete
        /// No header.
        case absent
    }

    /// Reads the header line at the start of a file, and sets the scanner's separator and line end.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        scanner: inout RowScanner,
        isLast: Bool
    ) -> Reading {
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lines = 0
        scanner.lineEnd = lineEnd(bytes, from: position)
        scanner.separator = separator(bytes, from: position, lineEnd: scanner.lineEnd)
        while position < bytes.count {
            switch scanner.scan(bytes, from: position, isLast: isLast) {
            case .incomplete: return .incomplete
            case .openQuote, .tooLong: return .absent
            case .row(let next, let endsWithLine):
                guard endsWithLine || isLast else { return .incomplete }
                let row = UnsafeBufferPointer(rebasing: bytes[position..<next])
                position = next
                lines += row.count(of: scanner.lineEnd)
                if let said = saidSeparator(row) {
                    scanner.separator = said
                } else if scanner.spans.contains(where: { $0.count > 0 }) {
                    return .header(make(row, &scanner, line: max(lines, 1)), next: next, lines: lines)
                }
            }
        }
        return isLast ? .absent : .incomplete
    }

    private static func make(
        _ row: UnsafeBufferPointer<UInt8>,
        _ scanner: inout RowScanner,
        line: Int
    ) -> TableHeader {
        let sound = ByteDamage(of: row).repair(row)
        var names: [String] = []
        sound.withUnsafeBufferPointer { sound in
            _ = scanner.scan(sound, from: 0, isLast: true)
            for (column, span) in scanner.spans.enumerated() {
                let cell = scanner.unquoted.withUnsafeBufferPointer { unquoted in
                    let source = span.isUnquoted ? unquoted : sound
                    return String(decoding: source[span.start..<(span.start + span.count)], as: UTF8.self)
                }
                names.append(cell.isEmpty ? "column_\(column + 1)" : cell)
            }
        }
        var diagnostics: [Diagnostic] = []
        if names.count > scanner.limits.columns {
            diagnostics.append(
                DiagnosticCode.tooManyColumns.found(
                    "\(names.count) columns",
                    expected: "at most \(scanner.limits.columns)",
                    at: line
                )
            )
        }
        return TableHeader(names: names, separator: scanner.separator, diagnostics: diagnostics)
    }

    /// Whether a file is UTF-16: by its byte order mark, or by every second byte being zero.
    static func isUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(64))
        return head.count >= 8 && head.count(of: 0) * 5 >= head.count * 2
    }

    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
        bytes[start...].contains(0x0A) || !bytes[start...].contains(0x0D) ? 0x0A : 0x0D
    }

    /// The separator that stands most often in the first line, outside quotation marks; a comma in doubt.
    private static func separator(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        lineEnd: UInt8
    ) -> UInt8 {
        var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
        var isQuoted = false
        for byte in bytes[start...] {
            if byte == 0x22 { isQuoted.toggle() }
            if byte == lineEnd, !isQuoted, counts.values.contains(where: { $0 > 0 }) { break }
            if !isQuoted, let count = counts[byte] { counts[byte] = count + 1 }
        }
        let best: UInt8 = counts[0x3B, default: 0] > counts[0x09, default: 0] ? 0x3B : 0x09
        return counts[best, default: 0] > counts[0x2C, default: 0] ? best : 0x2C
    }

    /// The separator that spreadsheets announce in a line of its own: `sep=;`.
    private static func saidSeparator(_ row: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard row.count >= 5, row.starts(with: [0x73, 0x65, 0x70, 0x3D]), row.count <= 7 else { return nil }
        return row[4]
    }
}

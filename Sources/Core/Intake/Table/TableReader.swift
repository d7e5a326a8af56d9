public import Vocabulary

/// Reads a table of text in chunks: CSV by RFC 4180, with the separators and the damage that offices' exports have.
///
/// Memory does not grow with the file: a chunk's rows are given out in place, only the row cut by the chunk's end is kept.
/// - Shape: UTF-8 with or without a byte order mark, LF, CRLF or CR; comma, semicolon or tab; a header line first.
public struct TableReader: Sendable {
    /// What a reader gives out, in the order of the file.
    public enum Event {
        /// The header, once.
        case header(TableHeader)
        /// A row that is not blank.
        case row(TableRow)
        /// Something refused or repaired.
        case diagnostic(Diagnostic)
    }

    private enum Stage {
        case start
        case rows
        case over
    }

    private var stage = Stage.start
    private var scanner: RowScanner
    private var carry: [UInt8] = []
    private var line = 1
    private var isSkippingLine = false
    private var openQuotes = 0
    private var columns = 0

    /// A reader at the beginning of a file.
    public init(limits: TableLimits = TableLimits()) { scanner = RowScanner(limits: limits) }

    /// Takes the next bytes of the file and gives out what they complete.
    ///
    /// - Throws: What the closure throws.
    public mutating func feed(
        _ chunk: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        _ take: (Event) throws -> Void
    ) rethrows {
        if carry.isEmpty {
            let used = try read(chunk, isLast: isLast, take)
            carry.append(contentsOf: chunk[used...])
        } else {
            var whole: [UInt8] = []
            swap(&whole, &carry)
            whole.append(contentsOf: chunk)
            let used = try whole.withUnsafeBufferPointer { try read($0, isLast: isLast, take) }
            whole.removeFirst(used)
            carry = whole
        }
    }

    /// Reads all complete rows and returns how many bytes they took.
    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        _ take: (Event) throws -> Void
    ) rethrows -> Int {
        var position = 0
        if stage == .start {
            guard let start = try begin(bytes, isLast: isLast, take) else { return 0 }
            position = start
        }
        while position < bytes.count, stage != .over {
            if isSkippingLine {
                position = skipLine(bytes, from: position)
                continue
            }
            switch scanner.scan(bytes, from: position, isLast: isLast) {
            case .incomplete: return position
            case .openQuote:
                try take(
                    .diagnostic(
                        DiagnosticCode.openQuote.found(
                            "a quotation mark without its pair",
                            expected: "pairs of quotation marks",
                            at: line
                        )
                    )
                )
                openQuotes += 1
                if openQuotes >= scanner.limits.openQuotes { scanner.allowsLineEndsInTexts = false }
                isSkippingLine = true
            case .tooLong:
                let limit = scanner.limits.rowBytes
                try take(
                    .diagnostic(
                        DiagnosticCode.longRow.found(
                            "a row of more than \(limit) bytes",
                            expected: "at most \(limit) bytes",
                            at: line
                        )
                    )
                )
                isSkippingLine = true
            case .row(let next, let endsWithLine):
                let row = UnsafeBufferPointer(rebasing: bytes[position..<next])
                try give(row, in: bytes, isCutOff: !endsWithLine, take)
                line += row.count(of: scanner.lineEnd)
                position = next
            }
        }
        return stage == .over ? bytes.count : position
    }

    private mutating func skipLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let end = bytes[start...].firstIndex(of: scanner.lineEnd) else { return bytes.count }
        isSkippingLine = false
        line += 1
        return end + 1
    }

    /// Skips the byte order mark and reads the header; nil where more bytes are needed.
    private mutating func begin(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        _ take: (Event) throws -> Void
    ) rethrows -> Int? {
        let limit = scanner.limits.rowBytes
        guard isLast || bytes.count > limit || bytes.contains(0x0A) else { return nil }
        if TableHeader.isUTF16(bytes) {
            stage = .over
            try take(.diagnostic(DiagnosticCode.notUTF8Table.found("UTF-16", expected: "UTF-8", at: 1)))
            return bytes.count
        }
        switch TableHeader.read(bytes, scanner: &scanner, isLast: isLast || bytes.count > limit) {
        case .incomplete: return nil
        case .absent:
            stage = .over
            try take(.diagnostic(DiagnosticCode.emptyTable.found("no header", expected: "a header", at: 1)))
            return bytes.count
        case .header(let header, let next, let lines):
            stage = .rows
            line += lines
            columns = header.names.count
            for diagnostic in header.diagnostics { try take(.diagnostic(diagnostic)) }
            try take(.header(header))
            return next
        }
    }

    /// Checks a row, repairs it where its bytes are no UTF-8, and gives it out.
    private mutating func give(
        _ row: UnsafeBufferPointer<UInt8>,
        in bytes: UnsafeBufferPointer<UInt8>,
        isCutOff: Bool,
        _ take: (Event) throws -> Void
    ) rethrows {
        let damage = ByteDamage(of: row)
        guard damage.isRepairNeeded else {
            try giveSound(bytes, isCutOff: isCutOff, take)
            return
        }
        for code in damage.codes { try take(.diagnostic(damage.diagnostic(code, at: line))) }
        let repaired = damage.repair(row)
        try repaired.withUnsafeBufferPointer { repaired in
            _ = scanner.scan(repaired, from: 0, isLast: true)
            try giveSound(repaired, isCutOff: isCutOff, take)
        }
    }

    private mutating func giveSound(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isCutOff: Bool,
        _ take: (Event) throws -> Void
    ) rethrows {
        for column in scanner.emptyLongCells() {
            let limit = scanner.limits.cellBytes
            let diagnostic = DiagnosticCode.longCell.found(
                "a cell of more than \(limit) bytes in column \(column + 1)",
                expected: "at most \(limit) bytes",
                at: line
            )
            try take(.diagnostic(diagnostic))
        }
        try scanner.spans.withUnsafeBufferPointer { spans in
            try scanner.unquoted.withUnsafeBufferPointer { unquoted in
                let row = TableRow(
                    line: line,
                    isCutOff: isCutOff,
                    spans: spans,
                    bytes: bytes,
                    unquoted: unquoted
                )
                if row.isBlank { return }
                if let diagnostic = widthFault(row) { try take(.diagnostic(diagnostic)) }
                if !isRefused(row) { try take(.row(row)) }
            }
        }
    }

    private func isRefused(_ row: TableRow) -> Bool {
        (row.count > columns && (columns..<row.count).contains { !row[$0].isBlank })
            || (row.isCutOff && row.count < columns)
    }

    private func widthFault(_ row: TableRow) -> Diagnostic? {
        if row.count == columns { return nil }
        let code: DiagnosticCode
        if row.count > columns {
            guard isRefused(row) else { return nil }
            code = .extraCells
        } else {
            code = row.isCutOff ? .cutRow : .missingCells
        }
        return code.found("\(row.count) cells", expected: "\(columns) cells", at: row.line)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How often a byte occurs.
    func count(of byte: UInt8) -> Int {
        var count = 0
        for other in self where other == byte { count += 1 }
        return count
    }
}

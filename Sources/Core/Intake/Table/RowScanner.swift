/// Finds the cells of one row (RFC 4180): quotation marks, separators, line ends.
struct RowScanner {
    /// What was found from a position on.
    enum Outcome {
        /// The row ends somewhere in bytes that have not come yet.
        case incomplete
        /// A row that ends before `next`; its cells are in `spans`.
        case row(next: Int, endsWithLine: Bool)
        /// A quotation mark on the row's first line is never closed.
        case openQuote
        /// The row passes the limit.
        case tooLong
    }

    var separator: UInt8 = 0x2C
    /// What ends a line: LF, or CR in files that know no LF.
    var lineEnd: UInt8 = 0x0A
    var limits: TableLimits
    /// Whether quoted texts may go over several lines.
    var allowsLineEndsInTexts = true
    private(set) var spans: [CellSpan] = []
    private(set) var unquoted: [UInt8] = []

    init(limits: TableLimits) { self.limits = limits }

    /// Reads the row that begins at a position.
    ///
    /// - Shape: `isLast` says that no bytes come after these.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        spans.removeAll(keepingCapacity: true)
        unquoted.removeAll(keepingCapacity: true)
        let limit = min(bytes.count, start + limits.rowBytes)
        var position = start
        while true {
            var first = position
            while first < limit, bytes[first] == 0x20 { first += 1 }
            let next: Int?
            if first < limit, bytes[first] == 0x22 {
                switch quoted(bytes, from: first, limit: limit, isLast: isLast) {
                case .closed(let end): next = end
                case .literal: next = plain(bytes, from: position, limit: limit)
                case .open where limit < bytes.count || isLast: return .openQuote
                case .open: return .incomplete
                case .broken: return .openQuote
                }
            } else {
                next = plain(bytes, from: position, limit: limit)
            }
            guard let end = next else {
                if limit < bytes.count { return .tooLong }
                if !isLast { return .incomplete }
                plainToEnd(bytes, from: position)
                return .row(next: bytes.count, endsWithLine: false)
            }
            if end == bytes.count { return .row(next: end, endsWithLine: false) }
            if bytes[end] == lineEnd { return .row(next: end + 1, endsWithLine: true) }
            position = end + 1
        }
    }

    /// Adds an unquoted cell; its end is the place of the separator or line end, nil where none comes.
    private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
        var position = start
        let separator = separator
        let lineEnd = lineEnd
        while position < limit {
            let byte = bytes[position]
            if byte == separator || byte == lineEnd {
                add(bytes, start, position)
                return position
            }
            position += 1
        }
        return nil
    }

    private mutating func plainToEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        add(bytes, start, bytes.count)
    }

    private enum Quoted {
        /// The cell was added; its separator, line end or the end of the file stands at `end`.
        case closed(end: Int)
        /// Text goes on after the closing mark: the marks are part of the text.
        case literal
        /// No closing mark before the limit.
        case open
        /// The mark that seems to close it stands on another line and opens another text.
        case broken
    }

    private mutating func quoted(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        limit: Int,
        isLast: Bool
    ) -> Quoted {
        var position = start + 1
        var hasDoubled = false
        var spansLines = false
        while true {
            guard position < limit else { return .open }
            let byte = bytes[position]
            if byte == lineEnd {
                spansLines = true
                if !allowsLineEndsInTexts { return .broken }
            }
            guard byte == 0x22 else {
                position += 1
                continue
            }
            guard position + 1 < limit else {
                if position + 1 == bytes.count, isLast {
                    add(bytes, start + 1, position, hasDoubled: hasDoubled)
                    return .closed(end: bytes.count)
                }
                return .open
            }
            if bytes[position + 1] == 0x22 {
                hasDoubled = true
                position += 2
                continue
            }
            var end = position + 1
            while end < limit, bytes[end] == 0x20 || bytes[end] == 0x0D, bytes[end] != lineEnd { end += 1 }
            if end == limit {
                guard isLast, limit == bytes.count else { return .open }
            } else if bytes[end] != separator, bytes[end] != lineEnd {
                return spansLines ? .broken : .literal
            }
            add(bytes, start + 1, position, hasDoubled: hasDoubled)
            return .closed(end: end)
        }
    }

    private mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ from: Int,
        _ to: Int,
        hasDoubled: Bool = false
    ) {
        var start = from
        var end = to
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        guard hasDoubled else {
            spans.append(CellSpan(start: start, count: end - start))
            return
        }
        let begin = unquoted.count
        var position = start
        while position < end {
            unquoted.append(bytes[position])
            position += bytes[position] == 0x22 ? 2 : 1
        }
        spans.append(CellSpan(start: begin, count: unquoted.count - begin, isUnquoted: true))
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0D || byte == 0x0A || byte == 0x09
    }

    /// Counts the cells that are longer than a cell can be, and empties them.
    mutating func emptyLongCells() -> [Int] {
        var long: [Int] = []
        for column in spans.indices where spans[column].count > limits.cellBytes {
            spans[column].count = 0
            long.append(column)
        }
        return long
    }
}

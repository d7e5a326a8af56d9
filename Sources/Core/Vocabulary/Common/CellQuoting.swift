extension [UInt8] {
    /// Puts what was appended since `start` into quotes where RFC 4180 asks for them.
    public mutating func quoteCell(from start: Int) {
        var needsQuotes = false
        for byte in self[start...] where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D {
            needsQuotes = true
        }
        guard needsQuotes else { return }
        let cell = Array(self[start...])
        removeSubrange(start...)
        append(0x22)
        for byte in cell {
            if byte == 0x22 { append(0x22) }
            append(byte)
        }
        append(0x22)
    }
}

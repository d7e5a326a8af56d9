import Vocabulary

/// What is wrong with the bytes of a row, and the row made sound.
struct ByteDamage {
    private(set) var hasZeros = false
    private(set) var isBrokenUTF8 = false

    init(of row: UnsafeBufferPointer<UInt8>) {
        var all: UInt8 = 0
        var zeros: UInt8 = 0
        for byte in row {
            all |= byte
            zeros |= byte == 0 ? 1 : 0
        }
        hasZeros = zeros != 0
        isBrokenUTF8 = all >= 0x80 && UTF8Check.firstBreak(in: row, from: 0) != nil
    }

    var isRepairNeeded: Bool { hasZeros || isBrokenUTF8 }

    var codes: [DiagnosticCode] { (hasZeros ? [.zeroBytes] : []) + (isBrokenUTF8 ? [.latin1] : []) }

    func diagnostic(_ code: DiagnosticCode, at line: Int) -> Diagnostic {
        code.found(
            code == .zeroBytes ? "bytes of value zero" : "bytes that are no UTF-8",
            expected: "UTF-8",
            at: line
        )
    }

    /// The row without zero bytes, each byte that is no UTF-8 read as Latin-1.
    func repair(_ row: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var sound: [UInt8] = []
        sound.reserveCapacity(row.count + 16)
        var position = 0
        while position < row.count {
            let end = UTF8Check.firstBreak(in: row, from: position) ?? row.count
            for byte in row[position..<end] where byte != 0 { sound.append(byte) }
            if end < row.count {
                sound.append(0xC0 | row[end] >> 6)
                sound.append(0x80 | row[end] & 0x3F)
            }
            position = end + 1
        }
        return sound
    }
}

/// Whether bytes are UTF-8 (RFC 3629).
enum UTF8Check {
    /// The first byte that begins no well-formed character.
    static func firstBreak(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            let length = length(in: bytes, at: position)
            if length == 0 { return position }
            position += length
        }
        return nil
    }

    private static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let lead = bytes[position]
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: count = 2
        case 0xE0...0xEF:
            count = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            count = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return 0
        }
        guard position + count <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
        for next in (position + 2)..<max(position + count, position + 2) where bytes[next] & 0xC0 != 0x80 {
            return 0
        }
        return count
    }
}

/// The characters of one zone, made ready: capital letters, no blanks, its lines in one row.
struct ZoneText {
    /// All lines, one after the other.
    private(set) var characters: [UInt8] = []
    /// The length of each line.
    private(set) var lengths: [Int] = []
    /// Where the zone begins in the text it was found in.
    let offset: Int
    /// Whether fillers that the line had lost were added.
    private(set) var isPadded = false
    /// The first character that no zone has, as a place in `characters`.
    private(set) var strange: Int?

    var isSound: Bool { !isPadded && strange == nil }

    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        offset = start
        characters.reserveCapacity(96)
        var length = 0
        for position in start..<end {
            var byte = text[position]
            if byte == 0x0A || byte == 0x0D {
                if length > 0 { lengths.append(length) }
                length = 0
                continue
            }
            if byte == 0x20 || byte == 0x09 { continue }
            if byte >= 0x61, byte <= 0x7A { byte -= 0x20 }
            if !ZoneText.isZoneCharacter(byte), strange == nil { strange = characters.count }
            characters.append(byte)
            length += 1
        }
        if length > 0 { lengths.append(length) }
        split()
        pad()
    }

    /// What the lines look like, for a diagnostic.
    var form: String {
        if lengths.isEmpty { return "nothing" }
        let lines = lengths.prefix(4).map(String.init).joined(separator: ", ")
        return lengths.count == 1 ? "1 line of \(lines)" : "\(lengths.count) lines of \(lines)"
    }

    static func isZoneCharacter(_ byte: UInt8) -> Bool {
        byte == 0x3C || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
    }

    /// Finds the zones of a text that blank lines separate.
    static func zones(in text: UnsafeBufferPointer<UInt8>) -> [ZoneText] {
        var zones: [ZoneText] = []
        var start: Int?
        var lineStart = 0
        var isBlank = true
        func close(at end: Int) {
            if let begin = start { zones.append(ZoneText(text, from: begin, to: end)) }
            start = nil
        }
        for position in 0..<text.count {
            let byte = text[position]
            if byte == 0x0A || (byte == 0x0D && !(position + 1 < text.count && text[position + 1] == 0x0A)) {
                if isBlank { close(at: lineStart) }
                lineStart = position + 1
                isBlank = true
            } else if byte != 0x20, byte != 0x09, byte != 0x0D {
                if isBlank, start == nil { start = lineStart }
                isBlank = false
            }
        }
        close(at: text.count)
        return zones
    }

    /// Some readers give all lines as one.
    private mutating func split() {
        guard lengths.count == 1 else { return }
        switch lengths[0] {
        case 88: lengths = [44, 44]
        case 72: lengths = [36, 36]
        case 90: lengths = [30, 30, 30]
        default: break
        }
    }

    /// The line of names may have lost its last fillers on the way.
    private mutating func pad() {
        let names: Int
        let length: Int
        switch (lengths.count, lengths.last ?? 0) {
        case (2, 44), (2, 36): (names, length) = (0, lengths[1])
        case (3, 10..<30) where lengths[0] == 30 && lengths[1] == 30: (names, length) = (2, 30)
        default: return
        }
        let missing = length - lengths[names]
        guard missing > 0, missing <= length - 8 else { return }
        let end = names == 0 ? lengths[0] : characters.count
        characters.insert(contentsOf: repeatElement(0x3C, count: missing), at: end)
        lengths[names] = length
        isPadded = true
    }
}

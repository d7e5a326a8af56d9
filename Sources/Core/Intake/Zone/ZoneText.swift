/// The characters of one zone, made ready: capital letters, no blanks, its lines in one row.
///
/// - Shape: the row stands in storage that the caller lends; valid as long as that is.
struct ZoneText {
    /// How much storage a zone needs; what is longer is none, and only counted.
    static let capacity = 128

    private let storage: UnsafeMutableBufferPointer<UInt8>
    private var count = 0
    /// How many lines there are.
    private(set) var lineCount = 0
    /// The lengths of the first four of them.
    private var lengths: (Int, Int, Int, Int) = (0, 0, 0, 0)
    /// Where the zone begins in the text it was found in.
    let offset: Int
    /// Whether fillers that the line had lost were added.
    private(set) var isPadded = false
    /// Whether a character was met that no zone has.
    private(set) var hasStrange = false

    var isSound: Bool { !isPadded && !hasStrange }

    /// All lines, one after the other.
    var characters: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage.baseAddress, count: min(count, storage.count))
    }

    init(
        _ text: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>,
        into storage: UnsafeMutableBufferPointer<UInt8>
    ) {
        self.storage = storage
        offset = range.lowerBound
        var length = 0
        for position in range {
            var byte = text[position]
            if !ZoneText.isZoneCharacter(byte) {
                if byte == 0x0A || byte == 0x0D {
                    endLine(of: length)
                    length = 0
                    continue
                }
                if byte == 0x20 || byte == 0x09 { continue }
                if byte >= 0x61, byte <= 0x7A { byte -= 0x20 } else { hasStrange = true }
            }
            if count < storage.count { storage[count] = byte }
            count += 1
            length += 1
        }
        endLine(of: length)
        split()
        pad()
    }

    private mutating func endLine(of length: Int) {
        guard length > 0 else { return }
        switch lineCount {
        case 0: lengths.0 = length
        case 1: lengths.1 = length
        case 2: lengths.2 = length
        case 3: lengths.3 = length
        default: break
        }
        lineCount += 1
    }

    /// The length of the lines where a zone has so many and all are as long; nil otherwise.
    func length(ofEach lines: Int) -> Int? {
        guard lineCount == lines, count <= storage.count, lengths.0 == lengths.1,
            lines == 2 || lengths.1 == lengths.2
        else { return nil }
        return lengths.0
    }

    /// What the lines look like, for a diagnostic.
    var form: String {
        if lineCount == 0 { return "nothing" }
        let all = [lengths.0, lengths.1, lengths.2, lengths.3].prefix(lineCount)
        let lines = all.map(String.init).joined(separator: ", ")
        return lineCount == 1 ? "1 line of \(lines)" : "\(lineCount) lines of \(lines)"
    }

    @inline(__always)
    static func isZoneCharacter(_ byte: UInt8) -> Bool {
        byte &- 0x41 <= 25 || byte == 0x3C || byte &- 0x30 <= 9
    }

    /// Finds the zones of a text that blank lines separate.
    static func zones(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var zones: [Range<Int>] = []
        var start: Int?
        var lineStart = 0
        var isBlank = true
        func close(at end: Int) {
            if let begin = start { zones.append(begin..<end) }
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
        guard lineCount == 1 else { return }
        switch lengths.0 {
        case 88: (lengths, lineCount) = ((44, 44, 0, 0), 2)
        case 72: (lengths, lineCount) = ((36, 36, 0, 0), 2)
        case 90: (lengths, lineCount) = ((30, 30, 30, 0), 3)
        default: break
        }
    }

    /// The line of names may have lost its last fillers on the way.
    private mutating func pad() {
        if lineCount == 2, lengths.1 == 44 || lengths.1 == 36 {
            guard fill(lengths.1 - lengths.0, of: lengths.1, at: lengths.0) else { return }
            lengths.0 = lengths.1
        } else if lineCount == 3, lengths.0 == 30, lengths.1 == 30, lengths.2 >= 3 {
            guard fill(30 - lengths.2, of: 30, at: count) else { return }
            lengths.2 = 30
        }
    }

    /// Puts fillers at a place; false where none are missing, or a name has no room in what is left.
    private mutating func fill(_ missing: Int, of length: Int, at place: Int) -> Bool {
        guard missing > 0, missing <= length - 3, count + missing <= storage.count else { return false }
        for moved in stride(from: count - 1, through: place, by: -1) {
            storage[moved + missing] = storage[moved]
        }
        for filler in place..<(place + missing) { storage[filler] = 0x3C }
        count += missing
        isPadded = true
        return true
    }
}

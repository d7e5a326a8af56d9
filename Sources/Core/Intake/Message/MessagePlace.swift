public import Vocabulary

/// Where in a file the findings about it stand, so that a page can show them there.
public enum MessagePlace {
    /// A longer stretch is marked no further.
    private static let longest = 2048

    /// The segment, or the line of a table, that each finding is about; an empty range where it is about the whole file.
    public static func ranges(
        of diagnostics: [Diagnostic],
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        let prefix = UnsafeBufferPointer(rebasing: bytes.prefix(FileKind.prefixBytes))
        guard case .messages = FileKind(prefix: prefix) else {
            let lines = lineStarts(in: bytes)
            return diagnostics.map { line($0.at, lines, bytes) }
        }
        return diagnostics.map { segment(at: $0.at, in: bytes) }
    }

    /// From a segment's first letter to its terminator, or the line end where that comes first and a tag behind it.
    private static func segment(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        guard place >= 0, place < bytes.count else { return 0..<0 }
        let terminators = terminators(before: place, in: bytes)
        var end = place
        var isReleased = false
        while end < min(bytes.count, place + longest) {
            let byte = bytes[end]
            if !isReleased, terminators.contains(byte) { return place..<(end + 1) }
            isReleased = byte == 0x3F && !isReleased
            end += 1
        }
        return place..<end
    }

    /// What ends segments where a finding stands: the terminator of the interchange that begins before it.
    private static func terminators(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Set<UInt8> {
        var position = 0
        var terminator: UInt8 = 0x27
        while case .found(let start) = InterchangeStart.find(in: bytes, from: position, isLast: true),
            start.begin <= place
        {
            terminator = start.characters.terminator
            position = start.begin + 3
        }
        return [terminator]
    }

    private static func lineStarts(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        var starts = [0]
        for place in bytes.indices where bytes[place] == 0x0A { starts.append(place + 1) }
        return starts
    }

    private static func line(_ number: Int, _ starts: [Int], _ bytes: UnsafeBufferPointer<UInt8>) -> Range<
        Int
    > {
        guard number >= 1, number <= starts.count else { return 0..<0 }
        let end = number < starts.count ? starts[number] : bytes.count
        return starts[number - 1]..<min(end, starts[number - 1] + longest)
    }
}

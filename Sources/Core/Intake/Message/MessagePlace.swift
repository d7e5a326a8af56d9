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
        var starts = beginnings(in: bytes)[...]
        var characters = ServiceCharacters()
        var ranges = [Range<Int>](repeating: 0..<0, count: diagnostics.count)
        for number in diagnostics.indices.sorted(by: { diagnostics[$0].at < diagnostics[$1].at }) {
            let place = diagnostics[number].at
            while let start = starts.first, start.begin <= place {
                characters = start.characters
                starts.removeFirst()
            }
            ranges[number] = segment(at: place, in: bytes, characters)
        }
        return ranges
    }

    /// From a segment's first letter to its terminator.
    private static func segment(
        at place: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ characters: ServiceCharacters
    ) -> Range<Int> {
        guard place >= 0, place < bytes.count else { return 0..<0 }
        let end = min(bytes.count, place + longest)
        var isReleased = false
        for position in place..<end {
            if !isReleased, bytes[position] == characters.terminator { return place..<(position + 1) }
            isReleased = bytes[position] == characters.release && !isReleased
        }
        return place..<end
    }

    /// Where interchanges begin, in order.
    private static func beginnings(in bytes: UnsafeBufferPointer<UInt8>) -> [InterchangeStart] {
        var starts: [InterchangeStart] = []
        var position = 0
        while case .found(let start) = InterchangeStart.find(in: bytes, from: position, isLast: true) {
            // A message's own header may name no other separators than its interchange does.
            if start.characters != starts.last?.characters { starts.append(start) }
            position = start.position + 3
        }
        return starts
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

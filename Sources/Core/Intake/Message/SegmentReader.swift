import Vocabulary

/// Reads the segments of an interchange one by one, without making strings (ISO 9735).
///
/// Line ends, STX, ETX, FF and other control characters are noise wherever they stand, unless they are service characters:
/// mail and telegraph gateways wrap lines in the middle of data.
struct SegmentReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The service characters in use.
    let serviceCharacters: ServiceCharacters
    private var characters: ServiceCharacters { serviceCharacters }
    private let classes: [ByteClass]
    // Both lists keep their storage from segment to segment; the counts tell how much of it is in use.
    private var parts = [Part](repeating: Part(start: 0, count: 0), count: 256)
    private var partCount = 0
    private var firstParts = [Int](repeating: 0, count: 256)
    private var elementCount = 0
    private var copy: [UInt8] = []
    private var isCopied = false

    /// Where the next segment begins.
    private(set) var position: Int
    /// The first byte of the segment's tag in the file.
    private(set) var at = 0
    /// The three letters of the tag as one number; 0 where the segment has no tag.
    private(set) var tag: UInt32 = 0
    /// Whether the file ends before the segment does.
    private(set) var isCutOff = false
    /// Whether the segment was ended at a line end because its terminator is missing.
    private(set) var lacksTerminator = false
    /// Whether a byte beyond ASCII was met so far.
    private(set) var hasHighBytes = false

    private struct Part {
        var start: Int
        var count: Int
    }

    private enum ByteClass: UInt8 {
        case data, high, element, component, terminator, release, noise
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, start: InterchangeStart) {
        self.bytes = bytes
        let characters = start.characters
        serviceCharacters = characters
        position = start.position
        var classes = [ByteClass](repeating: .data, count: 256)
        for byte in 0..<0x20 { classes[byte] = .noise }
        for byte in 0x80...0xFF { classes[byte] = .high }
        if !characters.release.isLetterOrDigit, characters.release != 0x20 {
            classes[Int(characters.release)] = .release
        }
        classes[Int(characters.component)] = .component
        classes[Int(characters.element)] = .element
        classes[Int(characters.terminator)] = .terminator
        self.classes = classes
    }

    /// Goes to the next segment that is not blank; false at the end of the bytes.
    mutating func advance() -> Bool {
        while true {
            skipBlanks()
            guard position < bytes.count else { return false }
            at = position
            isCutOff = false
            lacksTerminator = false
            if !readInPlace() { readIntoCopy() }
            tag = packedTag
            if tag != 0 || (0..<partCount).contains(where: { parts[$0].count > 0 }) { return true }
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte <= 0x20, !characters.contains(byte) || byte == characters.terminator else { return }
            position += 1
        }
    }

    /// Reads a segment without noise or release characters where it stands; false where it has some.
    private mutating func readInPlace() -> Bool {
        isCopied = false
        let scan = classes.withUnsafeBufferPointer { classes in
            parts.withUnsafeMutableBufferPointer { parts in
                firstParts.withUnsafeMutableBufferPointer { firstParts in
                    InPlaceScan(bytes, from: position, classes, parts, firstParts)
                }
            }
        }
        guard let scan else { return false }
        partCount = scan.partCount
        elementCount = scan.elementCount
        if scan.sawHigh { hasHighBytes = true }
        isCutOff = !scan.isEnded && !characters.endsWithLines
        position = min(scan.end + 1, bytes.count)
        return true
    }

    /// One pass over a segment that needs no repair.
    private struct InPlaceScan {
        var partCount = 0
        var elementCount = 1
        var sawHigh = false
        var isEnded = false
        var end: Int

        init?(
            _ bytes: UnsafeBufferPointer<UInt8>,
            from position: Int,
            _ classes: UnsafeBufferPointer<ByteClass>,
            _ parts: UnsafeMutableBufferPointer<Part>,
            _ firstParts: UnsafeMutableBufferPointer<Int>
        ) {
            var start = position
            end = position
            firstParts[0] = 0
            while end < bytes.count {
                let kind = classes[Int(bytes[end])]
                if kind != .data {
                    if kind == .high {
                        sawHigh = true
                    } else {
                        // Segments with more parts than there is room for are read the slow way.
                        guard kind.rawValue <= ByteClass.terminator.rawValue, partCount + 1 < parts.count
                        else { return nil }
                        parts[partCount] = Part(start: start, count: end - start)
                        partCount += 1
                        start = end + 1
                        if kind == .element {
                            firstParts[elementCount] = partCount
                            elementCount += 1
                        } else if kind == .terminator {
                            isEnded = true
                            return
                        }
                    }
                }
                end += 1
            }
            parts[partCount] = Part(start: start, count: end - start)
            partCount += 1
        }
    }

    private mutating func add(_ start: Int, _ end: Int) {
        let part = Part(start: start, count: end - start)
        if partCount < parts.count { parts[partCount] = part } else { parts.append(part) }
        partCount += 1
    }

    private mutating func beginElement() {
        if elementCount < firstParts.count {
            firstParts[elementCount] = partCount
        } else {
            firstParts.append(partCount)
        }
        elementCount += 1
    }

    /// Reads a segment into a copy without noise, released characters as they are meant.
    private mutating func readIntoCopy() {
        partCount = 0
        elementCount = 0
        copy.removeAll(keepingCapacity: true)
        isCopied = true
        beginElement()
        var start = 0
        var place = position
        var isReleased = false
        func isEnd(_ place: Int) -> Bool { place >= bytes.count }
        while !isEnd(place) {
            let byte = bytes[place]
            let kind = classes[Int(byte)]
            if kind == .noise {
                place += 1
                if byte == 0x0A || byte == 0x0D, !copy.isEmpty, beginsSegment(at: place) {
                    lacksTerminator = true
                    break
                }
                continue
            }
            if kind == .high { hasHighBytes = true }
            if isReleased || kind == .data || kind == .high {
                copy.append(byte)
                isReleased = false
            } else if kind == .release {
                isReleased = true
            } else {
                add(start, copy.count)
                start = copy.count
                if kind == .terminator { break }
                if kind == .element { beginElement() }
            }
            place += 1
        }
        if isEnd(place) || lacksTerminator {
            add(start, copy.count)
            isCutOff = isEnd(place) && !characters.endsWithLines
        }
        position = lacksTerminator ? place : min(place + 1, bytes.count)
    }

    /// Whether a segment of a known kind begins here, after a line end that no terminator precedes.
    private func beginsSegment(at place: Int) -> Bool {
        guard !characters.endsWithLines, place + 3 < bytes.count, bytes[place + 3] == characters.element
        else {
            return false
        }
        return Tag.known.contains(Tag.pack(bytes[place], bytes[place + 1], bytes[place + 2]))
    }

    private var packedTag: UInt32 {
        guard partCount > 0, parts[0].count == 3 else { return 0 }
        let part = parts[0]
        return with(part) { Tag.pack($0[0], $0[1], $0[2]) }
    }

    private func with<Result>(_ part: Part, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if isCopied {
            return copy.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[part.start..<(part.start + part.count)]))
            }
        }
        return body(UnsafeBufferPointer(rebasing: bytes[part.start..<(part.start + part.count)]))
    }

    private func part(_ element: Int, _ component: Int) -> Part? {
        guard element < elementCount else { return nil }
        let index = firstParts[element] + component
        let end = element + 1 < elementCount ? firstParts[element + 1] : partCount
        guard index < end, parts[index].count > 0 else { return nil }
        return parts[index]
    }

    /// Looks at a component without its outer blanks; nil where nothing is written.
    func read<Result>(
        _ element: Int,
        _ component: Int = 0,
        _ body: (UnsafeBufferPointer<UInt8>) -> Result?
    ) -> Result? {
        guard let part = part(element, component) else { return nil }
        return with(part) { bytes in
            var start = 0
            var end = bytes.count
            while start < end, bytes[start] == 0x20 { start += 1 }
            while end > start, bytes[end - 1] == 0x20 { end -= 1 }
            return start == end ? nil : body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
    }

    /// A component as text, blanks inside it as one blank; nil where nothing is written.
    func text(_ element: Int, _ component: Int = 0) -> String? {
        read(element, component) { MessageText.string($0) }
    }

    /// A component as a whole number.
    func number(_ element: Int, _ component: Int = 0) -> Int? {
        read(element, component) { $0.count <= 9 ? $0.decimal(at: 0, count: $0.count) : nil }
    }

    /// A component of at most four characters packed into a number, to be compared with `Tag.pack`; 0 otherwise.
    func code(_ element: Int, _ component: Int = 0) -> UInt32 {
        read(element, component) { bytes in
            if bytes.count > 4 { return nil }
            var code: UInt32 = 0
            for byte in bytes { code = code << 8 | UInt32(byte) }
            return code
        } ?? 0
    }

    /// Whether a component is this word.
    func has(_ element: Int, _ component: Int = 0, _ word: StaticString) -> Bool {
        read(element, component) { bytes in
            guard bytes.count == word.utf8CodeUnitCount else { return false }
            for place in 0..<bytes.count where bytes[place] != word.utf8Start[place] { return false }
            return true
        } ?? false
    }

    /// How many components an element has.
    func count(of element: Int) -> Int {
        guard element < elementCount else { return 0 }
        let end = element + 1 < elementCount ? firstParts[element + 1] : partCount
        return end - firstParts[element]
    }
}

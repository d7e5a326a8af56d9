import Vocabulary

/// Reads the segments of an interchange one by one, without making strings (ISO 9735).
///
/// It looks at a window of the file; a segment that the window cuts is read again when more has come. Line ends, STX, ETX, FF
/// and other control characters are noise wherever they stand, unless they are service characters: mail and telegraph
/// gateways wrap lines in the middle of data.
struct SegmentReader: ~Copyable {
    /// What the next step found.
    enum Step {
        /// A segment.
        case segment
        /// The window ends before the segment does.
        case wantsMore
        /// Nothing but blanks is left of the file.
        case end
    }

    /// A longer stretch without a terminator is no segment: it is passed over in pieces of this size.
    ///
    /// - Units: bytes.
    static let longestSegment = 1 << 20

    private enum ByteClass: UInt8 {
        case data, high, element, component, terminator, release, noise
    }

    /// The service characters in use.
    private(set) var serviceCharacters = ServiceCharacters()
    /// What of the file is in sight.
    private(set) var window = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Where the window begins in the file.
    private var base = 0
    private var isLastWindow = true
    /// Where the next segment begins in the window.
    private(set) var position = 0
    /// Where the segment begins in the window.
    private(set) var start = 0

    /// The three letters of the tag as one number; 0 where the segment has no tag.
    private(set) var tag: UInt32 = 0
    /// Whether the file ends before the segment does.
    private(set) var isCutOff = false
    /// Whether the segment was ended at a line end because its terminator is missing.
    private(set) var lacksTerminator = false
    /// Whether a byte beyond ASCII was met so far.
    private(set) var hasHighBytes = false

    private let classes: UnsafeMutablePointer<ByteClass>
    /// Where each part ends, each beginning one byte behind the end before; the first of them is one before the segment.
    private var bounds: Growing<Int>
    /// The number of each element's first part.
    private var firstParts: Growing<Int>
    /// The segment without noise and release characters, where it has some.
    private var copy: Growing<UInt8>
    private var text: UnsafePointer<UInt8>?

    init() {
        classes = .allocate(capacity: 256)
        classes.initialize(repeating: .data, count: 256)
        bounds = Growing(capacity: 256)
        firstParts = Growing(capacity: 128)
        copy = Growing(capacity: 1024)
    }

    deinit { classes.deallocate() }

    /// The first byte of the segment's tag in the file.
    var at: Int { base + start }

    /// Where a place in the window is in the file.
    func base(of place: Int) -> Int { base + place }

    /// Begins an interchange with its own service characters.
    mutating func begin(_ characters: ServiceCharacters) {
        serviceCharacters = characters
        hasHighBytes = false
        for byte in 0..<256 { classes[byte] = byte < 0x20 ? .noise : byte < 0x80 ? .data : .high }
        if !characters.release.isLetterOrDigit, characters.release != 0x20 {
            classes[Int(characters.release)] = .release
        }
        classes[Int(characters.component)] = .component
        classes[Int(characters.element)] = .element
        classes[Int(characters.terminator)] = .terminator
    }

    /// Looks at a window of the file from a place in it.
    mutating func look(
        at window: UnsafeBufferPointer<UInt8>,
        from position: Int,
        base: Int,
        isLast: Bool
    ) {
        self.window = window
        self.position = position
        self.base = base
        isLastWindow = isLast
    }

    /// Goes to the next segment that is not blank.
    mutating func advance() -> Step {
        while true {
            skipBlanks()
            guard position < window.count else { return isLastWindow ? .end : .wantsMore }
            start = position
            isCutOff = false
            lacksTerminator = false
            if !readInPlace(), !readIntoCopy() { return .wantsMore }
            tag = packedTag
            if tag != 0 || bounds[bounds.count - 1] - bounds[0] > bounds.count - 1 { return .segment }
        }
    }

    private mutating func skipBlanks() {
        while position < window.count {
            let byte = window[position]
            guard byte <= 0x20, !serviceCharacters.contains(byte) || byte == serviceCharacters.terminator
            else { return }
            position += 1
        }
    }

    private var packedTag: UInt32 {
        guard bounds[1] - bounds[0] == 4, let text else { return 0 }
        let letters = text + (bounds[0] + 1)
        return Tag.pack(letters[0], letters[1], letters[2])
    }

    // MARK: Reading

    /// Reads a segment without noise or release characters where it stands; false where it has some, or isn't whole.
    private mutating func readInPlace() -> Bool {
        guard let bytes = window.baseAddress else { return false }
        let end = min(window.count, start + SegmentReader.longestSegment)
        bounds.count = 0
        firstParts.count = 0
        bounds.append(start - 1)
        firstParts.append(0)
        var place = start
        while place < end {
            let kind = classes[Int(bytes[place])]
            if kind != .data {
                if kind == .high {
                    hasHighBytes = true
                } else {
                    if kind.rawValue > ByteClass.terminator.rawValue { return false }
                    bounds.append(place)
                    if kind == .element {
                        firstParts.append(bounds.count - 1)
                    } else if kind == .terminator {
                        text = bytes
                        position = place + 1
                        return true
                    }
                }
            }
            place += 1
        }
        return false
    }

    /// Reads a segment into a copy without noise, released characters as they are meant; false where it isn't whole.
    private mutating func readIntoCopy() -> Bool {
        bounds.count = 0
        firstParts.count = 0
        copy.count = 0
        bounds.append(-1)
        firstParts.append(0)
        let end = min(window.count, start + SegmentReader.longestSegment)
        var place = start
        var isReleased = false
        var isEnded = false
        while place < end, !isEnded {
            let byte = window[place]
            let kind = classes[Int(byte)]
            place += 1
            if kind == .noise {
                guard byte == 0x0A || byte == 0x0D, copy.count > 0 else { continue }
                if !isLastWindow, place + 4 > window.count { return false }
                guard beginsSegment(at: place) else { continue }
                lacksTerminator = true
                dropTypographicTerminator()
                break
            }
            if kind == .high { hasHighBytes = true }
            if isReleased || kind == .data || kind == .high {
                copy.append(byte)
                isReleased = false
            } else if kind == .release {
                isReleased = true
            } else {
                bounds.append(copy.count)
                copy.append(byte)
                if kind == .element { firstParts.append(bounds.count - 1) }
                isEnded = kind == .terminator
            }
        }
        if !isEnded {
            let isOverlong = place - start >= SegmentReader.longestSegment
            if !lacksTerminator, !isOverlong, !isLastWindow { return false }
            bounds.append(copy.count)
            isCutOff = !lacksTerminator && !isOverlong && !serviceCharacters.endsWithLines
        }
        text = UnsafePointer(copy.storage)
        position = place
        return true
    }

    /// Whether a segment of a known kind begins here, after a line end that no terminator precedes.
    private func beginsSegment(at place: Int) -> Bool {
        guard !serviceCharacters.endsWithLines, place + 3 < window.count,
            window[place + 3] == serviceCharacters.element
                || window[place + 3] == serviceCharacters.terminator
        else { return false }
        return Tag.known.contains(Tag.pack(window[place], window[place + 1], window[place + 2]))
    }

    /// A word processor made a typographic apostrophe of the terminator: U+2019, or 0x92 in Windows-1252.
    private mutating func dropTypographicTerminator() {
        let count = copy.count
        if count >= 3, copy[count - 3] == 0xE2, copy[count - 2] == 0x80, copy[count - 1] == 0x99 {
            copy.count -= 3
        } else if count >= 1, copy[count - 1] == 0x92 {
            copy.count -= 1
        }
    }

    // MARK: Parts

    /// How many elements the segment has, its tag counted.
    var elementCount: Int { firstParts.count }

    /// How many components an element has.
    func count(of element: Int) -> Int {
        guard element < firstParts.count else { return 0 }
        let end = element + 1 < firstParts.count ? firstParts[element + 1] : bounds.count - 1
        return end - firstParts[element]
    }

    /// A component without its outer blanks; empty where nothing is written.
    ///
    /// - Shape: valid until the next segment is read.
    func bytes(_ element: Int, _ component: Int = 0) -> UnsafeBufferPointer<UInt8> {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        guard element < firstParts.count, let text else { return nothing }
        let part = firstParts[element] + component
        let end = element + 1 < firstParts.count ? firstParts[element + 1] : bounds.count - 1
        guard part < end else { return nothing }
        var first = bounds[part] + 1
        var last = bounds[part + 1]
        while first < last, text[first] == 0x20 { first += 1 }
        while last > first, text[last - 1] == 0x20 { last -= 1 }
        return UnsafeBufferPointer(start: text + first, count: last - first)
    }

    /// The components of an element from one on, with their separators, as sent.
    func rest(_ element: Int, from component: Int) -> UnsafeBufferPointer<UInt8> {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        guard element < firstParts.count, component < count(of: element), let text else { return nothing }
        let first = bounds[firstParts[element] + component] + 1
        let last = bounds[firstParts[element] + count(of: element)]
        return UnsafeBufferPointer(start: text + first, count: last - first)
    }

    /// A component as text, blanks inside it as one blank; nil where nothing is written.
    func text(_ element: Int, _ component: Int = 0) -> String? {
        let bytes = bytes(element, component)
        return bytes.isEmpty ? nil : MessageText.string(bytes)
    }

    /// A component as a whole number.
    func number(_ element: Int, _ component: Int = 0) -> Int? {
        let bytes = bytes(element, component)
        return bytes.count <= 9 ? bytes.decimal(at: 0, count: bytes.count) : nil
    }

    /// A component of at most four characters packed into a number, to be compared with `Tag.pack`; 0 otherwise.
    func code(_ element: Int, _ component: Int = 0) -> UInt32 { bytes(element, component).code }

    /// Whether a component is this word.
    func has(_ element: Int, _ component: Int = 0, _ word: StaticString) -> Bool {
        bytes(element, component).equals(word)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// At most four characters packed into a number, to be compared with `Tag.pack`; 0 otherwise.
    var code: UInt32 {
        if count > 4 { return 0 }
        var code: UInt32 = 0
        for byte in self { code = code << 8 | UInt32(byte) }
        return code
    }

    /// Whether these bytes are a word.
    func equals(_ word: StaticString) -> Bool { count == word.utf8CodeUnitCount && begins(with: word) }

    /// Whether these bytes begin with a word.
    func begins(with word: StaticString) -> Bool {
        guard count >= word.utf8CodeUnitCount else { return false }
        for place in 0..<word.utf8CodeUnitCount where self[place] != word.utf8Start[place] { return false }
        return true
    }
}

/// A list of plain values that keeps its storage from segment to segment, without reference counting.
struct Growing<Value: BitwiseCopyable>: ~Copyable {
    private(set) var storage: UnsafeMutablePointer<Value>
    private var capacity: Int
    /// How much of the storage is in use.
    var count = 0

    init(capacity: Int) {
        storage = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { storage.deallocate() }

    subscript(place: Int) -> Value { storage[place] }

    @inline(__always)
    mutating func append(_ value: Value) {
        if count == capacity { grow() }
        (storage + count).initialize(to: value)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Value>.allocate(capacity: capacity * 2)
        larger.update(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }
}

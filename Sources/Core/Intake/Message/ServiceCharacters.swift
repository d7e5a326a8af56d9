/// The characters that structure an interchange (ISO 9735 service string).
struct ServiceCharacters: Hashable {
    var component: UInt8 = 0x3A
    var element: UInt8 = 0x2B
    var release: UInt8 = 0x3F
    var terminator: UInt8 = 0x27

    /// Whether a byte has a task of its own and is no noise of the line.
    func contains(_ byte: UInt8) -> Bool {
        byte == component || byte == element || byte == release || byte == terminator
    }

    /// Whether lines are segments: then nothing can be wrapped.
    var endsWithLines: Bool { terminator == 0x0A || terminator == 0x0D }
}

/// Where an interchange or a bare message begins, and with which service characters.
struct InterchangeStart {
    /// The first byte of its first segment, after a service string advice.
    let position: Int
    /// The first byte, the service string advice included.
    let begin: Int
    let characters: ServiceCharacters
    /// Whether the characters in use are not those the service string advice names.
    let contradictsAdvice: Bool

    /// What a search comes to.
    enum Search {
        case found(InterchangeStart)
        /// Whether one begins at this place can only be told with more of the file.
        case undecided(at: Int)
        case nothing
    }

    /// Finds the first `UNA`, `UNB`, `UNG` or `UNH` that begins an interchange or a message.
    static func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Search {
        for position in min(start, bytes.count)..<bytes.count where bytes[position] == 0x55 {
            guard isLast || position + sightCount <= bytes.count else { return .undecided(at: position) }
            if let found = read(bytes, at: position) { return .found(found) }
        }
        return .nothing
    }

    /// Reads the start at the letter U of a position; nil where none stands there.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> InterchangeStart? {
        guard isPlausible(bytes, at: position) else { return nil }
        // Wraps may fall anywhere, even into the first segment: look at the text without them.
        let text = UnwrappedText(bytes, from: position, count: sightCount)
        if text.has("UNA", at: 0) { return readAdvice(text, at: position) }
        guard let characters = detect(text, from: 0) else { return nil }
        return InterchangeStart(
            position: position,
            begin: position,
            characters: characters,
            contradictsAdvice: false
        )
    }

    /// How far a beginning is looked at.
    static let sightCount = 512

    /// Whether `UNA`, `UNB`, `UNG` or `UNH` and a separator stand at a position: told without a copy, since any letter U
    /// of any file is asked.
    private static func isPlausible(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        var letters = 1
        var tag: UInt8 = 0
        for position in (start + 1)..<min(bytes.count, start + sightCount) where !bytes[position].isNoise {
            let byte = bytes[position]
            switch letters {
            case 1: guard byte == 0x4E else { return false }
            case 2:
                guard byte == 0x41 || byte == 0x42 || byte == 0x47 || byte == 0x48 else { return false }
                tag = byte
            case 3:
                guard !byte.isLetterOrDigit else { return false }
                if tag != 0x42 { return true }
            // UNB names a syntax of four letters: UNOA, IATA, SIRE.
            default:
                guard byte.isLetterOrDigit else { return false }
                if letters == 7 { return true }
            }
            letters += 1
        }
        return false
    }

    /// Reads `UNA:+.? '`; the blank may have been lost on the way.
    private static func readAdvice(_ text: UnwrappedText, at position: Int) -> InterchangeStart? {
        guard text.bytes.count > 12 else { return nil }
        for length in [9, 8] {
            var next = length
            while next < text.bytes.count, text.bytes[next] == 0x20 { next += 1 }
            guard text.has("UNB", at: next) || text.has("UNG", at: next) || text.has("UNH", at: next) else {
                continue
            }
            let said = ServiceCharacters(
                component: text.bytes[3],
                element: text.bytes[4],
                release: text.bytes[6],
                terminator: text.bytes[length - 1]
            )
            guard !said.component.isLetterOrDigit, !said.element.isLetterOrDigit else { continue }
            let detected = detect(text, from: next, release: said.release)
            let holds = detected == nil || detected == said
            return InterchangeStart(
                position: position + text.offset(of: next),
                begin: position,
                characters: holds ? said : detected ?? said,
                contradictsAdvice: !holds
            )
        }
        return nil
    }

    /// Finds the characters in use from the segment that begins at a position of the text.
    private static func detect(
        _ text: UnwrappedText,
        from start: Int,
        release: UInt8 = 0x3F
    ) -> ServiceCharacters? {
        let bytes = text.bytes
        guard start + 8 < bytes.count else { return nil }
        let element = bytes[start + 3]
        guard !element.isLetterOrDigit, element != 0x20, element < 0x80 else { return nil }
        var characters = ServiceCharacters(component: 0x3A, element: element, release: release)
        if element == 0x3A { characters.component = 0x2B }
        if let component = component(text, from: start + 4, element: element) {
            characters.component = component
        } else if text.has("UNH", at: start) {
            return nil
        }
        guard let terminator = terminator(text, from: start + 4, characters) else { return nil }
        characters.terminator = terminator
        return characters
    }

    /// The component separator: what follows the syntax identifier of UNB (`UNOA:4`) or the type of UNH (`PAXLST:D`).
    private static func component(_ text: UnwrappedText, from start: Int, element: UInt8) -> UInt8? {
        let bytes = text.bytes
        var position = start
        while position < min(bytes.count, start + 120) {
            let byte = bytes[position]
            if !byte.isLetterOrDigit, byte != element, byte != 0x20, byte != 0x2E, byte != 0x2D, byte != 0x2F,
                byte != 0x2A, byte != 0x5F, byte != 0x3F, position > start
            {
                return byte
            }
            position += 1
        }
        return nil
    }

    /// The terminator: what stands before the second service segment, or ends the line where nothing does.
    private static func terminator(
        _ text: UnwrappedText,
        from start: Int,
        _ characters: ServiceCharacters
    ) -> UInt8? {
        let bytes = text.bytes
        for position in start..<max(start, bytes.count - 3) {
            guard bytes[position + 3] == characters.element,
                InterchangeStart.secondTags.contains(where: { text.has($0, at: position) })
            else { continue }
            var before = position - 1
            var isNewLine = text.hasLineEnd(before: position)
            while before > start, bytes[before] == 0x20 {
                isNewLine = isNewLine || text.hasLineEnd(before: before)
                before -= 1
            }
            let byte = bytes[before]
            let isData =
                byte.isLetterOrDigit || byte == characters.element || byte == characters.component
                || byte == characters.release || byte >= 0x80 || ".,)-/".utf8.contains(byte)
            if isNewLine, isData { return text.lineEnd }
            if !isData { return byte }
        }
        return nil
    }

    private static let secondTags: [StaticString] = [
        "UNG", "UNH", "BGM", "MSG", "NAD", "RFF", "TDT", "UNT", "UNZ",
    ]
}

extension UInt8 {
    /// Whether the byte is a line end or another control character; FS, GS, RS and US are separators of syntax level B.
    fileprivate var isNoise: Bool { self < 0x1C }

    /// Whether the byte is a Latin letter or a digit.
    var isLetterOrDigit: Bool {
        (self >= 0x30 && self <= 0x39) || (self >= 0x41 && self <= 0x5A) || (self >= 0x61 && self <= 0x7A)
    }
}

/// A stretch of a message without line ends and control characters, with their places remembered.
struct UnwrappedText {
    private(set) var bytes: [UInt8] = []
    private var offsets: [Int32] = []
    private var lineEnds: [Bool] = []
    /// The line end of the text: LF where it has one.
    private(set) var lineEnd: UInt8 = 0x0D

    init(_ source: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) {
        bytes.reserveCapacity(count)
        offsets.reserveCapacity(count)
        lineEnds.reserveCapacity(count)
        var isAfterLineEnd = false
        for position in start..<min(source.count, start + count) {
            let byte = source[position]
            if !byte.isNoise {
                bytes.append(byte)
                offsets.append(Int32(position - start))
                lineEnds.append(isAfterLineEnd)
                isAfterLineEnd = false
            } else if byte == 0x0A || byte == 0x0D {
                isAfterLineEnd = true
                if byte == 0x0A { lineEnd = 0x0A }
            }
        }
    }

    func offset(of position: Int) -> Int { position < offsets.count ? Int(offsets[position]) : 0 }

    func hasLineEnd(before position: Int) -> Bool { position < lineEnds.count && lineEnds[position] }

    func has(_ word: StaticString, at position: Int) -> Bool {
        guard position >= 0, position + word.utf8CodeUnitCount <= bytes.count else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] {
            return false
        }
        return true
    }
}

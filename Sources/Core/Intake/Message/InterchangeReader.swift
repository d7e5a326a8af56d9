import Vocabulary

/// Goes through the interchanges of a file and hands each message to its reader.
struct InterchangeReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let source: String
    private let today: Day
    private var readings: [MessageReading] = []
    private var envelope = Envelope()
    // The open message is one of two; a list is big and must grow in place.
    private var openList: PassengerListBuilder?
    private var openOther: UnreadMessage?
    private var contradictsAdvice = false

    /// What the interchange says about all its messages.
    struct Envelope {
        var sender: String?
        var preparedOn: Day?
        /// Whether only ASCII letters are declared.
        var isPlainASCII = false
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, source: String, today: Day) {
        self.bytes = bytes
        self.source = source
        self.today = today
    }

    mutating func readAll() -> [MessageReading] {
        var position = 0
        while let start = InterchangeStart.find(in: bytes, from: position) {
            envelope = Envelope()
            contradictsAdvice = start.contradictsAdvice
            var segments = SegmentReader(bytes, start: start)
            position = max(readInterchange(&segments), start.begin + 3)
        }
        if readings.isEmpty {
            var nothing = UnreadMessage(source: source)
            let found = bytes.isEmpty ? "an empty file" : "no UNB or UNH segment"
            nothing.diagnostics = [DiagnosticCode.noMessage.found(found, expected: "UNB or UNH", at: 0)]
            readings.append(.unread(nothing))
        }
        return readings
    }

    /// Reads to the end of an interchange and returns where to look for the next one.
    private mutating func readInterchange(_ segments: inout SegmentReader) -> Int {
        while segments.advance() {
            if beginsOtherInterchange(segments) {
                close(at: segments.at, isCutOff: false)
                return segments.at
            }
            if segments.isCutOff, segments.tag != Tag.unt, segments.tag != Tag.une, segments.tag != Tag.unz {
                // Mail footers are no segments: only a message that is still open has lost something.
                close(at: segments.at, isCutOff: Tag.known.contains(segments.tag))
                return bytes.count
            }
            switch segments.tag {
            case Tag.unb:
                close(at: segments.at, isCutOff: false)
                readEnvelope(segments)
            case Tag.ung: readGroup(segments)
            case Tag.unh:
                close(at: segments.at, isCutOff: false)
                open(segments)
            case Tag.unt:
                endMessage(segments)
            case Tag.une: continue
            case Tag.unz:
                close(at: segments.at, isCutOff: false)
                return segments.position
            default: openList?.take(segments)
            }
        }
        close(at: bytes.count, isCutOff: false)
        return bytes.count
    }

    /// Whether an interchange with service characters of its own begins at the segment, the last one having no UNZ.
    private func beginsOtherInterchange(_ segments: borrowing SegmentReader) -> Bool {
        guard segments.tag == 0 || segments.tag == Tag.una || segments.tag == Tag.unb,
            bytes[segments.at] == 0x55, let other = InterchangeStart.read(bytes, at: segments.at)
        else { return false }
        return segments.tag != Tag.unb || other.characters != segments.serviceCharacters
    }

    private mutating func readEnvelope(_ segments: borrowing SegmentReader) {
        envelope.sender = segments.text(2)
        envelope.isPlainASCII = segments.has(1, 0, "UNOA") || segments.has(1, 0, "UNOB")
        envelope.preparedOn = segments.read(4) { MessageDate.day($0, .nearest(to: today)) }
    }

    private mutating func readGroup(_ segments: borrowing SegmentReader) {
        envelope.sender = envelope.sender ?? segments.text(2)
        envelope.preparedOn =
            envelope.preparedOn ?? segments.read(4) { MessageDate.day($0, .nearest(to: today)) }
    }

    private mutating func open(_ segments: borrowing SegmentReader) {
        let type = segments.text(2)
        let parts = [segments.text(2, 1), segments.text(2, 2)].compactMap(\.self)
        let version = parts.isEmpty ? nil : parts.joined(separator: ":")
        let reference = segments.text(3) ?? segments.text(1)
        var advice: [Diagnostic] = []
        if contradictsAdvice {
            advice = [
                DiagnosticCode.advice.found("other separators", expected: "those of UNA", at: segments.at)
            ]
            contradictsAdvice = false
        }
        guard type == "PAXLST" else {
            var unread = UnreadMessage(source: source, message: type ?? "unknown", version: version)
            unread.reference = reference
            unread.sender = envelope.sender
            unread.diagnostics =
                advice + [
                    DiagnosticCode.unreadType.found(type ?? "no type", expected: "PAXLST", at: segments.at)
                ]
            openOther = unread
            return
        }
        var list = TravellerList(source: source, list: "passengers")
        list.message = type
        list.version = version
        list.reference = reference
        list.part = segments.number(4)
        if segments.has(4, 1, "F") { list.isLastPart = true }
        if segments.has(4, 1, "C") { list.isLastPart = false }
        list.sender = envelope.sender
        list.diagnostics = advice
        openList = PassengerListBuilder(list, envelope, today: today, at: segments.at)
    }

    private mutating func endMessage(_ segments: borrowing SegmentReader) {
        if let finished = openList?.finish(segments, declared: segments.number(1)) { add(finished) }
        leave()
    }

    /// Ends a message that has no trailer.
    private mutating func close(at place: Int, isCutOff: Bool) {
        if let finished = openList?.abandon(at: place, isCutOff: isCutOff) { add(finished) }
        leave()
    }

    private mutating func leave() {
        openList = nil
        if let openOther { readings.append(.unread(openOther)) }
        openOther = nil
    }

    /// Adds a list; one of the old American kind is recognised by its persons and left aside.
    private mutating func add(_ finished: PassengerListBuilder.Finished) {
        switch finished {
        case .list(let list): readings.append(.list(list))
        case .oldList(let list, let place):
            var unread = UnreadMessage(source: source, message: list.message, version: list.version)
            unread.reference = list.reference
            unread.sender = list.sender
            unread.diagnostics = [
                DiagnosticCode.unreadType.found("an old PAXLST with PDT segments", expected: "NAD", at: place)
            ]
            readings.append(.unread(unread))
        }
    }
}

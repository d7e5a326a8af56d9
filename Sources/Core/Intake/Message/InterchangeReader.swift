import Vocabulary

/// Goes through the interchanges of a file, window by window, and hands each message to its builder.
struct InterchangeReader: ~Copyable {
    /// Gives away a message that has been read.
    typealias Take = (MessageReading) -> Void

    private let source: String
    private let today: Day
    private var segments = SegmentReader()
    private var envelope = OpenMessage.Envelope()
    private var isWithin = false
    /// Where the interchange's first segment begins in the file: there it can't begin again.
    private var first = 0
    private var contradictsAdvice = false
    private(set) var isAnyRead = false
    // The open message is one of these; a list is big and must grow in place.
    private var list: PassengerListBuilder?
    private var records: NameRecordsBuilder?
    private var response: ResponseBuilder?
    private var other: MessageHeading?
    /// Segments that stand outside any message.
    private var stray: MessageHeading?

    init(source: String, today: Day) {
        self.source = source
        self.today = today
    }

    /// Reads what a window holds and returns how much of it is done; the rest is to be shown again with more behind it.
    mutating func read(
        _ window: UnsafeBufferPointer<UInt8>,
        base: Int,
        isLast: Bool,
        _ take: Take
    ) -> Int {
        var position = 0
        while true {
            if isWithin {
                segments.look(at: window, from: position, base: base, isLast: isLast)
                position = readInterchange(isLast: isLast, take)
                if isWithin { return position }
            }
            let start: InterchangeStart
            switch InterchangeStart.find(in: window, from: position, isLast: isLast) {
            case .nothing: return window.count
            case .undecided(let place): return place
            case .found(let found): start = found
            }
            envelope = OpenMessage.Envelope()
            contradictsAdvice = start.contradictsAdvice
            segments.begin(start.characters)
            isWithin = true
            first = base + start.position
            position = start.position
        }
    }

    /// Reads to the end of an interchange, or of the window; returns where to go on.
    private mutating func readInterchange(isLast: Bool, _ take: Take) -> Int {
        while true {
            switch segments.advance() {
            case .wantsMore: return segments.position
            case .end:
                close(at: segments.base(of: segments.position), isCutOff: false, take)
                isWithin = false
                return segments.position
            case .segment: break
            }
            if mayBeginOther {
                let isInSight = segments.start + InterchangeStart.sightCount <= segments.window.count
                guard isInSight || isLast else { return segments.start }
                if beginsOther {
                    close(at: segments.at, isCutOff: false, take)
                    isWithin = false
                    return segments.start
                }
            }
            if segments.isCutOff, segments.tag != Tag.unt, segments.tag != Tag.une, segments.tag != Tag.unz {
                // Mail footers are no segments: only a message that is still open has lost something.
                close(at: segments.at, isCutOff: Tag.known.contains(segments.tag), take)
                isWithin = false
                return segments.window.count
            }
            handle(take)
            if segments.tag == Tag.unz {
                isWithin = false
                return segments.position
            }
        }
    }

    private mutating func handle(_ take: Take) {
        switch segments.tag {
        case Tag.unb:
            close(at: segments.at, isCutOff: false, take)
            envelope.sender = segments.text(2)
            envelope.isPlainASCII = segments.has(1, 0, "UNOA") || segments.has(1, 0, "UNOB")
            envelope.preparedOn = MessageDate.day(segments.bytes(4), .nearest(to: today))
        case Tag.ung:
            envelope.sender = envelope.sender ?? segments.text(2)
            envelope.preparedOn =
                envelope.preparedOn ?? MessageDate.day(segments.bytes(4), .nearest(to: today))
        case Tag.unh:
            close(at: segments.at, isCutOff: false, take)
            open()
        case Tag.unt:
            if let finished = list?.finish(segments) { give(.list(finished), take) }
            if let finished = records?.finish(segments) { give(.records(finished), take) }
            if let finished = response?.finish(segments) { give(.response(finished), take) }
            leave(take)
        case Tag.une: break
        case Tag.unz: close(at: segments.at, isCutOff: false, take)
        default:
            if list == nil, records == nil, response == nil, other == nil { tellStray() }
            list?.take(segments)
            records?.take(segments)
            response?.take(segments)
        }
    }

    /// A header was lost, or a trailer stands too early: whoever comes behind it would be lost in silence.
    private mutating func tellStray() {
        guard stray == nil, Tag.known.contains(segments.tag) else { return }
        var heading = MessageHeading(source: source)
        heading.message = "unknown"
        heading.sender = envelope.sender
        heading.diagnostics = [
            DiagnosticCode.stray.found("a segment outside a message", expected: "UNH", at: segments.at)
        ]
        stray = heading
    }

    /// Whether an interchange of its own may begin at the segment, the last one having no UNZ.
    private var mayBeginOther: Bool {
        (segments.tag == 0 || segments.tag == Tag.una || segments.tag == Tag.unb)
            && segments.at != first && segments.window[segments.start] == 0x55
    }

    /// Whether one begins that has service characters of its own.
    private var beginsOther: Bool {
        guard let other = InterchangeStart.read(segments.window, at: segments.start) else { return false }
        return segments.tag != Tag.unb || other.characters != segments.serviceCharacters
    }

    private mutating func open() {
        var heading = MessageHeading(source: source)
        heading.message = segments.text(2) ?? "unknown"
        let version = [segments.text(2, 1), segments.text(2, 2)].compactMap(\.self)
        heading.version = version.isEmpty ? nil : version.joined(separator: ":")
        heading.accessReference = segments.text(3)
        heading.reference = heading.accessReference ?? segments.text(1)
        heading.part = segments.number(4)
        if segments.has(4, 1, "F") { heading.isLastPart = true }
        if segments.has(4, 1, "C") { heading.isLastPart = false }
        heading.sender = envelope.sender
        var message = OpenMessage(heading, envelope, today: today, at: segments.at)
        if contradictsAdvice {
            message.tell(.advice, "other separators", "those of UNA", segments.at)
            contradictsAdvice = false
        }
        switch heading.message {
        case "PAXLST": list = PassengerListBuilder(message)
        case "PNRGOV": records = NameRecordsBuilder(message)
        case "CUSRES": response = ResponseBuilder(message)
        default:
            let isType = (1...6).contains(segments.bytes(2).count)
            let found = isType ? heading.message ?? "" : WrittenForm.of(segments.bytes(2))
            message.tell(.unreadType, found, "PAXLST, PNRGOV or CUSRES", segments.at)
            other = message.heading
        }
    }

    /// Ends a message that has no trailer.
    private mutating func close(at place: Int, isCutOff: Bool, _ take: Take) {
        if let read = list?.abandon(at: place, isCutOff: isCutOff) { give(.list(read), take) }
        if let read = records?.abandon(at: place, isCutOff: isCutOff) { give(.records(read), take) }
        if let read = response?.abandon(at: place, isCutOff: isCutOff) { give(.response(read), take) }
        leave(take)
    }

    private mutating func leave(_ take: Take) {
        if let other { give(.unread(other), take) }
        if let stray { give(.unread(stray), take) }
        stray = nil
        list = nil
        records = nil
        response = nil
        other = nil
    }

    private mutating func give(_ reading: MessageReading, _ take: Take) {
        isAnyRead = true
        take(reading)
    }
}

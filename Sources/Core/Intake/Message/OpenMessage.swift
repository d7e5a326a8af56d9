import Vocabulary

/// What reading any message needs, whatever it carries: its heading, its segments counted, what was found.
struct OpenMessage {
    /// What the interchange says about all its messages.
    struct Envelope {
        var sender: String?
        var preparedOn: Day?
        /// Whether only ASCII letters are declared.
        var isPlainASCII = false
    }

    private(set) var heading: MessageHeading
    /// Where the message begins.
    let begin: Int
    /// The day that the interchange was made.
    let preparedOn: Day?
    /// The day from which centuries are told where no message says one.
    let today: Day
    /// The message's segments so far, its header counted.
    private(set) var segments = 1
    private let isPlainASCII: Bool
    private var toldHighBytes = false
    private var isFull = false

    private static let mostDiagnostics = 1000

    init(_ heading: MessageHeading, _ envelope: Envelope, today: Day, at begin: Int) {
        self.heading = heading
        self.begin = begin
        self.today = today
        preparedOn = envelope.preparedOn
        isPlainASCII = envelope.isPlainASCII
    }

    /// Counts a segment and tells what is wrong with it as such.
    mutating func meet(_ segment: borrowing SegmentReader) {
        segments += 1
        if segment.lacksTerminator { tell(.absentTerminator, "no terminator", "a terminator", segment.at) }
        if segment.hasHighBytes, isPlainASCII, !toldHighBytes {
            toldHighBytes = true
            tell(.highBytes, "letters beyond ASCII", "letters of UNOA", segment.at)
        }
        if segment.tag == 0 { tell(.strangeSegment, "no tag of three letters", "a segment", segment.at) }
    }

    mutating func tell(
        _ code: DiagnosticCode,
        _ found: @autoclosure () -> String,
        _ expected: String,
        _ place: Int,
        _ field: String? = nil
    ) {
        guard !isFull else { return }
        guard heading.diagnostics.count < OpenMessage.mostDiagnostics else {
            isFull = true
            let more = DiagnosticCode.more.found("more findings", expected: "fewer", at: place)
            heading.diagnostics.append(more)
            return
        }
        heading.diagnostics.append(code.found(found(), expected: expected, at: place, field: field))
    }

    /// Tells of a date that can't be read; an empty date is unknown, as an empty cell is.
    mutating func tellDate(
        _ digits: UnsafeBufferPointer<UInt8>,
        _ expected: String,
        _ place: Int,
        _ field: String
    ) {
        if !digits.isEmpty { tell(.strangeDate, MessageDate.form(digits), expected, place, field) }
    }

    /// A country as sent, told where it is none.
    mutating func country(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ field: String) -> CountryCode?
    {
        if bytes.code == Tag.pack("IDN") { return .indonesia }
        guard !bytes.isEmpty, let country = CountryCode(MessageText.string(bytes)) else { return nil }
        if !country.isRecognised {
            tell(.strangeCountry, WrittenForm.of(country.text), "a country code", place, field)
        }
        return country
    }

    /// Ends the message at its UNT segment; nil where it never came.
    mutating func end(at trailer: borrowing SegmentReader) {
        segments += 1
        heading.declared.segments = trailer.number(1)
    }

    /// Tells that the message has no UNT.
    mutating func abandon(at place: Int, isCutOff: Bool) {
        if isCutOff {
            tell(.cutMessage, "the end of the file", "the end of the message", place)
        } else {
            tell(.absentTrailer, "no UNT", "UNT", place)
        }
    }

    /// The heading with its counts compared.
    mutating func concluded(persons: Int, declared: Int? = nil, at place: Int) -> MessageHeading {
        heading.declared.persons = declared
        heading.counted = MessageHeading.Counts(segments: segments, persons: persons)
        compare(.segmentCount, heading.declared.segments, segments, "segments", at: place)
        compare(.personCount, declared, persons, "persons", at: place)
        return heading
    }

    mutating func compare(
        _ code: DiagnosticCode,
        _ declared: Int?,
        _ counted: Int,
        _ field: String,
        at place: Int
    ) {
        guard let declared, declared != counted else { return }
        tell(code, "\(declared)", "\(counted)", place, field)
    }
}

public import Vocabulary

/// Writes an authority's answers to a carrier as a CUSRES interchange (D:05B, level A service characters).
///
/// What it writes reads back to the same values: see `MessageReader`.
/// - Source: WCO/IATA/ICAO API Guidelines, CUSRES Implementation Guide.
public enum ResponseWriter {
    /// Who writes to whom, when, and under which number.
    public struct Envelope: Sendable, Hashable {
        /// The authority's name in the exchange.
        public var sender: String
        /// The carrier's.
        public var recipient: String
        /// When the interchange was made, by the clock of UTC.
        public var preparedAt: WallTime
        /// The interchange's own number.
        public var number: String

        /// An envelope.
        public init(sender: String, recipient: String, preparedAt: WallTime, number: String) {
            self.sender = sender
            self.recipient = recipient
            self.preparedAt = preparedAt
            self.number = number
        }
    }

    /// The longest text of one FTX component, and how many components it has.
    private static let textLength = 512
    private static let textCount = 5

    /// The interchange as bytes, its counts right.
    ///
    /// - Shape: of several legs the first departure and the last arrival are written; texts beyond 2,560 bytes are cut.
    public static func write(_ response: CustomsResponse, in envelope: Envelope) -> [UInt8] {
        var text = SegmentWriter()
        let day = dayText(envelope.preparedAt)
        let clock = clockText(envelope.preparedAt)
        text.write(
            "UNB",
            [["UNOA", "4"], [envelope.sender], [envelope.recipient], [day, clock], [envelope.number]]
        )
        text.write(
            "UNG",
            [
                ["CUSRES"], [envelope.sender], [envelope.recipient], [day, clock], [envelope.number], ["UN"],
                ["D", "05B"],
            ]
        )
        let first = text.count
        var header = [
            [envelope.number], ["CUSRES", "D", "05B", "UN", "IATA"], [response.heading.reference ?? ""],
        ]
        if let part = response.heading.part {
            header.append([String(part), response.heading.isLastPart.map { $0 ? "F" : "C" } ?? ""])
        }
        text.write("UNH", header)
        text.write("BGM", [[response.function ?? "962"]])
        let flight = response.legs.first?.flight
        if let flight { text.write("RFF", [["AF", flight]]) }
        write(response.legs, into: &text)
        for answer in response.answers { write(answer, of: flight, into: &text) }
        text.write("UNT", [[String(text.count - first + 1)], [envelope.number]])
        text.write("UNE", [["1"], [envelope.number]])
        text.write("UNZ", [["1"], [envelope.number]])
        return text.bytes
    }

    private static func write(_ legs: [Leg], into text: inout SegmentWriter) {
        if let from = legs.first?.from { text.write("LOC", [["125"], [from]]) }
        if let time = legs.first?.departsAt {
            text.write("DTM", [["189", dayText(time) + clockText(time), "201"]])
        }
        if let to = legs.last?.to { text.write("LOC", [["87"], [to]]) }
        if let time = legs.last?.arrivesAt {
            text.write("DTM", [["232", dayText(time) + clockText(time), "201"]])
        }
    }

    private static func write(
        _ answer: CustomsResponse.Answer,
        of flight: String?,
        into text: inout SegmentWriter
    ) {
        let isOfAll = answer.reference == nil && answer.booking == nil
        text.write("ERP", [[isOfAll ? "1" : "2"]])
        if let own = answer.flight, own != flight { text.write("RFF", [["AF", own]]) }
        if let booking = answer.booking { text.write("RFF", [["AVF", booking]]) }
        if let reference = answer.reference { text.write("RFF", [["ABO", reference]]) }
        if let code = answer.code { text.write("ERC", [[code]]) }
        guard let words = answer.text else { return }
        text.write("FTX", [["AAP"], [], [], SegmentWriter.pieces(of: words, textLength, most: textCount)])
    }

    private static func dayText(_ time: WallTime) -> String {
        let date = time.day.date
        var bytes: [UInt8] = []
        for part in [date.year % 100, date.month, date.day] { bytes.appendDecimal(part, width: 2) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func clockText(_ time: WallTime) -> String {
        var bytes: [UInt8] = []
        for part in [time.minute / 60, time.minute % 60] { bytes.appendDecimal(part, width: 2) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Writes segments with `:`, `+`, `?` and `'`, what is data released, control characters as blanks.
struct SegmentWriter {
    private(set) var bytes: [UInt8] = []
    /// How many segments have been written.
    private(set) var count = 0

    mutating func write(_ tag: StaticString, _ elements: [[String]]) {
        count += 1
        bytes.append(contentsOf: UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
        for element in elements {
            bytes.append(0x2B)
            let used = element.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
            for (place, component) in element.prefix(used).enumerated() {
                if place > 0 { bytes.append(0x3A) }
                append(component)
            }
        }
        bytes.append(0x27)
    }

    private mutating func append(_ data: String) {
        for byte in data.utf8 {
            switch byte {
            case 0x27, 0x2B, 0x3A, 0x3F:
                bytes.append(0x3F)
                bytes.append(byte)
            case 0..<0x20: bytes.append(0x20)
            default: bytes.append(byte)
            }
        }
    }

    /// A text in pieces that end between words where it has some.
    static func pieces(of text: String, _ length: Int, most: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for word in text.split(separator: " ") {
            if piece.isEmpty {
                piece = String(word)
            } else if piece.utf8.count + 1 + word.utf8.count <= length {
                piece += " " + word
            } else {
                pieces.append(piece)
                piece = String(word)
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return Array(pieces.prefix(most))
    }
}

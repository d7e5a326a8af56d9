public import Vocabulary

/// Reads passenger messages piece by piece, so that a file's size costs no memory: only the message being read is kept.
///
/// - Shape: messages in the order of the file; a file without any gives one unread message without type.
/// - Source: ISO 9735; WCO/IATA/ICAO PAXLST, PNRGOV and CUSRES Implementation Guides.
public struct MessageFeed: ~Copyable {
    private let source: String
    private var reader: InterchangeReader
    /// What of the file is not read to its end yet.
    private var kept: [UInt8] = []
    /// Where `kept` begins in the file.
    private var base = 0
    private var total = 0

    /// A feed for one file; `today` tells centuries where a message has no date of its own.
    public init(source: String, on today: Day) {
        self.source = source
        reader = InterchangeReader(source: source, today: today)
    }

    /// Takes the next bytes of the file and gives away the messages that are whole.
    public mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        take: (MessageReading) -> Void
    ) {
        total += bytes.count
        if kept.isEmpty {
            let done = reader.read(bytes, base: base, isLast: isLast, take)
            kept = Array(bytes[done...])
            base += done
        } else {
            kept.append(contentsOf: bytes)
            let done = kept.withUnsafeBufferPointer { reader.read($0, base: base, isLast: isLast, take) }
            kept.removeFirst(done)
            base += done
        }
        if isLast, !reader.isAnyRead {
            let found = total == 0 ? "an empty file" : "no UNB or UNH segment"
            var nothing = MessageHeading(source: source)
            nothing.diagnostics = [DiagnosticCode.noMessage.found(found, expected: "UNB or UNH", at: 0)]
            take(.unread(nothing))
        }
    }
}

/// Reads the passenger messages of a file that is in memory.
public enum MessageReader {
    /// Every message of a file, in order.
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        source: String,
        on today: Day
    ) -> [MessageReading] {
        var readings: [MessageReading] = []
        var feed = MessageFeed(source: source, on: today)
        feed.feed(bytes, isLast: true) { readings.append($0) }
        return readings
    }

    /// Every message of a file, in order.
    public static func read(_ bytes: [UInt8], source: String, on today: Day) -> [MessageReading] {
        bytes.withUnsafeBufferPointer { read($0, source: source, on: today) }
    }

    /// The lists of travellers of a file, in order; messages of other kinds are left out.
    public static func lists(_ bytes: [UInt8], source: String, on today: Day) -> [TravellerList] {
        read(bytes, source: source, on: today).compactMap { reading in
            if case .list(let list) = reading { list } else { nil }
        }
    }
}

public import Vocabulary

/// Reads UN/EDIFACT messages from a file: several interchanges, several messages, whatever stands around them.
///
/// A message is never refused for one bad segment or one bad person.
/// - Shape: messages in the order of the file; a file without any gives one unread message without type.
/// - Source: ISO 9735; WCO/IATA/ICAO PAXLST Implementation Guide.
public enum MessageReader {
    /// Reads every message of a file; `today` tells centuries where a message has no date of its own.
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        source: String,
        on today: Day
    ) -> [MessageReading] {
        var file = InterchangeReader(bytes, source: source, today: today)
        return file.readAll()
    }

    /// Reads every message of a file that is in memory.
    public static func read(_ bytes: [UInt8], source: String, on today: Day) -> [MessageReading] {
        bytes.withUnsafeBufferPointer { read($0, source: source, on: today) }
    }
}

/// Reads the passenger lists of a file (PAXLST, D:02B and later).
public enum PassengerListReader {
    /// The lists of a file, in order; messages of other kinds are left out.
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        source: String,
        on today: Day
    ) -> [TravellerList] {
        MessageReader.read(bytes, source: source, on: today).compactMap { reading in
            if case .list(let list) = reading { list } else { nil }
        }
    }

    /// The lists of a file that is in memory.
    public static func read(_ bytes: [UInt8], source: String, on today: Day) -> [TravellerList] {
        bytes.withUnsafeBufferPointer { read($0, source: source, on: today) }
    }
}

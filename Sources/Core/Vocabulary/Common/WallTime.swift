/// A time as the clock on the wall shows it at a place, without zone: what timetables and passenger lists give.
///
/// - Units: minutes.
public struct WallTime: Hashable, Sendable, Comparable {
    /// The day at the place.
    public let day: Day
    /// Minutes since midnight at the place, 0 to 1439.
    public let minute: Int

    /// Makes a wall time; the minute is clamped to the day.
    public init(day: Day, minute: Int) {
        self.day = day
        self.minute = min(max(minute, 0), 1439)
    }

    /// The moment at a place of a zone, in minutes east of UTC.
    public func moment(zone: Int) -> Moment {
        Moment(day: day, hour: minute / 60, minute: minute % 60, zone: zone)
    }

    /// Orders wall times of one place.
    public static func < (left: WallTime, right: WallTime) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }
}

extension WallTime: CustomStringConvertible {
    /// The time as `2007-10-08T10:45`.
    public var description: String {
        var bytes: [UInt8] = []
        day.write(into: &bytes)
        bytes.append(0x54)
        bytes.appendDecimal(minute / 60, width: 2)
        bytes.append(0x3A)
        bytes.appendDecimal(minute % 60, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads `YYYY-MM-DDTHH:MM`; nil where the text is no such time.
    ///
    /// What follows the minutes is not looked at.
    public init?(_ text: String) {
        guard text.utf8.count >= 16, let moment = Moment(String(text.prefix(16))) else { return nil }
        self.init(day: moment.day(zone: 0), minute: moment.minuteOfDay(zone: 0))
    }
}

extension WallTime: Codable {
    /// Reads a wall time from its text.
    ///
    /// - Throws: `DecodingError` when the text is no such time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = WallTime(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "no time YYYY-MM-DDTHH:MM"
            )
        }
        self = time
    }

    /// Writes the wall time as text, without zone.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

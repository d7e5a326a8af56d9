/// A point in time, to the millisecond.
///
/// - Units: milliseconds since 1 January 1970, 00.00 UTC.
public struct Moment: Hashable, Sendable, Comparable {
    /// Milliseconds since 1 January 1970 UTC.
    public let milliseconds: Int64

    /// Makes a moment from its milliseconds since 1 January 1970 UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Makes a moment from a day and a time of that day in a zone.
    ///
    /// - Units: `zone` in minutes east of UTC (WIB 420, WITA 480, WIT 540).
    public init(day: Day, hour: Int, minute: Int, second: Int = 0, zone: Int = 0) {
        let minutes = Int64(day.number) * 1440 + Int64(hour * 60 + minute - zone)
        milliseconds = (minutes * 60 + Int64(second)) * 1000
    }

    /// The calendar day on which this moment falls in a zone (minutes east of UTC).
    public func day(zone: Int) -> Day {
        let minutes = Moment.floorDivide(milliseconds, 60_000) + Int64(zone)
        return Day(number: Int32(Moment.floorDivide(minutes, 1440)))
    }

    /// The time of day in a zone, as minutes since midnight.
    public func minuteOfDay(zone: Int) -> Int {
        let minutes = Moment.floorDivide(milliseconds, 60_000) + Int64(zone)
        return Int(minutes - Moment.floorDivide(minutes, 1440) * 1440)
    }

    /// The moment a number of seconds later.
    public func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(seconds) * 1000) }

    /// Whole seconds from this moment to another.
    public func seconds(until other: Moment) -> Int { Int((other.milliseconds - milliseconds) / 1000) }

    /// Orders moments by time.
    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}

extension Moment: CustomStringConvertible {
    /// The moment in UTC as RFC 3339 with milliseconds: `2026-03-01T14:05:00.000Z`.
    public var description: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the RFC 3339 text in ASCII.
    public func write(into bytes: inout [UInt8]) {
        let ofDay = Int(milliseconds - Moment.floorDivide(milliseconds, 86_400_000) * 86_400_000)
        day(zone: 0).write(into: &bytes)
        bytes.append(0x54)
        bytes.appendDecimal(ofDay / 3_600_000, width: 2)
        bytes.append(0x3A)
        bytes.appendDecimal(ofDay / 60_000 % 60, width: 2)
        bytes.append(0x3A)
        bytes.appendDecimal(ofDay / 1000 % 60, width: 2)
        bytes.append(0x2E)
        bytes.appendDecimal(ofDay % 1000, width: 3)
        bytes.append(0x5A)
    }

    /// Reads RFC 3339 (`2026-03-01T14:05:00+07:00`, seconds and fraction optional, a blank for `T` too).
    ///
    /// A time without zone is read as UTC. Nil where the text is no such time.
    public init?(_ text: String) {
        var text = text
        guard let moment = text.withUTF8({ Moment(digits: $0) }) else { return nil }
        self = moment
    }

    /// Reads RFC 3339 from UTF-8 bytes, without making a string.
    public init?(digits bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20 || bytes[10] == 0x74,
            bytes[13] == 0x3A,
            let day = Day(digits: UnsafeBufferPointer(rebasing: bytes[0..<10])),
            let hour = bytes.decimal(at: 11, count: 2), hour < 24,
            let minute = bytes.decimal(at: 14, count: 2), minute < 60
        else { return nil }
        var position = 16
        var second = 0
        var thousandths = 0
        if position < bytes.count, bytes[position] == 0x3A {
            guard let read = bytes.decimal(at: position + 1, count: 2), read <= 60 else { return nil }
            second = min(read, 59)
            position += 3
            if position < bytes.count, bytes[position] == 0x2E {
                position += 1
                var scale = 100
                while position < bytes.count, let digit = bytes.decimal(at: position, count: 1) {
                    thousandths += digit * scale
                    scale /= 10
                    position += 1
                }
            }
        }
        guard let zone = Moment.zone(bytes, at: position) else { return nil }
        let whole = Moment(day: day, hour: hour, minute: minute, second: second, zone: zone)
        self.init(milliseconds: whole.milliseconds + Int64(thousandths))
    }

    private static func zone(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        let rest = bytes.count - position
        if rest == 0 { return 0 }
        if rest == 1 { return bytes[position] == 0x5A || bytes[position] == 0x7A ? 0 : nil }
        guard rest == 6, bytes[position] == 0x2B || bytes[position] == 0x2D,
            let hours = bytes.decimal(at: position + 1, count: 2), hours < 24,
            bytes[position + 3] == 0x3A, let minutes = bytes.decimal(at: position + 4, count: 2), minutes < 60
        else { return nil }
        return (bytes[position] == 0x2D ? -1 : 1) * (hours * 60 + minutes)
    }
}

extension Moment: Codable {
    /// Reads a moment from its RFC 3339 text.
    ///
    /// - Throws: `DecodingError` when the text is no time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = Moment(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no RFC 3339 time")
        }
        self = moment
    }

    /// Writes the moment as RFC 3339 text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

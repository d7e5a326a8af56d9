import Vocabulary

/// Bytes as letters and digits that nobody mistakes for each other: five bits a letter, the last one filled up with zeros.
///
/// A QR code holds such text in its alphanumeric mode: 8.8 bits a byte, where RFC 9285 (Base45) needs 8.25 and base64url 10.7.
/// Base45 was left out for its blank and its signs: a reader that types like a keyboard writes them as the keyboard's country has
/// them, and a form trims the blank. Letters and digits arrive as they are.
/// - Source: Crockford's base 32, without its check sign.
enum ReadableBytes {
    /// Bytes as text.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var (held, count) = (UInt(0), 0)
        var letters: [UInt8] = []
        for byte in bytes {
            held = held << 8 | UInt(byte)
            count += 8
            while count >= 5 {
                count -= 5
                letters.append(ReadableCode.letter(Int(held >> UInt(count)) & 31))
            }
            held &= (1 << UInt(count)) - 1
        }
        if count > 0 { letters.append(ReadableCode.letter(Int(held << UInt(5 - count)) & 31)) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The bytes of a text; nil where a sign is none of the letters, or the last letter is not filled up with zeros.
    ///
    /// Small letters, and O, I and L for 0 and 1, are read as they are meant.
    static func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var (held, count) = (UInt(0), 0)
        var bytes: [UInt8] = []
        for letter in text {
            guard let number = number(letter) else { return nil }
            held = held << 5 | UInt(number)
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: held >> UInt(count)))
            held &= (1 << UInt(count)) - 1
        }
        return count < 5 && held == 0 ? bytes : nil
    }

    private static let numbers: [UInt8?] = {
        var numbers = [UInt8?](repeating: nil, count: 256)
        for byte in UInt8.min ... .max {
            let large = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
            let letter = ReadableCode.plain(large)
            numbers[Int(byte)] = (0..<32).first { ReadableCode.letter($0) == letter }.map(UInt8.init)
        }
        return numbers
    }()

    private static func number(_ letter: UInt8) -> UInt8? { numbers[Int(letter)] }
}

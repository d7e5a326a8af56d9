import Vocabulary

/// Invents passport numbers that no single wrong digit turns into another's (nomor paspor rekaan).
struct PassportRegister: Sendable {
    private let digits: Int
    private let modulus: Int

    init(people: Int) {
        var modulus = 1_000_000
        var digits = 6
        while modulus < people {
            modulus *= 10
            digits += 1
        }
        (self.digits, self.modulus) = (digits, modulus)
    }

    /// A person's passport of a generation: 0 the present one, 1 the one before, 2 a third.
    func number(_ person: Int, generation: Int = 0) -> PassportNumber? {
        let series: [String] = ["X", "Y", "Z"]
        return number(series[min(max(generation, 0), 2)], person)
    }

    /// A cross-border pass, travel letter, or a foreigner's passport, by its series.
    func number(_ series: String, _ person: Int) -> PassportNumber? {
        var bytes = Array(series.utf8)
        // A factor without common divisor with ten spreads neighbours over the whole range.
        bytes.appendDecimal((person * 617_283 + 314_159) % modulus, width: digits)
        bytes.append(PassportRegister.check(bytes))
        return PassportNumber(String(decoding: bytes, as: UTF8.self))
    }

    /// The number with one digit wrong.
    func slip(_ number: PassportNumber?, _ chance: inout Chance) -> PassportNumber? {
        guard let number else { return nil }
        var bytes = Array(number.text.utf8)
        let position = 1 + chance.below(bytes.count - 1)
        bytes[position] = 0x30 + (bytes[position] - 0x30 + UInt8(1 + chance.below(9))) % 10
        return PassportNumber(String(decoding: bytes, as: UTF8.self))
    }

    /// The last digit makes the weighted sum a multiple of ten; weights without common divisor with ten.
    private static func check(_ bytes: [UInt8]) -> UInt8 {
        let weights = [7, 3, 9]
        var sum = 0
        for (position, byte) in bytes.dropFirst().enumerated() {
            sum += Int(byte - 0x30) * weights[position % 3]
        }
        return 0x30 + UInt8((10 - sum % 10) % 10)
    }
}

import Vocabulary

/// The check digits of a zone: weights 7, 3, 1, modulo 10.
///
/// `valid` is all of them as printed, and nothing else: letters in a date may satisfy the date's own digit, and then the
/// composite digit tells; an impossible date whose digits are right is valid as printed and nil as a date.
/// - Source: ICAO Doc 9303-3 section 4.9.
enum ZoneChecks {
    /// The result of every digit that the layout has.
    static func all(
        _ characters: UnsafeBufferPointer<UInt8>,
        _ layout: ZoneLayout
    ) -> MachineReadableZone.Checks {
        var checks = MachineReadableZone.Checks()
        if let long = longNumber(characters, layout) {
            var sum = Sum()
            sum.add(characters, layout.number.range)
            sum.add(characters, long.dropLast())
            checks.number = sum.digit == characters[long.upperBound - 1]
        } else {
            checks.number = isRight(characters, layout.number)
        }
        checks.birth = isRight(characters, layout.birth)
        checks.expiry = isRight(characters, layout.expiry)
        if let place = layout.optionalDigit {
            let isLeftOut = characters[place] == 0x3C && layout.optional.allSatisfy { characters[$0] == 0x3C }
            checks.optional = isLeftOut || isRight(characters, ZoneLayout.Checked(layout.optional))
        }
        if let place = layout.compositeDigit {
            var sum = Sum()
            for range in layout.composite { sum.add(characters, range) }
            checks.composite = sum.digit == characters[place]
        }
        return checks
    }

    /// The rest of a long number with its check digit, where the number goes on in the optional data.
    static func longNumber(_ characters: UnsafeBufferPointer<UInt8>, _ layout: ZoneLayout) -> Range<Int>? {
        guard layout.allowsLongNumber, characters[layout.number.digit] == 0x3C else { return nil }
        let start = layout.optional.lowerBound
        let end = layout.optional.first { characters[$0] == 0x3C } ?? layout.optional.upperBound
        return end - start >= 2 ? start..<end : nil
    }

    private static func isRight(
        _ characters: UnsafeBufferPointer<UInt8>,
        _ field: ZoneLayout.Checked
    ) -> Bool {
        var sum = Sum()
        sum.add(characters, field.range)
        return sum.digit == characters[field.digit]
    }

    /// A sum under way.
    private struct Sum {
        private var total: UInt32 = 0
        /// The weight of the next place: the first, second or third of 7, 3, 1.
        private var turn = 0
        private var strange: UInt8 = 0

        mutating func add(_ characters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            var place = range.lowerBound
            let end = range.upperBound
            while place < end, turn != 0 {
                total &+= value(characters[place]) &* (turn == 1 ? 3 : 1)
                turn = turn == 2 ? 0 : 2
                place += 1
            }
            while place + 3 <= end {
                total &+=
                    value(characters[place]) &* 7 &+ value(characters[place + 1]) &* 3
                    &+ value(characters[place + 2])
                place += 3
            }
            while place < end {
                total &+= value(characters[place]) &* (turn == 0 ? 7 : 3)
                turn += 1
                place += 1
            }
        }

        @inline(__always)
        private mutating func value(_ byte: UInt8) -> UInt32 {
            let digit = byte &- 0x30
            if digit <= 9 { return UInt32(digit) }
            let letter = byte &- 0x41
            if letter <= 25 { return UInt32(letter) &+ 10 }
            strange |= byte ^ 0x3C
            return 0
        }

        /// The digit as printed; no digit where a character has no value.
        var digit: UInt8 { strange != 0 ? 0 : 0x30 + UInt8(total % 10) }
    }
}

extension MachineReadableZone.Checks {
    /// Whether every digit that is there is right.
    var areAllRight: Bool {
        number != false && birth != false && expiry != false && optional != false && composite != false
    }
}

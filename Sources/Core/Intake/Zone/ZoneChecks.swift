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
        private var total = 0
        private var weight = 7
        private var isBroken = false

        mutating func add(_ characters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            for place in range {
                let byte = characters[place]
                if byte &- 0x30 <= 9 {
                    total &+= Int(byte &- 0x30) &* weight
                } else if byte &- 0x41 <= 25 {
                    total &+= Int(byte &- 0x37) &* weight
                } else if byte != 0x3C {
                    isBroken = true
                }
                // 7, 3, 1, 7 …
                weight = weight == 7 ? 3 : weight == 3 ? 1 : 7
            }
        }

        /// The digit as printed; no digit where a character has no value.
        var digit: UInt8 { isBroken ? 0 : 0x30 + UInt8(total % 10) }
    }
}

extension MachineReadableZone.Checks {
    /// Whether every digit that is there is right.
    var areAllRight: Bool {
        number != false && birth != false && expiry != false && optional != false && composite != false
    }
}

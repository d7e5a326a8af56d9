import Vocabulary

/// Proposes the one correction of a misread zone that satisfies every digit.
///
/// The commonest mistakes are tried first, and a rarer kind only where no correction of a commoner kind helps: a letter
/// read for a digit (O for 0), other characters that look alike, one digit for another or for what no zone has. Two ways of one kind to satisfy
/// the digits are no proposal, nor is a date that no calendar has.
enum ZoneMending {
    /// The corrected lines; nil where no correction or more than one satisfies the digits.
    static func proposal(
        for characters: UnsafeBufferPointer<UInt8>,
        _ layout: ZoneLayout
    ) -> [String]? {
        let places = protectedPlaces(layout)
        for mistake in Mistake.allCases {
            var found: [UInt8]?
            var count = 0
            var trial = Array(characters)
            for place in places {
                let printed = trial[place.at]
                for other in candidates(for: printed, isDigit: place.isDigit, mistake) {
                    trial[place.at] = other
                    guard satisfies(trial, layout) else { continue }
                    count += 1
                    found = trial
                }
                trial[place.at] = printed
            }
            if count > 1 { return nil }
            if let found { return lines(found, layout) }
        }
        return nil
    }

    private static func protectedPlaces(_ layout: ZoneLayout) -> [(at: Int, isDigit: Bool)] {
        var places: [(at: Int, isDigit: Bool)] = []
        for at in layout.number.range { places.append((at, false)) }
        for at in layout.optional { places.append((at, false)) }
        for at in layout.optional2 ?? 0..<0 { places.append((at, false)) }
        for date in [layout.birth, layout.expiry] {
            for at in date.range.lowerBound...date.digit { places.append((at, true)) }
        }
        let digits = [layout.number.digit, layout.optionalDigit, layout.compositeDigit].compactMap(\.self)
        for at in digits where !places.contains(where: { $0.at == at }) { places.append((at, true)) }
        return places
    }

    /// Kinds of mistakes, the commonest first.
    private enum Mistake: CaseIterable {
        case letterForDigit, lookAlike, digitForDigit
    }

    private static func candidates(for printed: UInt8, isDigit: Bool, _ mistake: Mistake) -> [UInt8] {
        let digits: ClosedRange<UInt8> = 0x30...0x39
        let group = lookAlikes.first { $0.contains(printed) } ?? []
        switch mistake {
        case .letterForDigit: return digits.contains(printed) ? [] : group.filter(digits.contains)
        case .lookAlike:
            return isDigit ? [] : group.filter { $0 != printed && (digits ~= printed || !(digits ~= $0)) }
        case .digitForDigit:
            // What no zone has may have been any digit.
            let isAnyDigit = digits.contains(printed) || !ZoneText.isZoneCharacter(printed)
            return isAnyDigit ? digits.filter { $0 != printed } : []
        }
    }

    private static func satisfies(_ trial: [UInt8], _ layout: ZoneLayout) -> Bool {
        trial.withUnsafeBufferPointer { trial in
            guard ZoneChecks.all(trial, layout).areAllRight, trial.allSatisfy(ZoneText.isZoneCharacter) else {
                return false
            }
            return [layout.birth, layout.expiry].allSatisfy { date in
                guard let parts = ZoneDate(trial, date.range).parts else { return false }
                let year = parts.year % 4 == 0 ? 2000 : 2001
                return Day(year: year, month: parts.month, day: parts.day) != nil
            }
        }
    }

    private static func lines(_ characters: [UInt8], _ layout: ZoneLayout) -> [String] {
        stride(from: 0, to: characters.count, by: layout.lineLength).map { start in
            String(decoding: characters[start..<(start + layout.lineLength)], as: UTF8.self)
        }
    }

    /// Characters of OCR-B that readers take for each other.
    private static let lookAlikes: [[UInt8]] = ["0ODQ", "1IL", "2Z", "4A", "5S", "6G", "7T", "8B", "<KC"].map
    {
        Array($0.utf8)
    }
}

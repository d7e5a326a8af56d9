/// Names as bags of words, each word with its best partner.
extension LinkageLevels {
    /// Words of a name that are compared; whoever has more is compared by the first.
    private static let mostWords = 16

    /// How alike two words are.
    private enum WordLikeness: Int, Comparable {
        case equal
        /// Pronounced alike, or spelt so once.
        case ofOneSound
        /// One edit or nearly, an initial, or cut off.
        case nearly
        case different

        static func < (left: WordLikeness, right: WordLikeness) -> Bool { left.rawValue < right.rawValue }
    }

    /// 2 of one sound, 3 the shorter's words all there, 4 all alike, 5 some equal, 6 some alike, 7 different.
    static func name(_ values: LinkageValues, _ one: Int, _ other: Int) -> Likeness {
        if values.signs.base[one] == values.signs.base[other] {
            return Likeness(level: 2, rarity: values.soundBits.base[one])
        }
        var (short, long) = (values.words(of: one), values.words(of: other))
        if short.count > long.count { swap(&short, &long) }
        var taken: UInt64 = 0
        var (equal, alike) = (0, 0)
        var rarity: Float = 0
        for word in short.prefix(mostWords) {
            var (best, place) = (WordLikeness.different, -1)
            for candidate in 0..<min(long.count, mostWords) where taken & (1 << UInt64(candidate)) == 0 {
                let likeness = likeness(values.words, Int(word), Int(long[candidate]))
                if likeness < best { (best, place) = (likeness, candidate) }
                if best == .equal { break }
            }
            guard place >= 0 else { continue }
            taken |= 1 << UInt64(place)
            rarity += min(values.words.bits.base[Int(word)], values.words.bits.base[Int(long[place])])
            if best == .equal { equal += 1 } else { alike += 1 }
        }
        let count = min(short.count, mostWords)
        if equal == count { return Likeness(level: 3, rarity: rarity) }
        if equal + alike == count { return Likeness(level: 4, rarity: rarity) }
        if short.count != long.count, isJoined(values, short, long) {
            return Likeness(level: 4, rarity: commonestJoined(values, one, other))
        }
        return equal > 0
            ? Likeness(level: 5, rarity: rarity)
            : alike > 0 ? Likeness(level: 6, rarity: rarity) : Likeness(level: 7)
    }

    private static func commonestJoined(_ values: LinkageValues, _ one: Int, _ other: Int) -> Float {
        min(values.soundBits.base[one], values.soundBits.base[other])
    }

    private static func likeness(_ words: LinkageWords, _ one: Int, _ other: Int) -> WordLikeness {
        if one == other { return .equal }
        if words.sounds.base[one] == words.sounds.base[other] { return .ofOneSound }
        let (left, right) = (words.texts.text(one), words.texts.text(other))
        let least = min(left.count, right.count)
        if least >= 3, TextDistance.isOneEdit(left, right) { return .nearly }
        if least >= 4, TextDistance.jaroWinkler(left, right, least: 0.92) >= 0.92 { return .nearly }
        // An initial, or what a short field cut off.
        return TextDistance.isBeginning(left, right) ? .nearly : .different
    }

    /// Whether two words of the longer name, written as one, are a word of the shorter, and all others are there: ABDUL RAHMAN,
    /// ABDULRAHMAN.
    private static func isJoined(
        _ values: LinkageValues,
        _ short: UnsafeBufferPointer<UInt32>,
        _ long: UnsafeBufferPointer<UInt32>
    ) -> Bool {
        guard short.count + 1 == long.count, long.count <= 4 else { return false }
        let words = values.words.texts
        return long.contains { first in
            long.contains { second in
                guard first != second else { return false }
                let (head, tail) = (words.text(Int(first)), words.text(Int(second)))
                return short.contains { whole in
                    let text = words.text(Int(whole))
                    guard text.count == head.count + tail.count, text.starts(with: head),
                        text.suffix(tail.count).elementsEqual(tail)
                    else { return false }
                    return short.allSatisfy { $0 == whole || long.contains($0) }
                }
            }
        }
    }
}

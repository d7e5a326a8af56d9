/// Names as bags of words, each word with its best partner.
extension LinkageLevels {
    /// Words of a name that are compared; whoever has more is compared by the first.
    private static let mostWords = 16

    /// How alike two words are.
    private enum WordLikeness {
        case equal
        /// Pronounced alike, or spelt so once.
        case ofOneSound
        /// One edit or nearly, an initial, or cut off.
        case nearly
    }

    /// 2 of one sound, 3 the shorter's words all there, 4 all alike, 5 some equal, 6 some alike, 7 different.
    static func name(_ values: LinkageValues, _ one: Int, _ other: Int) -> Likeness {
        if values.signs.base[one] == values.signs.base[other] {
            return Likeness(level: 2, rarity: values.soundBits.base[one])
        }
        var (short, long) = (values.words(of: one), values.words(of: other))
        if short.count > long.count { swap(&short, &long) }
        let matched = match(values.words, short, long)
        let count = min(short.count, mostWords)
        if matched.equal == count { return Likeness(level: 3, rarity: matched.rarity) }
        if short.count != long.count, isJoined(values, short, long) {
            return Likeness(level: 4, rarity: max(matched.rarity, commonestJoined(values, one, other)))
        }
        if matched.equal + matched.alike == count { return Likeness(level: 4, rarity: matched.rarity) }
        return matched.equal > 0
            ? Likeness(level: 5, rarity: matched.rarity)
            : matched.alike > 0 ? Likeness(level: 6, rarity: matched.rarity) : Likeness(level: 7)
    }

    /// Gives each word of the shorter name a word of the longer: equal ones first, so that the order of the words decides nothing.
    private static func match(
        _ words: LinkageWords,
        _ short: UnsafeBufferPointer<UInt32>,
        _ long: UnsafeBufferPointer<UInt32>
    ) -> (equal: Int, alike: Int, rarity: Float) {
        let (shorts, longs) = (min(short.count, mostWords), min(long.count, mostWords))
        var (open, free): (UInt64, UInt64) = ((1 << UInt64(shorts)) - 1, (1 << UInt64(longs)) - 1)
        var matched = (equal: 0, alike: 0, rarity: Float(0))
        for wanted in [WordLikeness.equal, .ofOneSound, .nearly] where open != 0 {
            for place in 0..<shorts where open & (1 << UInt64(place)) != 0 {
                for candidate in 0..<longs where free & (1 << UInt64(candidate)) != 0 {
                    let (word, other) = (Int(short[place]), Int(long[candidate]))
                    guard isAlike(words, word, other, wanted) else { continue }
                    open &= ~(1 << UInt64(place))
                    free &= ~(1 << UInt64(candidate))
                    matched.rarity += min(words.bits.base[word], words.bits.base[other])
                    if wanted == .equal { matched.equal += 1 } else { matched.alike += 1 }
                    break
                }
            }
        }
        return matched
    }

    private static func commonestJoined(_ values: LinkageValues, _ one: Int, _ other: Int) -> Float {
        min(values.soundBits.base[one], values.soundBits.base[other])
    }

    /// Whether two words are as alike as is asked, and no less so.
    @inline(__always)
    private static func isAlike(_ words: LinkageWords, _ one: Int, _ other: Int, _ wanted: WordLikeness)
        -> Bool
    {
        switch wanted {
        case .equal: one == other
        case .ofOneSound: words.sounds.base[one] == words.sounds.base[other]
        case .nearly: isNearly(words.texts.text(one), words.texts.text(other))
        }
    }

    private static func isNearly(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        let least = min(left.count, right.count)
        if least >= 3, TextDistance.isOneEdit(left, right) { return true }
        if least >= 4, TextDistance.jaroWinkler(left, right, least: 0.92) >= 0.92 { return true }
        // An initial, or what a short field cut off.
        return TextDistance.isBeginning(left, right)
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

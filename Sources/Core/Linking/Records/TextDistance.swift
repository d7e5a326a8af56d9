/// How far texts of bytes are from each other.
enum TextDistance {
    /// Whether one insertion, deletion, replacement or exchange of neighbours makes the texts equal.
    static func isOneEdit(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1 else { return false }
        var place = 0
        while place < short.count, short[place] == long[place] { place += 1 }
        if short.count < long.count { return rest(short, place, long, place + 1) }
        guard place < short.count else { return true }
        if rest(short, place + 1, long, place + 1) { return true }
        return place + 1 < short.count && short[place] == long[place + 1] && short[place + 1] == long[place]
            && rest(short, place + 2, long, place + 2)
    }

    /// Whether one text begins with the other.
    static func isBeginning(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in 0..<min(one.count, other.count) where one[place] != other[place] { return false }
        return true
    }

    private static func rest(
        _ one: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ other: UnsafeBufferPointer<UInt8>,
        _ otherStart: Int
    ) -> Bool {
        guard one.count - start == other.count - otherStart else { return false }
        for step in 0..<max(one.count - start, 0) where one[start + step] != other[otherStart + step] {
            return false
        }
        return true
    }

    /// The similarity of Jaro and Winkler, 0 to 1; of longer texts the first 64 bytes.
    ///
    /// - Shape: 0 where the letters alone show that it is below `least`.
    /// - Source: Winkler 1990; prefix weight 0.1 of at most four bytes.
    static func jaroWinkler(
        _ one: UnsafeBufferPointer<UInt8>,
        _ other: UnsafeBufferPointer<UInt8>,
        least: Double = 0
    ) -> Double {
        let (first, second) = (min(one.count, 64), min(other.count, 64))
        guard first > 0, second > 0, mostSimilar(one, other, first, second) >= least else { return 0 }
        let window = max(max(first, second) / 2 - 1, 0)
        var taken: UInt64 = 0
        var matched: UInt64 = 0
        var matches = 0
        for place in 0..<first {
            let start = max(place - window, 0)
            let end = min(place + window + 1, second)
            var candidate = start
            while candidate < end {
                if taken & (1 << UInt64(candidate)) == 0, one[place] == other[candidate] {
                    taken |= 1 << UInt64(candidate)
                    matched |= 1 << UInt64(place)
                    matches += 1
                    break
                }
                candidate += 1
            }
        }
        guard matches > 0 else { return 0 }
        var exchanges = 0
        var next = 0
        for place in 0..<first where matched & (1 << UInt64(place)) != 0 {
            while taken & (1 << UInt64(next)) == 0 { next += 1 }
            if one[place] != other[next] { exchanges += 1 }
            next += 1
        }
        let count = Double(matches)
        let jaro =
            (count / Double(first) + count / Double(second) + (count - Double(exchanges / 2)) / count) / 3
        var prefix = 0
        while prefix < min(first, second, 4), one[prefix] == other[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    /// The most that the similarity can be: each kind of letter that only one has is a letter without a partner.
    private static func mostSimilar(
        _ one: UnsafeBufferPointer<UInt8>,
        _ other: UnsafeBufferPointer<UInt8>,
        _ first: Int,
        _ second: Int
    ) -> Double {
        var (left, right): (UInt32, UInt32) = (0, 0)
        for place in 0..<first { left |= 1 << UInt32(one[place] & 31) }
        for place in 0..<second { right |= 1 << UInt32(other[place] & 31) }
        let most = min(first - (left & ~right).nonzeroBitCount, second - (right & ~left).nonzeroBitCount)
        let jaro = (Double(most) / Double(first) + Double(most) / Double(second) + 1) / 3
        return jaro + 0.4 * (1 - jaro)
    }
}

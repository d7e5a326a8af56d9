import Glibc

/// How alike two values are: level 1 is equal, the highest number differs, 0 is unknown.
///
/// Levels are in order of likeness, and the model holds them to that order. With a level go the bits that the rarity of what
/// agrees is worth.
struct LinkageLevels: Sendable {
    /// A level, and how rare what agrees is.
    struct Likeness: BitwiseCopyable {
        var level: Int
        var rarity: Float = 0

        /// Known not to be equal; how near was not looked at.
        static let open = Likeness(level: -1)

        var isOpen: Bool { level < 0 }

        /// Equal, or so near that it tells the same.
        var isAgreement: Bool { level == 1 || level == 2 }
    }

    private let values: [LinkageValues]
    /// The bits of each value's rarity, comparison by comparison.
    private let rarities: PlainRow<UnsafePointer<Float>>
    private let kinds: [LinkageSpec.Kind]
    /// The comparison whose value may stand in this one's place: given name and surname, two lines of an address.
    private let partners: [Int]

    /// Comparisons of names, and the first of a date; -1 where there is none.
    private let names: [Int]
    private let birth: Int

    /// How many levels each kind has beside unknown.
    static func count(_ kind: LinkageSpec.Kind) -> Int {
        switch kind {
        case .name, .date: 7
        case .given, .surname: 8
        case .code, .place, .text: 6
        case .number: 4
        case .category: 2
        }
    }

    init(_ table: LinkageTable) {
        values = table.values
        rarities = PlainRow(capacity: table.values.count)
        for values in table.values { rarities.append(UnsafePointer(values.bits.base)) }
        kinds = table.spec.fields.map(\.kind)
        let kinds = kinds
        names = kinds.indices.filter { [.name, .given].contains(kinds[$0]) }
        birth = kinds.firstIndex(of: .date) ?? -1
        partners = kinds.indices.map { field in
            switch kinds[field] {
            case .given: kinds.firstIndex(of: .surname) ?? -1
            case .surname: kinds.firstIndex(of: .given) ?? -1
            case .place, .text:
                [field - 1, field + 1].first { kinds.indices.contains($0) && kinds[$0] == kinds[field] } ?? -1
            default: -1
            }
        }
    }

    /// The likeness of two records in one comparison, open where both are known and not equal.
    @inline(__always)
    func likenessOfEqual(_ field: Int, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>)
        -> Likeness
    {
        let (left, right) = (one[field], other[field])
        if left == 0 || right == 0 { return Likeness(level: 0) }
        return left == right ? Likeness(level: 1, rarity: rarities.base[field][Int(left)]) : .open
    }

    /// The likeness of two records in one comparison.
    func likeness(_ field: Int, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Likeness {
        let (left, right) = (Int(one[field]), Int(other[field]))
        guard left != 0, right != 0 else { return Likeness(level: 0) }
        let values = values[field]
        if left == right { return Likeness(level: 1, rarity: values.bits.base[left]) }
        let likeness = unequal(values, left, right)
        if values.kind == .code, likeness.level >= 3, areTwoPeoples(field, one, other) {
            return Likeness(level: 6)
        }
        let partner = partners[field]
        guard partner >= 0 else { return likeness }
        let swapped = kinds[field] == .given || kinds[field] == .surname ? 5 : 4
        guard likeness.level > swapped else { return likeness }
        let isSwapped =
            isSame(field, left, partner, Int(other[partner]))
            || isSame(field, right, partner, Int(one[partner]))
        return isSwapped ? Likeness(level: swapped, rarity: commoner(values.bits, left, right)) : likeness
    }

    /// Whether two NIKs are whole, each in accord with its own record's birth date, and so no slip of one: everybody has one for life.
    ///
    /// A serial may be a slip where the names are one as well.
    /// - Source: UU 24/2013 art. 13.
    private func areTwoPeoples(_ field: Int, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>)
        -> Bool
    {
        guard isOwnNIK(field, one), isOwnNIK(field, other) else { return false }
        let (left, right) = (
            values[field].texts.text(Int(one[field])), values[field].texts.text(Int(other[field]))
        )
        guard LinkageLevels.same(left, right, from: 0, to: 12) else { return true }
        return !names.contains {
            values[$0].signs.base[Int(one[$0])] == values[$0].signs.base[Int(other[$0])]
        }
    }

    private func isOwnNIK(_ field: Int, _ row: UnsafePointer<UInt32>) -> Bool {
        let sign = values[field].signs.base[Int(row[field])]
        guard sign != 0, birth >= 0 else { return false }
        return values[birth].signs.base[Int(row[birth])] % 1_000_000 == sign & 0xFFFF_FFFF
    }

    /// Whether a value of one comparison is written like one of another.
    private func isSame(_ field: Int, _ value: Int, _ otherField: Int, _ other: Int) -> Bool {
        other != 0 && Hash.isSame(values[field].texts.text(value), values[otherField].texts.text(other))
    }

    private func commoner(_ bits: PlainRow<Float>, _ one: Int, _ other: Int) -> Float {
        min(bits.base[one], bits.base[other])
    }

    private func unequal(_ values: LinkageValues, _ one: Int, _ other: Int) -> Likeness {
        switch values.kind {
        case .name: LinkageLevels.name(values, one, other)
        case .given, .surname: word(values, one, other)
        case .date: Likeness(level: LinkageLevels.date(values.signs.base[one], values.signs.base[other]))
        case .code: Likeness(level: LinkageLevels.code(values.texts.text(one), values.texts.text(other)))
        case .place, .text: text(values, one, other)
        case .number: Likeness(level: number(values, one, other))
        case .category: Likeness(level: 2)
        }
    }

    // MARK: Kinds

    /// 2 of one sound, 3 one edit, 4 nearly, 5 in the other's place, 6 a beginning or a shared word, 7 somewhat, 8 different.
    private func word(_ values: LinkageValues, _ one: Int, _ other: Int) -> Likeness {
        if values.signs.base[one] == values.signs.base[other] {
            return Likeness(level: 2, rarity: values.soundBits.base[one])
        }
        let rarity = commoner(values.soundBits, one, other)
        let (left, right) = (values.texts.text(one), values.texts.text(other))
        if min(left.count, right.count) >= 3, TextDistance.isOneEdit(left, right) {
            return Likeness(level: 3, rarity: rarity)
        }
        let similarity = TextDistance.jaroWinkler(left, right, least: 0.8)
        if similarity >= 0.9 { return Likeness(level: 4, rarity: rarity) }
        let isShared = LinkageLevels.shared(values.words(of: one), values.words(of: other)) > 0
        if isShared || TextDistance.isBeginning(left, right) { return Likeness(level: 6) }
        return Likeness(level: similarity >= 0.8 ? 7 : 8)
    }

    /// 2 day and month exchanged, 3 one digit, 4 two parts equal, 5 day and month equal, 6 the year equal, 7 different.
    static func date(_ one: UInt64, _ other: UInt64) -> Int {
        let (left, right) = (
            (one / 10_000, one / 100 % 100, one % 100), (other / 10_000, other / 100 % 100, other % 100)
        )
        if left.0 == right.0, left.1 == right.2, left.2 == right.1 { return 2 }
        var (digits, one, other) = (0, one, other)
        for _ in 0..<8 {
            if one % 10 != other % 10 { digits += 1 }
            one /= 10
            other /= 10
        }
        if digits == 1 { return 3 }
        if left.0 == right.0, left.1 == right.1 || left.2 == right.2 { return 4 }
        if left.1 == right.1, left.2 == right.2 { return 5 }
        return left.0 == right.0 ? 6 : 7
    }

    /// 2 one edit, 3 nearly, 4 two thirds of the beginning or of the end, 5 different; 6 (`areTwoPeoples`) never one person's.
    ///
    /// Of two numbers that say area and birth date (NIK), another serial is another person of that day, a twin; and another day is
    /// a neighbour, most serials being 0001: both at most level 4.
    static func code(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
        let short = min(one.count, other.count)
        guard short >= 4 else { return 5 }
        let isNIK = one.count == 16 && other.count == 16
        if isNIK, same(one, other, from: 0, to: 12) { return 4 }
        let isOtherDay = isNIK && !same(one, other, from: 6, to: 12)
        if TextDistance.isOneEdit(one, other) { return isOtherDay ? 4 : 2 }
        if one.count == other.count, short >= 6 {
            var differing = 0
            for place in 0..<short where one[place] != other[place] { differing += 1 }
            if differing <= 2 { return isOtherDay ? 4 : 3 }
        }
        let part = short * 2 / 3
        let isPart =
            same(one, other, from: 0, to: part)
            || same(
                UnsafeBufferPointer(rebasing: one.suffix(part)),
                UnsafeBufferPointer(rebasing: other.suffix(part)),
                from: 0,
                to: part
            )
        return isPart ? 4 : 5
    }

    private static func same(
        _ one: UnsafeBufferPointer<UInt8>,
        _ other: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to end: Int
    ) -> Bool {
        for place in start..<end where one[place] != other[place] { return false }
        return true
    }

    /// 2 one edit or of one sound, 3 nearly or the same words, 4 in the other line, 5 half the words, 6 different.
    private func text(_ values: LinkageValues, _ one: Int, _ other: Int) -> Likeness {
        if values.signs.base[one] == values.signs.base[other] {
            return Likeness(level: 2, rarity: values.soundBits.base[one])
        }
        let rarity = commoner(values.soundBits, one, other)
        let (left, right) = (values.texts.text(one), values.texts.text(other))
        if min(left.count, right.count) >= 3, TextDistance.isOneEdit(left, right) {
            return Likeness(level: 2, rarity: rarity)
        }
        let (leftWords, rightWords) = (values.words(of: one), values.words(of: other))
        let shared = LinkageLevels.shared(leftWords, rightWords)
        let isAll = shared == max(leftWords.count, rightWords.count)
        if isAll || TextDistance.jaroWinkler(left, right, least: 0.92) >= 0.92 {
            return Likeness(level: 3, rarity: rarity)
        }
        let least = max(min(leftWords.count, rightWords.count), 1)
        return Likeness(level: shared > 0 && shared * 2 >= least ? 5 : 6)
    }

    /// How many words of one stand in the other.
    private static func shared(_ one: UnsafeBufferPointer<UInt32>, _ other: UnsafeBufferPointer<UInt32>)
        -> Int
    {
        var count = 0
        for word in one where other.contains(word) { count += 1 }
        return count
    }

    /// 2 within a hundredth, 3 one edit, 4 different.
    private func number(_ values: LinkageValues, _ one: Int, _ other: Int) -> Int {
        let (left, right) = (
            Double(bitPattern: values.signs.base[one]), Double(bitPattern: values.signs.base[other])
        )
        if abs(left - right) <= 0.01 * max(abs(left), abs(right)) { return 2 }
        let (leftText, rightText) = (values.texts.text(one), values.texts.text(other))
        return min(leftText.count, rightText.count) >= 2 && TextDistance.isOneEdit(leftText, rightText)
            ? 3 : 4
    }
}

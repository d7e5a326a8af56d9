/// The parts of comparisons by which records may agree: a whole value or its sound, a beginning, an end, a rare word.
///
/// - Shape: each record has one number a slot, 0 where it has none; a part with several slots agrees where any two do.
struct LinkageParts: Sendable {
    struct Part: Sendable {
        /// The comparisons that agree, more or less, where the part does.
        let fields: [Int]
        /// Whether it is the whole of a name, a date or an identifier.
        let isWhole: Bool
        let slots: Range<Int>
    }

    /// Where the number of a slot is found.
    private struct Slot: BitwiseCopyable {
        let base: UnsafePointer<UInt32>
        let field: Int
        let width: Int
    }

    private(set) var parts: [Part] = []
    private(set) var slotCount = 0
    private let slots = PlainRow<Slot>()
    /// Hashes of each value, slot by slot, for each comparison.
    private let hashes: [PlainRow<UInt32>]
    /// A given name and a surname, whichever is which.
    private var exchanged: (given: Int, surname: Int)?
    private let values: [LinkageValues]

    init(_ table: LinkageTable, _ each: @escaping LinkagePieces) {
        values = table.values
        let built = LinkageResults<PlainRow<UInt32>>(count: values.count)
        each(values.count) { field in
            let values = table.values[field]
            built.take(LinkageParts.hashes(values, LinkageParts.width(values.kind)), field)
        }
        hashes = built.all
        for (field, values) in values.enumerated() {
            let start = slotCount
            for (isWhole, width) in LinkageParts.widths(values.kind) {
                parts.append(
                    Part(fields: [field], isWhole: isWhole, slots: slotCount..<(slotCount + width))
                )
                slotCount += width
            }
            for place in 0..<(slotCount - start) {
                slots.append(Slot(base: hashes[field].base + place, field: field, width: slotCount - start))
            }
        }
        let kinds = table.spec.fields.map(\.kind)
        if let given = kinds.firstIndex(of: .given), let surname = kinds.firstIndex(of: .surname) {
            exchanged = (given, surname)
            parts.append(
                Part(fields: [given, surname], isWhole: true, slots: slotCount..<(slotCount + 1))
            )
            slotCount += 1
        }
    }

    /// The number of a record's part.
    @inline(__always)
    func number(_ slot: Int, _ row: UnsafePointer<UInt32>) -> UInt32 {
        guard slot < slots.count else { return exchanged(row) }
        let place = slots.base[slot]
        return place.base[Int(row[place.field]) * place.width]
    }

    private func exchanged(_ row: UnsafePointer<UInt32>) -> UInt32 {
        guard let exchanged else { return 0 }
        let (given, surname) = (Int(row[exchanged.given]), Int(row[exchanged.surname]))
        guard given != 0, surname != 0 else { return 0 }
        return short(
            values[exchanged.given].signs.base[given] &+ values[exchanged.surname].signs.base[surname]
        )
    }

    private func short(_ hash: UInt64) -> UInt32 { UInt32(Hash.mix(hash) >> 32) | 1 }

    /// The parts of each kind: whether they are whole, and how many slots they have.
    private static func widths(_ kind: LinkageSpec.Kind) -> [(isWhole: Bool, width: Int)] {
        switch kind {
        case .category, .number: [(false, 1)]
        case .date, .code: [(true, 1), (false, 1), (false, 1)]
        case .name: [(true, 1), (false, rareWords)]
        case .given, .surname: [(true, 1), (false, 1)]
        case .place, .text: [(false, 1), (false, 1), (false, 1)]
        }
    }

    /// Whether a value of a kind can name a person by itself.
    static func isTelling(_ kind: LinkageSpec.Kind) -> Bool { widths(kind).contains(where: \.isWhole) }

    private static func width(_ kind: LinkageSpec.Kind) -> Int { widths(kind).reduce(0) { $0 + $1.width } }

    /// Words of a name that may agree: its rarest.
    private static let rareWords = 2

    private static func hashes(_ values: LinkageValues, _ width: Int) -> PlainRow<UInt32> {
        let hashes = PlainRow<UInt32>(repeating: 0, count: values.texts.count * width)
        for value in 1..<max(values.texts.count, 1) { fill(hashes.base + value * width, values, value) }
        return hashes
    }

    private static func fill(_ slots: UnsafeMutablePointer<UInt32>, _ values: LinkageValues, _ value: Int) {
        let text = values.texts.text(value)
        func hash(_ part: some Sequence<UInt8>, _ name: UInt64) -> UInt32 {
            var hash = name
            for byte in part { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return UInt32(Hash.mix(hash) >> 32) | 1
        }
        func short(_ sign: UInt64) -> UInt32 { UInt32(Hash.mix(sign) >> 32) | 1 }
        switch values.kind {
        case .category, .number: slots[0] = hash(text, 1)
        case .date:
            let date = values.signs.base[value]
            let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
            // Day and month may have been exchanged.
            slots[0] = short(year * 10_000 + min(month, day) * 100 + max(month, day))
            slots[1] = short(1 << 40 | date / 100)
            slots[2] = short(1 << 41 | date % 10_000)
        case .code:
            slots[0] = hash(text, 2)
            slots[1] = hash(text.prefix((text.count + 1) / 2), 3)
            slots[2] = hash(text.suffix((text.count + 1) / 2), 4)
        case .name:
            slots[0] = short(values.signs.base[value])
            let rare = rarest(values, value, rareWords)
            for (slot, word) in rare.enumerated() { slots[1 + slot] = short(values.words.sounds[word]) }
        case .given, .surname:
            slots[0] = short(values.signs.base[value])
            slots[1] = hash(text.prefix(3), 5)
        case .place, .text:
            slots[0] = short(values.signs.base[value])
            slots[1] = hash(text.prefix(3), 6)
            let rare = rarest(values, value, 1)
            if let word = rare.first { slots[2] = short(values.words.sounds[word]) }
        }
    }

    /// The rarest words of a value, by what their sounds are worth, then in order of arrival.
    private static func rarest(_ values: LinkageValues, _ value: Int, _ most: Int) -> [Int] {
        let bits = values.words.bits
        return values.words(of: value).map { Int($0) }.sorted { (bits[$1], $0) < (bits[$0], $1) }
            .prefix(most).map(\.self)
    }
}

import Synchronization

/// Which records are compared at all: those that agree on some key, each key two parts of different comparisons, or one
/// part that few records share (pemblokan).
///
/// Keys are chosen by what they would find and what they cost. A value that too many share (one telephone of thousands) makes no
/// pairs by itself; it is left to the keys that join it with another part, and told (`LinkageTable.crowds`). Pairs are found by walking both tables in
/// order of one key's numbers after the other: nothing of a key is kept when the walk is over.
struct LinkageKeys: Sendable {
    /// Two parts, or one.
    struct Key: Sendable {
        /// The comparisons that agree, more or less, where the key does.
        let fields: [Int]
        /// The same, one bit each.
        let mask: UInt32
        /// Which slots of a record make its numbers; the second is -1 where there is one part.
        let slots: [(Int, Int)]

        init(_ part: LinkageParts.Part) {
            fields = part.fields
            mask = Key.mask(fields)
            slots = part.slots.map { ($0, -1) }
        }

        init(_ one: LinkageParts.Part, _ other: LinkageParts.Part) {
            fields = one.fields + other.fields
            mask = Key.mask(fields)
            slots = one.slots.flatMap { slot in other.slots.map { (slot, $0) } }
        }

        private static func mask(_ fields: [Int]) -> UInt32 { fields.reduce(0) { $0 | 1 << UInt32($1) } }

        /// The numbers that a record has, by those of its parts.
        @inline(__always)
        func forEachNumber(_ part: (Int) -> UInt32, _ body: (UInt32) -> Void) {
            for (one, other) in slots {
                let first = part(one)
                guard first != 0 else { continue }
                guard other >= 0 else {
                    body(first)
                    continue
                }
                let second = part(other)
                if second != 0 {
                    body(UInt32(truncatingIfNeeded: Hash.mix(UInt64(first) << 32 | UInt64(second)) >> 20))
                }
            }
        }
    }

    let keys: [Key]
    private let parts: LinkageParts
    private let table: LinkageTable

    init(_ table: LinkageTable, _ each: @escaping LinkagePieces) {
        self.table = table
        parts = LinkageParts(table, each)
        keys = LinkageChoice(table, parts, each).keys
    }

    /// The numbers of some records by one key, in order, each above the record's place.
    ///
    /// - Shape: `place` gives the record of each place.
    func entries(_ key: Int, _ count: Int, _ record: (Int) -> Int) -> PlainRow<UInt64> {
        let entries = PlainRow<UInt64>(capacity: count)
        let key = keys[key]
        for place in 0..<count {
            let row = table.row(record(place))
            key.forEachNumber({ parts.number($0, row) }) { entries.append(UInt64($0) << 32 | UInt64(place)) }
        }
        return LinkageOrder.sorted(entries)
    }

    /// The numbers of all that may be partners, above their records.
    func partners(_ key: Int) -> PlainRow<UInt64> {
        let partners = table.partners
        let entries = entries(key, partners.count) { partners.lowerBound + $0 }
        for place in 0..<entries.count { entries.base[place] += UInt64(partners.lowerBound) }
        return entries
    }

    /// The numbers that more partners share than can be compared.
    func crowds(_ partners: PlainRow<UInt64>) -> Set<UInt32> {
        var crowds: Set<UInt32> = []
        LinkageOrder.forEachBlock(partners) { number, block in
            if block.count > table.mostPartners { crowds.insert(number) }
        }
        return crowds
    }

    /// Whether a key makes a pair; crowds are those of the key.
    func makes(
        _ key: Int,
        _ one: UnsafePointer<UInt32>,
        _ other: UnsafePointer<UInt32>,
        _ crowds: Set<UInt32>
    ) -> Bool {
        var isMade = false
        keys[key].forEachNumber({ parts.number($0, one) }) { number in
            guard !isMade else { return }
            keys[key].forEachNumber({ parts.number($0, other) }) { isMade = isMade || $0 == number }
            if isMade, crowds.contains(number) { isMade = false }
        }
        return isMade
    }
}

/// Numbers of keys above places of records, in order.
enum LinkageOrder {
    /// Entries by their numbers, those of one number as they came (radix sort).
    static func sorted(_ entries: PlainRow<UInt64>) -> PlainRow<UInt64> {
        guard entries.count > 1 else { return entries }
        var (from, to) = (entries, PlainRow<UInt64>(repeating: 0, count: entries.count))
        for shift in [32, 43, 54] as [UInt64] {
            var starts = [Int](repeating: 0, count: 2049)
            starts.withUnsafeMutableBufferPointer { starts in
                for entry in from.buffer { starts[Int((entry >> shift) & 2047) + 1] += 1 }
                for digit in 1..<2049 { starts[digit] += starts[digit - 1] }
                let target = to.base
                for entry in from.buffer {
                    let digit = Int((entry >> shift) & 2047)
                    target[starts[digit]] = entry
                    starts[digit] += 1
                }
            }
            swap(&from, &to)
        }
        return from
    }

    /// Calls for the places of each number.
    @inline(__always)
    static func forEachBlock(
        _ entries: PlainRow<UInt64>,
        _ body: (_ number: UInt32, _ block: Range<Int>) -> Void
    ) {
        let (base, count) = (entries.base, entries.count)
        var start = 0
        while start < count {
            let number = base[start] >> 32
            var end = start + 1
            while end < count, base[end] >> 32 == number { end += 1 }
            body(UInt32(number), start..<end)
            start = end
        }
    }

    /// Calls for the blocks of the numbers that both have.
    @inline(__always)
    static func forEachMeeting(
        _ left: PlainRow<UInt64>,
        _ right: PlainRow<UInt64>,
        _ body: (_ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>) -> Void
    ) {
        let (base, count) = (right.base, right.count)
        var start = 0
        forEachBlock(left) { number, block in
            while start < count, UInt32(base[start] >> 32) < number { start += 1 }
            var end = start
            while end < count, UInt32(base[end] >> 32) == number { end += 1 }
            guard end > start else { return }
            body(
                UnsafeBufferPointer(start: left.base + block.lowerBound, count: block.count),
                UnsafeBufferPointer(start: base + start, count: end - start)
            )
            start = end
        }
    }
}

/// Where pieces put what they made, each at its own place.
final class LinkageResults<Result>: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Result?>
    private let count = Atomic(0)

    init(count: Int) {
        places = .allocate(capacity: count)
        places.initialize(repeating: nil)
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    func take(_ result: Result, _ place: Int) {
        places[place] = result
        count.wrappingAdd(1, ordering: .relaxed)
    }

    /// How many pieces are done.
    var taken: Int { count.load(ordering: .relaxed) }

    /// What was made, in order of the pieces.
    var all: [Result] { places.compactMap(\.self) }
}

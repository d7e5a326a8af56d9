/// Distinct texts, numbered in order of arrival; number 0 is the empty text.
final class TextStore: Sendable {
    private let bytes = PlainRow<UInt8>()
    private let starts = PlainRow<UInt32>()
    /// Half of a text's hash above its number, plus one; 0 where free.
    private let slots = Slots()
    private let hashes = PlainRow<UInt64>()
    /// What fetching read, so that it is not left out as useless.
    private let fetched = PlainRow<UInt64>(repeating: 0, count: 1)

    private final class Slots: @unchecked Sendable {
        var row = PlainRow<UInt64>(repeating: 0, count: 1024)
    }

    init() {
        starts.append(0)
        starts.append(0)
    }

    /// How many texts there are, the empty one among them.
    var count: Int { starts.count - 1 }

    /// A text by its number.
    func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts.base[number])
        return UnsafeBufferPointer(
            start: bytes.base + start,
            count: Int(starts.base[number + 1]) - start
        )
    }

    /// The number of a text, and whether it is new.
    func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        text.isEmpty ? (0, false) : number(of: text, Hash.of(text))
    }

    /// The numbers of some texts; calls for each in order.
    ///
    /// Their places are fetched together first: memory answers many questions in the time of one.
    func forEachNumber(
        of texts: PlainRow<UInt8>,
        ends: PlainRow<Int>,
        _ body: (_ place: Int, _ number: Int, _ isNew: Bool) -> Void
    ) {
        hashes.shorten(to: 0)
        var start = 0
        for end in ends.buffer {
            hashes.append(Hash.of(UnsafeBufferPointer(start: texts.base + start, count: end - start)))
            start = end
        }
        fetch()
        start = 0
        for (place, end) in ends.buffer.enumerated() {
            let text = UnsafeBufferPointer(start: texts.base + start, count: end - start)
            let (number, isNew) = text.isEmpty ? (0, false) : number(of: text, hashes.base[place])
            body(place, number, isNew)
            start = end
        }
    }

    /// Reads where the texts of some hashes stand, if they do.
    private func fetch() {
        let mask = slots.row.count - 1
        let (slots, starts) = (slots.row.base, starts.base)
        var sum: UInt64 = 0
        for hash in hashes.buffer { sum &+= slots[Int(truncatingIfNeeded: hash) & mask] }
        for hash in hashes.buffer {
            let slot = slots[Int(truncatingIfNeeded: hash) & mask]
            if slot & 0xFFFF_FFFF_0000_0000 == hash & 0xFFFF_FFFF_0000_0000 {
                sum &+= UInt64(bytes.base[Int(starts[Int(slot & 0xFFFF_FFFF) - 1])])
            }
        }
        fetched.base[0] = sum
    }

    private func number(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (number: Int, isNew: Bool) {
        if count * 2 > slots.row.count { rehash() }
        let mark = hash & 0xFFFF_FFFF_0000_0000
        let mask = slots.row.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots.row.base[place] != 0 {
            let slot = slots.row.base[place]
            if slot & 0xFFFF_FFFF_0000_0000 == mark {
                let number = Int(slot & 0xFFFF_FFFF) - 1
                if Hash.isSame(self.text(number), text) { return (number, false) }
            }
            place = (place + 1) & mask
        }
        let number = count
        slots.row.base[place] = mark | UInt64(number + 1)
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        return (number, true)
    }

    /// Frees what only finding needs.
    func close() { slots.row = PlainRow(repeating: 0, count: 1) }

    private func rehash() {
        let larger = PlainRow<UInt64>(repeating: 0, count: slots.row.count * 2)
        let mask = larger.count - 1
        for number in 1..<count {
            let hash = Hash.of(text(number))
            var place = Int(truncatingIfNeeded: hash) & mask
            while larger.base[place] != 0 { place = (place + 1) & mask }
            larger.base[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
        }
        slots.row = larger
    }
}

/// Numbers that stand for texts: in tables of texts, and in keys of blocks.
enum Hash {
    /// Eight bytes a step, multiplied at full width and folded; never 0.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        if place < raw.count {
            var rest: UInt64 = 0
            while place < raw.count {
                rest = rest << 8 | UInt64(raw[place])
                place += 1
            }
            hash = fold(hash ^ rest)
        }
        return mix(hash) | 1
    }

    static func isSame(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard one.count == other.count else { return false }
        for place in 0..<one.count where one[place] != other[place] { return false }
        return true
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low
    }

    /// A number that no simple relation ties to another's (SplitMix64).
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

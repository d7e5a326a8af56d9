import Glibc
import Vocabulary

/// The distinct values of one comparison, of both tables together, as they are compared.
///
/// - Shape: value 0 is unknown; equal values have one number. A name's value is the bag of its words.
final class LinkageValues: @unchecked Sendable {
    let kind: LinkageSpec.Kind
    let texts = TextStore()
    let words: LinkageWords
    /// Where each value's words begin in `wordNumbers`; those of the next value end them.
    private let firstWords = PlainRow<UInt32>()
    private let wordNumbers = PlainRow<UInt32>()
    /// A number for the sound of a text, year month and day of a date, the birth date of a NIK, or the bits of a number.
    let signs = PlainRow<UInt64>()
    /// How many records of the left and of the right table have each value.
    private let leftUses = PlainRow<UInt32>()
    private let rightUses = PlainRow<UInt32>()
    /// The bits that the rarity of each value is worth, and that of its sound.
    private(set) var bits = PlainRow<Float>()
    private(set) var soundBits = PlainRow<Float>()
    /// How often two records at random, one of each table or two of one, have one value, and one sound.
    private(set) var share = 0.0
    private(set) var soundShare = 0.0

    private let isKnown: Bool
    private let open = Open()
    private let folded = PlainRow<UInt8>()
    private let bag = PlainRow<UInt32>()

    /// A value is cut at this length: nothing that people or offices write is longer.
    private static let longest = 256

    /// Values of a kind.
    ///
    /// - Shape: `known` are the bits of each word's sound where they are known beforehand, not counted.
    init(_ kind: LinkageSpec.Kind, known: ((String) -> Float)? = nil) {
        self.kind = kind
        isKnown = known != nil
        words = LinkageWords(isOfNames: [.name, .given, .surname].contains(kind), known: known)
        for row in [firstWords, firstWords, leftUses, rightUses] { row.append(0) }
        signs.append(0)
    }

    /// Whether values are compared word by word.
    var hasWords: Bool { ![.date, .number, .code].contains(kind) }

    /// The words of a value.
    func words(of value: Int) -> UnsafeBufferPointer<UInt32> {
        let start = Int(firstWords.base[value])
        return UnsafeBufferPointer(
            start: wordNumbers.base + start,
            count: Int(firstWords.base[value + 1]) - start
        )
    }

    /// Gives each of some cells its number; 0 where it says nothing, or no date or number where one belongs.
    func number(
        _ count: Int,
        isRight: Bool,
        _ cell: (Int) -> UnsafeBufferPointer<UInt8>,
        _ numbers: PlainRow<UInt32>
    ) {
        var start = 0
        while start < count {
            let end = min(start + LinkageValues.cellsAtOnce, count)
            open.forget()
            for place in start..<end { read(cell(place)) }
            texts.forEachNumber(of: open.texts, ends: open.textEnds) { place, number, isNew in
                let words = open.words(place)
                if isNew { add(words, sign: open.signs.base[place]) }
                for word in words where hasWords { self.words.uses.base[Int(word)] += 1 }
                if isRight { rightUses.base[number] += 1 } else { leftUses.base[number] += 1 }
                numbers.append(UInt32(number))
            }
            start = end
        }
    }

    private static let cellsAtOnce = 256

    private func add(_ words: UnsafeBufferPointer<UInt32>, sign: UInt64) {
        leftUses.append(0)
        rightUses.append(0)
        wordNumbers.append(contentsOf: words)
        firstWords.append(UInt32(wordNumbers.count))
        signs.append(sign)
    }

    /// Cells in the form in which they are compared, whose numbers are not yet known.
    private struct Open {
        let texts = PlainRow<UInt8>()
        let textEnds = PlainRow<Int>()
        let bags = PlainRow<UInt32>()
        let bagEnds = PlainRow<Int>()
        let signs = PlainRow<UInt64>()

        func forget() {
            texts.shorten(to: 0)
            textEnds.shorten(to: 0)
            bags.shorten(to: 0)
            bagEnds.shorten(to: 0)
            signs.shorten(to: 0)
        }

        func add(_ text: UnsafeBufferPointer<UInt8>, _ bag: UnsafeBufferPointer<UInt32>, sign: UInt64) {
            texts.append(contentsOf: text)
            bags.append(contentsOf: bag)
            textEnds.append(texts.count)
            bagEnds.append(bags.count)
            signs.append(sign)
        }

        func words(_ place: Int) -> UnsafeBufferPointer<UInt32> {
            let start = place == 0 ? 0 : bagEnds.base[place - 1]
            return UnsafeBufferPointer(start: bags.base + start, count: bagEnds.base[place] - start)
        }
    }

    private func read(_ written: UnsafeBufferPointer<UInt8>) {
        let cut = UnsafeBufferPointer(rebasing: written.prefix(LinkageValues.longest))
        guard let sign = sign(of: cut) else {
            open.add(
                UnsafeBufferPointer(start: nil, count: 0),
                UnsafeBufferPointer(start: nil, count: 0),
                sign: 0
            )
            return
        }
        let words = UnsafeBufferPointer(bag.buffer)
        let raw = UnsafeRawBufferPointer(words)
        let text =
            kind == .name ? raw.assumingMemoryBound(to: UInt8.self) : UnsafeBufferPointer(folded.buffer)
        open.add(text, words, sign: sign)
    }

    /// Brings a text into the form in which it is compared, in `folded` and `bag`; its sign, nil where it says nothing.
    private func sign(of written: UnsafeBufferPointer<UInt8>) -> UInt64? {
        bag.shorten(to: 0)
        switch kind {
        case .date: return readDate(written)
        case .number: return readNumber(written)
        case .code:
            TextFold.fold(written, into: folded)
            removeBlanks()
            return folded.count == 0 ? nil : birthOfNIK()
        case .name, .given, .surname, .place, .text, .category:
            TextFold.fold(written, into: folded)
            guard folded.count > 0 else { return nil }
            readWords()
            return bag.count == 0 ? nil : sound()
        }
    }

    /// The birth date that a NIK tells, as `YYMMDD` above a mark; 0 of what is none.
    ///
    /// - Source: Permendagri 76/2020: area 6, day (women's 40 more), month, year, serial 4.
    private func birthOfNIK() -> UInt64 {
        let digits = folded.buffer
        guard digits.count == 16, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        func pair(_ place: Int) -> UInt64 {
            UInt64(digits[place] - 0x30) * 10 + UInt64(digits[place + 1] - 0x30)
        }
        let (day, month) = (pair(6) % 40, pair(8))
        guard (1...31).contains(day), (1...12).contains(month) else { return 0 }
        return 1 << 32 | (pair(10) * 10_000 + month * 100 + day)
    }

    private func removeBlanks() {
        var kept = 0
        for place in 0..<folded.count where folded.base[place] != 0x20 {
            folded.base[kept] = folded.base[place]
            kept += 1
        }
        folded.shorten(to: kept)
    }

    private func readWords() {
        let text = UnsafeBufferPointer(folded.buffer)
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != 0x20 { end += 1 }
            bag.append(UInt32(words.number(of: UnsafeBufferPointer(rebasing: text[start..<end]))))
            start = end + 1
        }
        guard kind == .name else { return }
        // ST before a name is Siti; behind it a degree.
        if bag.count > 1, begins(text, "st ") { bag[0] = UInt32(siti) }
        // The bag of a name's words: repeats are one, their order says nothing; titles count where they are all there is.
        if bag.buffer.contains(where: { words.names(Int($0)) }) { keep { words.names(Int($0)) } }
        bag.sort()
        var last: UInt32 = 0
        keep { word in
            defer { last = word }
            return word != last
        }
    }

    private func begins(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        text.count >= word.utf8CodeUnitCount
            && (0..<word.utf8CodeUnitCount).allSatisfy { text[$0] == word.utf8Start[$0] }
    }

    private var siti: Int { [UInt8]("siti".utf8).withUnsafeBufferPointer { words.number(of: $0) } }

    private func keep(_ isKept: (UInt32) -> Bool) {
        var kept = 0
        for place in 0..<bag.count where isKept(bag.base[place]) {
            bag.base[kept] = bag.base[place]
            kept += 1
        }
        bag.shorten(to: kept)
    }

    private func sound() -> UInt64 {
        var sound: UInt64 = 0
        for word in bag.buffer {
            let heard = words.sounds[Int(word)]
            sound = kind == .name ? sound &+ Hash.mix(heard) : Hash.mix(sound &* 31 &+ heard)
        }
        return sound | 1
    }

    private func readNumber(_ written: UnsafeBufferPointer<UInt8>) -> UInt64? {
        folded.shorten(to: 0)
        for byte in written where (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D {
            folded.append(byte)
        }
        guard let number = Double(String(decoding: folded.buffer, as: UTF8.self)), number.isFinite else {
            return nil
        }
        return number.bitPattern
    }

    /// `YYYYMMDD`, or the forms of the offices' files; nil where it is no date of the calendar.
    private func readDate(_ written: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard let day = LinkageValues.plainDay(written) ?? Day(cell: Cell(bytes: written))
        else { return nil }
        let date = day.date
        let number = UInt64(date.year * 10_000 + date.month * 100 + date.day)
        folded.shorten(to: 0)
        var rest = number
        for _ in 0..<8 {
            folded.append(UInt8(0x30 + rest % 10))
            rest /= 10
        }
        folded.reverse()
        return number
    }

    /// `YYYY-MM-DD` and `YYYYMMDD`, read without a text.
    private static func plainDay(_ written: UnsafeBufferPointer<UInt8>) -> Day? {
        var number = 0
        var digits = 0
        for (place, byte) in written.enumerated() {
            if byte == 0x20 || (byte == 0x2D && (place == 4 || place == 7)) { continue }
            guard (0x30...0x39).contains(byte), digits < 8 else { return nil }
            number = number * 10 + Int(byte - 0x30)
            digits += 1
        }
        return digits == 8 ? Day(year: number / 10_000, month: number / 100 % 100, day: number % 100) : nil
    }

    // MARK: Rarity

    /// Takes the bits of a name's words, which were known beforehand.
    private func takeKnown() {
        bits = PlainRow(repeating: 0, count: texts.count)
        for value in 1..<max(texts.count, 1) {
            bits[value] = min(words(of: value).reduce(0) { $0 + words.bits[Int($1)] }, LinkageValues.mostBits)
        }
        soundBits = bits
    }

    /// No name is rarer, in bits: relatives have whole names in common.
    static let mostBits: Float = 24

    /// How many records have each of the values that more partners share than can be compared.
    func shared(byMoreThan most: Int, isOneTable: Bool) -> [Int] {
        let partners = isOneTable ? leftUses : rightUses
        return (1..<max(texts.count, 1)).lazy.filter { Int(partners[$0]) > most }.map {
            Int(self.leftUses[$0]) + Int(self.rightUses[$0])
        }
    }

    /// Measures how rare each value is, once all records are there.
    func close(isOneTable: Bool) {
        texts.close()
        words.close()
        guard !isKnown else { return takeKnown() }
        let count = texts.count
        var heard: [UInt64: (left: Double, right: Double)] = [:]
        var (left, right) = (0.0, 0.0)
        for value in 1..<max(count, 1) {
            left += Double(leftUses[value])
            right += Double(rightUses[value])
            if hasWords {
                heard[signs[value], default: (0, 0)].left += Double(leftUses[value])
                heard[signs[value], default: (0, 0)].right += Double(rightUses[value])
            }
        }
        let all = max(left + right, 1)
        let pairs = isOneTable ? max(left * (left - 1), 1) : max(left * right, 1)
        func meetings(_ left: Double, _ right: Double) -> Double {
            isOneTable ? left * (left - 1) : left * right
        }
        bits = PlainRow(repeating: 0, count: count)
        soundBits = PlainRow(repeating: 0, count: hasWords ? count : 1)
        for value in 1..<max(count, 1) {
            let uses = Double(leftUses[value]) + Double(rightUses[value])
            // A value of one record alone is no rarer than one that two share.
            bits[value] = Float(log2(all / max(uses, 2)))
            share += meetings(Double(leftUses[value]), Double(rightUses[value]))
            if hasWords, let heard = heard[signs[value]] {
                soundBits[value] = Float(log2(all / max(heard.left + heard.right, 2)))
            }
        }
        // Whole numbers, whose sum is the same in any order.
        for heard in heard.values { soundShare += meetings(heard.left, heard.right) }
        (share, soundShare) = (share / pairs, soundShare / pairs)
    }
}

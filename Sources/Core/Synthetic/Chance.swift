/// The invented nation's own chance (bilangan acak): SplitMix64, the same numbers on every machine.
///
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct Chance {
    private var state: UInt64

    /// Starts a stream of chance of its own for one purpose and one index.
    init(seed: UInt64, purpose: UInt64, index: Int = 0) {
        state = Chance.mix(seed ^ Chance.mix(purpose &+ 0x9E37_79B9_7F4A_7C15))
        state = Chance.mix(state ^ UInt64(bitPattern: Int64(index)) &* 0xD1B5_4A32_D192_ED03)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Chance.mix(state)
    }

    /// A whole number from 0 to one less than `bound`; 0 where the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        return Int(UInt64(bound).multipliedFullWidth(by: next()).high)
    }

    /// A whole number of a closed range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in this many of a hundred cases.
    mutating func percent(_ share: Int) -> Bool { below(100) < share }

    /// True in this many of a thousand cases.
    mutating func permille(_ share: Int) -> Bool { below(1000) < share }

    /// One element, each as likely; nil of an empty list.
    mutating func pick<Element>(_ list: [Element]) -> Element? {
        list.isEmpty ? nil : list[below(list.count)]
    }

    /// Puts a list in an order of chance.
    mutating func shuffle<Element>(_ list: inout [Element]) {
        guard list.count > 1 else { return }
        for position in stride(from: list.count - 1, to: 0, by: -1) {
            list.swapAt(position, below(position + 1))
        }
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Values with weights: each is drawn in proportion to its weight.
struct Weighted<Value: Sendable>: Sendable {
    private(set) var values: [Value] = []
    private(set) var upTo: [Int] = []

    /// The sum of the weights.
    var total: Int { upTo.last ?? 0 }

    /// Adds a value; one without a positive weight is left out.
    mutating func add(_ value: Value, weight: Int) {
        guard weight > 0 else { return }
        values.append(value)
        upTo.append(total + weight)
    }

    /// One value; nil where there is none.
    func draw(_ chance: inout Chance) -> Value? {
        guard !values.isEmpty else { return nil }
        let point = chance.below(total)
        var low = 0
        var high = values.count - 1
        while low < high {
            let middle = (low + high) / 2
            if upTo[middle] > point { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}

extension Weighted where Value: Equatable {
    /// The weight of a value; 0 where it is not among them.
    func weight(of value: Value) -> Int {
        guard let position = values.firstIndex(of: value) else { return 0 }
        return upTo[position] - (position == 0 ? 0 : upTo[position - 1])
    }
}

/// Finds the pairs of each key.
struct LinkageWalk: Sendable {
    let table: LinkageTable
    let keys: LinkageKeys
    /// The numbers of each key that too many share.
    let crowds: [Set<UInt32>]
    /// The comparisons of each key, one bit each; all bits where the key has crowds.
    private let plainMasks = PlainRow<UInt32>()
    private let fieldCount: Int

    init(table: LinkageTable, keys: LinkageKeys, crowds: [Set<UInt32>]) {
        self.table = table
        self.keys = keys
        self.crowds = crowds
        fieldCount = table.spec.fields.count
        for (key, crowds) in zip(keys.keys, crowds) { plainMasks.append(crowds.isEmpty ? key.mask : ~0) }
    }

    /// Calls for each pair that agrees on a key; one of several numbers may give a pair again.
    ///
    /// - Shape: of one table the earlier record is the first.
    @inline(__always)
    func forEachPair(_ key: Int, _ body: (_ one: Int, _ other: Int) -> Void) {
        let partners = keys.partners(key)
        if table.isOneTable {
            LinkageOrder.forEachBlock(partners) { _, block in
                guard block.count <= table.mostPartners else { return }
                for one in block {
                    for other in (one + 1)..<max(block.upperBound, one + 1) {
                        let (first, second) = (record(partners.base[one]), record(partners.base[other]))
                        if first < second { body(first, second) }
                    }
                }
            }
            return
        }
        let left = keys.entries(key, table.leftCount) { $0 }
        LinkageOrder.forEachMeeting(left, partners) { left, right in
            guard right.count <= table.mostPartners else { return }
            for one in left { for other in right { body(record(one), record(other)) } }
        }
    }

    /// Whether no earlier key makes a pair, as far as equal values tell: they have every part in common.
    @inline(__always)
    func mayBeFirst(_ key: Int, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Bool {
        var equal: UInt32 = 0
        for field in 0..<fieldCount where one[field] == other[field] && one[field] != 0 {
            equal |= 1 << UInt32(field)
        }
        for earlier in 0..<key where plainMasks.base[earlier] & ~equal == 0 { return false }
        return true
    }

    /// Whether no earlier key makes a pair.
    func isFirst(_ key: Int, _ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Bool {
        for earlier in 0..<key where keys.makes(earlier, one, other, crowds[earlier]) { return false }
        return true
    }

    private func record(_ entry: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: entry)) }
}

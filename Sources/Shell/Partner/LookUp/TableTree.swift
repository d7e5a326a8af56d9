import Ledger

/// The RFC 6962 tree over a table's rows, computed level by level.
enum TableTree {
    /// The root over a header and rows of one length.
    ///
    /// A level's last node without a neighbour moves up as it is, which gives the tree of RFC 6962 for every size.
    static func root(header: [UInt8], rows: [UInt8]) -> Hash256 {
        var level: [Hash256] = []
        level.reserveCapacity(1 + rows.count / RowSeal.length)
        level.append(header.withUnsafeBytes { MerkleFrontier.leaf($0) })
        rows.withUnsafeBytes { bytes in
            for offset in stride(from: 0, to: bytes.count, by: RowSeal.length) {
                let row = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + RowSeal.length])
                level.append(MerkleFrontier.leaf(row))
            }
        }
        while level.count > 1 {
            let pairs = level.count / 2
            for place in 0..<pairs {
                level[place] = MerkleFrontier.node(level[2 * place], level[2 * place + 1])
            }
            if level.count.isMultiple(of: 2) {
                level.removeLast(pairs)
            } else {
                level[pairs] = level[level.count - 1]
                level.removeLast(pairs)
            }
        }
        return level[0]
    }
}

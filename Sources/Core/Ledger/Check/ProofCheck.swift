import Crypto

/// Checks proofs against roots; shares nothing with what makes them but the hash function.
///
/// - Source: RFC 9162 sections 2.1.3.2 and 2.1.4.2.
public enum ProofCheck {
    /// The root that a proof of inclusion leads to; nil where the proof has not the form that index and size give it.
    public static func root(leaf: [UInt8], index: UInt64, size: UInt64, proof: [[UInt8]]) -> [UInt8]? {
        guard index < size else { return nil }
        var (node, last) = (index, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                hash = inner(sibling, hash)
                while node & 1 == 0, node > 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                hash = inner(hash, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 ? hash : nil
    }

    /// Whether a leaf stands at an index of the tree with this root.
    public static func includes(
        leaf: [UInt8],
        at index: UInt64,
        size: UInt64,
        root: [UInt8],
        proof: [[UInt8]]
    ) -> Bool { self.root(leaf: leaf, index: index, size: size, proof: proof) == root }

    /// Whether the tree with the earlier root is the beginning of the one with the later root.
    public static func isContinued(
        earlier: (size: UInt64, root: [UInt8]),
        by later: (size: UInt64, root: [UInt8]),
        proof: [[UInt8]]
    ) -> Bool {
        guard earlier.size <= later.size else { return false }
        if earlier.size == later.size { return proof.isEmpty && earlier.root == later.root }
        if earlier.size == 0 { return proof.isEmpty && earlier.root == [UInt8](SHA256.hash(data: [UInt8]())) }
        let roots = roots(from: earlier, to: later.size, proof: proof)
        return roots?.before == earlier.root && roots?.after == later.root
    }

    /// The roots of an earlier and a later size that a proof of consistency leads to; nil where it has not the form that the
    /// sizes give it.
    ///
    /// The earlier root itself is needed for a full tree alone: it is a node of the later one, and the proof leaves it out.
    static func roots(
        from earlier: (size: UInt64, root: [UInt8]),
        to size: UInt64,
        proof: [[UInt8]]
    ) -> (before: [UInt8], after: [UInt8])? {
        guard earlier.size > 0, earlier.size < size else { return nil }
        var hashes = proof[...]
        if earlier.size.nonzeroBitCount == 1 { hashes = ([earlier.root] + proof)[...] }
        guard let first = hashes.popFirst() else { return nil }
        var (node, last) = (earlier.size - 1, size - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        var (before, after) = (first, first)
        for hash in hashes {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                before = inner(hash, before)
                after = inner(hash, after)
                while node & 1 == 0, node > 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                after = inner(after, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 ? (before, after) : nil
    }

    /// The hash of a leaf.
    public static func leaf(_ entry: [UInt8]) -> [UInt8] { [UInt8](SHA256.hash(data: [0] + entry)) }

    static func inner(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        [UInt8](SHA256.hash(data: [1] + left + right))
    }
}

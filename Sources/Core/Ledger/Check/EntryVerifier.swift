import Crypto

/// What does not agree in a ledger.
public enum LedgerFinding: Error, Hashable, Sendable {
    /// No entry stands at an index, though later ones or the head say that one must.
    case missing(index: UInt64)
    /// An entry stands behind the end that the head gives.
    case surplus(index: UInt64)
    /// The bytes are no canonical entry.
    case malformed(index: UInt64, fault: EntryFault)
    /// The entry at an index says that it is another.
    case misplaced(index: UInt64, says: UInt64)
    /// The body is not there.
    case bodyMissing(index: UInt64)
    /// The body or its salt is not the one that the entry commits to.
    case bodyAltered(index: UInt64)
    /// The root derived from the entries is not the stored one: an entry was changed together with its form.
    case rootDiffers(stored: Hash256, derived: Hash256)

    /// The index it is about; nil where it is about the whole.
    public var index: UInt64? {
        switch self {
        case .missing(let index), .surplus(let index), .malformed(let index, _), .misplaced(let index, _),
            .bodyMissing(let index), .bodyAltered(let index):
            index
        case .rootDiffers: nil
        }
    }
}

/// An entry as it is stored, with the body beside it.
public struct StoredEntry {
    /// The index under which it is stored.
    public let index: UInt64
    /// The bytes of the entry.
    public let canonical: UnsafeBufferPointer<UInt8>
    /// What stands beside it.
    public let body: Body

    /// What stands beside an entry.
    public enum Body {
        /// The salt and the body, opened.
        case open(salt: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer)
        /// Something that does not open.
        case altered
        /// Nothing: it was erased, or is missing; which of both, other entries say.
        case erased
    }

    /// An entry over bytes that outlive it.
    public init(index: UInt64, canonical: UnsafeBufferPointer<UInt8>, body: Body) {
        self.index = index
        self.canonical = canonical
        self.body = body
    }
}

/// Checks a ledger from its data alone; shares nothing with the writer but the hash function.
public enum EntryVerifier {
    /// What is wrong with one entry; nil where all agrees.
    public static func finding(in entry: StoredEntry) -> LedgerFinding? {
        let read: LedgerEntry
        do throws(EntryFault) {
            read = try LedgerEntry(canonical: entry.canonical)
        } catch {
            return .malformed(index: entry.index, fault: error)
        }
        guard read.index == entry.index else { return .misplaced(index: entry.index, says: read.index) }
        switch entry.body {
        case .erased: return nil
        case .altered: return .bodyAltered(index: entry.index)
        case .open(let salt, let body):
            guard salt.count == Hash256.saltLength else { return .bodyAltered(index: entry.index) }
            let commitment = SHA256.hash(data: [UInt8](salt) + [UInt8](body))
            return read.bodyDigest.bytes.elementsEqual(commitment) ? nil : .bodyAltered(index: entry.index)
        }
    }

    /// The leaf of one entry's bytes.
    public static func leaf(of canonical: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](SHA256.hash(data: [0] + [UInt8](canonical)))
    }

    /// The root of a number of leaves, straight from the definition: the largest power of two to the left, the rest to
    /// the right.
    ///
    /// Leaves are asked for in order, once each, so that a ledger of any size needs no memory to speak of.
    /// - Throws: What the source of the leaves throws.
    public static func root(size: UInt64, nextLeaf: () throws -> [UInt8]) rethrows -> [UInt8] {
        switch size {
        case 0: return [UInt8](SHA256.hash(data: [UInt8]()))
        case 1: return try nextLeaf()
        default:
            let split = UInt64(1) << UInt64(63 - (size - 1).leadingZeroBitCount)
            let left = try root(size: split, nextLeaf: nextLeaf)
            let right = try root(size: size - split, nextLeaf: nextLeaf)
            return [UInt8](SHA256.hash(data: [1] + left + right))
        }
    }
}

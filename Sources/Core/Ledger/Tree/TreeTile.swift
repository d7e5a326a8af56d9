/// A tile of the tree: up to 256 consecutive hashes of one level, those of level 0 being leaves.
///
/// - Shape: each hash of level *l* is the root of a full tile of level *l* − 1, that is of 256ˡ leaves.
/// - Source: c2sp.org/tlog-tiles.
public struct TreeTile: Hashable, Sendable {
    /// The hashes of a full tile.
    public static let fullWidth = 256
    /// The levels that a ledger can have.
    public static let levels = 8

    /// The level, from 0.
    public let level: Int
    /// The place within the level, from 0.
    public let index: UInt64
    /// How many hashes, from 1 to 256; fewer only in the last tile of a level.
    public let width: Int

    /// A tile; nil where its level or width is none.
    public init?(level: Int, index: UInt64, width: Int = TreeTile.fullWidth) {
        guard level >= 0, level < TreeTile.levels, width >= 1, width <= TreeTile.fullWidth,
            index <= UInt64.max >> UInt64(8 * (level + 1))
        else { return nil }
        self.level = level
        self.index = index
        self.width = width
    }

    /// The tiles of a level that a tree of a size has, the last one as wide as the size makes it.
    public static func count(level: Int, size: UInt64) -> UInt64 {
        let hashes = size >> UInt64(8 * level)
        return hashes / 256 + (hashes.isMultiple(of: 256) ? 0 : 1)
    }

    /// How many hashes a tree of a size has in a tile; 0 where it has no such tile.
    public static func width(level: Int, index: UInt64, size: UInt64) -> Int {
        let hashes = size >> UInt64(8 * level)
        let (start, overflows) = index.multipliedReportingOverflow(by: 256)
        guard !overflows, hashes > start else { return 0 }
        return Int(min(hashes - start, 256))
    }

    /// Where it is served below `tile/`: `0/x001/234`, `1/000.p/17`.
    public var path: String { "\(level)/" + TreeTile.path(index: index, width: width) }

    /// The place of a tile or of a bundle of entries within its level: `x001/x234/067`, `000.p/17`.
    public static func path(index: UInt64, width: Int) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1000)
            groups.append(String(repeating: "0", count: 3 - digits.utf8.count) + digits)
            rest /= 1000
        } while rest > 0
        let path = groups.reversed().enumerated().map {
            $0.offset + 1 < groups.count ? "x" + $0.element : $0.element
        }
        return path.joined(separator: "/") + (width == fullWidth ? "" : ".p/\(width)")
    }

    /// Reads `x001/x234/067` or `000.p/17`, in its one form; nil where the text is anything else.
    public static func place(in path: some StringProtocol) -> (index: UInt64, width: Int)? {
        var parts = String(path).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var width = fullWidth
        if parts.count > 1, parts[parts.count - 2].hasSuffix(".p"), let written = Int(parts[parts.count - 1])
        {
            width = written
            parts.removeLast()
            parts[parts.count - 1].removeLast(2)
        }
        guard width >= 1, width <= fullWidth, !parts.isEmpty, parts.count <= 6 else { return nil }
        var index: UInt64 = 0
        for part in parts {
            guard let group = UInt64(part.hasPrefix("x") ? String(part.dropFirst()) : part), group < 1000
            else {
                return nil
            }
            index = index * 1000 + group
        }
        // One way of writing each: no leading groups, no full tile called partial.
        return TreeTile.path(index: index, width: width) == String(path) ? (index, width) : nil
    }

    /// Reads what `path` writes; nil where the text is anything else.
    public init?(path: some StringProtocol) {
        guard let slash = path.firstIndex(of: "/"), let level = Int(path[..<slash]),
            String(level) == String(path[..<slash]),
            let place = TreeTile.place(in: path[path.index(after: slash)...])
        else { return nil }
        self.init(level: level, index: place.index, width: place.width)
    }
}

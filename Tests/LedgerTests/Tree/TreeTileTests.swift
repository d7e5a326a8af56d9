import Ledger
import Testing

/// - Source: c2sp.org/tlog-tiles.
@Suite struct TreeTileTests {
    @Test(arguments: [
        (0, 0 as UInt64, 256, "0/000"), (0, 1_234_067, 256, "0/x001/x234/067"), (1, 17, 3, "1/017.p/3"),
        (2, 1000, 255, "2/x001/000.p/255"),
    ])
    func `a tile has one path`(level: Int, index: UInt64, width: Int, path: String) throws {
        let tile = try #require(TreeTile(level: level, index: index, width: width))
        #expect(tile.path == path)
        #expect(TreeTile(path: path) == tile)
    }

    @Test(arguments: [
        "", "0", "0/", "0/0", "0/00", "0/0000", "0/x000/001", "0/001/002", "0/000.p/0", "0/000.p/256",
        "0/000.p/01", "0/000.p/", "00/000", "9/000", "-1/000", "0/../000", "0/x001/x234/067/", "0/+01",
        "a/000",
        "0/x999/x999/x999/x999/x999/x999/999",
    ])
    func `what is no tile's path is refused`(path: String) { #expect(TreeTile(path: path) == nil) }

    @Test func `a tree of 70,000 has the tiles of the specification's example`() {
        #expect(TreeTile.count(level: 0, size: 70_000) == 274)
        #expect(TreeTile.width(level: 0, index: 273, size: 70_000) == 112)
        #expect(TreeTile.count(level: 1, size: 70_000) == 2)
        #expect(TreeTile.width(level: 1, index: 1, size: 70_000) == 17)
        #expect(TreeTile.width(level: 2, index: 0, size: 70_000) == 1)
        #expect(TreeTile.width(level: 1, index: 0, size: 256) == 1)
        #expect(TreeTile.width(level: 0, index: 1, size: 256) == 0)
        #expect(TreeTile.width(level: 0, index: .max, size: 256) == 0)
    }
}

import Crypto
import Ledger

/// An invented log as exported files, by path.
struct ExportedLog {
    static let signer = NoteSigner(name: "log.example", secret: Curve25519.Signing.PrivateKey())

    var files: [String: [UInt8]] = [:]
    let entries: [[UInt8]]

    init(size: Int, changing: (Int, inout LedgerEntry) -> Void = { _, _ in }) throws {
        var entries: [[UInt8]] = []
        for index in 0..<size {
            var made = entry(index: UInt64(index))
            changing(index, &made)
            var bytes: [UInt8] = []
            made.write(into: &bytes)
            entries.append(bytes)
        }
        try self.init(entries: entries)
    }

    init(entries: [[UInt8]]) throws {
        self.entries = entries
        let tree = TestTree(entries: entries)
        let size = UInt64(entries.count)
        for level in 0..<TreeTile.levels {
            for index in 0..<TreeTile.count(level: level, size: size) {
                let width = TreeTile.width(level: level, index: index, size: size)
                guard let tile = TreeTile(level: level, index: index, width: width) else { continue }
                files["tile/" + tile.path] = try tree.hashes(of: tile).flatMap(\.bytes)
                guard level == 0 else { continue }
                let bundle = entries[Int(index) * 256..<Int(index) * 256 + width]
                files["tile/entries/" + TreeTile.path(index: index, width: width)] = bundle.flatMap {
                    [UInt8($0.count >> 8), UInt8($0.count & 0xFF)] + $0
                }
            }
        }
        let head = Checkpoint(origin: "log.example", size: size, root: tree.root(size: entries.count))
        guard let signer = Self.signer else { return }
        let note = SignedNote(text: head.text, signatures: [try signer.sign(head.text)])
        files["checkpoint"] = Array(note.description.utf8)
    }

    func verify(earlier: [Checkpoint] = []) throws -> Checkpoint {
        var check = LogCheck { files[$0] }
        return try check.verify(keys: [Self.signer?.key].compactMap(\.self), earlier: earlier)
    }

    /// The checkpoint of an earlier size.
    func checkpoint(size: Int) -> Checkpoint {
        Checkpoint(
            origin: "log.example",
            size: UInt64(size),
            root: TestTree(entries: entries).root(size: size)
        )
    }
}

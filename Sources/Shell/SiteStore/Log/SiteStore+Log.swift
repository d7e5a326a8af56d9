import GRDB
package import Ledger
package import Operations
package import Vocabulary

extension SiteStore {
    /// The signed checkpoint of the ledger as it stands.
    ///
    /// - Throws: `SiteFault`.
    package func checkpoint() throws -> SignedNote {
        try reading { try sign(StoredHead.read($0)) }
    }

    /// The proof that an entry is in the ledger, the entry with it, as c2sp.org/tlog-proof; nil where there is no such entry.
    ///
    /// - Throws: `SiteFault`.
    package func receipt(for index: UInt64) throws -> String? {
        try reading { database in
            let head = try StoredHead.read(database)
            return try receipt(for: index, below: try sign(head), size: head.frontier.size, in: database)
        }
    }

    /// The proof that an entry is in the tree of a checkpoint, the entry with it; nil where it is not.
    func receipt(for index: UInt64, below checkpoint: SignedNote, size: UInt64, in database: Database) throws
        -> String?
    {
        let tiles = StoredTiles(database: database)
        return try MerkleTree(size: size, source: tiles).inclusionProof(of: index).map { proof in
            InclusionReceipt(
                index: index,
                proof: proof,
                checkpoint: checkpoint,
                extra: try tiles.entries(from: Int64(clamping: index), count: 1) { [UInt8]($0) }.first
            ).description
        }
    }

    /// The proof that the ledger of an earlier size is the beginning of the present one, as c2sp.org/tlog-witness takes it;
    /// nil where it is longer.
    ///
    /// - Throws: `SiteFault`.
    package func continuation(of earlier: UInt64) throws -> String? {
        try reading { database in
            let head = try StoredHead.read(database)
            let tree = MerkleTree(size: head.frontier.size, source: StoredTiles(database: database))
            return try tree.consistencyProof(from: earlier).map {
                ContinuationProof(from: earlier, proof: $0, checkpoint: try sign(head)).description
            }
        }
    }

    package func logFile(at path: String) throws -> LogFile? {
        try reading { database in
            if path == "checkpoint" {
                let note = try sign(StoredHead.read(database))
                return LogFile(bytes: [UInt8](note.description.utf8), isText: true, isImmutable: false)
            }
            guard path.hasPrefix("tile/") else { return nil }
            let size = try StoredHead.read(database).frontier.size
            let place = path.dropFirst("tile/".count)
            let tiles = StoredTiles(database: database)
            if place.hasPrefix("entries/") {
                guard let bundle = TreeTile.place(in: place.dropFirst("entries/".count)),
                    bundle.width <= TreeTile.width(level: 0, index: bundle.index, size: size)
                else { return nil }
                return LogFile(bytes: try tiles.bundle(bundle.index, width: bundle.width), tellsEntries: true)
            }
            guard let tile = TreeTile(path: place),
                tile.width <= TreeTile.width(level: tile.level, index: tile.index, size: size)
            else { return nil }
            return LogFile(bytes: try tiles.hashes(of: tile).flatMap(\.bytes))
        }
    }

    /// Gives out the log's files as they stand at one moment: hashes, entries, keys, the checkpoint that the partner
    /// cosigned last, the signed checkpoint.
    ///
    /// - Throws: `SiteFault`; what the closure throws.
    package func export(
        progress: (_ done: UInt64, _ of: UInt64) -> Void,
        write: (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) throws {
        try reading { database in
            let head = try StoredHead.read(database)
            let size = head.frontier.size
            let tiles = StoredTiles(database: database)
            for level in 0..<TreeTile.levels {
                for index in 0..<TreeTile.count(level: level, size: size) {
                    let width = TreeTile.width(level: level, index: index, size: size)
                    guard let tile = TreeTile(level: level, index: index, width: width) else { continue }
                    try write("tile/" + tile.path, try tiles.hashes(of: tile).flatMap(\.bytes))
                    guard level == 0 else { continue }
                    let path = TreeTile.path(index: index, width: width)
                    try write("tile/entries/" + path, try tiles.bundle(index, width: width))
                    progress(min(index * 256 + UInt64(width), size), size)
                }
            }
            for (place, rotation) in logSigner.rotations.enumerated() {
                try write("rotation-\(place)", [UInt8](rotation.note.description.utf8))
            }
            if let cosigned = try StoredWitness(database: database).cosigned() {
                try write("cosigned", [UInt8](cosigned.note.description.utf8))
            }
            try write("keys", [UInt8](logKeys.map { $0.description + "\n" }.joined().utf8))
            try write("checkpoint", [UInt8](try sign(head).description.utf8))
        }
    }

    /// Changes the key that signs checkpoints: the present one states the next in an entry, which signs from the next
    /// opening on.
    ///
    /// The entry comes first: a key that is stated and never used does no harm, one that is used must be stated.
    /// - Throws: `SiteFault`.
    package func rotateLogKey(by actor: String, at moment: Moment, random: RandomBytes = systemRandomBytes)
        async throws
        -> NoteKey
    {
        let (statement, write) = try logSigner.next(since: moment.description, random: random)
        let draft = EntryDraft(
            .logKeyChanged(LogKeyChanged(statement: statement.note.description)),
            at: moment,
            actor: actor,
            purpose: "key-rotation"
        )
        try await commit { _ in Decision([draft], answer: ()) }
        try write(folder.logKeys)
        return statement.key
    }

    /// Every public key of the log, the present one last.
    package var logKeys: [NoteKey] { logSigner.keys }

    func sign(_ head: StoredHead) throws -> SignedNote {
        let size = head.frontier.size
        let text = Checkpoint(origin: logSigner.origin, size: size, root: head.frontier.root).text
        return SignedNote(text: text, signatures: [try logSigner.signer.sign(text)])
    }

    func reading<Answer>(_ body: (Database) throws -> Answer) throws -> Answer {
        try SiteFault.translating { try pool.read(body) }
    }
}

extension StoredTiles {
    /// A bundle of entries, each after its length in two bytes (c2sp.org/tlog-tiles).
    func bundle(_ index: UInt64, width: Int) throws -> [UInt8] {
        let first = Int64(clamping: index) * Int64(TreeTile.fullWidth)
        return try entries(from: first, count: width) { entry in
            withUnsafeBytes(of: UInt16(clamping: entry.count).bigEndian) { [UInt8]($0) } + [UInt8](entry)
        }.flatMap(\.self)
    }
}

import Synchronization
import Exchange
import Foundation
import Ledger
import Operations
import Vocabulary

extension LookUpLine {
    /// The versions that are held, by table and epoch.
    package var held: [TableEdition: UInt64] {
        shelves.withLock { shelves in
            var held: [TableEdition: UInt64] = [:]
            for shelf in shelves.values {
                for epoch in shelf.epochs {
                    guard let table = shelf.table(of: epoch) else { continue }
                    held[table.edition] = table.version
                }
            }
            return held
        }
    }

    /// Fetches what the partner has published and isn't held yet; what isn't as it was published is refused and told.
    ///
    /// - Throws: `SiteFault`; `CancellationError`.
    package func refresh() async throws {
        let epochs = answered
        let party = line.side.partner.text
        for published in try line.desk.site.read({ try $0.lookUpTables(of: party) }) {
            guard let told = ToldTable(published), epochs.contains(told.edition.epoch),
                held[told.edition].map({ $0 < told.version }) ?? true, await isReached()
            else { continue }
            do {
                try await fetch(told)
            } catch let fault as LookUpFault {
                guard fault != .ownerAway, fault != .tableUnknown else { continue }
                try await line.desk.alarm(
                    "lookup-refused",
                    stream: nil,
                    finding: "\(fault.code): \(told.edition.name) \(told.edition.epoch)"
                )
            }
        }
        shelves.withLock { shelves in
            for name in shelves.keys { shelves[name]?.drop(allBut: epochs) }
        }
    }

    private func fetch(_ told: ToldTable) async throws {
        try await compare(told)
        let name = told.edition.name
        var shelf = shelves.withLock { $0[name] ?? LookUpShelf() }
        if let held = shelf.table(of: told.edition.epoch), held.publicKey == told.key,
            let bytes = try await read("\(told.path)/from/\(held.version)")
        {
            try shelf.apply(TableDelta(wire: bytes), root: told.root)
        } else {
            var file: [UInt8] = []
            file.reserveCapacity(told.length)
            for piece in 0...(told.length - 1) / Door.pieceBytes {
                guard let bytes = try await read("\(told.path)/\(piece)") else {
                    throw LookUpFault.tableUnknown
                }
                file += bytes
            }
            try shelf.put(SealedTable(file: file, root: told.root), publicKey: told.key)
        }
        shelves.withLock { [shelf] in $0[name] = shelf }
    }

    /// Holds what the partner says now to what it has told: one version has one root and one key.
    private func compare(_ told: ToldTable) async throws {
        guard let bytes = try await read(ExchangePath.keys), let json = try? CanonicalJSON(bytes) else {
            throw LookUpFault.tableUnknown
        }
        for element in json["lookup"]?.elements ?? [] {
            guard element["table"]?.text == told.edition.name,
                element["epoch"]?.integer == Int64(told.edition.epoch.number),
                element["version"]?.integer == Int64(clamping: told.version)
            else { continue }
            guard element["key"]?.text == told.key.bytes.base64 else { throw LookUpFault.keyOfAnother }
            guard element["root"]?.text == told.root.bytes.base64 else { throw LookUpFault.tableAltered }
        }
    }

    /// A signed answer's body; nil where the partner has no such thing.
    private func read(_ path: String) async throws -> [UInt8]? {
        do {
            let answer = try await client.ask("GET", path)
            breaker.succeeded()
            return answer.status == 200 ? answer.body : nil
        } catch is PartnerClient.Unanswered {
            breaker.failed(at: .now)
            throw LookUpFault.ownerAway
        }
    }
}

/// A table as the partner has told of it.
private struct ToldTable {
    let edition: TableEdition
    let version: UInt64
    let root: Hash256
    let key: LookUpPublicKey
    /// The file's length.
    let length: Int

    /// A told table; nil where it can't be one.
    init?(_ published: LookUpPublished) {
        guard let number = UInt32(exactly: published.epoch),
            let edition = TableEdition(published.table, LookUpEpoch(number: number)),
            let version = UInt64(exactly: published.version), let root = Hash256([UInt8](published.root)),
            let key = try? LookUpPublicKey(bytes: [UInt8](published.key)),
            (0...Int64(SealedTable.countLimit)).contains(published.rows)
        else { return nil }
        (self.edition, self.version, self.root, self.key) = (edition, version, root, key)
        let rows = Int(published.rows)
        length = SealedTable.header(edition, version, key, count: rows).count + rows * RowSeal.length
    }

    var path: String { "\(ExchangePath.tables)/\(edition.name)/\(edition.epoch.number)/\(version)" }
}

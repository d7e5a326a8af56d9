import Exchange
import Foundation
import Ledger
package import Logging
package import Operations
import ServiceLifecycle
import Vocabulary

/// Seals this site's tables in the background and publishes each version (penyusun tabel tersegel).
package actor LookUpKeeper: Service {
    private let line: PartnerLine
    private let cabinet: LookUpCabinet
    private let secrets: any LookUpSecrets
    private let logger: Logger
    private var contents: [String: TableContents] = [:]
    private var builders: [TableEdition: TableBuilder] = [:]

    /// A keeper that fills a cabinet.
    package init(_ line: PartnerLine, _ cabinet: LookUpCabinet, secrets: any LookUpSecrets, logger: Logger) {
        self.line = line
        self.cabinet = cabinet
        self.secrets = secrets
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.work() }
    }

    private func work() async {
        while !Task.isCancelled {
            var seconds = line.desk.rules.limit("lookup_rebuild_seconds", on: line.desk.today) ?? 120
            do { try await round() } catch is CancellationError { return } catch {
                logger.error("Sealed tables", metadata: ["error": "\(type(of: error))"])
                seconds = 10
            }
            try? await Task.sleep(for: .seconds(seconds))
        }
    }

    /// Brings every table of this side up to date, in each epoch whose key is answered with.
    ///
    /// - Throws: `SiteFault`; `LookUpFault`; `CancellationError`.
    package func round() async throws {
        let days = line.desk.rules.limit("lookup_overlap_days", on: line.desk.today) ?? 14
        let epochs = LookUpEpoch.answered(on: line.desk.today, overlapDays: days)
        var editions: Set<TableEdition> = []
        for source in TableSource.all(of: line.side.agency) {
            var content = contents[source.name] ?? TableContents()
            try await content.follow(source, of: line.desk.site)
            for epoch in epochs {
                guard let edition = TableEdition(source.name, epoch) else { continue }
                editions.insert(edition)
                guard content.isChanged || builders[edition] == nil else { continue }
                try await bring(edition, content.sealed)
            }
            content.isChanged = false
            contents[source.name] = content
        }
        builders = builders.filter { editions.contains($0.key) }
        cabinet.drop(allBut: editions)
    }

    /// Seals an edition; it is published where it differs from the last version.
    private func bring(_ edition: TableEdition, _ rows: [TableBuilder.Row]) async throws {
        var builder = try builders[edition] ?? remembered(edition)
        let party = line.side.name.text
        let last = try line.desk.site.read { try $0.lookUpTables(of: party) }.first {
            $0.table == edition.name && $0.epoch == Int64(edition.epoch.number)
        }
        let version = UInt64(max(last?.version ?? 1, 1))
        var table = try await builder.build(rows, version: version)
        let isNew = builder.evaluated > 0
        if last.map({ Data(table.root.bytes) != $0.root || Data(table.publicKey.bytes) != $0.key }) ?? true {
            if last != nil { table = try await builder.build(rows, version: version + 1) }
            cabinet.put(table, key: builder.key)
            try await line.desk.publish(LookUpPublished(table, by: party))
        } else {
            cabinet.put(table, key: builder.key)
        }
        if isNew { try secrets.keep(lookUpSecret: builder.remembered, edition.memoryName) }
        builders[edition] = builder
    }

    /// The builder of an edition, with what it has evaluated before; its key is drawn where there is none yet.
    private func remembered(_ edition: TableEdition) throws -> TableBuilder {
        let key: LookUpKey
        if let stored = try secrets.lookUpSecret(edition.keyName) {
            key = try LookUpKey(stored: stored)
            guard key.edition == edition else { throw LookUpFault.keyOfAnother }
        } else {
            key = LookUpKey(edition: edition)
            try secrets.keep(lookUpSecret: key.stored, edition.keyName)
        }
        let memory = try secrets.lookUpSecret(edition.memoryName)
        // A damaged memory costs time, nothing else.
        return memory.flatMap { try? TableBuilder(key: key, remembered: $0) } ?? TableBuilder(key: key)
    }
}

extension TableEdition {
    fileprivate var keyName: String { "\(name)-\(epoch).key" }
    fileprivate var memoryName: String { "\(name)-\(epoch).memory" }
}

extension LookUpPublished {
    /// A version as it is published.
    init(_ table: SealedTable, by party: String) {
        self.init(
            party: party,
            table: table.edition.name,
            epoch: Int64(table.edition.epoch.number),
            version: Int64(clamping: table.version),
            root: Data(table.root.bytes),
            key: Data(table.publicKey.bytes),
            rows: Int64(table.count)
        )
    }
}

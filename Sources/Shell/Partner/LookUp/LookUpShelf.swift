package import Ledger

/// The tables of one name that an asker holds: more than one around the change of an epoch (rak tabel).
package struct LookUpShelf: Sendable {
    private var askers: [LookUpEpoch: LookUpAsker] = [:]

    /// An empty shelf.
    package init() {}

    /// The epochs of which it holds a table, the newest first.
    package var epochs: [LookUpEpoch] { askers.keys.sorted(by: >) }

    /// The newest epoch's table with which to ask; nil where there is none.
    package func asker(answered epochs: [LookUpEpoch]) -> LookUpAsker? {
        self.epochs.first { epochs.contains($0) }.flatMap { askers[$0] }
    }

    /// The table of an epoch.
    package func table(of epoch: LookUpEpoch) -> SealedTable? { askers[epoch]?.table }

    /// Puts a table up, in place of an older version.
    ///
    /// - Throws: `LookUpFault.tableRolledBack` where a later version is held, `LookUpFault.tableAltered` where the same version
    ///   was another table, `LookUpFault.keyOfAnother`.
    package mutating func put(_ table: SealedTable, publicKey: LookUpPublicKey) throws(LookUpFault) {
        if let held = askers[table.edition.epoch]?.table {
            guard table.version >= held.version else {
                throw .tableRolledBack(held: held.version, offered: table.version)
            }
            guard table.version > held.version || table.root == held.root else { throw .tableAltered }
        }
        askers[table.edition.epoch] = try LookUpAsker(table: table, publicKey: publicKey)
    }

    /// Moves a table on by a delta whose result has to be of the root that the owner's ledger publishes.
    ///
    /// - Throws: `LookUpFault.tableUnknown`, `LookUpFault.tableAltered` and what `SealedTable.apply` throws.
    package mutating func apply(_ delta: TableDelta, root: Hash256) throws(LookUpFault) {
        guard var table = askers[delta.edition.epoch]?.table else { throw .tableUnknown }
        guard delta.root == root else { throw .tableAltered }
        try table.apply(delta)
        askers[delta.edition.epoch] = try LookUpAsker(table: table, publicKey: table.publicKey)
    }

    /// Takes down the tables whose keys are no longer answered with.
    package mutating func drop(allBut epochs: [LookUpEpoch]) {
        askers = askers.filter { epochs.contains($0.key) }
    }
}

import Exchange
import Linking
package import Vocabulary

/// What the partner's table says of passports stands here as rows of the partner's: a number, and why it is no longer valid.
extension Desk {
    /// The passports of which such a row stands; nil where they aren't asked about, since the site has a register of its own.
    ///
    /// - Throws: `SiteFault`.
    package func voidPassports() throws -> [PassportNumber]? {
        try site.read { reads in
            guard try feedKnowledge(reads).lookedUp.contains(.passports) else { return nil }
            return try reads.records(PassportRecord.self, limit: Desk.mostVoidPassports)
                .filter(\.isVoidAlone).compactMap(\.file.number)
        }
    }

    /// Notes why passports are no longer valid; where the table says nothing, what it said before is taken back.
    ///
    /// - Throws: `SiteFault`.
    package func note(_ said: [(number: PassportNumber, status: PassportStatus?)], asOf version: String)
        async throws
    {
        guard let side = exchange, !said.isEmpty else { return }
        let at = now()
        try await site.commit { reads in
            var rows: [RecordChange] = []
            var gone: Set<UInt64> = []
            for (number, status) in said {
                let known = try reads.records(PassportRecord.self, .key(number.text)).first
                guard known?.isVoidAlone ?? true else { continue }
                if let status {
                    rows.append(RecordChange(PassportRecord(number, status)))
                } else if known != nil {
                    gone.formUnion(try Desk.entries(ofPassport: number, from: side, reads))
                }
            }
            let erased = BodiesErased(reason: .partner, basis: version, entries: IndexRanges(gone))
            let draft = EntryDraft(
                .bodiesErased(erased),
                at: at,
                actor: side.partner.text,
                purpose: "mend-document"
            )
            return Decision(
                gone.isEmpty ? [] : [draft],
                rows: rows.isEmpty ? nil : OfficeRows(rows, by: side.partner.text, at: at),
                answer: ()
            )
        }
    }

    /// Every version of a passport's row that came of the partner's table.
    private static func entries(
        ofPassport number: PassportNumber,
        from side: ExchangeSide,
        _ reads: any SiteReads
    ) throws -> [UInt64] {
        try reads.entries(about: [.passport(number)]).filter { entry in
            guard try reads.actor(of: entry) == side.partner.text else { return false }
            let rows = try reads.loaded(PassportRecord.self, from: entry, entries: 1).records
            return rows.contains { $0.record.file.number == number }
        }
    }

    /// Of some millions of placements, far fewer were filed under such a number.
    private static let mostVoidPassports = 50_000
}

extension PassportRecord {
    /// A number, and why it is no longer valid.
    fileprivate init(_ number: PassportNumber, _ status: PassportStatus) {
        self.init()
        (file.number, file.status) = (number, status)
    }

    /// Whether it says no more than that.
    fileprivate var isVoidAlone: Bool {
        guard let number = file.number, let status = file.status, status.isVoid else { return false }
        return self == PassportRecord(number, status)
    }
}

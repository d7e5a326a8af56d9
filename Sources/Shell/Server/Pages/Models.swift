import Operations
import Pages
import Vocabulary

extension ReferralMark {
    init(_ referral: Referral) {
        self.init(
            id: referral.id,
            openedAt: referral.openedAt,
            isWithdrawn: referral.withdrawnFor != nil,
            isUnshared: referral.isUnshared == true
        )
    }
}

extension DeskAnswer {
    /// The answer as pages show it; the officer's name stays with the desk.
    init?(_ answered: ReferralAnswered) {
        guard let kind = Kind(rawValue: answered.answer.rawValue) else { return nil }
        self.init(kind: kind, text: answered.text, at: answered.at)
    }
}

extension FlightLine {
    /// A flight with its standing referrals, oldest first.
    init(_ flight: FlightSummary, _ snapshot: BoardSnapshot) {
        let manifest = flight.manifest
        self.init(
            flight: manifest.flight,
            to: manifest.to,
            departsAt: manifest.departsAt,
            isCrew: manifest.list == "crew",
            tally: manifest.counts,
            receivedAt: flight.receivedAt,
            referrals: snapshot.referrals.filter {
                $0.flight == manifest.flight && $0.withdrawnFor == nil
                    && ($0.list ?? "passengers") == manifest.list
            }
            .sorted { $0.openedAt < $1.openedAt }.map(snapshot.mark)
        )
    }
}

extension ManifestLine {
    init(_ manifest: ManifestReceived, receivedAt: Moment) {
        self.init(
            id: manifest.digests.last ?? "",
            flight: manifest.flight,
            to: manifest.to,
            isCrew: manifest.list == "crew",
            sender: manifest.sender,
            receivedAt: receivedAt,
            tally: manifest.counts,
            diagnosticCount: manifest.diagnostics.count
        )
    }
}

extension SeenDocument {
    init(_ attested: DocumentAttested) {
        self.init(
            document: attested.attestation.document,
            number: attested.attestation.number,
            validUntil: attested.attestation.validUntil,
            officer: attested.officer,
            at: attested.at
        )
    }
}

extension Visit {
    /// What officers have seen of a person's papers, as far as the reader may know which ones.
    ///
    /// - Throws: `SiteFault`.
    func seen(of passport: PassportNumber) throws -> [SeenDocument] {
        try desk.site.read { try seen(of: passport, in: $0) }
    }

    /// The same within a reading of the site.
    ///
    /// - Throws: `SiteFault`.
    func seen(of passport: PassportNumber, in reads: any SiteReads) throws -> [SeenDocument] {
        let named = Set(desk.attestablePapers(for: sight))
        return try reads.attestations(for: passport).filter { named.contains($0.attestation.document) }
            .map(SeenDocument.init)
    }
}

extension BoardModel {
    init(_ snapshot: BoardSnapshot) {
        let elsewhere = snapshot.elsewhere
        let lines = snapshot.flights.map { FlightLine($0, snapshot) } + elsewhere
        let shown = Set(lines.flatMap(\.referrals).map(\.id))
        let tally = elsewhere.reduce(snapshot.tally) { $0 + $1.tally }
        self.init(day: snapshot.day, tally: tally, flights: lines)
        // Whatever no list's line shows, so that no referral is out of sight.
        counterReferrals = snapshot.standing.filter { !shown.contains($0.id) }
            .sorted { $0.openedAt < $1.openedAt }.map(snapshot.mark)
    }
}

extension Moment {
    /// The moment that a UUIDv7 carries in its first 48 bits; nil where the text is no such identifier.
    init?(ofIdentifier id: String) {
        let digits = id.utf8.filter { $0 != UInt8(ascii: "-") }
        guard digits.count == 32, digits[12] == UInt8(ascii: "7"),
            let milliseconds = Int64(String(decoding: digits.prefix(12), as: UTF8.self), radix: 16)
        else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

package import Vocabulary

/// A claim that tickets of one locator suggest (usul klaim); it stands nowhere before somebody records it.
package struct ProposedClaim: Sendable, Hashable {
    /// Who paid.
    package var payer: NetworkNode
    /// The telephone, or the bureau that sold the tickets.
    package var other: NetworkNode
    /// Whether the other thing is a licensed company, which serves everybody.
    package var isHub: Bool
    /// The day on which the tickets were bought.
    package var seenOn: Day
    /// Whether it was recorded from this locator before.
    package var isKnown: Bool

    /// What names it among the claims of its locator.
    package var key: String { payer.value + " " + other.kind.rawValue + " " + other.value }
}

/// What the tickets of a locator suggest.
package struct ProposedClaims: Sendable, Hashable {
    /// The locator.
    package var locator: String
    /// How many tickets have it.
    package var tickets: Int
    /// The claims.
    package var claims: [ProposedClaim]
    /// How many payers and telephones may be a traveller's own, so that nothing is proposed of them.
    package var leftOut: Int

    /// What a claim names as its source.
    package var source: String { "pemesanan " + locator }
}

extension Desk {
    /// What the tickets of a locator suggest of payers, telephones and bureaus; never of who travels.
    ///
    /// That the tickets were read is noted, and so is each traveller whose ticket it was.
    /// - Throws: `OperationFault.notAllowed` where the purpose is none of the person's, `.fieldUnfit` where there is no locator; `SiteFault`.
    package func proposedClaims(of locator: String, for code: String, by actor: Actor) throws
        -> ProposedClaims
    {
        let purpose = try purpose(code, of: .bookings, for: actor)
        let (found, travellers) = try site.read { try proposals(of: locator, $0) }
        note(RecordRead(part: .booking, shown: found.tickets), of: nil, for: purpose.code, by: actor)
        for passport in travellers {
            note(RecordRead(part: .booking), of: .passport(passport), for: purpose.code, by: actor)
        }
        return found
    }

    /// Records those of the proposed claims that somebody has chosen; what was recorded from the locator before is not recorded again.
    ///
    /// - Returns: How many were recorded.
    /// - Throws: `OperationFault.notAllowed`; `.fieldUnfit` without an innocent explanation or a choice; `SiteFault`.
    package func record(
        _ chosen: Set<String>,
        of locator: String,
        for code: String,
        innocent: String,
        by actor: Actor
    ) async throws -> Int {
        let purpose = try purpose(code, of: .bookings, for: actor)
        let at = now()
        return try await site.commit { [makeIdentifier] reads in
            let found = try proposals(of: locator, reads).found
            let claims = found.claims.filter { chosen.contains($0.key) && !$0.isKnown }.map { proposed in
                NetworkClaim(
                    id: makeIdentifier(),
                    one: proposed.payer,
                    other: proposed.other,
                    source: found.source,
                    seenOn: proposed.seenOn,
                    basis: purpose.basis,
                    confidence: ticketClaimConfidence,
                    innocent: innocent,
                    isHub: proposed.isHub,
                    officer: actor.name,
                    at: at
                )
            }
            guard !claims.isEmpty else {
                throw OperationFault.fieldUnfit(field: "claims", expected: "at least one that is new")
            }
            try Desk.check(claims)
            let drafts = claims.map {
                EntryDraft(.claimMade($0), at: at, actor: actor.name, purpose: purpose.code)
            }
            return Decision(drafts, answer: claims.count)
        }
    }

    /// How sure a claim of tickets is, 1 to 5.
    package var ticketClaimConfidence: Int { rules.limit("booking_claim_confidence", on: today) ?? 2 }

    private func proposals(of locator: String, _ reads: any SiteReads) throws -> (
        found: ProposedClaims, travellers: [PassportNumber]
    ) {
        guard case .locator(let wanted)? = Handle.ticket(locator) else {
            throw OperationFault.fieldUnfit(field: "locator", expected: "1 to 40 letters and digits")
        }
        let tickets = try reads.records(Booking.self, .locator(wanted))
        let passports = Set(tickets.compactMap(\.passportNumber)).sorted()
        let placements = try reads.records(Placement.self, anyOf: passports.map(Handle.passport))
        let registered = try reads.records(PassportRecord.self, anyOf: passports.map(Handle.passport))
        let party = TravelParty(
            tickets,
            phones: placements.compactMap(\.holder.phone),
            names: (placements.map(\.holder.name) + registered.map(\.holder.name)).compactMap(\.self)
        )
        var found = ProposedClaims(
            locator: wanted,
            tickets: tickets.count,
            claims: [],
            leftOut: party.leftOut
        )
        let known = try reads.claims(source: found.source)
        found.claims = try party.pairs().map { pair in
            ProposedClaim(
                payer: pair.payer,
                other: pair.other,
                isHub: try isLicensed(pair.other, reads),
                seenOn: pair.boughtOn,
                isKnown: known.contains { Set([$0.one, $0.other]) == [pair.payer, pair.other] }
            )
        }
        return (found, passports)
    }

    /// Whether a thing is a company whose licence is in force.
    private func isLicensed(_ node: NetworkNode, _ reads: any SiteReads) throws -> Bool {
        guard node.kind == .agency, let licence = AgencyLicence(node.value) else { return false }
        return try reads.records(Agency.self, .licence(licence)).contains { agency in
            agency.standing == .active && (agency.validUntil.map { today <= $0 } ?? true)
        }
    }
}

/// Those who travel on one locator, and who is not among them.
///
/// A payer or telephone of one traveller only may be the traveller's own, and so may one that bears a traveller's name or number.
private struct TravelParty {
    private struct Paid: Hashable {
        var payer: NetworkNode
        var other: NetworkNode
    }

    private let tickets: [Booking]
    private let names: [Set<String>]
    private let ownPhones: Set<NetworkNode>
    private var travellers: [NetworkNode: Int] = [:]

    init(_ tickets: [Booking], phones: [String], names: [PersonName]) {
        self.tickets = tickets
        self.names = (tickets.compactMap(\.name) + names).map { Set($0.words) }.filter { !$0.isEmpty }
        ownPhones = Set(phones.compactMap { NetworkNode(.phone, $0) })
        for ticket in tickets {
            for node in [payer(of: ticket), phone(of: ticket)].compactMap(\.self) {
                travellers[node, default: 0] += 1
            }
        }
    }

    /// How many payers and telephones may be a traveller's own.
    var leftOut: Int { travellers.keys.count { mayBeTravellers($0) } }

    /// Who paid with which telephone, and through which bureau, and when last.
    func pairs() -> [(payer: NetworkNode, other: NetworkNode, boughtOn: Day)] {
        var days: [Paid: Day] = [:]
        for ticket in tickets {
            guard let payer = payer(of: ticket), !mayBeTravellers(payer), let day = ticket.boughtOn else {
                continue
            }
            let phone = phone(of: ticket).flatMap { mayBeTravellers($0) ? nil : $0 }
            let bureau = ticket.travelAgency.flatMap { NetworkNode(.agency, $0) }
            for other in [phone, bureau].compactMap(\.self) {
                let pair = Paid(payer: payer, other: other)
                days[pair] = max(days[pair] ?? day, day)
            }
        }
        return days.map { ($0.key.payer, $0.key.other, $0.value) }.sorted { one, other in
            (one.0.value, one.1.kind.rawValue, one.1.value) < (
                other.0.value, other.1.kind.rawValue, other.1.value
            )
        }
    }

    private func payer(of ticket: Booking) -> NetworkNode? {
        ticket.payer.flatMap { NetworkNode(.payer, $0) }
    }

    private func phone(of ticket: Booking) -> NetworkNode? {
        ticket.phone.flatMap { NetworkNode(.phone, $0) }
    }

    private func mayBeTravellers(_ node: NetworkNode) -> Bool {
        if travellers[node, default: 0] < 2 || ownPhones.contains(node) { return true }
        guard node.kind == .payer else { return false }
        let words = Set(PersonName(node.value).words)
        return names.contains { $0.isSubset(of: words) || words.isSubset(of: $0) }
    }
}

package import Casework
package import Vocabulary

extension Desk {
    /// Notes that two things belong together.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where source, basis or innocent explanation is missing; `SiteFault`.
    package func note(_ claim: NetworkClaim, by actor: Actor) async throws {
        try await note([claim], by: actor)
    }

    /// Notes several claims.
    ///
    /// - Throws: As the other.
    package func note(_ claims: [NetworkClaim], by actor: Actor) async throws {
        try Desk.check(claims)
        let at = now()
        try await site.commit { _ in
            let drafts = claims.map {
                EntryDraft(.claimMade($0), at: at, actor: actor.name, purpose: "investigate-recruiter")
            }
            return Decision(drafts, answer: ())
        }
    }

    /// Refuses claims that nobody could answer for.
    static func check(_ claims: [NetworkClaim]) throws(OperationFault) {
        for claim in claims {
            for (field, text) in [
                ("source", claim.source), ("basis", claim.basis), ("innocent", claim.innocent),
            ]
            where text.isEmpty || text.utf8.count > 500 {
                throw OperationFault.fieldUnfit(field: field, expected: "1 to 500 bytes")
            }
            guard (1...5).contains(claim.confidence), claim.one != claim.other else {
                throw OperationFault.fieldUnfit(
                    field: "confidence",
                    expected: "1 to 5, of two different things"
                )
            }
        }
    }

    /// The rings on a day, the strongest first; whoever shows them notes it.
    ///
    /// - Throws: `SiteFault`.
    package func rings(on day: Day) throws -> [Ring] {
        search(on: day).rings(in: try site.read { try $0.claimEdges() }, on: day)
    }

    /// The claims of a ring.
    ///
    /// - Throws: `SiteFault`.
    package func claims(of ring: Ring, limit: Int) throws -> [NetworkClaim] {
        try site.read { try $0.claims(at: Array(ring.entries.prefix(limit))) }
    }

    /// How rings are searched by the rules of a day.
    package func search(on day: Day) -> RingSearch {
        func limit(_ key: String, _ fallback: Int) -> Int { rules.limit(key, on: day) ?? fallback }
        return RingSearch(
            halfLifeDays: limit("network_half_life_days", 180),
            leastWeight: Double(limit("network_least_weight_permille", 100)) / 1000,
            hubClaims: limit("network_hub_claims", 200),
            leastSources: limit("network_least_sources", 2)
        )
    }
}

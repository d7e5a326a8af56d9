import Linking
import Screening
package import Vocabulary

extension Desk {
    /// How the site stands today: feeds and their age, the ledger, the rules.
    ///
    /// - Throws: `SiteFault`.
    package func status() throws -> SiteStatus {
        let feeds = try site.read { reads in
            let knowledge = try feedKnowledge(reads)
            return try RecordKind.allCases.filter { $0 != .feeds }.map { kind in
                let loaded = try reads.loaded(kind)
                let feed = knowledge.feeds[kind]
                return FeedStatus(
                    kind: kind,
                    owner: feed?.owner,
                    count: loaded?.count ?? 0,
                    loadedAt: loaded?.lastAt,
                    completeUntil: feed?.completeUntil,
                    state: feed?.state,
                    isAnswered: knowledge.answers(kind, on: today, by: rules)
                )
            }
        }
        return SiteStatus(feeds: feeds, ledger: try site.ledgerHead(), rules: rules.digest)
    }

    /// What a worker with these papers still lacks for a departure today, by the same rules; nothing is kept.
    ///
    package func readiness(_ question: ReadinessQuestion) -> Assessment {
        var file = PlacementFile()
        file.scheme = question.scheme
        file.destination = question.destination
        file.employerKind = question.employerKind
        file.visaKind = question.scheme == .crew ? .crew : .work
        // Nothing is filed yet; what the person holds counts as if an officer had seen it.
        file.status = .registered
        var journey = Journey(
            occasion: .departure(asCrew: question.scheme == .crew),
            day: today,
            citizenship: .indonesian
        )
        journey.trip.countries = [question.destination]
        journey.placements = .answered([PlacementView(file: file)])
        journey.attestations = question.documents.sorted().map {
            Attestation(document: $0, number: "-", validUntil: nil)
        }
        journey.passports = .answered([])
        journey.crossings = .answered([])
        journey.notices = .answered([])
        return Screening.assess(journey, by: rules)
    }
}

import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// Notes what the partner has taken.
    ///
    /// - Throws: `SiteFault`.
    package func note(delivered receipts: [ExchangeDelivered.Receipt]) async throws {
        try await append(.exchangeDelivered(ExchangeDelivered(receipts: receipts)), by: .system)
    }

    /// Notes what the partner has proven.
    ///
    /// - Throws: `SiteFault`.
    package func note(proven proofs: [ExchangeProven.Proof]) async throws {
        try await append(.exchangeProven(ExchangeProven(proofs: proofs)), by: .system)
    }

    /// Notes that something is not as it can be between honest parties; once, as long as nobody has closed it.
    ///
    /// - Throws: `SiteFault`.
    package func alarm(_ code: String, stream: String?, message: String? = nil, finding: String) async throws
    {
        let alarm = ExchangeAlarmed(code: code, stream: stream, message: message, finding: finding)
        let known = try site.read { try $0.exchangeAlarms(limit: 1000) }.map(\.alarm)
        guard !known.contains(alarm) else { return }
        try await append(.exchangeAlarmed(alarm), by: .system)
    }

    /// Tells the partner how far this side's records reach, once all of them were taken: at first, after new ones, and now and then.
    ///
    /// - Throws: `SiteFault`.
    package func tellHowFar(everySeconds seconds: Int) async throws {
        guard let side = exchange else { return }
        let at = now()
        @Sendable func due(_ reads: any SiteReads) throws -> [Letter] {
            guard try !reads.isWaiting("registry.told/1") else { return [] }
            let told = try reads.crossed().first { $0.way == .out && $0.type == "registry.told/1" }
            return try feeds(of: side, since: told?.lastAt, everySeconds: seconds, at: at, reads)
        }
        // Looked at first: a commit without entries would flush all the same, many times a second.
        guard try site.read({ try !due($0).isEmpty }) else { return }
        try await site.commit { [self] reads in
            Decision(try queue(due(reads).map { ($0, nil) }, at: at, reads), answer: ())
        }
    }

    private func feeds(
        of side: ExchangeSide,
        since told: Moment?,
        everySeconds seconds: Int,
        at: Moment,
        _ reads: any SiteReads
    ) throws -> [Letter] {
        let isMine = rules.agreement(on: today).contains {
            $0.type == "registry.told/1" && $0.sender.includes(side.agency)
        }
        guard isMine else { return [] }
        var letters: [Letter] = []
        var isDue = told.map { $0.adding(seconds: seconds) <= at } ?? true
        for (kind, type) in Desk.toldTables {
            // Only what the partner has taken is told as complete; all are told together, so that none is passed over.
            guard try !reads.isWaiting(type) else { return [] }
            if let loaded = try reads.loaded(kind), let told, told < loaded.lastAt { isDue = true }
        }
        guard isDue else { return [] }
        for (kind, _) in Desk.toldTables {
            guard try reads.loaded(kind) != nil else { continue }
            let own = try reads.records(Feed.self, .key(kind.rawValue)).first
            var payload: [String: CanonicalJSON] = [:]
            payload.set("feed", kind.rawValue)
            payload.set("complete_until", (own?.completeUntil ?? today).description)
            payload.set("state", (own?.state ?? .complete).rawValue)
            letters.append(
                Letter(
                    type: "registry.told/1",
                    purpose: AgreementRule.noPurpose,
                    payload: payload,
                    key: kind.rawValue
                )
            )
        }
        return letters
    }

    /// The tables of which the partner is told how far they reach, and the type in which their rows cross.
    static let toldTables: [(RecordKind, String)] = [
        (.workers, "placement.shared/1"), (.agencies, "agency.shared/1"), (.joborders, "joborder.shared/1"),
    ]

    private func append(_ event: SiteEvent, by actor: Actor) async throws {
        let draft = EntryDraft(event, at: now(), actor: actor.name, purpose: "exchange")
        try await site.commit { _ in Decision([draft], answer: ()) }
    }
}

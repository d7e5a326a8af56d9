import Exchange
import Foundation
import Vocabulary

/// That holders of placements have left and come back; the way of anybody else never crosses.
///
/// - Source: agreement of two ministers of 20 November 2024; `agreement.csv`, `departure.confirmed/1` and `return.confirmed/1`.
extension Desk {
    /// What is told of a crossing: once for every open placement of whoever crossed.
    ///
    /// - Throws: `SiteFault`.
    func confirm(_ crossing: Crossing, _ reads: any SiteReads) throws -> [Letter] {
        guard let passport = crossing.passportNumber else { return [] }
        return try reads.records(Placement.self, .passport(passport)).compactMap {
            try confirm(crossing, with: passport, under: $0, reads)
        }
    }

    /// The last crossing of a placement's holder, where it was known here before the placement came.
    ///
    /// - Throws: `SiteFault`.
    func confirm(whoeverHolds body: [UInt8], _ reads: any SiteReads) throws -> [Letter] {
        let placement = body.withUnsafeBufferPointer { Placement.codec.read($0) }
        guard let placement, let passport = placement.holder.passportNumber.value else { return [] }
        let crossings = try reads.records(Crossing.self, .passport(passport))
        let last = crossings.max { ($0.at?.milliseconds ?? 0) < ($1.at?.milliseconds ?? 0) }
        return try last.flatMap { try confirm($0, with: passport, under: placement, reads) }.map { [$0] }
            ?? []
    }

    private func confirm(
        _ crossing: Crossing,
        with passport: PassportNumber,
        under placement: Placement,
        _ reads: any SiteReads
    ) throws -> Letter? {
        guard let at = crossing.at, let direction = crossing.direction,
            let status = placement.file.status, PlacementShare.isOpen(status), status.isOpen,
            let first = firstDay(of: placement.file), at.day(zone: zone) >= first
        else { return nil }
        let type = direction == .exit ? "departure.confirmed/1" : "return.confirmed/1"
        let day = at.day(zone: zone).description
        var payload: [String: CanonicalJSON] = [:]
        payload.set("placement_id", placement.key)
        payload.set("passport_no", passport.text)
        payload.set("on", day)
        payload.set("checkpoint", crossing.checkpoint)
        payload.set("country", crossing.destination?.text)
        var letter = Letter(
            type: type,
            purpose: "protect",
            payload: payload,
            key: placement.key,
            subject: .passport(passport)
        )
        letter.collectedOn = at.day(zone: zone)
        return try isTold(letter, on: day, passport, reads) ? nil : letter
    }

    /// From when on somebody's way is their placement's: what they did before they agreed to work abroad is nobody's business.
    private func firstDay(of file: PlacementFile) -> Day? {
        let days = rules.limit("departure_before_contract_days", on: today) ?? 0
        return file.agreedOn ?? file.contractFrom.value?.adding(days: -days)
    }

    /// Whether the same was told already, as far as its words are still kept.
    private func isTold(_ letter: Letter, on day: String, _ passport: PassportNumber, _ reads: any SiteReads)
        throws -> Bool
    {
        try reads.events(about: .passport(passport)).contains { _, event in
            guard case .exchangeQueued(let queued) = event, queued.type == letter.type else { return false }
            let told = queued.words?.payload
            return told?["on"]?.text == day && told?["placement_id"]?.text == letter.key
        }
    }
}

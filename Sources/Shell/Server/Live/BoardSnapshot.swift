import Operations
import Pages
import Vocabulary

/// The board at a moment: the day's departures, counts by advice and standing referrals; nothing personal.
struct BoardSnapshot: Sendable, Hashable {
    /// The day shown.
    var day: Day
    /// The flights and voyages, by time.
    var flights: [FlightSummary]
    /// The referrals for the day, newest first, withdrawn ones too.
    var referrals: [Referral]
    /// Where the checks stand to which they led, by the referral.
    var checks: [String: Check]

    /// Where a departure check stands.
    struct Check: Sendable, Hashable {
        var state: String
        var isOpen: Bool
    }

    /// Reads the board of a day.
    ///
    /// - Throws: `SiteFault`.
    init(_ day: Day, from site: any Site) throws {
        self.day = day
        (flights, referrals, checks) = try site.read { reads in
            let referrals = try reads.referrals(on: day)
            var checks: [String: Check] = [:]
            for referral in referrals {
                guard let found = try reads.standing(ofCaseAfter: referral.id) else { continue }
                checks[referral.id] = Check(state: found.state, isOpen: found.isOpen)
            }
            return (try reads.flights(on: day), referrals, checks)
        }
    }

    /// The numbers of all flights together.
    var tally: AdviceCounts {
        flights.reduce(AdviceCounts()) { sum, flight in sum + flight.manifest.counts }
    }

    /// The referrals that stand, checks that have ended not among them.
    var standing: [Referral] { referrals.filter { $0.withdrawnFor == nil && checks[$0.id]?.isOpen != false } }

    /// What the board shows of a referral.
    func mark(of referral: Referral) -> ReferralMark {
        var mark = ReferralMark(referral)
        if let check = checks[referral.id] {
            (mark.state, mark.isBegun, mark.isDone) = (check.state, true, !check.isOpen)
        }
        return mark
    }

    /// What open boards are sent.
    var json: JSONText {
        [
            "day": .string(day.description),
            "counts": tally.json,
            "flights": .array(
                flights.map { flight in
                    [
                        "flight": flight.manifest.flight.json,
                        "counts": flight.manifest.counts.json,
                        "referrals": .array(
                            standing.filter { $0.flight == flight.manifest.flight }.map(\.markJSON)
                        ),
                    ]
                }
            ),
            "referrals": .array(standing.map(\.markJSON)),
        ]
    }
}

extension Referral {
    /// What the board shows of a referral: no personal fact.
    fileprivate var markJSON: JSONText {
        ["id": .string(id), "openedAt": .string(openedAt.description)]
    }
}

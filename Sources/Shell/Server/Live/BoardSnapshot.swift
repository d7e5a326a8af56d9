import Operations
import Vocabulary

/// The board at a moment: the day's departures, counts by advice and standing referrals; nothing personal.
struct BoardSnapshot: Sendable, Hashable {
    /// The day shown.
    var day: Day
    /// The flights and voyages, by time.
    var flights: [FlightSummary]
    /// The referrals for the day, newest first, withdrawn ones too.
    var referrals: [Referral]

    /// Reads the board of a day.
    ///
    /// - Throws: `SiteFault`.
    init(_ day: Day, from site: any Site) throws {
        self.day = day
        (flights, referrals) = try site.read { (try $0.flights(on: day), try $0.referrals(on: day)) }
    }

    /// The numbers of all flights together.
    var tally: AdviceCounts {
        flights.reduce(AdviceCounts()) { sum, flight in sum + flight.manifest.counts }
    }

    /// The referrals that stand.
    var standing: [Referral] { referrals.filter { $0.withdrawnFor == nil } }

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

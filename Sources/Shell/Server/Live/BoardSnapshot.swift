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

    /// The last answer of the ministry's desk, by the referral.
    var answers: [String: ReferralAnswered]

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
        (flights, referrals, checks, answers) = try site.read { reads in
            let referrals = try reads.referrals(on: day)
            var checks: [String: Check] = [:]
            var answers: [String: ReferralAnswered] = [:]
            for referral in referrals {
                answers[referral.id] = try reads.answers(to: referral.id).first
                guard let found = try reads.standing(ofCaseAfter: referral.id) else { continue }
                checks[referral.id] = Check(state: found.state, isOpen: found.isOpen)
            }
            return (try reads.flights(on: day), referrals, checks, answers)
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
        mark.answer = answers[referral.id].flatMap(DeskAnswer.init)
        return mark
    }

    /// Flights of which only referrals crossed from the other agency's site, which alone has their lists; by time.
    var elsewhere: [FlightLine] {
        let listed = Set(flights.map(\.manifest.flight))
        let crossed = referrals.filter { referral in
            referral.isFromElsewhere && referral.flight.map { !listed.contains($0) } ?? false
        }
        return Dictionary(grouping: crossed) { $0.flight }.compactMap { flight, referrals in
            guard let flight, let first = referrals.first else { return nil }
            let standing = referrals.filter { $0.withdrawnFor == nil }.sorted { $0.openedAt < $1.openedAt }
            var line = FlightLine(
                flight: flight,
                to: first.to,
                departsAt: first.departsAt,
                tally: AdviceCounts(refer: standing.count),
                receivedAt: nil,
                referrals: standing.map(mark)
            )
            line.isElsewhere = true
            return line
        }
        .sorted {
            ($0.departsAt?.minute ?? .max, $0.flight.number) < (
                $1.departsAt?.minute ?? .max, $1.flight.number
            )
        }
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
    /// Whether the other agency's site told it, with where its flight goes and when.
    var isFromElsewhere: Bool { to != nil || departsAt != nil }

    /// What the board shows of a referral: no personal fact.
    fileprivate var markJSON: JSONText {
        ["id": .string(id), "openedAt": .string(openedAt.description)]
    }
}

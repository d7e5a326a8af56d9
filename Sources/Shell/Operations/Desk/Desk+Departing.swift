import Casework
package import Vocabulary

/// What leaves soon, and who on it needs something of the ministry's desk (keberangkatan terdekat).
package struct DepartingSoon: Sendable, Hashable {
    /// One flight or voyage.
    package struct Flight: Sendable, Hashable {
        /// Which.
        package var flight: FlightKey
        /// Whereto.
        package var to: String?
        /// When it leaves.
        package var departsAt: Moment
        /// Travellers of passengers' and crew's lists and of the counter who still need something.
        package var travellers: [ScreenedTraveller]
    }

    /// The flights, by departure.
    package var flights: [Flight]
    /// Departure checks in which a paper is being completed at the desk, by their clocks.
    package var completing: [CaseLine]
    /// How many flights of the day have no time in their list, so that nobody can say when they leave.
    package var timeless: Int
}

extension Desk {
    /// How many minutes the desk looks ahead.
    package var minutesAhead: Int { rules.limit("desk_ahead_minutes", on: today) ?? 0 }

    /// What leaves within that time, with the travellers who need advice, an interview or a record that is missing.
    ///
    /// - Throws: `SiteFault`.
    package func departingSoon() throws -> DepartingSoon {
        let begin = now()
        let end = begin.adding(seconds: minutesAhead * 60)
        let days = Set([begin.day(zone: zone), end.day(zone: zone)])
        return try site.read { reads in
            let listed = try days.sorted().flatMap { try reads.flights(on: $0) }
            var flights: [DepartingSoon.Flight] = []
            var known: Set<FlightKey> = []
            for line in listed {
                guard let departsAt = line.manifest.departsAt?.moment(zone: zone), begin <= departsAt,
                    departsAt <= end, known.insert(line.manifest.flight).inserted
                else { continue }
                let travellers = try needing(reads.screened(on: line.manifest.flight), reads)
                flights.append(
                    .init(
                        flight: line.manifest.flight,
                        to: line.manifest.to,
                        departsAt: departsAt,
                        travellers: travellers
                    )
                )
            }
            for referral in try days.sorted().flatMap({ try reads.referrals(on: $0) }) {
                // Its list is with the other agency: what crossed is the referral, with the flight's time.
                guard let flight = referral.flight, referral.withdrawnFor == nil,
                    let departsAt = referral.departsAt?.moment(zone: zone), begin <= departsAt,
                    departsAt <= end, known.insert(flight).inserted
                else { continue }
                let travellers = try needing(reads.screened(on: flight), reads)
                flights.append(
                    .init(flight: flight, to: referral.to, departsAt: departsAt, travellers: travellers)
                )
            }
            flights.sort { ($0.departsAt, $0.flight.number) < ($1.departsAt, $1.flight.number) }
            let timeless = listed.filter { $0.manifest.departsAt == nil }.map(\.manifest.flight)
            let completing = try reads.openCases(.departure, limit: 500).filter {
                $0.last.state == DepartureState.completing.rawValue
            }
            return DepartingSoon(
                flights: flights,
                completing: completing,
                timeless: Set(timeless).count
            )
        }
    }

    /// Each person once, by the last that was said of them, without the papers that an officer has seen in the hand.
    private func needing(_ screened: [ScreenedTraveller], _ reads: any SiteReads) throws
        -> [ScreenedTraveller]
    {
        let atCounter = Set(
            screened.filter { $0.list == ScreenedTraveller.counter }.compactMap(\.passport)
        )
        return try screened.compactMap { traveller in
            let isOlder =
                traveller.list != ScreenedTraveller.counter
                && traveller.passport.map(atCounter.contains) == true
            guard [.advise, .refer, .unavailable].contains(traveller.assessment.advice), !isOlder else {
                return nil
            }
            guard let passport = traveller.passport, !traveller.assessment.mend.isEmpty else {
                return traveller
            }
            let seen = Set(try reads.attestations(for: passport).map(\.attestation.document))
            var left = traveller
            left.assessment.mend.removeAll { seen.contains($0.document) }
            if !left.assessment.mend.isEmpty { return left }
            // A suggested interview that stands is shown, whatever was seen.
            let stands = try reads.referrals(for: passport).contains {
                $0.screening == traveller.id && $0.withdrawnFor == nil
            }
            return stands ? left : nil
        }
    }
}

public import Vocabulary

/// Puts a traveller beside the records of both agencies (penautan).
///
/// By NIK, by any passport number the person ever held, then by name and birth date as surely as they tell (`PersonLinkage`).
public struct Linking: Sendable {
    /// How sure a name with a birth date must be.
    ///
    /// - Source: as the pairs that `kawal link` accepts; a doubt is asked, never decided by the machine.
    public enum Certainty {
        /// From here on a placement is taken for the traveller's.
        public static let accepted = 0.95
        /// No link is surer: registers err.
        public static let most = 0.9999
        /// From here on somebody is asked.
        public static let doubtful = 0.2
    }

    /// Which country a place is in.
    public let places: Places
    /// The dated rules: how old feeds may be, places of transit, limits.
    public let rules: Rulebook
    /// What is known of the feeds.
    public let feeds: FeedKnowledge

    /// Linking with its look-up tables.
    public init(places: Places, rules: Rulebook, feeds: FeedKnowledge) {
        self.places = places
        self.rules = rules
        self.feeds = feeds
    }

    /// The journey of a traveller of a list, or at a counter.
    ///
    /// - Shape: `legs` are those of the list, in order; they end where the person debarks.
    public func journey(
        of traveller: Traveller,
        on day: Day,
        legs: [Leg],
        debarks: String?,
        asCrew: Bool,
        records: PersonRecords
    ) -> Journey {
        let traveller = traveller.completed(by: records.passports)
        let joined = Joined(
            traveller,
            records,
            answered: answers(.passports, on: day),
            lookedUp: feeds.lookedUp.contains(.passports),
            by: PersonLinkage(rules, on: day)
        )
        var journey = Journey(
            occasion: .departure(asCrew: asCrew),
            day: day,
            citizenship: joined.citizenship
        )
        journey.trip = trip(of: traveller, legs: legs, debarks: debarks, joined, records, on: day)
        fill(&journey, traveller, joined, records)
        return journey
    }

    /// The journey of an applicant for a passport, judged on the day of the application unless another is given.
    public func journey(of application: PassportRecord, on day: Day, records: PersonRecords) -> Journey {
        let traveller = Traveller(applicant: application)
        let joined = Joined(
            traveller,
            records,
            answered: answers(.passports, on: day),
            application: application,
            by: PersonLinkage(rules, on: day)
        )
        var journey = Journey(occasion: .application, day: day, citizenship: .indonesian)
        journey.trip.statedPurpose = application.file.statedPurpose
        journey.trip.wasPassportAskedInTransitTown = asksInTransitTown(
            application.file,
            home: joined.homeRegency,
            on: day
        )
        fill(&journey, traveller, joined, records)
        journey.document.number = application.file.number
        journey.document.kind = application.file.kind ?? .passport
        journey.document.standing = .absent
        return journey
    }

    func answers(_ kind: RecordKind, on day: Day) -> Bool { feeds.answers(kind, on: day, by: rules) }

    /// What holds for departures and applications alike.
    private func fill(
        _ journey: inout Journey,
        _ traveller: Traveller,
        _ joined: Joined,
        _ records: PersonRecords
    ) {
        let day = journey.day
        journey.document = joined.document
        journey.majority = joined.majority(on: day, years: rules.limit("majority_years", on: day) ?? 18)
        journey.neverLoaded = feeds.neverLoaded
        journey.silentColumns = feeds.silentColumns(on: day, by: rules)
        journey.questions = joined.questions
        journey.link = joined.link
        journey.doubts = joined.doubts
        journey.attestations = records.attestations
        if answers(.workers, on: day), !(joined.placements.isEmpty && feeds.isPartial(.workers)) {
            journey.placements = .answered(joined.placements.map { view($0, joined, records, on: day) })
        }
        if answers(.passports, on: day) { journey.passports = .answered(joined.passportViews) }
        if answers(.crossings, on: day) { journey.crossings = .answered(crossings(joined, records)) }
        if answers(.notices, on: day) {
            journey.notices = .answered(notices(traveller, joined, records, on: day))
        }
        if answers(.outcomes, on: day) {
            // Only a deportation may be shown; a victim's history never reaches a journey.
            let own = joined.ownNumbers
            let deported = records.outcomes.filter { outcome in
                outcome.finding == .deported && (outcome.passportNumber.map(own.contains) ?? false)
            }
            journey.deportedOn = deported.compactMap { $0.foundOn ?? $0.departedOn }.filter { $0 <= day }
                .max()
        }
    }

    private func view(
        _ placement: Placement,
        _ joined: Joined,
        _ records: PersonRecords,
        on day: Day
    ) -> PlacementView {
        var view = PlacementView(file: placement.file)
        view.filedPassport = placement.holder.passportNumber
        view.isFiledUnderOwnPassport = joined.isOwn(placement.holder.passportNumber.value)
        if let licence = placement.file.agencyLicence {
            view.agency = known(records.agencies[licence].flatMap(AgencyView.init), of: .agencies, on: day)
        }
        if let number = placement.file.jobOrder {
            view.jobOrder = known(records.jobOrders[number], of: .joborders, on: day)
        }
        return view
    }

    /// A row of a feed, or the answer that there is none; what a partial feed lacks is unknown.
    func known<Value>(_ row: Value?, of kind: RecordKind, on day: Day) -> Known<Value?> {
        guard answers(kind, on: day), row != nil || !feeds.isPartial(kind) else { return .unanswered }
        return .answered(row)
    }

    /// The person's crossings, oldest first, each on the day that the clocks of western Indonesia showed.
    private func crossings(_ joined: Joined, _ records: PersonRecords) -> [CrossingView] {
        let own = joined.ownNumbers
        let known = records.crossings.compactMap { crossing -> (Moment, CrossingView)? in
            guard let direction = crossing.direction, let at = crossing.at,
                crossing.passportNumber.map(own.contains) ?? false
            else { return nil }
            let view = CrossingView(
                direction: direction,
                day: at.day(zone: 420),
                country: crossing.destination,
                checkpoint: crossing.checkpoint
            )
            return (at, view)
        }
        return known.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension AgencyView {
    /// An agency as a rule sees it; without a kind it is a placement company.
    init?(_ agency: Agency) {
        guard let licence = agency.licence else { return nil }
        self.init(
            licence: licence,
            business: agency.business ?? .p3mi,
            standing: agency.standing,
            standingSince: agency.standingSince,
            validUntil: agency.validUntil
        )
    }
}

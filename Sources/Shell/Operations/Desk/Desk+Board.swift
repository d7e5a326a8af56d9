package import Vocabulary

extension Desk {
    /// The departures of a day, by time.
    ///
    /// - Throws: `SiteFault`.
    package func flights(on day: Day) throws -> [FlightSummary] { try site.read { try $0.flights(on: day) } }

    /// One flight; nil where no list of it was received.
    ///
    /// - Throws: `SiteFault`.
    package func flight(_ key: FlightKey) throws -> FlightSummary? { try site.read { try $0.flight(key) } }

    /// The travellers of a flight whose advice is not clear, in order of the list.
    ///
    /// - Throws: `SiteFault`.
    package func screened(on flight: FlightKey) throws -> [ScreenedTraveller] {
        try site.read { try $0.screened(on: flight) }
    }

    /// One traveller's screening; nil where it is unknown or superseded.
    ///
    /// - Throws: `SiteFault`.
    package func screened(id: String) throws -> ScreenedTraveller? {
        try site.read { try $0.screened(id: id) }
    }

    /// Referrals for departures of a day, newest first.
    ///
    /// - Throws: `SiteFault`.
    package func referrals(on day: Day) throws -> [Referral] { try site.read { try $0.referrals(on: day) } }

    /// One referral.
    ///
    /// - Throws: `SiteFault`.
    package func referral(id: String) throws -> Referral? { try site.read { try $0.referral(id: id) } }

    /// The lists received last, newest first.
    ///
    /// - Throws: `SiteFault`.
    package func recentManifests(limit: Int) throws -> [FlightSummary] {
        try site.read { try $0.recentManifests(limit: limit) }
    }

    /// What officers have attested for the holder of a passport, newest first.
    ///
    /// - Throws: `SiteFault`.
    package func attestations(for passport: PassportNumber) throws -> [DocumentAttested] {
        try site.read { try $0.attestations(for: passport) }
    }

    /// The passport applications that wait for a decision, newest first; those of one day where it is given.
    ///
    /// - Throws: `SiteFault`.
    package func applications(on day: Day? = nil, limit: Int) throws -> [ApplicationAnswer] {
        try site.read { reads in
            let waiting = try reads.records(PassportRecord.self, .waiting)
            let newest = waiting.filter { day == nil || $0.file.appliedOn == day }.sorted { left, right in
                let (one, other) = (left.file.appliedOn?.number ?? 0, right.file.appliedOn?.number ?? 0)
                return one == other ? left.key < right.key : one > other
            }
            var answers: [ApplicationAnswer] = []
            for record in newest where answers.count < limit {
                if try !isDecided(record, reads) { answers.append(try answer(to: record, reads)) }
            }
            return answers
        }
    }

    /// Whether the register has a passport that was issued to the applicant since: its row has a number for a name.
    private func isDecided(_ application: PassportRecord, _ reads: any SiteReads) throws -> Bool {
        guard let nik = application.holder.nik, let appliedOn = application.file.appliedOn else {
            return false
        }
        return try reads.records(PassportRecord.self, .nik(nik)).contains {
            $0.file.status != .applied && ($0.file.issuedOn.map { $0 >= appliedOn } ?? false)
        }
    }

    /// One application and its advice; nil where the register has none of that key.
    ///
    /// - Throws: `SiteFault`.
    package func application(key: String, by actor: Actor) throws -> ApplicationAnswer? {
        let found = try site.read { reads in
            let found = try reads.records(PassportRecord.self, .key(key)).first { $0.file.status == .applied }
            return try found.map { try answer(to: $0, reads) }
        }
        if let found { note(.application, of: found.subject, by: actor) }
        return found
    }

    private func answer(to record: PassportRecord, _ reads: any SiteReads) throws -> ApplicationAnswer {
        let judged = try assess(record, on: nil, reads)
        return ApplicationAnswer(
            key: record.key,
            name: record.holder.name?.text,
            subject: record.holder.nik.map(EntrySubject.nik),
            file: record.file,
            day: judged.day,
            assessment: judged.assessment
        )
    }
}

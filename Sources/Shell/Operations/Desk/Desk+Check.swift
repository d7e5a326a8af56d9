import Linking
package import Vocabulary

extension Desk {
    /// Checks one traveller at a counter or for a program; what is referred is durable before it is answered.
    ///
    /// - Throws: `OperationFault.nothingToCheck`; `SiteFault`.
    package func check(_ request: TravellerCheck, by actor: Actor) async throws -> CheckAnswer {
        let (person, zone) = try person(of: request)
        let list = try await lookedUp(departure(of: request, person))
        let (judged, standing) = try site.read { reads in
            guard let judged = try assess(list.persons[...], of: list, reads).first else {
                throw OperationFault.nothingToCheck
            }
            return (judged, try standingReferral(of: person.passportNumber, on: judged.day, reads))
        }
        var answer = CheckAnswer(assessment: judged.assessment, day: list.flight.departsOn)
        answer.zone = zone
        answer.passport = person.passportNumber
        answer.bornOn = judged.traveller.bornOn
        answer.name = person.name.text.isEmpty ? judged.traveller.name?.text : person.name.text
        note(.check, of: answer.passport.map(EntrySubject.passport), by: actor)
        try await noteDoubts(judged, on: list.flight, by: actor)
        guard judged.assessment.advice == .refer || judged.assessment.advice == .statutory else {
            answer.referral = standing
            if standing == nil { try noteRelease(answer, flight: list.flight, by: actor) }
            return answer
        }
        let kept = try await keep(answer, person: person, flight: list.flight, by: actor)
        answer.screening = kept.screening
        answer.referral = kept.referral
        return answer
    }

    /// A traveller at a counter with what the partner's sealed tables said in time; what they didn't say is unknown.
    private func lookedUp(_ departure: DepartureList) async throws -> DepartureList {
        guard lookUp.isOpen else { return departure }
        var list = departure
        let sought = try site.read { reads in
            list.lookedUp = try lookedUp(on: list.flight, reads)
            return try assess(list.persons[...], of: list, reads).first?.sought
        }
        guard let sought else { return list }
        switch await seekAtOnce(sought) {
        case .nothing: list.isLookedUp = true
        case .found(let references):
            if try site.read({ try Desk.hasCome(references, $0) }) {
                list.isLookedUp = true
            } else {
                try await ask(for: references, of: sought, list: list)
            }
        case .unanswered: break
        }
        return list
    }

    /// Tells an autogate whether to open; never why.
    ///
    /// Only `refer`, `statutory` and whoever a list has referred go to the counter: data that are not available are no
    /// reason to hold anybody.
    /// - Throws: `OperationFault.nothingToCheck`; `SiteFault`.
    package func gate(_ request: TravellerCheck, by actor: Actor) async throws -> GateAnswer {
        let answer = try await check(request, by: actor)
        guard answer.referral == nil else { return .counter }
        switch answer.assessment.advice {
        case .refer, .statutory: return .counter
        case .clear, .advise, .unavailable: return .proceed
        }
    }

    /// Opens a referral that an officer wants, with a coded reason.
    ///
    /// - Throws: `SiteFault`.
    package func openReferral(
        for passport: PassportNumber,
        flight: FlightKey?,
        reason: InterviewReason,
        by actor: Actor
    ) async throws -> Referral {
        let at = now()
        let key = flight ?? counterFlight
        let referral = try await site.commit { [makeIdentifier] reads in
            if var standing = try standingReferral(of: passport, on: key.departsOn, reads) {
                guard !standing.codes.contains(reason.rawValue) else {
                    return Decision([], answer: (standing, false))
                }
                standing.codes.append(reason.rawValue)
                return Decision(
                    [draft(.referralOpened(standing), at: at, by: actor, subject: passport)],
                    answer: (standing, false)
                )
            }
            var referral = Referral(
                id: makeIdentifier(),
                screening: nil,
                flight: key,
                passport: passport,
                openedAt: at,
                codes: [reason.rawValue]
            )
            referral.officer = actor.name
            return Decision(
                [draft(.referralOpened(referral), at: at, by: actor, subject: passport)],
                answer: (referral, true)
            )
        }
        if referral.1 { board.tell([.referralOpened(id: referral.0.id)]) }
        return referral.0
    }

    /// Notes a document that an officer has seen in the hand; the next check counts it.
    ///
    /// A referral of the machine's falls away once everything that it rests on was seen.
    /// - Throws: `OperationFault.fieldUnfit` where the document is none of the rules' or lacks a number; `SiteFault`.
    package func attest(
        _ attestation: Attestation,
        for passport: PassportNumber,
        by actor: Actor
    ) async throws {
        guard rules.paper(attestation.document, on: today) != nil else {
            throw OperationFault.fieldUnfit(field: "document", expected: "a document of Rules/papers.csv")
        }
        guard !attestation.number.isEmpty, attestation.number.utf8.count <= 60 else {
            throw OperationFault.fieldUnfit(field: "number", expected: "1 to 60 characters")
        }
        let at = now()
        let event = DocumentAttested(
            passport: passport,
            attestation: attestation,
            officer: actor.name,
            at: at
        )
        let withdrawn = try await site.commit { reads in
            let (drafts, fallen) = try self.attestation(event, by: actor, at: at, reads)
            return Decision(drafts, answer: fallen)
        }
        board.tell(withdrawn.map { .referralWithdrawn(id: $0) })
    }

    /// What noting a document comes to: the note, and the referrals of which it mends everything.
    func attestation(_ event: DocumentAttested, by actor: Actor, at: Moment, _ reads: any SiteReads) throws
        -> (drafts: [EntryDraft], fallen: [String])
    {
        let passport = event.passport
        let seen = try reads.attestations(for: passport).map(\.attestation)
        let mended = try reads.referrals(for: passport).filter { referral in
            try referral.withdrawnFor == nil && referral.day(zone: zone) >= today
                && isMended(referral, by: [event.attestation] + seen, reads)
        }
        let withdrawals = mended.map { referral in
            let fallen = ReferralWithdrawn(id: referral.id, reason: "attested")
            return draft(.referralWithdrawn(fallen), at: at, by: actor, subject: passport)
        }
        let noted = draft(.documentAttested(event), at: at, by: actor, subject: passport)
        return ([noted] + withdrawals, mended.map(\.id))
    }

    /// The referral of a document's holder that stands for a day, whoever opened it; nil where none does.
    private func standingReferral(
        of passport: PassportNumber?,
        on day: Day,
        _ reads: any SiteReads
    ) throws -> Referral? {
        guard let passport else { return nil }
        return try reads.referrals(for: passport).first {
            $0.withdrawnFor == nil && $0.day(zone: zone) == day
        }
    }

    /// Whether every reason that a referral rests on is a paper which was seen since, the newest word on each counting.
    private func isMended(
        _ referral: Referral,
        by seen: [Attestation],
        _ reads: any SiteReads
    ) throws -> Bool {
        guard let id = referral.screening, let screened = try reads.screened(id: id) else { return false }
        let day = screened.flight.departsOn
        let reasons = screened.assessment.reasons.filter { reason in
            let state = reason.evidence["state"]
            let rule = rules.check(reason.code, grade: reason.grade, state: state, at: .departure, on: day)
            return (rule?.advice ?? .refer) >= .refer
        }
        return !reasons.isEmpty
            && reasons.allSatisfy { reason in
                let newest = seen.first { $0.document == reason.evidence["document"] }
                return newest.map { $0.validUntil.map { day <= $0 } ?? true } ?? false
            }
    }

    private func person(of request: TravellerCheck) throws -> (ListedPerson, MachineReadableZone?) {
        var person = ListedPerson(role: request.isCrew ? "crew" : "passenger")
        person.visaKind = request.visaKind
        if let lines = request.zone {
            let zone = readZone(lines)
            person.zone = zone
            person.surname = zone.surname
            person.given = zone.given
            person.sex = zone.sex
            person.bornOn = zone.bornOn
            person.nationality = zone.nationality
            if let number = zone.number {
                person.documents = [
                    ListedDocument(
                        kind: zone.documentCode ?? "P",
                        number: number,
                        issuer: zone.issuer,
                        expiresOn: zone.expiresOn
                    )
                ]
            }
            guard person.passportNumber != nil || request.passport != nil else {
                throw OperationFault.nothingToCheck
            }
            if person.passportNumber != nil { return (person, zone) }
        }
        guard let passport = request.passport else { throw OperationFault.nothingToCheck }
        person.documents = [ListedDocument(kind: "P", number: passport.text)]
        return (person, person.zone)
    }

    private func departure(of request: TravellerCheck, _ person: ListedPerson) -> DepartureList {
        let flight = request.flight ?? counterFlight
        let leg = Leg(flight: flight.number, from: flight.from, to: request.destination)
        return DepartureList(
            flight: flight,
            legs: [leg],
            person: person,
            list: request.isCrew ? "crew" : "passengers"
        )
    }

    /// The departure of whoever stands at the counter without a list: today, from here.
    package var counterFlight: FlightKey { FlightKey(number: "KONTER", departsOn: today, from: post) }

    /// The number of a flight that a carrier has; nil of a departure at the counter.
    package func carriersNumber(of flight: FlightKey) -> String? {
        flight.number == counterFlight.number ? nil : flight.number
    }

    private func noteDoubts(
        _ judged: Judged,
        on flight: FlightKey,
        by actor: Actor
    ) async throws {
        guard !judged.doubts.isEmpty else { return }
        let at = now()
        try await site.commit { reads in
            let new = try newDoubts(judged, on: flight, at: at, reads)
            return Decision(
                new.map { draft(.linkDoubted($0), at: at, by: actor, subject: $0.passport) },
                answer: ()
            )
        }
    }

    private func keep(
        _ answer: CheckAnswer,
        person: ListedPerson,
        flight: FlightKey,
        by actor: Actor
    ) async throws -> (screening: String, referral: Referral?) {
        let at = now()
        let (kept, isNew) = try await site.commit { [makeIdentifier] reads in
            let mark = PersonMark.of(person.passportNumber, person.name)
            let earlier = try reads.screened(on: flight).first {
                $0.list == ScreenedTraveller.counter && $0.mark == mark
            }
            var traveller = ScreenedTraveller(
                id: earlier?.id ?? makeIdentifier(),
                flight: flight,
                person: 0,
                passport: person.passportNumber,
                name: answer.name ?? "",
                assessment: answer.assessment,
                list: ScreenedTraveller.counter
            )
            traveller.bornOn = person.bornOn
            var drafts: [EntryDraft] = []
            if earlier?.assessment != answer.assessment {
                drafts.append(
                    draft(.travellerScreened(traveller), at: at, by: actor, subject: traveller.passport)
                )
            }
            guard answer.assessment.advice == .refer else {
                return Decision(drafts, answer: ((traveller.id, Referral?.none), false))
            }
            if let standing = try standingReferral(of: traveller.passport, on: flight.departsOn, reads) {
                return Decision(drafts, answer: ((traveller.id, standing), false))
            }
            let referral = Referral(traveller, id: makeIdentifier(), at: at)
            drafts.append(draft(.referralOpened(referral), at: at, by: actor, subject: traveller.passport))
            return Decision(drafts, answer: ((traveller.id, Optional(referral)), true))
        }
        if isNew, let referral = kept.1 { board.tell([.referralOpened(id: referral.id)]) }
        return (screening: kept.0, referral: kept.1)
    }

    func draft(
        _ event: SiteEvent,
        at: Moment,
        by actor: Actor,
        subject passport: PassportNumber? = nil
    ) -> EntryDraft {
        EntryDraft(
            event,
            at: at,
            actor: actor.name,
            purpose: "departure-check",
            subject: passport.map(EntrySubject.passport)
        )
    }
}

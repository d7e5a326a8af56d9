import Intake
package import Vocabulary

extension Desk {
    /// Adds what carriers are told of lists: each traveller may board, is asked to the counter, or is to be sent again.
    ///
    /// A traveller about whom data are not available may board: that is no reason to hold anybody.
    func take(answersTo lists: [JudgedList], into reception: inout Reception) {
        var unnamed = 0
        for judged in lists where !judged.list.purpose.isClosing && !judged.travellers.isEmpty {
            let list = judged.list
            var response = response(for: list.flight, to: list.to, departsAt: list.departsAt)
            response.heading.reference = list.reference
            response.heading.sender = list.sender
            response.function = "962"
            let told = zip(list.persons, judged.assessments).map { person, assessment in
                Told(person.reference, person.booking, CarrierAnswer(to: person, assessment.advice))
            }
            response.answers = answers(told, on: list.flight.departsOn, unnamed: &unnamed)
            if !response.answers.isEmpty { reception.answers.append(response) }
        }
        guard unnamed > 0 else { return }
        reception.diagnostics.append(
            DiagnosticCode.unnamedAnswer.found("\(unnamed) travellers", expected: "RFF+ABO or RFF+AVF", at: 0)
        )
    }

    /// One traveller, as the carrier names people, and what is said of them.
    private struct Told {
        var reference: String?
        var booking: String?
        var answer: CarrierAnswer

        init(_ reference: String?, _ booking: String?, _ answer: CarrierAnswer) {
            self.reference = reference
            self.booking = booking
            self.answer = answer
        }
    }

    /// One answer for each reference; where only the booking is known, one for all of it, the gravest.
    ///
    /// Whoever has neither can't be named, and must not become an answer to the whole message.
    private func answers(_ told: [Told], on day: Day, unnamed: inout Int) -> [CustomsResponse.Answer] {
        var answers: [CustomsResponse.Answer] = []
        var gravest: [String: CarrierAnswer] = [:]
        var places: [String: Int] = [:]
        for one in told {
            guard let name = one.reference.map({ "r" + $0 }) ?? one.booking.map({ "b" + $0 }) else {
                unnamed += 1
                continue
            }
            let answer = max(gravest[name] ?? one.answer, one.answer)
            gravest[name] = answer
            let rule = rules.answer(answer, on: day)
            var written = CustomsResponse.Answer()
            written.reference = one.reference
            written.booking = one.booking
            written.code = rule?.code
            written.text = rule?.text
            if let place = places[name] {
                answers[place] = written
            } else {
                places[name] = answers.count
                answers.append(written)
            }
        }
        return answers
    }

    /// What has changed for a flight since its lists were answered, unasked (CUSRES 132): each traveller who was asked to
    /// the counter, as things stand now.
    ///
    /// - Throws: `OperationFault.notAllowed` where it is another carrier's flight; `.absent` where no list of it came; `.closed` once its
    ///   doors are closed; `SiteFault`.
    package func changes(for flight: FlightKey, by actor: Actor) throws -> CustomsResponse {
        guard actor.may(flight.number) else { throw OperationFault.notAllowed }
        let (summary, screened, referrals) = try site.read {
            (try $0.flight(flight), try $0.screened(on: flight), try $0.referrals(on: flight.departsOn))
        }
        guard let manifest = summary?.manifest else { throw OperationFault.absent }
        guard manifest.closure == nil else { throw OperationFault.closed }
        var response = response(for: flight, to: manifest.to, departsAt: manifest.departsAt)
        response.heading.reference = manifest.reference
        response.function = "132"
        let standing = Set(referrals.filter { $0.withdrawnFor == nil }.compactMap(\.screening))
        let told = screened.compactMap { traveller -> Told? in
            let isHeld = traveller.assessment.advice == .statutory || standing.contains(traveller.id)
            guard isHeld || traveller.assessment.advice == .refer else { return nil }
            return Told(traveller.reference, traveller.booking, isHeld ? .counter : .proceed)
        }
        var unnamed = 0
        response.answers = answers(told, on: flight.departsOn, unnamed: &unnamed)
        return response
    }

    /// Answers as the bytes of interchanges, one behind the other, each to the carrier whose list it answers.
    package func interchanges(_ responses: [CustomsResponse]) -> [UInt8] {
        let at = now()
        let prepared = WallTime(day: at.day(zone: 0), minute: at.minuteOfDay(zone: 0))
        return responses.enumerated().flatMap { place, response in
            let carrier = response.legs.first?.flight.map { String($0.prefix(2)) }
            return ResponseWriter.write(
                response,
                in: ResponseWriter.Envelope(
                    sender: Self.interchangeName,
                    recipient: response.heading.sender ?? carrier ?? "",
                    preparedAt: prepared,
                    number: String((at.milliseconds + Int64(place)) % 100_000_000_000_000)
                )
            )
        }
    }

    /// The immigration authority's name in interchanges with carriers.
    private static let interchangeName = "IDIMI"

    private func response(for flight: FlightKey, to: String?, departsAt: WallTime?) -> CustomsResponse {
        var response = CustomsResponse(heading: MessageHeading(source: ""))
        let from = flight.from.isEmpty ? nil : flight.from
        response.legs = [Leg(flight: flight.number, from: from, to: to, departsAt: departsAt)]
        return response
    }
}

extension CarrierAnswer {
    /// The answer for a listed person.
    ///
    /// Who is to be seen at the counter is sent there whatever is missing.
    init(to person: ListedPerson, _ advice: Advice) {
        let isNameless = person.name.key.isEmpty && person.zone == nil
        switch advice {
        case .refer, .statutory: self = .counter
        case .clear, .advise, .unavailable:
            self = isNameless || person.passportNumber == nil ? .resubmit : .proceed
        }
    }
}

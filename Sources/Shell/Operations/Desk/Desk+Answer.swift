import Intake
package import Vocabulary

extension Desk {
    /// What a carrier is told of one list: each traveller may board, is asked to the counter, or is to be sent again.
    ///
    /// A traveller about whom data are not available may board: that is no reason to hold anybody.
    func answer(to judged: JudgedList) -> CustomsResponse {
        var response = response(for: judged.list.flight, to: judged.list.to, departsAt: judged.list.departsAt)
        response.heading.reference = judged.list.reference
        response.function = "962"
        response.answers = zip(judged.list.persons, judged.assessments).map { person, assessment in
            answer(
                CarrierAnswer(to: person, assessment.advice),
                reference: person.reference,
                booking: person.booking,
                on: judged.list.flight.departsOn
            )
        }
        return response
    }

    /// What has changed for a flight since its lists were answered, unasked (CUSRES 132): each traveller who was asked to
    /// the counter, as things stand now.
    ///
    /// - Throws: `OperationFault.absent` where no list of the flight came; `OperationFault.closed` once its doors are
    ///   closed; `SiteFault`.
    package func changes(for flight: FlightKey) throws -> CustomsResponse {
        let (summary, screened, referrals) = try site.read {
            (try $0.flight(flight), try $0.screened(on: flight), try $0.referrals(on: flight.departsOn))
        }
        guard let manifest = summary?.manifest else { throw OperationFault.absent }
        guard manifest.closure == nil else { throw OperationFault.closed }
        var response = response(for: flight, to: manifest.to, departsAt: manifest.departsAt)
        response.heading.reference = manifest.reference
        response.function = "132"
        let standing = Set(referrals.filter { $0.withdrawnFor == nil }.compactMap(\.screening))
        for traveller in screened where traveller.reference != nil || traveller.booking != nil {
            let isHeld = traveller.assessment.advice == .statutory || standing.contains(traveller.id)
            guard isHeld || traveller.assessment.advice == .refer else { continue }
            response.answers.append(
                answer(
                    isHeld ? .counter : .proceed,
                    reference: traveller.reference,
                    booking: traveller.booking,
                    on: flight.departsOn
                )
            )
        }
        return response
    }

    /// Answers as the bytes of an interchange.
    package func interchange(_ response: CustomsResponse, to carrier: String?) -> [UInt8] {
        let minute = now().minuteOfDay(zone: 0)
        let day = now().day(zone: 0)
        return ResponseWriter.write(
            response,
            in: ResponseWriter.Envelope(
                sender: Self.interchangeName,
                recipient: carrier ?? response.legs.first?.flight.map { String($0.prefix(2)) } ?? "",
                preparedAt: WallTime(day: day, minute: minute),
                number: String(UInt64(clamping: now().milliseconds) % 100_000_000_000_000)
            )
        )
    }

    /// The immigration authority's name in interchanges with carriers.
    private static let interchangeName = "IDIMI"

    private func response(for flight: FlightKey, to: String?, departsAt: WallTime?) -> CustomsResponse {
        var response = CustomsResponse(heading: MessageHeading(source: ""))
        let from = flight.from.isEmpty ? nil : flight.from
        response.legs = [Leg(flight: flight.number, from: from, to: to, departsAt: departsAt)]
        return response
    }

    private func answer(
        _ answer: CarrierAnswer,
        reference: String?,
        booking: String?,
        on day: Day
    ) -> CustomsResponse.Answer {
        var written = CustomsResponse.Answer()
        written.reference = reference
        written.booking = booking
        let rule = rules.answer(answer, on: day)
        written.code = rule?.code
        written.text = rule?.text
        return written
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

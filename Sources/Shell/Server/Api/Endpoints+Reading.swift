import HTTPTypes
import Hummingbird
import Operations
import Vocabulary

/// The endpoints that read flights and assessments.
extension Endpoints {
    private static let readers: Set<Role> = [.border, .helpdesk, .analyst, .auditor]

    static let flights = Endpoint(
        method: .get,
        path: "/flights",
        operation: "listFlights",
        summary: "The flights and voyages of a day",
        about: "With their counts by advice, by time of departure.",
        scopes: [.read],
        roles: readers,
        parameters: [
            .init(
                name: "on",
                place: .query,
                schema: Schema.string(
                    "The day of departure at the place; today where absent.",
                    format: "date"
                ),
                isRequired: false
            )
        ],
        answer: Schema.named("FlightList"),
        problems: [422],
        handle: { call in
            let day = try call.query("on").map { text in
                guard let day = Day(text) else {
                    throw OperationFault.fieldUnfit(field: "on", expected: "YYYY-MM-DD")
                }
                return day
            }
            let on = day ?? call.office.desk.today
            let flights = try call.office.desk.site.read { try $0.flights(on: on) }
            return .json([
                "on": .string(on.description),
                "flights": .array(
                    flights.map {
                        ["manifest": $0.manifest.json, "receivedAt": .string($0.receivedAt.description)]
                    }
                ),
            ])
        }
    )

    static let edifact = "application/edifact"

    /// The parts of a path that name a flight.
    private static let flightParameters: [Endpoint.Parameter] = [
        .init(name: "number", place: .path, schema: Schema.string("The carrier's number or route.")),
        .init(
            name: "departsOn",
            place: .path,
            schema: Schema.string("The day of departure.", format: "date")
        ),
        .init(name: "from", place: .path, schema: Schema.string("The place of departure.")),
    ]

    static let changes = Endpoint(
        method: .get,
        path: "/flights/{number}/{departsOn}/{from}/answers",
        operation: "readAnswers",
        summary: "What a carrier is told now, unasked",
        about: """
            Each traveller who was asked to the counter, as things stand now: until the doors are closed a referral may \
            have fallen away. With `Accept: application/edifact` as CUSRES with BGM 132.
            """,
        scopes: [.manifest],
        roles: [.border, .administrator],
        parameters: flightParameters,
        answer: Schema.named("CarrierAnswers"),
        otherAnswer: edifact,
        problems: [404, 409, 422],
        handle: { call in
            let desk = call.office.desk
            let response = try desk.changes(for: try call.flight, by: try call.actor)
            guard call.accepts(edifact) else { return .json(response.json) }
            return .edifact(desk.interchanges([response]))
        }
    )

    static let assessments = Endpoint(
        method: .get,
        path: "/flights/{number}/{departsOn}/{from}/assessments",
        operation: "listAssessments",
        summary: "Who of a flight is not clear",
        about: "In the order of the list. Travellers who are clear are counted, not kept.",
        scopes: [.read],
        roles: readers,
        parameters: flightParameters,
        answer: Schema.named("AssessmentList"),
        problems: [404, 422],
        handle: { call in
            let key = try call.flight
            let actor = try call.actor
            let (flight, screened) = try call.office.desk.site.read {
                (try $0.flight(key), try $0.screened(on: key))
            }
            guard let flight else { throw OperationFault.absent }
            for traveller in screened { call.office.desk.note(.screening, of: traveller.subject, by: actor) }
            return .json([
                "flight": key.json,
                "counts": flight.manifest.counts.json,
                "assessments": .array(screened.map { $0.json(for: actor, at: call.office.desk) }),
            ])
        }
    )

    static let assessment = Endpoint(
        method: .get,
        path: "/assessments/{id}",
        operation: "readAssessment",
        summary: "One traveller's assessment",
        about: "For, against, unknown, and what would mend it.",
        scopes: [.read],
        roles: readers,
        parameters: [.init(name: "id", place: .path, schema: Schema.string("The screening's identifier."))],
        answer: Schema.named("ScreenedTraveller"),
        problems: [404],
        handle: { call in
            let id = try call.parameter("id")
            let actor = try call.actor
            guard let screened = try call.office.desk.site.read({ try $0.screened(id: id) }) else {
                throw OperationFault.absent
            }
            call.office.desk.note(.screening, of: screened.subject, by: actor)
            return .json(screened.json(for: actor, at: call.office.desk))
        }
    )
}

extension ApiCall {
    /// The flight that the path names.
    ///
    /// - Throws: `OperationFault.fieldUnfit`.
    var flight: FlightKey {
        get throws {
            guard let day = Day(try parameter("departsOn")) else {
                throw OperationFault.fieldUnfit(field: "departsOn", expected: "YYYY-MM-DD")
            }
            return FlightKey(number: try parameter("number"), departsOn: day, from: try parameter("from"))
        }
    }

    /// Whether the caller asks for a media type.
    func accepts(_ type: String) -> Bool { request.headers[.accept]?.contains(type) ?? false }
}

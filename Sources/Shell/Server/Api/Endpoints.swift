import HTTPTypes
import NIOCore
import Operations
import Vocabulary

/// The endpoints of `/api/v1`: the one table from which routes and document are made.
enum Endpoints {
    /// Every endpoint, in the order of the document.
    static func all(uploadLimitBytes: Int) -> [Endpoint] {
        [
            check, applicationCheck, gateCheck, placementAnswer, manifest(uploadLimitBytes), flights,
            assessments, changes,
            assessment,
            status, document,
        ]
    }

    private static let check = Endpoint(
        method: .post,
        path: "/checks",
        operation: "checkTraveller",
        summary: "Check one traveller",
        about: """
            Reads the zone or number, puts the person beside the registry and answers with an explained advice. \
            What is referred is durable before it is answered; the same person and departure again opens nothing new.
            """,
        scopes: [.check],
        roles: [.border, .helpdesk],
        body: .json("CheckRequest"),
        answer: Schema.named("CheckAnswer"),
        problems: [422],
        handle: { call in
            let check = try JSONBody.decode(CheckRequest.self, from: call.body).check
            let actor = try call.actor
            let answer = try await call.office.metrics.timeScreening {
                try await call.office.desk.check(check, by: actor)
            }
            return .json(answer.json(for: actor, at: call.office.desk))
        }
    )

    private static let applicationCheck = Endpoint(
        method: .post,
        path: "/application-checks",
        operation: "checkApplication",
        summary: "Check one passport application",
        about:
            "The advice on an application that waits for a decision: complete or not complete yet, never suspected.",
        scopes: [.check],
        roles: [.passport, .helpdesk],
        body: .json("ApplicationCheckRequest"),
        answer: Schema.named("ApplicationAnswer"),
        problems: [404, 422],
        handle: { call in
            let request = try JSONBody.decode(ApplicationCheckRequest.self, from: call.body)
            let actor = try call.actor
            guard let answer = try call.office.desk.application(key: request.application, by: actor) else {
                throw OperationFault.absent
            }
            return .json([
                "application": .string(answer.key),
                "assessment": call.office.desk.show(
                    answer.assessment,
                    to: actor,
                    at: .application,
                    on: answer.day
                ).json,
            ])
        }
    )

    private static let gateCheck = Endpoint(
        method: .post,
        path: "/gate-checks",
        operation: "checkAtGate",
        summary: "Tell an autogate whether to open",
        about: """
            Answers within 300 ms, without a reason: only refer and statutory go to the counter. When the site can't \
            answer in time the answer is proceed, with the ordinary procedure: data that are not available are no \
            reason to hold anybody. A body that can't be read is a problem, not an answer.
            """,
        scopes: [.autogate],
        roles: [],
        body: .json("CheckRequest"),
        answer: Schema.named("GateAnswer"),
        problems: [422],
        handle: { call in
            let check = try JSONBody.decode(CheckRequest.self, from: call.body).check
            let answer = try await GateTimer(metrics: call.office.metrics).answer(
                check,
                at: call.office.desk,
                by: call.actor
            )
            return .json(["answer": .string(answer.rawValue)])
        }
    )

    private static func manifest(_ limitBytes: Int) -> Endpoint {
        Endpoint(
            method: .post,
            path: "/manifests",
            operation: "sendManifest",
            summary: "Send a passenger list",
            about: """
                The file as it is: PAXLST or the CSV of the formats document. The answer comes when the lists are \
                screened and durable. The same bytes again give the same answer and change nothing; a body that \
                ends early leaves nothing. PNRGOV messages add bookings. A carrier that accepts `application/edifact` \
                gets CUSRES: each traveller may board, is asked to the counter, or is to be sent again.
                """,
            scopes: [.manifest],
            roles: [.border, .administrator],
            parameters: [
                .init(
                    name: "name",
                    place: .query,
                    schema: Schema.string(
                        "The file's name, which tells the format where the content doesn't.",
                        longest: 120
                    ),
                    isRequired: false
                )
            ],
            body: .init(
                mediaTypes: ["application/edifact", "text/csv", "application/octet-stream"],
                schema: Schema.string("The file.", format: "binary"),
                limitBytes: limitBytes
            ),
            answer: Schema.named("Reception"),
            otherAnswer: Self.edifact,
            problems: [400, 413, 422, 507],
            handle: { call in
                let name = String((call.query("name") ?? "api").prefix(120))
                let bytes = Array(call.body.readableBytesView)
                let actor = try call.actor
                let reception = try await call.office.metrics.timeScreening {
                    try await call.office.desk.receive(bytes, name: name, by: actor)
                }
                guard call.accepts(Self.edifact) else { return .json(reception.json) }
                return .edifact(call.office.desk.interchanges(reception.answers))
            }
        )
    }

    private static let status = Endpoint(
        method: .get,
        path: "/status",
        operation: "readStatus",
        summary: "How the site stands",
        about: "Feeds and their age, the ledger's head, the rules in use.",
        scopes: [.read],
        roles: Set(Role.allCases),
        answer: Schema.named("Status"),
        handle: { call in
            let office = call.office
            return .json(try office.desk.status().json(office))
        }
    )

    private static let document = Endpoint(
        method: .get,
        path: "/openapi.json",
        operation: "readInterface",
        summary: "This document",
        about: "The OpenAPI 3.1 description of the interface.",
        scopes: [],
        roles: [],
        answer: ["type": "object"],
        handle: { call in
            var reply = Reply.text(
                OpenAPIDocument(
                    version: call.office.configuration.version,
                    uploadLimitBytes: call.office.configuration.uploadLimitBytes
                ).json.pretty,
                type: "application/json"
            )
            reply.headers[.cacheControl] = "public, max-age=300"
            return reply
        }
    )
}

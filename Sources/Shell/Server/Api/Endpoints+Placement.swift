import HTTPTypes
import Operations
import Vocabulary

/// The minimal answer for counters elsewhere.
extension Endpoints {
    static let placementAnswer = Endpoint(
        method: .post,
        path: "/placement-answer",
        operation: "askPlacement",
        summary: "The minimal answer on a placement",
        about: """
            State, scheme, country, last day and what is missing; nothing of health, family or complaints: such papers \
            appear as `placement-file` alone. An unknown document and a wrong birth date have the same answer. Asked by \
            POST, so that no number stands in an address. `unavailable` is no reason to hold anybody.
            """,
        scopes: [.placement],
        roles: [],
        body: .json("PlacementQuestion"),
        answer: Schema.named("PlacementAnswer"),
        problems: [422, 429],
        handle: { call in
            let start = ContinuousClock.now
            let (desk, actor) = (call.office.desk, try call.actor)
            let most = desk.rules.limit("placement_answers_per_minute", on: desk.today) ?? 60
            let wait = call.office.placementAnswers.waitSeconds(actor.name, most: most, now: desk.now())
            guard wait == 0 else { throw Problem.tooMany(seconds: wait) }
            let question = try JSONBody.decode(PlacementRequest.self, from: call.body).question
            let answer = try desk.placementAnswer(question, by: actor)
            // Whoever is known takes longer to judge: nobody can read that off the time.
            try await Task.sleep(until: start + answerTime)
            return .json(answer.json)
        }
    )

    /// How long every answer takes, whoever was asked for; within the 300 ms that a counter waits.
    private static let answerTime = Duration.milliseconds(100)
}

/// What a program sends to ask for a placement.
struct PlacementRequest: Decodable, Sendable {
    var passport: String?
    var bornOn: Day?
    var pass: String?

    /// The question in the words of the work.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where neither document and birth date nor a pass are given.
    var question: PlacementQuestion {
        get throws {
            if let pass {
                guard passport == nil, bornOn == nil, Desk.isPaper(pass), pass.utf8.count <= 400 else {
                    throw OperationFault.fieldUnfit(field: "pass", expected: "a pass's text, alone")
                }
                return .pass(pass)
            }
            guard let passport, passport.utf8.count <= 20, let number = PassportNumber(passport) else {
                throw OperationFault.fieldUnfit(field: "passport", expected: "at most 20 letters and digits")
            }
            guard let bornOn else {
                throw OperationFault.fieldUnfit(field: "bornOn", expected: "YYYY-MM-DD")
            }
            return .document(number, bornOn: bornOn)
        }
    }

    static let schema: JSONText = Schema.needing(
        oneOf: ["passport", "pass"],
        Schema.object(
            [
                "passport": Schema.string("The document's number, with `bornOn`.", longest: 20),
                "bornOn": Schema.string("The holder's birth date.", format: "date"),
                "pass": Schema.string("The text of a worker's pass, alone.", longest: 400),
            ],
            optional: ["passport", "bornOn", "pass"]
        )
    )
}

extension PlacementAnswer {
    /// The answer as the API writes it.
    var json: JSONText {
        [
            "state": .string(state), "scheme": JSONText(scheme?.rawValue), "country": JSONText(country?.text),
            "validTo": JSONText(validTo?.description), "missing": .array(missing.map(JSONText.string)),
        ]
    }

    static let schema = Schema.object([
        "state": Schema.word(
            states,
            "`none`: nothing is on record for this document and birth date. A pass that is not in force has its own state."
        ),
        "scheme": Schema.nullable(Schema.word(Scheme.allCases.map(\.rawValue), "The way of placement.")),
        "country": Schema.nullable(Schema.string("Where to, ISO 3166 alpha-3.")),
        "validTo": Schema.nullable(Schema.string("The last day on which it holds.", format: "date")),
        "missing": Schema.array(
            of: Schema.string(
                "A paper as `papers.csv` names it, `terms`, `agency` or `destination`; papers of health, marriage and family are one `placement-file`."
            )
        ),
    ])
}

import Operations
import Vocabulary

/// The named schemas of the interface.
enum Schemas {
    private static let moment = Schema.string("RFC 3339, UTC.", format: "date-time")
    private static let day = Schema.string("A calendar day.", format: "date")

    /// Every named schema, in the order of the document.
    static let all: KeyValuePairs<String, JSONText> = [
        "CheckRequest": CheckRequest.schema,
        "ApplicationCheckRequest": ApplicationCheckRequest.schema,
        "PlacementQuestion": PlacementRequest.schema,
        "PlacementAnswer": PlacementAnswer.schema,
        "CheckAnswer": checkAnswer,
        "ApplicationAnswer": applicationAnswer,
        "GateAnswer": gateAnswer,
        "Reception": reception,
        "Manifest": manifest,
        "CarrierAnswers": carrierAnswers,
        "Flight": flight,
        "FlightList": flightList,
        "ScreenedTraveller": screenedTraveller,
        "AssessmentList": assessmentList,
        "Assessment": assessment,
        "Reason": reason,
        "Referral": referral,
        "Zone": zone,
        "Counts": counts,
        "Diagnostic": diagnostic,
        "Status": status,
        "Problem": problem,
    ]

    private static let checkAnswer = Schema.object([
        "day": day,
        "passport": Schema.nullable(Schema.string("The document that was judged.")),
        "name": Schema.nullable(Schema.string("The name as read or registered; null for machines.")),
        "zone": Schema.nullable(Schema.named("Zone")),
        "assessment": Schema.named("Assessment"),
        "screening": Schema.nullable(
            Schema.string("The screening that is kept, where the advice is refer or statutory.")
        ),
        "referral": Schema.nullable(Schema.named("Referral")),
    ])

    private static let applicationAnswer = Schema.object([
        "application": Schema.string("The application's key."),
        "assessment": Schema.named("Assessment"),
    ])

    private static let gateAnswer = Schema.object([
        "answer": Schema.word(["proceed", "counter"], "Open, or to the counter; never why.")
    ])

    private static let reception = Schema.object([
        "repeat": Schema.flag("Whether the very same file was received before; then nothing was done."),
        "manifests": Schema.array(of: Schema.named("Manifest")),
        "bookings": Schema.object([
            "added": Schema.count("Bookings that were new."),
            "changed": Schema.count("Bookings that replaced an earlier one."),
            "unchanged": Schema.count("Bookings that said nothing new."),
        ]),
        "diagnostics": Schema.array(of: Schema.named("Diagnostic")),
    ])

    private static let manifest = Schema.object([
        "flight": Schema.named("Flight"),
        "to": Schema.nullable(Schema.string("The last place of the list.")),
        "departsAt": Schema.nullable(Schema.string("The time of departure at the place, without zone.")),
        "list": Schema.string("passengers, crew, or the list's own code."),
        "sender": Schema.nullable(Schema.string("Who sent it, as the list says.")),
        "digests": Schema.array(of: Schema.string("SHA-256 of the file, hexadecimal.")),
        "counts": Schema.named("Counts"),
        "rules": Schema.string("The digest of the rules used."),
        "diagnostics": Schema.array(of: Schema.named("Diagnostic")),
        "closure": Schema.nullable(
            Schema.object([
                "at": moment,
                "cancelled": ["type": "boolean"],
                "onBoard": Schema.nullable(
                    Schema.count("How many were on board, where the carrier says it.")
                ),
                "boarded": Schema.array(of: Schema.string("A referral whose traveller flew.")),
                "stayed": Schema.array(of: Schema.string("A referral whose traveller stayed behind.")),
            ])
        ),
    ])

    private static let carrierAnswers = Schema.object([
        "flight": Schema.nullable(Schema.string("The carrier's number.")),
        "answers": Schema.array(
            of: Schema.object([
                "reference": Schema.nullable(Schema.string("The carrier's reference for the traveller.")),
                "booking": Schema.nullable(Schema.string("The booking's locator.")),
                "code": Schema.nullable(Schema.string("0Z may board, 2Z to the counter, 4Z send again.")),
                "text": Schema.nullable(Schema.string("The answer in words.")),
            ])
        ),
    ])

    private static let flight = Schema.object([
        "number": Schema.string("The carrier's number or route: GA820."),
        "departsOn": day,
        "from": Schema.string("The place of departure."),
    ])

    private static let flightList = Schema.object([
        "on": day,
        "flights": Schema.array(
            of: Schema.object(["manifest": Schema.named("Manifest"), "receivedAt": moment])
        ),
    ])

    private static let screenedTraveller = Schema.object([
        "id": Schema.string("The screening's identifier (UUIDv7)."),
        "flight": Schema.named("Flight"),
        "person": Schema.count("The place in the list, from 1; 0 at a counter."),
        "passport": Schema.nullable(Schema.string("The document listed.")),
        "name": Schema.nullable(Schema.string("The name listed; null for machines.")),
        "assessment": Schema.named("Assessment"),
    ])

    private static let assessmentList = Schema.object([
        "flight": Schema.named("Flight"),
        "counts": Schema.named("Counts"),
        "assessments": Schema.array(of: Schema.named("ScreenedTraveller")),
    ])

    private static let assessment = Schema.object([
        "advice": Schema.word(
            Advice.allCases.map(\.rawValue),
            "There is no refusal among them; unavailable is no reason to hold anybody."
        ),
        "placement": Schema.nullable(Schema.string("The open placement that was judged.")),
        "link": Schema.nullable(
            Schema.object([
                "by": Schema.string("What agreed: nik, passport, name."),
                "probability": Schema.share("How sure it is that it is the same person."),
            ])
        ),
        "reasons": Schema.array(of: Schema.named("Reason")),
        "against": Schema.array(
            of: Schema.object(["code": Schema.string("The code."), "says": Schema.string("The sentence.")])
        ),
        "unknown": Schema.array(
            of: Schema.object(["fact": Schema.string("The fact."), "ask": Schema.string("The question.")])
        ),
        "mend": Schema.array(
            of: Schema.object([
                "document": Schema.string("The document or step."),
                "where": Schema.string("Where it is to be had."),
                "basis": Schema.string("The legal basis."),
            ])
        ),
        "context": Schema.array(of: Schema.named("Reason")),
        "rules": Schema.string("The digest of the rules used."),
    ])

    private static let reason = Schema.object([
        "code": Schema.string("The check's code: D02."),
        "kind": Schema.word(["objective", "statutory", "advisory", "soft"], "What kind of check it is."),
        "grade": Schema.nullable(Schema.word(["mild", "unsure"], "A grade that weakens the check.")),
        "says": Schema.string("The sentence for the officer, in Indonesian."),
        "saysToTraveller": Schema.string("The sentence for the traveller, in Indonesian."),
        "basis": Schema.string("The legal basis."),
        "evidence": Schema.texts("The values it rests on, by name."),
    ])

    private static let referral = Schema.object([
        "id": Schema.string("The referral's identifier (UUIDv7)."),
        "openedAt": moment,
        "codes": Schema.array(of: Schema.string("A check's code or an officer's coded reason.")),
        "withdrawnFor": Schema.nullable(Schema.string("Why it was withdrawn; null while it stands.")),
        "shared": Schema.flag("Whether other nodes of the cluster know it; false while the link is cut."),
    ])

    private static let zone: JSONText = {
        let check = Schema.nullable(
            Schema.flag("Whether the digit is right; null where the format has none.")
        )
        return Schema.object([
            "format": Schema.nullable(Schema.string("TD1, TD2, TD3, MRV-A, MRV-B.")),
            "valid": Schema.flag("Whether every digit present is right, as printed."),
            "checks": Schema.object([
                "number": check, "birth": check, "expiry": check, "optional": check, "composite": check,
            ]),
            "diagnostics": Schema.array(of: Schema.named("Diagnostic")),
        ])
    }()

    private static let counts = Schema.object([
        "clear": Schema.count("May pass."),
        "advise": Schema.count("May pass; something useful to tell."),
        "refer": Schema.count("An interview is suggested."),
        "statutory": Schema.count("A legal bar that a law names."),
        "unavailable": Schema.count("Data not available: the ordinary procedure."),
    ])

    private static let diagnostic = Schema.object([
        "severity": Schema.word(["note", "warning", "error"], "error: something was lost."),
        "code": Schema.string("A stable code."),
        "at": ["type": "integer", "description": "Byte offset in a message; line in a table."],
        "field": Schema.nullable(Schema.string("The column or field.")),
        "found": Schema.string("What stands there, as a form without personal data."),
        "expected": Schema.string("What was expected."),
        "remedy": Schema.string("What to do about it."),
    ])

    private static let status = Schema.object([
        "version": Schema.string("The program's version."),
        "agency": Schema.string("Whose site it is."),
        "post": Schema.string("The post."),
        "startedAt": moment,
        "rules": Schema.string("The digest of the rules in use."),
        "ledger": Schema.object([
            "size": Schema.count("Entries."),
            "root": Schema.string("The Merkle root, hexadecimal."),
            "folded": Schema.count("The index up to which the views are folded."),
            "lastAt": Schema.nullable(moment),
        ]),
        "feeds": Schema.array(
            of: Schema.object([
                "feed": Schema.string("The table: workers, passports."),
                "owner": Schema.nullable(Schema.string("Who sends it.")),
                "count": Schema.count("Current records."),
                "loadedAt": Schema.nullable(moment),
                "completeUntil": Schema.nullable(day),
                "state": Schema.nullable(
                    Schema.word(["complete", "partial", "down"], "As its sender says.")
                ),
                "answered": Schema.flag("Whether it counts as answered today."),
            ])
        ),
    ])

    private static let problem = Schema.object(
        [
            "type": Schema.string("urn:kawal:problem: and the code.", format: "uri"),
            "title": Schema.string("What happened."),
            "status": ["type": "integer"],
            "detail": Schema.string("What to do about it."),
            "code": Schema.string("The stable code, listed in docs/operate/errors.md."),
            "request": Schema.string("The request's identifier in the server's log."),
            "field": Schema.string("The field that doesn't fit."),
            "retryAfterSeconds": Schema.count("After how long another try makes sense."),
        ],
        optional: ["field", "retryAfterSeconds"]
    )
}

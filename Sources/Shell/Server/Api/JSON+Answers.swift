import Operations
import Vocabulary

extension CheckAnswer {
    /// The answer as the API writes it, for whoever asked.
    func json(for actor: Actor, at desk: Desk) -> JSONText {
        [
            "day": .string(day.description),
            "passport": JSONText(passport?.text),
            "name": JSONText(actor.isPerson ? name : nil),
            "zone": zone?.json ?? .null,
            "assessment": desk.show(assessment, to: actor, on: day).json,
            "screening": JSONText(screening),
            "referral": referral?.json ?? .null,
        ]
    }
}

extension ScreenedTraveller {
    /// The traveller as the API writes it, for whoever asked.
    func json(for actor: Actor, at desk: Desk) -> JSONText {
        [
            "id": .string(id), "flight": flight.json, "person": .int(person),
            "passport": JSONText(passport?.text),
            "name": JSONText(actor.isPerson ? name : nil),
            "assessment": desk.show(assessment, to: actor, on: flight.departsOn).json,
        ]
    }
}

extension Reception {
    /// What came of a file as the API writes it.
    var json: JSONText {
        [
            "repeat": .bool(isRepeat), "manifests": .array(manifests.map(\.json)),
            "bookings": [
                "added": .int(bookings.added), "changed": .int(bookings.changed),
                "unchanged": .int(bookings.unchanged),
            ],
            "diagnostics": .array(diagnostics.map(\.json)),
        ]
    }
}

extension CustomsResponse {
    /// The answers as the API writes them.
    var json: JSONText {
        [
            "flight": JSONText(legs.first?.flight),
            "answers": .array(
                answers.map { answer in
                    [
                        "reference": JSONText(answer.reference), "booking": JSONText(answer.booking),
                        "code": JSONText(answer.code), "text": JSONText(answer.text),
                    ]
                }
            ),
        ]
    }
}

extension SiteStatus {
    /// The status as the API writes it.
    func json(_ office: Office) -> JSONText {
        [
            "version": .string(office.configuration.version), "agency": .string(office.configuration.agency),
            "post": .string(office.configuration.post), "startedAt": .string(office.startedAt.description),
            "rules": .string(rules),
            "ledger": [
                "size": .int(Int(clamping: ledger.size)), "root": .string(hexadecimal(ledger.root)),
                "folded": .int(Int(clamping: ledger.folded)), "lastAt": JSONText(ledger.lastAt?.description),
            ],
            "feeds": .array(
                feeds.map { feed in
                    [
                        "feed": .string(feed.kind.rawValue), "owner": JSONText(feed.owner),
                        "count": .int(feed.count),
                        "loadedAt": JSONText(feed.loadedAt?.description),
                        "completeUntil": JSONText(feed.completeUntil?.description),
                        "state": JSONText(feed.state?.rawValue), "answered": .bool(feed.isAnswered),
                    ]
                }
            ),
        ]
    }
}

extension Actor {
    /// Whether a person asks, not a machine.
    var isPerson: Bool { !roles.isEmpty }
}

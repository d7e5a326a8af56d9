import Operations
import Vocabulary

extension FlightKey {
    /// The flight as the API writes it.
    var json: JSONText {
        ["number": .string(number), "departsOn": .string(departsOn.description), "from": .string(from)]
    }
}

extension AdviceCounts {
    /// The numbers as the API writes them.
    var json: JSONText {
        [
            "clear": .int(clear), "advise": .int(advise), "refer": .int(refer), "statutory": .int(statutory),
            "unavailable": .int(unavailable),
        ]
    }
}

extension Diagnostic {
    /// The diagnostic as the API and the command line write it.
    var json: JSONText {
        [
            "severity": .string(severity.rawValue), "code": .string(code), "at": .int(at),
            "field": JSONText(field),
            "found": .string(found), "expected": .string(expected), "remedy": .string(remedy),
        ]
    }
}

extension ManifestReceived {
    /// The received list as the API writes it.
    var json: JSONText {
        [
            "flight": flight.json, "to": JSONText(to), "departsAt": JSONText(departsAt?.description),
            "list": .string(list), "sender": JSONText(sender),
            "digests": .array(digests.map(JSONText.string)),
            "counts": counts.json, "rules": .string(rules), "diagnostics": .array(diagnostics.map(\.json)),
            "closure": closure?.json ?? .null,
        ]
    }
}

extension FlightClosure {
    /// The closure as the API writes it.
    var json: JSONText {
        [
            "at": .string(at.description), "cancelled": .bool(isCancelled),
            "onBoard": onBoard.map(JSONText.int) ?? .null,
            "boarded": .array(boarded.map(JSONText.string)), "stayed": .array(stayed.map(JSONText.string)),
        ]
    }
}

extension Referral {
    /// The referral as the API writes it.
    var json: JSONText {
        [
            "id": .string(id), "openedAt": .string(openedAt.description),
            "codes": .array(codes.map(JSONText.string)), "withdrawnFor": JSONText(withdrawnFor),
            "shared": .bool(isUnshared != true),
        ]
    }
}

extension Assessment {
    /// The assessment in the words of `kawal screen --json`.
    var json: JSONText {
        [
            "advice": .string(advice.rawValue),
            "placement": JSONText(placement?.text),
            "link": link.map { ["by": .string($0.by), "probability": .number($0.probability)] } ?? .null,
            "reasons": .array(reasons.map(\.json)),
            "against": .array(against.map { ["code": .string($0.code), "says": .string($0.says)] }),
            "unknown": .array(unknown.map { ["fact": .string($0.fact), "ask": .string($0.ask)] }),
            "mend": .array(
                mend.map {
                    [
                        "document": .string($0.document), "where": .string($0.where),
                        "basis": .string($0.basis),
                    ]
                }
            ),
            "context": .array(context.map(\.json)),
            "rules": .string(rules),
        ]
    }
}

extension Reason {
    fileprivate var json: JSONText {
        [
            "code": .string(code), "kind": .string(kind.rawValue), "grade": JSONText(grade?.rawValue),
            "says": .string(says), "saysToTraveller": .string(saysToTraveller), "basis": .string(basis),
            "evidence": .object(
                evidence.sorted { $0.key < $1.key }.map {
                    JSONText.Member(name: $0.key, value: .string($0.value))
                }
            ),
        ]
    }
}

extension MachineReadableZone {
    /// What the API says of a zone: its digits, not its content, which the caller has in the hand.
    var json: JSONText {
        func mark(_ check: Bool?) -> JSONText { check.map(JSONText.bool) ?? .null }
        return [
            "format": JSONText(format?.rawValue), "valid": .bool(isValid),
            "checks": [
                "number": mark(checks.number), "birth": mark(checks.birth), "expiry": mark(checks.expiry),
                "optional": mark(checks.optional), "composite": mark(checks.composite),
            ],
            "diagnostics": .array(diagnostics.map(\.json)),
        ]
    }
}

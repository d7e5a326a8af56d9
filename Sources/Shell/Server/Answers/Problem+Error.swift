import Casework
import HTTPTypes
import Hummingbird
import Operations

/// The one place that makes HTTP answers of errors.
extension Problem {
    /// The problem that an error is for whoever sent the request.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let fault as OperationFault: self.init(fault)
        case let fault as SiteFault: self.init(fault)
        case let error as DecodingError: self.init(error)
        case let error as any HTTPResponseError:
            self = error.status == .notFound ? .notFound : .init(error.status)
        default: self = .unexpected
        }
    }

    private init(_ status: HTTPResponse.Status) {
        self.init(status, "KWL-HTTP-\(status.code)", status.reasonPhrase, remedy: "Mend the request.")
    }

    private init(_ fault: OperationFault) {
        let (status, title, remedy): (HTTPResponse.Status, String, String)
        var retryAfterSeconds: Int?
        var field: String?
        switch fault {
        case .signInRefused:
            (status, title, remedy) = (
                .unauthorized, "Name or password is wrong, or the account is disabled",
                "Check both; an administrator can set a one-time password."
            )
        case .signInSlowed(let seconds):
            (status, title, remedy) = (.tooManyRequests, "Too many wrong passwords", "Wait, then try again.")
            retryAfterSeconds = seconds
        case .signInBusy:
            (status, title, remedy) = (.serviceUnavailable, "Too many sign-ins at once", "Try again.")
            retryAfterSeconds = 2
        case .passwordUnfit(let minimum):
            (status, title, remedy) = (
                .unprocessableContent, "The new password doesn't fit",
                "Take at least \(minimum) characters, and not the old one."
            )
            field = "password"
        case .accountExists:
            (status, title, remedy) = (.conflict, "There is already such an account", "Take another name.")
            field = "name"
        case .accountAbsent:
            (status, title, remedy) = (.notFound, "There is no such account", "Check the name.")
        case .lastAdministrator:
            (status, title, remedy) = (
                .conflict, "The last administrator's account can't be disabled",
                "Add another administrator first."
            )
        case .accountNameUnfit:
            (status, title, remedy) = (
                .unprocessableContent, "The name doesn't fit",
                "Take 2 to 40 letters, digits, dots and dashes."
            )
            field = "name"
        case .rolesClash:
            (status, title, remedy) = (
                .unprocessableContent, "An interviewer can't have a role that shows the reasons",
                "Give the person two accounts."
            )
            field = "role"
        case .keyRefused:
            (status, title, remedy) = (
                .unauthorized, "The key is unknown, expired or revoked", "Ask an administrator for a key."
            )
        case .notAllowed:
            self = .notAllowed
            return
        case .unreadable(let finding):
            (status, title, remedy) = (
                .unprocessableContent, "Nothing could be read: \(finding)",
                "Send PAXLST or the CSV of the formats document."
            )
        case .nothingToCheck:
            (status, title, remedy) = (
                .unprocessableContent, "Neither a zone nor a document number was given", "Give one of them."
            )
        case .fieldUnfit(let name, let expected):
            (status, title, remedy) = (
                .unprocessableContent, "The field '\(name)' doesn't fit", "Expected: \(expected)."
            )
            field = name
        case .absent:
            (status, title, remedy) = (.notFound, "There is no such thing", "Check its name.")
        case .overtaken:
            (status, title, remedy) = (
                .conflict, "What the message told stands no more, or something later was told", "Close it."
            )
        case .passRefused:
            (status, title, remedy) = (
                .conflict, "No pass is issued for this document and birth date",
                "Look at the placement's papers at the ministry's desk."
            )
        case .caseRefused(let refusal):
            self.init(refusal)
            return
        case .closed:
            (status, title, remedy) = (
                .conflict, "The flight is closed; no answer changes any more", "Nothing."
            )
        }
        self.init(
            status,
            fault.code,
            title,
            remedy: remedy,
            retryAfterSeconds: retryAfterSeconds,
            field: field
        )
    }

    private init(_ fault: SiteFault) {
        switch fault {
        case .diskFull:
            self.init(
                .init(code: 507, reasonPhrase: "Insufficient Storage"),
                "KWL-DISK-FULL",
                "The site's disk is full; nothing was recorded and nothing was lost",
                remedy: "Free space on the disk, then send it again.",
                retryAfterSeconds: 60
            )
        case .cut:
            self.init(
                .serviceUnavailable,
                "KWL-LEDGER-CUT",
                "The shared ledger can't be reached; counters work on, this has to wait",
                remedy: "Send it again when the status page shows the link.",
                retryAfterSeconds: 10
            )
        case .absent, .locked, .newer, .damaged, .key, .failed: self = .unavailable
        }
    }

    private init(_ error: DecodingError) {
        func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String? {
            let keys = context.codingPath + (key.map { [$0] } ?? [])
            return keys.isEmpty
                ? nil
                : keys.map { $0.intValue.map(String.init) ?? $0.stringValue }
                    .joined(separator: ".")
        }
        self =
            switch error {
            case .keyNotFound(let key, let context):
                .unreadableJSON(field: path(context, key), expected: "the field to be there")
            case .typeMismatch(let type, let context):
                .unreadableJSON(field: path(context), expected: "\(type)")
            case .valueNotFound(let type, let context):
                .unreadableJSON(field: path(context), expected: "\(type), not null")
            case .dataCorrupted(let context):
                .unreadableJSON(field: path(context), expected: "well-formed JSON as the schema says")
            @unknown default: .unreadableJSON(field: nil, expected: "well-formed JSON as the schema says")
            }
    }
}

extension Problem {
    /// Every problem that the server tells, once for each code; `docs/generated/problems.md` is written from it.
    static let catalogue: [Problem] = {
        let own: [Problem] = [
            .notFound, .wrongMethod, .unauthenticated, .locked, .notAllowed, .forgedForm, .staleForm,
            .notAForm,
            .incomplete, .tooSlow, .notJSON, .unavailable, .unexpected, .tooLarge(limitBytes: 67_108_864),
            .unreadableJSON(field: "passport", expected: "String"), .braked(seconds: 60),
            .tooMany(seconds: 60), .boardsFull,
            .uploadsFull, Problem(SiteFault.diskFull), Problem(SiteFault.cut(finding: "")),
        ]
        let faults: [OperationFault] =
            [
                .signInRefused, .signInSlowed(waitSeconds: 8), .signInBusy, .passwordUnfit(minimum: 10),
                .accountExists, .accountAbsent, .lastAdministrator, .accountNameUnfit, .rolesClash,
                .keyRefused,
                .unreadable(finding: "3 bytes"), .nothingToCheck,
                .fieldUnfit(field: "on", expected: "YYYY-MM-DD"), .closed, .overtaken,
                .passRefused,
            ] + CaseRefusal.examples.map(OperationFault.caseRefused)
        return (own + faults.map { Problem($0) }).sorted { $0.code < $1.code }
    }()
}

import HTTPTypes

/// Why a request was not answered as asked (RFC 9457): the one form of every HTTP error.
///
/// Says nothing personal: no name, no number of a document, nothing of a request's body.
struct Problem: Error, Sendable, Hashable {
    /// The HTTP status.
    var status: HTTPResponse.Status
    /// The stable code, listed in `docs/generated/problems.md`.
    var code: String
    /// What happened, in a few words.
    var title: String
    /// What to do about it.
    var remedy: String
    /// After how many seconds another try makes sense.
    var retryAfterSeconds: Int?
    /// The field that doesn't fit, where there is one.
    var field: String?

    /// A problem.
    init(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ title: String,
        remedy: String,
        retryAfterSeconds: Int? = nil,
        field: String? = nil
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.remedy = remedy
        self.retryAfterSeconds = retryAfterSeconds
        self.field = field
    }
}

/// The problems that the server itself finds.
extension Problem {
    static let notFound = Problem(
        .notFound,
        "KWL-ABSENT",
        "There is nothing at this address",
        remedy: "Check the address; /api/v1/openapi.json lists the interface."
    )
    static let wrongMethod = Problem(
        .methodNotAllowed,
        "KWL-METHOD",
        "The address doesn't take this method",
        remedy: "Use one of the methods in the Allow header."
    )
    static let unauthenticated = Problem(
        .unauthorized,
        "KWL-UNAUTHENTICATED",
        "Nobody is signed in and no key was presented",
        remedy: "Send 'Authorization: Bearer kwl_…' or sign in."
    )
    static let locked = Problem(
        .unauthorized,
        "KWL-LOCKED",
        "The session is locked",
        remedy: "Unlock it with the password at /kunci-layar."
    )
    static let notAllowed = Problem(
        .forbidden,
        "KWL-ROLE",
        "The role or key may not do this",
        remedy: "Ask an administrator for the role, or use a key with the scope."
    )
    static let forgedForm = Problem(
        .forbidden,
        "KWL-FORM",
        "The form doesn't come from a page of this session",
        remedy: "Open the page again and send the form from there."
    )
    static let staleForm = Problem(
        .conflict,
        "KWL-FORM-STALE",
        "The form is too old to tell whether it was sent before",
        remedy: "Open the page again; look first whether the earlier sending took effect."
    )
    static let notAForm = Problem(
        .badRequest,
        "KWL-FORM-UNREADABLE",
        "The body isn't a form",
        remedy: "Send application/x-www-form-urlencoded or multipart/form-data."
    )
    static let incomplete = Problem(
        .badRequest,
        "KWL-INCOMPLETE",
        "The body ended before it was whole; nothing of it was kept",
        remedy: "Send it again."
    )
    static let tooSlow = Problem(
        .requestTimeout,
        "KWL-TOO-SLOW",
        "The body took too long; nothing of it was kept",
        remedy: "Send it again over a faster line."
    )
    static let notJSON = Problem(
        .unsupportedMediaType,
        "KWL-MEDIA",
        "The body isn't JSON",
        remedy: "Send Content-Type: application/json."
    )
    static let unavailable = Problem(
        .serviceUnavailable,
        "KWL-UNAVAILABLE",
        "The site can't be read at the moment",
        remedy: "Go on with the ordinary procedure and try again; nobody is to be held because of this.",
        retryAfterSeconds: 5
    )
    static let unexpected = Problem(
        .internalServerError,
        "KWL-INTERNAL",
        "Something went wrong in the server",
        remedy: "Try again; tell the operator the request's identifier."
    )

    static let boardsFull = Problem(
        .serviceUnavailable,
        "KWL-LIVE-FULL",
        "Too many live boards are open",
        remedy: "Reload the page from time to time.",
        retryAfterSeconds: 60
    )

    static let uploadsFull = Problem(
        .serviceUnavailable,
        "KWL-UPLOADS-FULL",
        "Too many files are being screened at once; nothing of this one was kept",
        remedy: "Send it again in a while.",
        retryAfterSeconds: 10
    )

    static func tooLarge(limitBytes: Int) -> Problem {
        Problem(
            .contentTooLarge,
            "KWL-TOO-LARGE",
            "The body is larger than \(limitBytes) bytes",
            remedy: "Send it in parts."
        )
    }

    static func unreadableJSON(field: String?, expected: String) -> Problem {
        Problem(
            .badRequest,
            "KWL-JSON",
            "The JSON can't be read" + (field.map { " at '\($0)'" } ?? ""),
            remedy: "Expected: \(expected).",
            field: field
        )
    }

    static func tooMany(seconds: Int) -> Problem {
        Problem(
            .tooManyRequests,
            "KWL-TOO-MANY",
            "Too many such requests came in this minute",
            remedy: "Wait, then ask again.",
            retryAfterSeconds: seconds
        )
    }

    static func braked(seconds: Int) -> Problem {
        Problem(
            .tooManyRequests,
            "KWL-BRAKED",
            "Too many wrong keys came from this address",
            remedy: "Wait, then use the right key.",
            retryAfterSeconds: seconds
        )
    }
}

/// An error page: what happened, what it means for the person waiting, what to do now, and a code.
public struct FaultModel: Sendable {
    /// What went wrong.
    public enum Kind: Sendable, Hashable {
        /// 404: there is no such page or record.
        case notFound
        /// 403: the account's roles don't open this page.
        case noPermission
        /// 403: the form was too old, or came from elsewhere.
        case staleForm
        /// 400: the request can't be understood.
        case unreadable
        /// 413: the file is too large.
        case tooLarge(maximumMegabytes: Int)
        /// 429: too many requests.
        case slowDown(seconds: Int)
        /// 500: an error of the software.
        case broken
        /// 503: the site is unavailable.
        case unavailable
        /// 507: the disk is full; nothing was lost, reading goes on.
        case diskFull
    }

    /// What went wrong.
    public var kind: Kind
    /// Its stable code, as the interface tells it: `KWL-ABSENT`.
    public var code: String
    /// The reference under which the log tells more; nil where nothing was logged.
    public var reference: String?

    /// An error.
    public init(_ kind: Kind, code: String, reference: String? = nil) {
        self.kind = kind
        self.code = code
        self.reference = reference
    }
}

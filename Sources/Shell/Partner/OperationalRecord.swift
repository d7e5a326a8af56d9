import Exchange
import Logging
import Vocabulary

/// What one message was to the line, in the words of X-Road's operational monitoring, so that its dashboards can read it: identifiers,
/// times and sizes, nothing of anybody.
///
/// - Source: X-Road: Operational Monitoring Protocol (PR-OPMON), annex B.
struct OperationalRecord: Sendable {
    /// Which end of the line writes it.
    enum End: String {
        case client = "Client"
        case producer = "Producer"
    }

    let end: End
    /// When the request came to this end: from its own outbox, or over the line.
    let requestInAt: Moment
    /// When this end handed it on: to the line, or to its desk.
    var requestOutAt: Moment?
    /// When the answer came to this end.
    var responseInAt: Moment?

    init(_ end: End, requestInAt: Moment) {
        self.end = end
        self.requestInAt = requestInAt
    }

    /// Writes the record of a message that was sent; `answer` is nil where none came.
    func write(
        _ envelope: Envelope,
        requestSize: Int,
        answer: VerifiedAnswer?,
        at now: Moment,
        _ logger: Logger
    ) {
        var record = self
        record.responseInAt = answer.map { _ in now }
        let code = answer.flatMap { try? CanonicalJSON($0.body) }?["code"]?.text
        record.write(
            id: envelope.id,
            type: envelope.type.text,
            issue: "\(envelope.stream).\(envelope.sequence)",
            sizes: (requestSize, answer?.body.count ?? 0),
            status: answer?.status,
            code: answer == nil ? "unanswered" : code,
            at: now,
            logger
        )
    }

    /// Writes the record.
    func write(
        id: String?,
        type: String?,
        issue: String?,
        sizes: (request: Int, response: Int),
        status: Int?,
        code: String?,
        at now: Moment,
        _ logger: Logger
    ) {
        guard logger.logLevel <= .info else { return }
        var facts: Logger.Metadata = [
            "securityServerType": "\(end.rawValue)", "restMethod": "POST",
            "restPath": "\(ExchangePath.messages)", "serviceType": "REST",
            "requestInTs": "\(requestInAt.milliseconds)", "responseOutTs": "\(now.milliseconds)",
            "requestSize": "\(sizes.request)", "responseSize": "\(sizes.response)",
            "succeeded": "\(status.map { (200..<300).contains($0) } ?? false)",
        ]
        facts["requestOutTs"] = requestOutAt.map { "\($0.milliseconds)" }
        facts["responseInTs"] = responseInAt.map { "\($0.milliseconds)" }
        facts["statusCode"] = status.map { "\($0)" }
        facts["faultCode"] = code.map { "\($0)" }
        facts["messageId"] = id.map { "\($0)" }
        facts["messageIssue"] = issue.map { "\($0)" }
        let service = type.flatMap(MessageType.init)
        facts["serviceCode"] = service.map { "\($0.name)" }
        facts["serviceVersion"] = service.map { "\($0.version)" }
        logger.info("Exchange message", metadata: facts)
    }
}

import Vocabulary

/// Builds an authority's answers from the segments of a CUSRES message.
///
/// Each ERP begins a group: whom it answers (RFF), how (ERC) and in which words (FTX); a group of several ERC is as many answers.
struct ResponseBuilder {
    private var message: OpenMessage
    private var response: CustomsResponse
    private var route = RouteBuilder()
    /// The flight that the heading names.
    private var flight: String?
    /// The group being read; nil before the first ERP.
    private var group: Group?

    /// One ERP: whom it answers, and how.
    private struct Group {
        let isOfWholeMessage: Bool
        var references: [String] = []
        var booking: String?
        var flight: String?
        var answers: [(code: String?, text: String?)] = []
    }

    init(_ message: OpenMessage) {
        self.message = message
        response = CustomsResponse(heading: message.heading)
    }

    mutating func take(_ segment: borrowing SegmentReader) {
        message.meet(segment)
        switch segment.tag {
        case Tag.bgm: response.function = segment.text(1)
        case Tag.erp:
            close()
            group = Group(isOfWholeMessage: segment.has(1, 0, "1"))
        case Tag.rff: takeReference(segment)
        case Tag.erc:
            if group == nil { group = Group(isOfWholeMessage: true) }
            group?.answers.append((segment.text(1), nil))
        case Tag.ftx: takeText(segment)
        case Tag.dtm where group == nil: route.take(segment, near: message.today, &message)
        case Tag.loc where group == nil:
            if let code = segment.number(1), code == 125 || code == 87 {
                route.take(segment.text(2), code: code)
            }
        case Tag.tdt where group == nil: flight = flight ?? RouteBuilder.flight(segment)
        default: break
        }
    }

    private mutating func takeReference(_ segment: borrowing SegmentReader) {
        guard let reference = segment.text(1, 1) else { return }
        switch segment.code(1) {
        case Qualifier.flight: if group == nil { flight = reference } else { group?.flight = reference }
        case Qualifier.reference: group?.references.append(reference)
        case Qualifier.booking: group?.booking = reference
        default: break
        }
    }

    private mutating func takeText(_ segment: borrowing SegmentReader) {
        guard group != nil else { return }
        let lines = (0..<segment.count(of: 4)).compactMap { segment.text(4, $0) }
        if group?.answers.isEmpty == true { group?.answers.append((nil, nil)) }
        guard let last = group?.answers.indices.last else { return }
        let text = ([group?.answers[last].text].compactMap(\.self) + lines).joined(separator: " ")
        if !text.isEmpty { group?.answers[last].text = text }
    }

    /// Every reference of a group has every answer of it; of the whole message there is none.
    private mutating func close() {
        guard let group else { return }
        self.group = nil
        let references: [String?] =
            group.isOfWholeMessage || group.references.isEmpty ? [nil] : group.references
        let given = group.answers.isEmpty ? [(code: nil, text: nil)] : group.answers
        for reference in references {
            for (code, text) in given {
                var answer = CustomsResponse.Answer()
                answer.reference = reference
                answer.booking = group.booking
                answer.flight = group.flight
                answer.code = code
                answer.text = text
                response.answers.append(answer)
            }
        }
    }

    /// Ends the message at its UNT segment.
    mutating func finish(_ trailer: borrowing SegmentReader) -> CustomsResponse {
        message.end(at: trailer)
        return conclude(at: trailer.at)
    }

    /// Ends a message whose UNT never came.
    mutating func abandon(at place: Int, isCutOff: Bool) -> CustomsResponse {
        message.abandon(at: place, isCutOff: isCutOff)
        return conclude(at: place)
    }

    private mutating func conclude(at place: Int) -> CustomsResponse {
        close()
        response.legs = route.finished(flight: flight)
        for place in response.answers.indices where response.answers[place].flight == nil {
            response.answers[place].flight = flight
        }
        response.heading = message.concluded(persons: response.answers.count, at: place)
        return response
    }
}

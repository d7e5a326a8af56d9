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
    private var answer: CustomsResponse.Answer?
    private var isOfWholeMessage = false
    private var hasCode = false

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
            answer = CustomsResponse.Answer()
            isOfWholeMessage = segment.has(1, 0, "1")
            hasCode = false
        case Tag.rff: takeReference(segment)
        case Tag.erc:
            if hasCode, let answer {
                response.answers.append(answer)
                self.answer?.text = nil
            }
            answer = answer ?? CustomsResponse.Answer()
            answer?.code = segment.text(1)
            hasCode = true
        case Tag.ftx: takeText(segment)
        case Tag.dtm where answer == nil:
            let isDeparture = segment.code(1) == Qualifier.departure
            guard isDeparture || segment.code(1) == Qualifier.arrival else { return }
            let clock = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
            let time = MessageDate.wallTime(segment.bytes(1, 1), clock: clock, near: message.today)
            if time == nil {
                message.tellDate(
                    segment.bytes(1, 1),
                    "YYMMDDHHMM",
                    segment.at,
                    isDeparture ? "departsAt" : "arrivesAt"
                )
            }
            route.take(time, isDeparture: isDeparture)
        case Tag.loc where answer == nil:
            if let code = segment.number(1), code == 125 || code == 87 {
                route.take(segment.text(2), code: code)
            }
        case Tag.tdt where answer == nil: flight = flight ?? RouteBuilder.flight(segment)
        default: break
        }
    }

    private mutating func takeReference(_ segment: borrowing SegmentReader) {
        guard let reference = segment.text(1, 1) else { return }
        switch segment.code(1) {
        case Qualifier.flight:
            if answer == nil { flight = reference } else { answer?.flight = reference }
        case Qualifier.reference where !isOfWholeMessage: answer?.reference = reference
        case Qualifier.booking: answer?.booking = reference
        default: break
        }
    }

    private mutating func takeText(_ segment: borrowing SegmentReader) {
        guard answer != nil else { return }
        let lines = (0..<segment.count(of: 4)).compactMap { segment.text(4, $0) }
        let text = ([answer?.text].compactMap(\.self) + lines).joined(separator: " ")
        if !text.isEmpty { answer?.text = text }
    }

    private mutating func close() {
        if let answer { response.answers.append(answer) }
        answer = nil
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

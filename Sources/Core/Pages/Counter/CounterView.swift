import Vocabulary

extension CounterModel: Page {
    /// The counter.
    public var place: Place? { .counter }
    /// Bursts of a reader, answers in place.
    public var scripts: [Asset] { [.counter] }
    /// Konter.
    public func title(in frame: Frame) -> String { frame.words.counter.title }

    /// The form, and the result below it.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.counter
        return div(.class("counter")) {
            h1(.class("visually-hidden")) { words.title }
            entry(frame)
            p(.class("visually-hidden"), .id("kabar"), .role("status"), .aria("live", "polite")) {}
            div(
                .id("jawaban"),
                .class("result"),
                .role("region"),
                .aria("label", words.answer),
                .data("reading", words.reading),
                .data("checking", words.checking),
                .data("failed", words.failed)
            ) { result(in: frame) }
        }
    }

    /// The result area alone: what the page's own script asks for (request header `X-Kawal-Fragment: 1`).
    public func fragment(in frame: Frame) -> [UInt8] { result(in: frame).bytes }

    private func entry(_ frame: Frame) -> HTML {
        let words = frame.words.counter
        return frame.posted(Place.counter.link, class: "entry", id: "periksa") {
            label(.for("dokumen"), .class("entry-label")) { words.prompt }
            div(.class("entry-row")) {
                input(
                    .id("dokumen"),
                    .name(Field.document),
                    .value(typed.document),
                    .autocomplete("off"),
                    .capitalised,
                    .unspelled,
                    .maximumLength(200),
                    .aria("describedby", "dokumen-hint"),
                    .data("search", "true"),
                    .autofocus
                )
                button(.type("submit"), .class("primary")) { words.check }
            }
            p(.class("hint"), .id("dokumen-hint")) { words.promptHint }
            details(.class("more"), .open(hasMore)) {
                summary { words.more }
                div(.class("grid")) { more(frame) }
            }
        }
    }

    private var hasMore: Bool { !typed.destination.isEmpty || !typed.flight.isEmpty || typed.visa != nil }

    @HTMLBuilder
    private func more(_ frame: Frame) -> HTML {
        let words = frame.words.counter
        field("tujuan", words.destination) {
            chooser(
                "tujuan",
                Field.destination,
                empty: words.destinationAny,
                destinations.map { ($0.text, frame.country($0)) },
                chosen: typed.destination
            )
        }
        field("penerbangan", words.flight) {
            input(
                .id("penerbangan"),
                .name(Field.flight),
                .value(typed.flight),
                .autocomplete("off"),
                .capitalised,
                .maximumLength(12)
            )
        }
        field("visa", words.visa) {
            chooser(
                "visa",
                Field.visa,
                empty: words.visaAny,
                VisaKind.allCases.map { ($0.rawValue, frame.words.terms[\.visas, $0.rawValue]) },
                chosen: typed.visa?.rawValue
            )
        }
    }

    @HTMLBuilder
    private func result(in frame: Frame) -> HTML {
        if let problem { problemBox(problem.sentence(in: frame)) }
        // A zone that was misread matters more than the answer; one that was read well is there to be compared.
        let reading = zone.map { ZonePanel(zone: $0, frame: frame) }
        if let reading, answer == nil || !reading.isSound { reading.panel }
        let read = paper.map { PaperPanel(paper: $0, frame: frame).panel }
        if let answer {
            AnswerPanel(answer: answer, frame: frame, paper: paper).panel
            if let read { read }
            if let reading, reading.isSound { reading.panel }
        } else if let read {
            read
        } else if problem == nil, zone == nil {
            p(.class("ready")) { frame.words.counter.ready }
        }
    }
}

extension CounterModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.counter
        return switch self {
        case .empty: words.empty
        case .unreadable: words.unreadable
        case .expired: words.expired
        case .incomplete: words.incomplete
        case .unconfirmed: words.unconfirmed
        case .reasonMissing: words.reasonMissing
        }
    }
}

/// The zone as read, with every digit that fails by name and a correction proposed, never taken.
private struct ZonePanel {
    let zone: ZoneReading
    let frame: Frame

    private var failing: [String] {
        let words = frame.words.zone
        let checks = zone.checks
        let named: [(Bool?, String)] = [
            (checks.number, words.number), (checks.birth, words.birth), (checks.expiry, words.expiry),
            (checks.optional, words.optional), (checks.composite, words.composite),
        ]
        return named.filter { $0.0 == false }.map(\.1)
    }

    var isSound: Bool { zone.isRecognised && failing.isEmpty }

    var panel: HTML {
        let words = frame.words.zone
        return section(.class("zone")) {
            h2(.class("visually-hidden")) { words.title }
            pre(.class("mrz"), .aria("label", words.title)) { zone.lines.joined(separator: "\n") }
            if !zone.isRecognised {
                p(.class("zone-note")) { words.unrecognised + " " + words.readAgain }
            } else if failing.isEmpty {
                p(.class("muted")) { words.valid }
            } else {
                p(.class("zone-note")) {
                    strong(text: words.failing.filled(failing.joined(separator: ", ")))
                    " " + words.readAgain
                }
            }
            if let mended = zone.mended {
                p(.class("muted")) { words.proposal }
                pre(.class("mrz proposal")) { mended.joined(separator: "\n") }
            }
        }
    }
}

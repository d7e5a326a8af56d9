import Vocabulary

extension NetworkModel: Page {
    /// The networks.
    public var place: Place? { .networks }
    /// Jaringan.
    public func title(in frame: Frame) -> String { frame.words.network.title }

    /// The rings, the one that is open as a chart and as a table, and a form for a claim.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.network
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if let searchedAt {
                p(.class("notice"), .role("status")) { words.older.filled(frame.moment(searchedAt)) }
            }
            if rings.isEmpty { emptyState(words.empty, words.emptyMeaning) } else { list(frame) }
            if !claims.isEmpty {
                section(.class("panel")) {
                    h2 { words.chart }
                    NetworkChart(claims: claims, frame: frame).drawing
                    p(.class("muted")) { words.decay.filled(frame.number(halfLifeDays)) }
                }
                table(frame)
            }
            if mayReadTickets {
                p { a(.class("button quiet"), .href(.ticketClaims)) { frame.words.ticketClaims.link } }
            }
            section(.class("panel"), .id("klaim")) {
                h2 { words.add }
                if unfit != nil { problemBox(words.unfit) }
                frame.posted(Place.networks.link) { form(frame) }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.network
        let columns = [words.ring, words.things, words.sources, words.claims, words.strength]
        return framedTable(words.rings, columns: columns.map { HTML($0) }) {
            for (place, ring) in rings.enumerated() {
                tr {
                    th(.scope("row")) {
                        a(
                            .href(Link("/jaringan", query: [(Field.number, String(ring.entry))])),
                            .data("open", "row")
                        ) {
                            words.ringNumber.filled(frame.number(place + 1))
                        }
                    }
                    td(.class("count")) { frame.number(ring.things) }
                    td(.class("count")) { frame.number(ring.sources) }
                    td(.class("count")) { frame.number(ring.claims) }
                    td(.class("count")) { frame.tenths(ring.strength) }
                }
            }
        }
    }

    private func table(_ frame: Frame) -> HTML {
        let words = frame.words.network
        let columns = [
            words.one, words.other, words.source, words.seenOn, words.basis, words.weight, words.innocent,
        ]
        return framedTable(words.tableTitle, columns: columns.map { HTML($0) }) {
            for weighed in claims {
                tr {
                    th(.scope("row")) { frame.name(of: weighed.claim.one) }
                    td {
                        frame.name(of: weighed.claim.other) + (weighed.claim.isHub ? " · " + words.hub : "")
                    }
                    td { weighed.claim.source }
                    td { frame.shortDay(weighed.claim.seenOn) }
                    td { weighed.claim.basis }
                    td(.class("count")) { frame.percent(weighed.weight) }
                    td { weighed.claim.innocent }
                }
            }
        }
    }

    @HTMLBuilder
    private func form(_ frame: Frame) -> HTML {
        let words = frame.words.network
        for (number, text) in [(1, words.one), (2, words.other)] {
            div(.class("grid fact-row")) {
                field("jenis-\(number)", text) {
                    kinds("jenis-\(number)", FormName(.facts, .source, number), frame)
                }
                field("nilai-\(number)", words.value) {
                    line("nilai-\(number)", FormName(.facts, .text, number))
                }
            }
        }
        div(.class("grid")) {
            field("sumber", words.source, hint: words.sourceHint) { line("sumber", FormName(.reference)) }
            field("dilihat", words.seenOn) {
                input(
                    .id("dilihat"),
                    .type("date"),
                    .name(FormName(.day)),
                    .value(typed["day"] ?? ""),
                    .required
                )
            }
            field("dasar", words.basis) { line("dasar", FormName(.clause)) }
        }
        fieldset {
            legend { frame.words.caseTerms[\.fields, CaseField.confidence.rawValue] }
            div(.class("ticks")) {
                for level in 1...5 {
                    label(.class("tick")) {
                        input(
                            .type("radio"),
                            .name(FormName(.confidence)),
                            .value(String(level)),
                            .checked(typed["confidence"] == String(level)),
                            .required
                        )
                        span(text: String(level))
                    }
                }
            }
        }
        field("lain", words.innocent, hint: words.innocentHint) { line("lain", FormName(.text)) }
        tick(Field.partner, value: "yes", words.hubTick)
        button(.type("submit"), .class("primary")) { words.add }
    }

    private func kinds(_ id: String, _ name: FormName, _ frame: Frame) -> HTML {
        select(.id(id), .name(name), .required) {
            option(.value("")) { frame.words.cases.choose }
            for kind in NetworkNode.Kind.allCases {
                option(.value(kind.rawValue), .selected(typed[name.text] == kind.rawValue)) {
                    frame.name(of: kind)
                }
            }
        }
    }

    private func line(_ id: String, _ name: FormName) -> HTML {
        input(
            .id(id),
            .name(name),
            .value(typed[name.text] ?? ""),
            .maximumLength(200),
            .autocomplete("off"),
            .required
        )
    }
}

/// A ring as a chart: things on a circle, claims as lines whose width is their weight; at most three hundred things.
struct NetworkChart {
    let claims: [NetworkModel.Weighed]
    let frame: Frame

    private static let mostThings = 300

    private var things: [NetworkNode] {
        var seen: Set<NetworkNode> = []
        return claims.flatMap { [$0.claim.one, $0.claim.other] }.filter { seen.insert($0).inserted }
    }

    var drawing: HTML {
        let things = Array(things.prefix(NetworkChart.mostThings))
        var places: [NetworkNode: (x: Int, y: Int)] = [:]
        for (number, thing) in things.enumerated() {
            places[thing] = NetworkChart.place(number, of: things.count)
        }
        return svg(
            .class("network"),
            .viewBox(400),
            .role("img"),
            .aria(
                "label",
                frame.words.network.chartLabel.filled(frame.number(things.count), frame.number(claims.count))
            )
        ) {
            for weighed in claims {
                if let one = places[weighed.claim.one], let other = places[weighed.claim.other] {
                    drawnPath(
                        .class(weighed.weight >= 0.5 ? "strong" : "weak"),
                        .drawing("M\(one.x) \(one.y)L\(other.x) \(other.y)")
                    )
                }
            }
            for thing in things {
                if let place = places[thing] { mark(thing, place, isNamed: things.count <= 40) }
            }
        }
    }

    @HTMLBuilder
    private func mark(_ thing: NetworkNode, _ place: (x: Int, y: Int), isNamed: Bool) -> HTML {
        drawnPath(.class("thing"), .drawing("M\(place.x - 5) \(place.y)a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"))
        if isNamed { drawnText(.x(place.x + 8), .y(place.y + 4), text: frame.name(of: thing)) }
    }

    /// A place on a circle, clockwise from the top, by turning a vector; no sine is needed for a drawing.
    private static func place(_ number: Int, of count: Int) -> (x: Int, y: Int) {
        let angle = Double(number) / Double(max(1, count))
        let (sine, cosine) = turn(angle)
        return (Int(180 + 150 * sine), Int(200 - 170 * cosine))
    }

    /// Sine and cosine of a share of a full turn (Bhaskara's approximation, off by less than 0.2 %).
    private static func turn(_ share: Double) -> (sine: Double, cosine: Double) {
        func sine(_ share: Double) -> Double {
            let half = share - share.rounded(.down)
            let degrees = (half < 0.5 ? half : half - 0.5) * 360
            let value = 4 * degrees * (180 - degrees) / (40_500 - degrees * (180 - degrees))
            return half < 0.5 ? value : -value
        }
        return (sine(share), sine(share + 0.25))
    }
}

extension Frame {
    /// A kind of thing in a network.
    func name(of kind: NetworkNode.Kind) -> String {
        Words.all.network.kinds[kind.rawValue]?[language] ?? kind.rawValue
    }

    /// A thing in a network.
    func name(of node: NetworkNode) -> String { name(of: node.kind) + " " + node.value }

    /// A number with one decimal.
    func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return number(tenths / 10) + (language == .indonesian ? "," : ".") + String(tenths % 10)
    }
}

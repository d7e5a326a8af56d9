import Vocabulary

extension TicketClaimsModel: Page {
    /// Among the networks.
    public var place: Place? { .networks }
    /// Klaim dari tiket.
    public func title(in frame: Frame) -> String { frame.words.ticketClaims.title }

    /// A locator to ask for, and the claims that its tickets suggest.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.ticketClaims
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            switch problem {
            case .unasked: problemBox(words.unasked)
            case .unchosen: problemBox(words.unchosen)
            case nil: HTML()
            }
            section(.class("panel")) {
                h2 { words.ask }
                frame.posted(.ticketClaims) { question(frame) }
            }
            if let preview { proposed(preview, frame) }
            p { a(.href(Place.networks.link)) { words.back } }
        }
    }

    @HTMLBuilder
    private func question(_ frame: Frame) -> HTML {
        let words = frame.words.ticketClaims
        field("kode", words.locator, hint: words.locatorHint) {
            input(
                .id("kode"),
                .name(Field.locator),
                .value(locator),
                .maximumLength(40),
                .autocomplete("off"),
                .required
            )
        }
        PurposeChoice(purposes: purposes, chosen: purpose, frame: frame).content
        button(.type("submit"), .class(preview == nil ? "primary" : "quiet")) { words.show }
    }

    @HTMLBuilder
    private func proposed(_ preview: Preview, _ frame: Frame) -> HTML {
        let words = frame.words.ticketClaims
        if preview.tickets == 0 {
            emptyState(words.none, words.noneMeaning)
        } else {
            section(.class("panel")) {
                div(.role("status")) { h2 { words.tickets.filled(frame.number(preview.tickets)) } }
                if preview.leftOut > 0 { p { words.leftOut.filled(frame.number(preview.leftOut)) } }
                if preview.lines.isEmpty { p { words.nothing } } else { choice(preview, frame) }
            }
        }
    }

    private func choice(_ preview: Preview, _ frame: Frame) -> HTML {
        let words = frame.words.ticketClaims
        return frame.posted(.recordTicketClaims) {
            hidden(Field.locator, locator)
            hidden(Field.purpose, purpose)
            p(.class("muted")) { words.confidence.filled(frame.number(preview.confidence)) }
            table(preview, frame)
            if preview.lines.contains(where: { !$0.isKnown }) {
                field("lain", frame.words.network.innocent, hint: frame.words.network.innocentHint) {
                    textarea(.id("lain"), .name(Field.innocent), .rows(2), .maximumLength(250), .required) {
                        innocent
                    }
                }
                button(.type("submit"), .class("primary")) { words.record }
            }
        }
    }

    private func table(_ preview: Preview, _ frame: Frame) -> HTML {
        let words = frame.words.ticketClaims
        let columns = [words.claim, frame.words.network.seenOn, words.remark]
        return framedTable(words.ask, class: "claims", columns: columns.map { HTML($0) }) {
            for line in preview.lines {
                tr {
                    th(.scope("row")) {
                        let name = frame.name(of: line.payer) + " – " + frame.name(of: line.other)
                        if line.isKnown {
                            name
                        } else {
                            tick(Field.claim, value: line.key, name, isOn: chosen.contains(line.key))
                        }
                    }
                    td { frame.shortDay(line.seenOn) }
                    td { remarks(line, frame) }
                }
            }
        }
    }

    private func remarks(_ line: Line, _ frame: Frame) -> String {
        let words = frame.words.ticketClaims
        let remarks = [line.isHub ? words.hub : nil, line.isKnown ? words.known : nil].compactMap(\.self)
        return remarks.isEmpty ? "–" : remarks.joined(separator: "; ")
    }
}

import Vocabulary

extension TicketsModel: Page {
    /// Satu pemesanan.
    public func title(in frame: Frame) -> String { frame.words.tickets.title }

    /// What the tickets have in common, and what was advised of the others on the departure.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.tickets
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if let group {
                facts(group, frame)
                fellows(group, frame)
            } else {
                emptyState(words.none, words.noneMeaning)
            }
            p { a(.href(.traveller(traveller))) { words.back } }
        }
    }

    private func facts(_ group: Group, _ frame: Frame) -> HTML {
        let words = frame.words.tickets
        return section(.class("panel")) {
            h2 { words.facts }
            dl(.class("facts")) {
                fact(words.locator, span(.class("number"), text: group.locator))
                fact(words.size, group.size.map { frame.number($0) })
                fact(words.known, frame.number(group.tickets))
                fact(words.boughtOn, group.boughtOn.map { frame.day($0) })
                fact(words.itinerary, group.itinerary)
                fact(words.way, group.isOneWay.map { $0 ? words.oneWay : words.withReturn })
                fact(words.returnOn, group.returnOn.map { frame.day($0) })
                if group.tickets > 1 {
                    fact(words.payer, shared(group.payers, frame))
                    fact(words.phone, shared(group.phones, frame))
                    fact(words.bureau, shared(group.bureaus, frame))
                }
            }
        }
    }

    /// Equal or not; never the value.
    private func shared(_ different: Int, _ frame: Frame) -> String {
        let words = frame.words.tickets
        return switch different {
        case 0: words.unknown
        case 1: words.same
        default: words.different.filled(frame.number(different))
        }
    }

    private func fellows(_ group: Group, _ frame: Frame) -> HTML {
        let words = frame.words.tickets
        return section(.class("panel")) {
            h2 { words.fellows }
            if group.fellows.isEmpty { p { group.tickets > 1 ? words.noFellows : words.noOthers } }
            if !group.fellows.isEmpty { group.fellows.rows(in: frame) }
            if group.others > 0 {
                p(.class("muted")) { words.others.filled(frame.number(group.others)) }
            }
        }
    }
}

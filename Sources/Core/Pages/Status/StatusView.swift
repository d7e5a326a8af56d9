import Vocabulary

extension StatusModel: Page {
    /// The status.
    public var place: Place? { .status }
    /// Status sistem.
    public func title(in frame: Frame) -> String { frame.words.status.title }

    /// Feeds, ledger, rules, software.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.status
        return div {
            h1 { words.title }
            for fault in faults {
                p(.class("machine panel"), .role("alert")) {
                    HTML(constant: Frame.alarm)
                    span(text: fault.sentence(in: frame))
                }
            }
            if !faults.isEmpty || ledger == nil || feeds.contains(where: { $0.state != .current }) {
                frame.dutyLine
            }
            section(.class("panel")) {
                h2 { words.feeds }
                if feeds.isEmpty { p { words.noFeeds } } else { feedTable(frame) }
            }
            div(.class("cards")) {
                section(.class("panel")) {
                    h2 { words.ledger }
                    ledgerFacts(frame)
                }
                section(.class("panel")) {
                    h2 { words.software }
                    dl(.class("facts")) {
                        fact(words.agency, agency)
                        fact(words.version, frame.version)
                        fact(words.uptime, frame.moment(startedAt) + ", " + frame.age(startedAt))
                    }
                }
            }
            if let partner = frame.partner {
                section(.class("panel")) {
                    h2 { frame.words.frame.exchange }
                    frame.partnerLine(partner)
                    if frame.officer?.places.contains(.exchange) == true {
                        p { a(.href(Place.exchange.link)) { frame.words.exchange.more } }
                    }
                }
            }
            section(.class("panel")) {
                h2 { words.rules }
                ruleTable(frame)
                if let digest = frame.rules {
                    p(.class("source")) {
                        words.digest + ": "
                        code { digest }
                    }
                }
            }
        }
    }

    private func feedTable(_ frame: Frame) -> HTML {
        let words = frame.words.status
        let columns = [words.feed, words.state, words.loaded, words.complete, words.count, words.owner]
        return framedTable(words.feeds, columns: columns.map { HTML($0) }) {
            for feed in feeds {
                tr {
                    th(.scope("row")) { feed.name }
                    td(.class("feed \(feed.state.rawValue)")) {
                        if feed.state != .current { HTML(constant: Frame.alarm) }
                        frame.word(of: feed.state)
                    }
                    td { feed.loadedAt.map { frame.moment($0) + ", " + frame.age($0) } ?? "–" }
                    td { feed.completeUntil.map { frame.day($0) } ?? "–" }
                    td(.class("count")) { feed.count.map { frame.number($0) } ?? "–" }
                    td { feed.owner ?? "–" }
                }
            }
        }
    }

    private func ledgerFacts(_ frame: Frame) -> HTML {
        let words = frame.words.status
        guard let ledger else { return p(.class("machine")) { words.noLedger } }
        return dl(.class("facts")) {
            fact(words.entries, frame.number(ledger.size))
            fact(words.folded, frame.number(ledger.folded))
            fact(words.lastEntry, ledger.lastAt.map { frame.moment($0) })
            if let sharing = ledger.sharing { fact(words.sharing, standing(sharing, frame)) }
            fact(words.root, code(.class("digest")) { ledger.root })
        }
    }

    private func standing(_ sharing: LedgerHead.Sharing, _ frame: Frame) -> HTML {
        let words = frame.words.status
        guard let cutSince = sharing.cutSince else { return HTML(words.shared) }
        return HTML(words.cut.filled(frame.moment(cutSince), frame.number(sharing.waiting)))
    }

    private func ruleTable(_ frame: Frame) -> HTML {
        let words = frame.words.status
        let columns = [words.ruleFile, words.ruleRows, words.ruleFrom]
        return framedTable(words.rules, columns: columns.map { HTML($0) }) {
            for rule in rules {
                tr {
                    th(.scope("row")) { rule.name }
                    td(.class("count")) { frame.number(rule.rows) }
                    td { rule.latestFrom.map { frame.day($0) } ?? "–" }
                }
            }
        }
    }
}

extension StatusModel.Fault {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.status
        return switch self {
        case .diskFull: words.faultDiskFull
        case .viewsBehind: words.faultViewsBehind
        case .ledgerCut: words.faultLedgerCut
        case .ledgerDamaged: words.faultLedgerDamaged
        }
    }
}

extension Frame {
    /// Whether a feed answers, in a word.
    func word(of state: FeedReach.State) -> String {
        let words = words.frame
        return switch state {
        case .current: words.feedCurrent
        case .stale: words.feedStale
        case .down: words.feedDown
        case .absent: words.feedAbsent
        }
    }
}

import Vocabulary

extension ExchangeModel: Page {
    /// The exchange.
    public var place: Place? { .exchange }
    /// Live regions.
    public var scripts: [Asset] { [.live] }
    /// Whether the problem stands in the form that was refused.
    private var isToldBeside: Bool {
        guard let partner, let draft else { return false }
        return problem == .alarm || partner.letters.contains { $0.id == draft.id }
    }
    /// Status pertukaran data.
    public func title(in frame: Frame) -> String { frame.words.exchange.title }

    /// The line, who waits, what needs a person, the contract, what is known, streams.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.exchange
        return div(.class("stack")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if let problem, !isToldBeside { problemBox(words[\.problems, problem.rawValue]) }
            if let partner {
                div(.id("pertukaran"), .class("stack"), .data("live", "exchange")) {
                    partner.lines(frame)
                    partner.waits(frame)
                    partner.alarmList(frame)
                }
                if mayAct { partner.alarmForm(problem == .alarm ? draft : nil, frame) }
                partner.letterList(mayAct: mayAct, problem == .reason ? draft : nil, frame)
                partner.contract(frame)
                div(.id("aliran"), .class("stack"), .data("live", "streams")) {
                    partner.records(frame)
                    partner.streamTable(frame)
                }
            } else {
                emptyState(words.alone, words.aloneMeaning)
                p { a(.href(Place.agreement.link)) { words.readAgreement } }
            }
        }
    }
}

extension ExchangeModel.Partner {
    fileprivate func lines(_ frame: Frame) -> HTML {
        let words = frame.words.exchange
        return div(.class("cards")) {
            section(.class("panel")) {
                h2 { words.partner }
                if let reach { frame.partnerLine(reach) } else { p(.class("machine")) { words.idle } }
                if reach?.isReached == false { p { words.cutMeaning } }
                dl(.class("facts")) {
                    fact(words.partner, frame.words.terms[\.authorities, authority.rawValue])
                    fact(words.heard, heardAt.map { frame.moment($0) + ", " + frame.age($0) } ?? "–")
                    fact(
                        words.latency,
                        latencies.map {
                            words.latencyLine.filled(frame.number($0.median), frame.number($0.p99))
                        } ?? words.noLatency
                    )
                }
            }
            if let witness {
                section(.class("panel")) {
                    h2 { words.witness }
                    p(.class(witness.state == .fine ? "" : "machine")) {
                        if witness.state != .fine { HTML(constant: Frame.alarm) }
                        words[\.witnessStates, witness.state.rawValue]
                    }
                    dl(.class("facts")) {
                        fact(
                            words.cosigned,
                            witness.since.map { frame.moment($0) + ", " + frame.age($0) } ?? "–"
                        )
                        fact(words.cosignedSize, witness.size.map { frame.number($0) } ?? "–")
                    }
                }
            }
        }
    }

    fileprivate func waits(_ frame: Frame) -> HTML {
        let words = frame.words.exchange
        let columns = [
            words.waiting, words.what, words.due, words.open, words.openMedian, words.openLongest,
            words.answered, words.answeredMedian, words.answeredLongest,
        ]
        return section(.class("panel")) {
            h2 { words.waiting }
            framedTable(words.waiting, class: "waits", columns: columns.map { HTML($0) }) {
                for one in waiting { row(one, frame) }
                for waiter in [own, authority] where !waiting.contains(where: { $0.waiter == waiter }) {
                    tr {
                        th(.scope("row")) { frame.waits(waiter, for: waiter == own ? authority : own) }
                        td(.colSpan(8), .class("muted")) { words.noWait }
                    }
                }
            }
        }
    }

    private func row(_ one: ExchangeModel.Waiting, _ frame: Frame) -> HTML {
        let words = frame.words.exchange
        let (open, answered) = (one.open.sorted(), one.answered.sorted())
        let isOverdue = (open.last ?? 0) > one.dueMinutes * 60
        return tr {
            th(.scope("row")) { frame.waits(one.waiter, for: one.waiter == own ? authority : own) }
            td { one.says[frame.language] }
            td(.class("count")) { words.minutes.filled(frame.number(one.dueMinutes)) }
            td(.class("count")) { frame.number(open.count) }
            td(.class("count")) { frame.minutes(open.middle) }
            td(.class("count")) {
                frame.minutes(open.last)
                if isOverdue { " · " + words.overdue }
            }
            td(.class("count")) { frame.number(answered.count) }
            td(.class("count")) { frame.minutes(answered.middle) }
            td(.class("count")) { frame.minutes(answered.last) }
        }
    }

    fileprivate func records(_ frame: Frame) -> HTML {
        let words = frame.words.exchange
        let status = frame.words.status
        let columns = [status.feed, status.state, status.loaded, status.complete]
        return section(.class("panel")) {
            h2 { words.known }
            if known.isEmpty {
                p(.class("muted")) { words[\.noKnown, own.rawValue] }
            } else {
                framedTable(words.known, columns: columns.map { HTML($0) }) {
                    for feed in known {
                        tr {
                            th(.scope("row")) { feed.name }
                            td(.class("feed \(feed.state.rawValue)")) {
                                if feed.state != .current { HTML(constant: Frame.alarm) }
                                frame.word(of: feed.state)
                            }
                            td { feed.loadedAt.map { frame.moment($0) + ", " + frame.age($0) } ?? "–" }
                            td { feed.completeUntil.map { frame.day($0) } ?? "–" }
                        }
                    }
                }
            }
        }
    }

    fileprivate func streamTable(_ frame: Frame) -> HTML {
        let words = frame.words.exchange
        let columns = [words.stream, words.way, words.taken, words.moved, words.queued, words.oldest]
        return section(.class("panel")) {
            h2 { words.streams }
            if streams.isEmpty {
                p(.class("muted")) { words.noStreams }
            } else {
                framedTable(words.streams, columns: columns.map { HTML($0) }) {
                    for stream in streams {
                        tr {
                            th(.scope("row")) { code { stream.name } }
                            td { stream.isOutward ? words.outward : words.inward }
                            td(.class("count")) { frame.number(stream.taken) }
                            td { stream.movedAt.map { frame.age($0) } ?? "–" }
                            td(.class("count")) { stream.isOutward ? frame.number(stream.waiting) : "–" }
                            td { stream.waitingSince.map { frame.moment($0) + ", " + frame.age($0) } ?? "–" }
                        }
                    }
                }
            }
        }
    }

    fileprivate func alarmList(_ frame: Frame) -> HTML {
        let words = frame.words.exchange
        return section(.class("panel")) {
            h2 { words.alarms }
            if alarms.isEmpty {
                p(.class("muted")) { words.noAlarms }
            } else {
                ul {
                    for alarm in alarms {
                        li {
                            span(.class("machine")) {
                                HTML(constant: Frame.alarm)
                                words[\.alarmCodes, alarm.code]
                            }
                            p(.class("source")) {
                                code { alarm.code }
                                if let stream = alarm.stream { " · " + words.stream + " " + stream }
                                " · " + frame.moment(alarm.at)
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Frame {
    /// Whether the partner is reached, in a sentence.
    func partnerLine(_ reach: PartnerReach) -> HTML {
        p(.class(reach.isReached ? "muted" : "machine"), .id("mitra")) {
            if !reach.isReached { HTML(constant: Frame.alarm) }
            words.exchange.partner + ": " + state(of: reach)
        }
    }

    /// The same in a few words.
    func state(of reach: PartnerReach) -> String {
        let words = words.exchange
        guard !reach.isReached else { return words.normal }
        return reach.heardAt.map { words.cut.filled(moment($0)) } ?? words.neverHeard
    }

    fileprivate func waits(_ waiter: Authority, for other: Authority) -> String {
        let authorities = { (one: Authority) in words.terms[\.authorities, one.rawValue] }
        return words.exchange.waitLine.filled(authorities(waiter), authorities(other))
    }

    /// Seconds in minutes, rounded up: nobody waits for nothing.
    fileprivate func minutes(_ seconds: Int?) -> String {
        guard let seconds else { return "–" }
        return words.exchange.minutes.filled(number((seconds + 59) / 60))
    }
}

extension [Int] {
    /// The value in the middle of sorted ones; nil of none.
    fileprivate var middle: Int? { isEmpty ? nil : self[(count - 1) / 2] }
}

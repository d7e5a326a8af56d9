import Vocabulary

extension AgreementModel: Page {
    /// The agreement.
    public var place: Place? { .agreement }
    /// Perjanjian pertukaran data.
    public func title(in frame: Frame) -> String { frame.words.agreement.title }

    /// What may cross each way, what never, how it is changed, what has crossed.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.agreement
        let name = { (one: Authority) in frame.words.terms[\.authorities, one.rawValue] }
        return div(.class("stack agreement")) {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            signing(frame)
            clauses(
                .immigration,
                words.from.filled(name(.immigration), name(.ministry)),
                frame
            )
            clauses(.ministry, words.from.filled(name(.ministry), name(.immigration)), frame)
            clauses(.both, words.both, frame)
            div(.class("cards")) {
                section(.class("panel")) {
                    h2 { words.never }
                    ul { for one in purposes where one.use == .never { li { one.says[frame.language] } } }
                }
                section(.class("panel")) {
                    h2 { words.change }
                    ul {
                        for code in Words.all.agreement.changes.keys.sorted() {
                            li { words[\.changes, code] }
                        }
                    }
                }
            }
            counts(frame)
        }
    }

    private func signing(_ frame: Frame) -> HTML {
        section(.class("panel")) {
            if signatures.isEmpty { p { frame.words.agreement.alone } }
            dl(.class("facts")) {
                for one in signatures {
                    fact(frame.words.terms[\.authorities, one.authority.rawValue], frame.signature(one))
                }
                fact(frame.words.exchange.digest, code(.class("digest")) { digest })
            }
        }
    }

    private func clauses(_ sender: AgreementRule.Sender, _ title: String, _ frame: Frame) -> HTML {
        section(.class("panel")) {
            h2 { title }
            for rule in rules where rule.sender == sender { clause(rule, frame) }
        }
    }

    private func clause(_ rule: AgreementRule, _ frame: Frame) -> HTML {
        let words = frame.words.agreement
        let used = rule.purposes.map { code in
            purposes.first { $0.code == code }?.says[frame.language] ?? code
        }
        return article(.class("clause")) {
            h3 { rule.says[frame.language] }
            dl(.class("clause-facts")) {
                fact(words.members, rule.fields.map { words[\.memberNames, $0] }.joined(separator: ", "))
                fact(words.purposes, used.isEmpty ? words.noPurpose : used.joined(separator: "; "))
                fact(
                    words.kept,
                    rule.keptDays.map { words.keptDays.filled(frame.number($0)) } ?? words.keptAsOwn
                )
                fact(
                    words.answer,
                    rule.answerMinutes.map { words.answerWithin.filled(frame.number($0)) } ?? words.noAnswer
                )
                fact(words.impact, rule.impact == .high ? words.stops : words.goesOn)
                fact(words.basis, rule.basis)
            }
        }
    }

    private func counts(_ frame: Frame) -> HTML {
        let words = frame.words.agreement
        let columns = [words.kind, frame.words.exchange.way, words.count, words.last]
        return section(.class("panel")) {
            h2 { words.crossed }
            if crossed.isEmpty {
                p(.class("muted")) { words.nothing }
            } else {
                framedTable(words.crossed, columns: columns.map { HTML($0) }) {
                    for one in crossed {
                        tr {
                            th(.scope("row")) {
                                rules.first { $0.type == one.type }?.says[frame.language] ?? one.type
                            }
                            td {
                                one.isOutward
                                    ? frame.words.exchange.outward : frame.words.exchange.inward
                            }
                            td(.class("count")) { frame.number(one.count) }
                            td { frame.moment(one.lastAt) + ", " + frame.age(one.lastAt) }
                        }
                    }
                }
            }
        }
    }
}

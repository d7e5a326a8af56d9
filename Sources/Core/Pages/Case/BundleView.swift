public import Vocabulary

/// The page of a bundle that people read, whole in one file (berkas bukti): cover, time line, elements with their gaps, what speaks
/// against, restitution, custody.
public struct BundleModel: Sendable {
    /// The case's moves, oldest first.
    public var moves: [CaseMove]
    /// Each piece of evidence with all acts on it.
    public var evidence: [[EvidenceMove]]
    /// The file of each piece, by its identifier.
    public var names: [String: String]
    /// What the agreed reasons say, by code.
    public var reasons: [String: String]
    /// When it was made.
    public var madeAt: Moment
    /// Who made it.
    public var madeBy: String
    /// The digest of the rules in force.
    public var rules: String

    /// A bundle.
    public init(
        moves: [CaseMove],
        evidence: [[EvidenceMove]],
        names: [String: String],
        reasons: [String: String],
        madeAt: Moment,
        madeBy: String,
        rules: String
    ) {
        self.moves = moves
        self.evidence = evidence
        self.names = names
        self.reasons = reasons
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.rules = rules
    }

    /// The page, ready to be written.
    public func render(zone: Zone = .wib) -> [UInt8] {
        var frame = Frame(now: madeAt, path: "/", csrf: "", version: "")
        frame.zone = zone
        let words = frame.words.evidence
        var page = HTML(constant: "<!doctype html>")
        page.append(
            html(.lang(.indonesian)) {
                head {
                    meta(.charset("utf-8"))
                    textTitle { words.bundle }
                }
                body {
                    h1 { words.bundle }
                    dl {
                        fact(words.caseNumber, moves.first?.id)
                        fact(words.event, moves.first?.content.opening?.event)
                        fact(
                            words.made,
                            frame.dated(madeAt)
                        )
                        fact(words.by, madeBy)
                        fact(frame.words.finding.rules, rules)
                    }
                    EvidenceParts(moves: moves, evidence: evidence, names: names, frame: frame).all
                    h2 { frame.words.cases.timeline }
                    timeline(frame)
                }
            }
        )
        return page.bytes
    }

    private func timeline(_ frame: Frame) -> HTML {
        ol {
            for move in moves {
                li {
                    frame.dated(move.at) + " · " + frame.step(move.step, of: move.kind) + " → "
                    frame.state(move.state, of: move.kind) + " · " + frame.name(ofActor: move.officer)
                    MoveDetails(content: move.content, reasons: reasons, frame: frame).list
                }
            }
        }
    }
}

/// Elements with gaps, what speaks against, restitution and custody: the same on the page and in the bundle.
struct EvidenceParts {
    let moves: [CaseMove]
    let evidence: [[EvidenceMove]]
    let names: [String: String]
    let frame: Frame

    private var words: Spoken<EvidenceWords> { frame.words.evidence }

    /// Everything, in the order in which it is read.
    var all: HTML {
        div(.class("stack")) {
            section(.class("panel")) {
                h2 { words.elements }
                elements
            }
            section(.class("panel")) {
                h2 { words.exculpatory }
                p(.class("muted")) { words.exculpatoryNote }
                exculpatory
            }
            section(.class("panel")) {
                h2 { words.restitution }
                restitution
            }
            custodyPanel
        }
    }

    /// What was done with each piece.
    var custodyPanel: HTML {
        section(.class("panel")) {
            h2 { words.custody }
            custody
        }
    }

    /// Act, means, purpose; what nobody has shown yet is a gap.
    private var elements: HTML {
        dl {
            for element in CrimeElement.allCases {
                let shown = moves.filter { $0.content.element == element }
                div(.class("fact")) {
                    dt { words.group.elementNames[element.rawValue]?[frame.language] ?? element.rawValue }
                    dd {
                        if shown.isEmpty { strong(.class("attention"), text: words.gap) }
                        for move in shown {
                            p {
                                move.content.text ?? ""
                                if let pieces = move.content.evidence {
                                    " [" + pieces.map { names[$0] ?? $0 }.joined(separator: ", ") + "]"
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var exculpatory: HTML {
        let found = moves.filter { $0.step == EnforcementStep.exculpate.rawValue }
        return found.isEmpty
            ? p { words.noneYet } : ul { for move in found { li { move.content.text ?? "" } } }
    }

    private var restitution: HTML {
        let fees = moves.filter { $0.step == EnforcementStep.fee.rawValue }
        guard !fees.isEmpty else { return p { words.noneYet } }
        return div {
            ul {
                for fee in fees {
                    li { frame.rupiah(fee.content.rupiah ?? 0) + " · " + (fee.content.text ?? "") }
                }
            }
            p {
                strong(
                    text: words.total.filled(frame.rupiah(fees.reduce(0) { $0 + ($1.content.rupiah ?? 0) }))
                )
            }
        }
    }

    private var custody: HTML {
        guard !evidence.isEmpty else { return p { words.noneYet } }
        return div {
            for acts in evidence {
                if let first = acts.first {
                    h3 { names[first.id] ?? first.name }
                    p(.class("source")) {
                        first.mediaType + " · " + frame.number(first.bytes) + " B · SHA-256 "
                        code { first.digest }
                    }
                    ol {
                        for act in acts {
                            li {
                                frame.dated(act.at) + " · "
                                    + (words.group.acts[act.act.rawValue]?[frame.language] ?? act.act.rawValue)
                                " · " + (words.group.purposes[act.purpose.rawValue]?[frame.language] ?? "")
                                    + " · " + act.officer
                                if let text = act.text { " · " + text }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Frame {
    /// Day and time, whatever the day: for what is read later.
    func dated(_ moment: Moment) -> String {
        shortDay(moment.day(zone: zone.minutes)) + " " + timeOfDay(moment)
    }
}

import Vocabulary

extension TravellerModel: Page {
    /// Pelintas.
    public func title(in frame: Frame) -> String { frame.words.traveller.title }

    /// Answer, four columns, both sentences, context, documents seen.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.traveller
        return div(.class("traveller")) {
            h1 { words.title }
            if let assessment {
                judged(assessment, frame)
            } else {
                facts(nil, frame)
                p(.class("panel")) { words.noAssessment }
            }
            reasonsOfOfficer(frame)
            if let answers { frame.deskAnswers(answers, answerForm) }
            SeenList(seen: seen, frame: frame).panel
            p(.class("muted")) { words.right }
        }
    }

    @HTMLBuilder
    private func judged(_ assessment: Assessment, _ frame: Frame) -> HTML {
        let findings = Findings(assessment: assessment, frame: frame, isReadAloud: false)
        answerCard(assessment, in: frame)
        facts(assessment, frame)
        findings.columns
        if !assessment.reasons.isEmpty {
            section(.class("panel")) {
                h2 { frame.words.finding.reasons }
                findings.sentences
            }
        }
        findings.context
        p(.class("source")) {
            frame.words.finding.rules + ": "
            code { assessment.rules }
        }
    }

    private func facts(_ assessment: Assessment?, _ frame: Frame) -> HTML {
        let words = frame.words.traveller
        return section(.class("panel")) {
            h2(.class("visually-hidden")) { words.facts }
            dl(.class("facts")) {
                fact(words.name, name)
                fact(words.passport, passport.map { text in span(.class("number"), text: text) })
                fact(
                    words.facts,
                    flight.map { flight in a(.href(.flight(flight))) { frame.name(of: flight) } }
                )
                fact(words.person, person.map { frame.number($0) })
                fact(words.screened, frame.moment(at))
                fact(frame.words.finding.placement, assessment?.placement?.text)
                fact(
                    frame.words.finding.linkedBy,
                    assessment?.link.map { frame.words.terms[\.links, $0.by] }
                )
                fact(words.referral, referral.map { standing($0, frame) })
            }
            if hasTickets { p { a(.href(.tickets(with: id))) { frame.words.tickets.link } } }
        }
    }

    private func standing(_ mark: ReferralMark, _ frame: Frame) -> String {
        mark.isWithdrawn
            ? frame.words.traveller.referralFell
            : frame.words.traveller.referralStands.filled(frame.moment(mark.openedAt))
    }

    private func reasonsOfOfficer(_ frame: Frame) -> HTML {
        guard !officerReasons.isEmpty else { return HTML() }
        return section(.class("panel")) {
            h2 { frame.words.traveller.officerReasons }
            ul {
                for reason in officerReasons {
                    li {
                        code { reason.rawValue }
                        " " + frame.words.terms[\.interviewReasons, reason.rawValue]
                    }
                }
            }
        }
    }
}

/// Documents that officers have seen.
struct SeenList {
    let seen: [SeenDocument]
    let frame: Frame

    var panel: HTML {
        guard !seen.isEmpty else { return HTML() }
        return section(.class("panel")) {
            h2 { frame.words.traveller.seen }
            list
        }
    }

    var list: HTML {
        ul {
            for document in seen {
                li {
                    frame.words.counter.seenLine.filled(
                        frame.paper(document.document),
                        document.number,
                        document.officer,
                        frame.moment(document.at)
                    )
                    if let until = document.validUntil {
                        ", " + frame.words.counter.seenUntil.filled(frame.day(until))
                    }
                }
            }
        }
    }
}

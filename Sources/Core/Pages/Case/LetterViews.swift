import Vocabulary

extension LetterModel: Page {
    /// Among the queue.
    public var place: Place? { .queue }
    /// Surat penundaan keberangkatan.
    public func title(in frame: Frame) -> String { slip.title(in: frame) }

    /// The letter in Indonesian, and its translation on a page of its own.
    public func content(in frame: Frame) -> HTML {
        div {
            frame.paperActs(slip.id)
            article(.class("slip letter")) {
                part(.indonesian, frame)
                part(.english, frame)
            }
        }
    }

    private func part(_ language: Language, _ outer: Frame) -> HTML {
        var frame = outer
        frame.language = language
        let words = frame.words.letter
        return section(.lang(language)) {
            frame.letterhead(agency, post)
            if language == .english { p(.class("muted")) { words.translation } }
            dl(.class("facts letter-facts")) {
                fact(words.number, number)
                fact(words.date, frame.day(slip.decidedAt.day(zone: frame.zone.minutes)))
                fact(words.subject, slip.title(in: frame))
            }
            frame.person(name, passport, flight: slip.flight, departsAt: departsAt)
            if language == .indonesian { h1 { slip.title(in: frame) } } else { h2 { slip.title(in: frame) } }
            p { slip.isBar ? words.openingBar : words.opening }
            reasons(frame)
            p { frame.words.slip.holds + " " + frame.words.slip.notBan }
            signatures(frame)
        }
    }

    @HTMLBuilder
    private func reasons(_ frame: Frame) -> HTML {
        let words = frame.words.slip
        h3 { words.basis }
        p { slip.clause }
        h3 { words.why }
        ul { for reason in slip.reasons { li { reason[frame.language] } } }
        h3 { words.mend }
        if slip.mend.isEmpty { p { words.noMend } } else { MendList(mend: slip.mend, frame: frame).list }
        h3 { words.passport }
        p { slip.passportLine(frame) }
        h3 { words.objecting }
        RedressList(redress: slip.redress, frame: frame).list
        p {
            words.code + ": "
            span(.class("number"), text: slip.code)
            " · " + slip.address
        }
    }

    private func signatures(_ frame: Frame) -> HTML {
        let words = frame.words.letter
        return div(.class("signatures")) {
            for number in slip.deciders {
                div {
                    p { words.officer }
                    p(.class("signature")) { words.serviceNumber.filled(number) }
                }
            }
        }
    }
}

extension InterviewRecordModel: Page {
    /// Among the queue.
    public var place: Place? { .queue }
    /// Berita acara wawancara.
    public func title(in frame: Frame) -> String { frame.words.letter.record }

    /// When, in which language, with which rights, what was asked and found, and lines to sign.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.letter
        return div {
            frame.paperActs(id)
            article(.class("slip letter")) {
                frame.letterhead(agency, post)
                h1 { words.record }
                dl(.class("facts letter-facts")) { fact(words.number, number) }
                frame.person(opening.name, opening.passport, flight: flight, departsAt: opening.departsAt)
                h2 { words.course }
                course(frame)
                h2 { words.rights }
                rights(frame)
                h2 { frame.words.cases.questions }
                questions(frame)
                h2 { frame.words.cases.facts }
                found(frame)
                p { strong(text: words.noEvidence) }
                signatures(frame)
            }
        }
    }

    private func course(_ frame: Frame) -> HTML {
        ul {
            for act in acts {
                li {
                    frame.stamp(act.at) + " · " + frame.words.letter[\.acts, act.step] + " · "
                        + frame.name(ofActor: act.officer)
                }
            }
        }
    }

    private func rights(_ frame: Frame) -> HTML {
        let words = frame.words.letter
        let cased = frame.words.cases
        return dl(.class("facts letter-facts")) {
            fact(
                frame.words.caseTerms[\.fields, CaseField.language.rawValue],
                language.map { frame.words.caseTerms[\.languages, $0] }
            )
            fact(words.rightsRead, wishesSameSex == nil ? cased.no : cased.yes)
            fact(words.sameSex, wishesSameSex == true ? cased.yes : cased.no)
            if opening.isMinor == true || guardian != nil {
                fact(words.guardian, guardian.map { $0 ? cased.yes : cased.no } ?? words.notAsked)
            }
        }
    }

    @HTMLBuilder
    private func questions(_ frame: Frame) -> HTML {
        if answers.isEmpty { p(.class("muted")) { frame.words.letter.noAnswers } }
        ol {
            for one in answers {
                li {
                    p { strong(text: one.question) }
                    p(.class("words")) { one.answer }
                }
            }
        }
    }

    private func found(_ frame: Frame) -> HTML {
        ul {
            for one in facts {
                li { frame.words.caseTerms[\.sources, one.source.rawValue] + ": " + one.text }
            }
        }
    }

    private func signatures(_ frame: Frame) -> HTML {
        let words = frame.words.letter
        return div(.class("signatures")) {
            for officer in interviewers { signature(words.interviewer, officer) }
            if let secondReader { signature(words.secondReader, secondReader) }
            signature(words.traveller, words.mayDecline)
        }
    }

    private func signature(_ role: String, _ name: String) -> HTML {
        div {
            p { role }
            p(.class("signature")) { name }
        }
    }
}

extension Frame {
    /// How to print, and the way back; none of it on paper.
    fileprivate func paperActs(_ id: String) -> HTML {
        div(.class("no-print form-acts")) {
            span(.class("muted"), text: words.report.paper)
            a(.class("quiet button"), .href(.caseFile(id))) { words.frame.back }
        }
    }

    /// On paper of an invented nation: LATIHAN.
    @HTMLBuilder var exerciseMark: HTML {
        if isExercise { p(.class("exercise")) { strong(text: words.frame.exercise) } }
    }

    /// Who writes.
    fileprivate func letterhead(_ agency: String, _ post: String) -> HTML {
        header(.class("letterhead")) {
            exerciseMark
            p { strong(text: agency) }
            p { post }
        }
    }

    /// Whom it is about, and which departure.
    fileprivate func person(
        _ name: String?,
        _ passport: PassportNumber?,
        flight: String?,
        departsAt: Moment?
    ) -> HTML {
        let cased = words.cases
        return dl(.class("facts letter-facts")) {
            fact(cased.name, name)
            fact(cased.passport, passport?.text)
            fact(words.slip.flight, flight ?? words.referral.withoutFlight)
            fact(cased.departs, departsAt.map { stamp($0) })
        }
    }

    /// A moment with its day, whenever it is printed.
    fileprivate func stamp(_ moment: Moment) -> String {
        shortDay(moment.day(zone: zone.minutes)) + " " + timeOfDay(moment)
    }
}

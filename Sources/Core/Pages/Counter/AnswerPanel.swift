import Vocabulary

/// The answer at the counter: huge in word and shape, four equal columns, and what the officer can do.
struct AnswerPanel {
    let answer: CounterAnswer
    let frame: Frame
    /// A pass that was read with it.
    var paper: PaperShown?

    private var words: Spoken<CounterWords> { frame.words.counter }
    /// Where an interview is suggested, neither way is pushed.
    private var isSuggested: Bool { answer.assessment.advice == .refer }
    private var isBarred: Bool { answer.assessment.advice == .statutory }

    var panel: HTML {
        let seen = withPass
        let findings = Findings(assessment: seen, frame: frame)
        return article(.class("verdict"), .id("hasil"), .data("advice", seen.advice.rawValue)) {
            answerCard(seen, in: frame)
            identity
            acts
            findings.columns
            findings.context
            forms
            if !answer.seen.isEmpty {
                section(.class("panel")) {
                    h2 { words.seen }
                    SeenList(seen: answer.seen, frame: frame).list
                }
            }
            p(.class("source")) {
                frame.words.finding.rules + ": "
                code { answer.assessment.rules }
            }
        }
    }

    /// A pass that is the holder's is named among what speaks for leaving; the advice stays what it was.
    private var withPass: Assessment {
        var seen = answer.assessment
        guard case .pass(let pass)? = paper, paper?.speaksForHolder == true else { return seen }
        seen.against.append(
            Support(code: "PAS", says: frame.words.pass.speaks.filled(frame.day(pass.until)))
        )
        return seen
    }

    private var identity: HTML {
        p(.class("identity")) {
            strong { words.passport.filled(answer.passport) }
            if let name = answer.name { span { name } }
            if let flight = answer.flight { a(.href(.flight(flight))) { frame.name(of: flight) } }
            span(.class("muted")) { words.answeredAt.filled(frame.timeOfDay(answer.at)) }
            if let id = answer.screening { a(.href(.traveller(id))) { words.details } }
        }
    }

    /// Proceeding is one key; what burdens a traveller is a form; a legal bar is never released by a key.
    private var acts: HTML {
        div(.class("acts")) {
            if isBarred {
                p(.class("legal-note")) { words.statutoryNoProceed }
                a(.class("button quiet"), .href(Place.counter.link)) { words.next }
            } else {
                a(
                    .class("button \(isSuggested ? "quiet" : "primary")"),
                    .id("lanjut"),
                    .href(Place.counter.link)
                ) {
                    words.proceed + " "
                    kbd { "Enter" }
                }
            }
            if let referral = answer.referral, !referral.isWithdrawn {
                span(.class("mark attention")) {
                    Advice.refer.shape
                    span(text: words.interviewOpen.filled(frame.timeOfDay(referral.openedAt)))
                }
            } else {
                a(.class("button quiet"), .id("ke-wawancara"), .href(Link("#wawancara"))) {
                    words.interview + " "
                    kbd { "W" }
                }
            }
        }
    }

    private var forms: HTML {
        div(.class("forms")) {
            if answer.referral.map(\.isWithdrawn) ?? true { interview }
            if !answer.attestable.isEmpty { attest }
        }
    }

    private var interview: HTML {
        details(.class("panel"), .id("wawancara")) {
            summary { words.interview }
            frame.posted(.interview) {
                hidden(Field.token, answer.token)
                p { words.interviewLead }
                field("alasan", words.interviewReason) {
                    chooser(
                        "alasan",
                        Field.reason,
                        empty: frame.words.readiness.choose,
                        InterviewReason.choices.map {
                            (
                                $0.rawValue,
                                $0.rawValue + " · " + frame.words.terms[\.interviewReasons, $0.rawValue]
                            )
                        },
                        chosen: nil,
                        isRequired: true
                    )
                }
                tick(Field.confirmed, value: "yes", words.interviewConfirm, isRequired: true)
                button(.type("submit"), .class("attention-button")) { words.interviewSubmit }
            }
        }
    }

    private var attest: HTML {
        details(.class("panel"), .id("catat-dokumen")) {
            summary { words.attest }
            frame.posted(.attest) {
                hidden(Field.token, answer.token)
                p { words.attestLead }
                field("berkas", words.attestDocument) {
                    chooser(
                        "berkas",
                        Field.paper,
                        empty: frame.words.readiness.choose,
                        answer.attestable.map { ($0, frame.paper($0)) },
                        chosen: nil,
                        isRequired: true
                    )
                }
                field("nomor", words.attestNumber) {
                    input(
                        .id("nomor"),
                        .name(Field.number),
                        .autocomplete("off"),
                        .capitalised,
                        .maximumLength(40),
                        .required
                    )
                }
                field("berlaku", words.attestUntil) {
                    input(.id("berlaku"), .name(Field.validUntil), .type("date"))
                }
                button(.type("submit"), .class("primary")) { words.attestSubmit }
            }
        }
    }
}

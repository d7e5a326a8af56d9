import Vocabulary

extension ExchangeModel.Partner {
    /// The form with which an administrator closes an alarm; it stands outside the live list, which would take away what is typed.
    func alarmForm(_ draft: ExchangeModel.Draft?, _ frame: Frame) -> HTML {
        let words = frame.words.exchange
        let open = alarms.compactMap { alarm in alarm.id.map { (value: $0, text: frame.line(of: alarm)) } }
        guard !open.isEmpty || draft != nil else { return HTML() }
        return section(.class("panel"), .id("tutup-alarm")) {
            h2 { words.closeAlarm }
            p { words.closeAlarmMeaning }
            frame.posted(.closeAlarm) {
                if draft != nil { problemBox(words[\.problems, ExchangeModel.Problem.alarm.rawValue]) }
                field("alarm", words.alarm) {
                    chooser(
                        "alarm",
                        Field.alarm,
                        empty: words.chooseAlarm,
                        open,
                        chosen: draft?.id,
                        isRequired: true
                    )
                }
                frame.closing("alasan-alarm", draft, words.closeLetter)
            }
        }
    }

    /// Dead letters, with what an administrator may do with each.
    func letterList(mayAct: Bool, _ draft: ExchangeModel.Draft?, _ frame: Frame) -> HTML {
        let words = frame.words.exchange
        return section(.class("panel"), .id("surat-mati")) {
            h2 { words.letters }
            if letters.isEmpty {
                p(.class("muted")) { words.noLetters }
            } else {
                p { words.lettersMeaning }
                for letter in letters {
                    entry(letter, mayAct, draft?.id == letter.id ? draft : nil, frame)
                }
            }
        }
    }

    private func entry(
        _ letter: ExchangeModel.Letter,
        _ mayAct: Bool,
        _ draft: ExchangeModel.Draft?,
        _ frame: Frame
    ) -> HTML {
        let words = frame.words.exchange
        let reason = words[\.letterReasons, letter.reason]
        return article(.class("letter-entry"), .id("surat-" + letter.id)) {
            h3 { letter.says.map { $0[frame.language] } ?? letter.type ?? "–" }
            p(.class("source")) {
                letter.code.map { words.refusedAs.filled(reason, $0) } ?? reason
                " · " + frame.moment(letter.at) + ", " + frame.age(letter.at) + " · "
                code { letter.type ?? "–" }
                " · "
                code { letter.id }
            }
            if !letter.hasWords { p(.class("muted")) { words.noWords } }
            if mayAct { acts(on: letter, draft, frame) }
        }
    }

    @HTMLBuilder
    private func acts(
        on letter: ExchangeModel.Letter,
        _ draft: ExchangeModel.Draft?,
        _ frame: Frame
    ) -> HTML {
        let words = frame.words.exchange
        if letter.hasWords {
            frame.act(.deadLetter(letter.id, "kirim"), words.sendAgain, describedBy: "surat-" + letter.id)
        }
        details(.open(draft != nil)) {
            summary { words.closeLetter }
            frame.posted(.deadLetter(letter.id, "tutup")) {
                if draft != nil { problemBox(words[\.problems, ExchangeModel.Problem.reason.rawValue]) }
                frame.closing("alasan-" + letter.id, draft, words.closeLetter)
            }
        }
    }

    /// Who has signed, and with which keys the partner speaks.
    func contract(_ frame: Frame) -> HTML {
        let words = frame.words.exchange
        return section(.class("panel")) {
            h2 { words.contract }
            dl(.class("facts")) {
                fact(words.digest, code(.class("digest")) { digest })
                for one in signatures {
                    fact(frame.words.terms[\.authorities, one.authority.rawValue], frame.signature(one))
                }
                for key in keys {
                    fact(
                        words.key.filled(key.name),
                        (key.validUntil < frame.now ? words.expired : words.validUntil).filled(
                            frame.day(key.validUntil.day(zone: frame.zone.minutes))
                        )
                    )
                }
                fact(words.fingerprint, fingerprint.map { text in code(.class("digest")) { text } })
            }
            p { a(.href(Place.agreement.link)) { words.readAgreement } }
        }
    }
}

extension Frame {
    /// The reason for closing something, as it was typed, and the button.
    @HTMLBuilder
    fileprivate func closing(_ name: String, _ draft: ExchangeModel.Draft?, _ act: String) -> HTML {
        let words = words.exchange
        field(name, words.reason, hint: words.reasonHint) {
            textarea(
                .id(name),
                .name(Field.reason),
                .rows(3),
                .required,
                .maximumLength(500),
                .aria("describedby", name + "-hint")
            ) { draft?.reason ?? "" }
        }
        button(.type("submit"), .class("primary")) { act }
    }

    /// An alarm as it is chosen: its code, where it is, when it came.
    fileprivate func line(of alarm: ExchangeModel.Alarm) -> String {
        let name = [alarm.code, alarm.stream].compactMap(\.self).joined(separator: " ")
        return name + ", " + moment(alarm.at)
    }

    /// When somebody signed, and who pressed for it.
    func signature(_ one: ExchangeModel.Signature) -> String {
        let words = words.exchange
        guard let at = one.at else { return words.unsigned }
        let officers = one.officers.joined(separator: ", ")
        return words.signedAt.filled(moment(at))
            + (officers.isEmpty ? "" : ", " + words.signedBy.filled(officers))
    }
}

import Vocabulary

extension Frame {
    /// An answer with its age: `KemenP2MI: berkas lengkap, 3 menit lalu`.
    func line(of answer: DeskAnswer) -> String {
        words.deskAnswer.line.filled(
            words.deskAnswer[\.answers, answer.kind.rawValue],
            age(answer.at)
        )
    }

    /// The answers to a referral, newest first, and the form for another.
    func deskAnswers(_ answers: [DeskAnswer], _ form: DeskAnswerForm?) -> HTML {
        let words = words.deskAnswer
        return section(.class("panel"), .id("jawaban-meja")) {
            h2 { words.title }
            if answers.isEmpty {
                p(.class("muted")) { words.none }
            } else {
                ul(.class("desk-answers")) {
                    for answer in answers {
                        li {
                            strong(text: line(of: answer))
                            if let text = answer.text { p(.class("words")) { text } }
                        }
                    }
                }
            }
            p(.class("muted")) { words.meaning }
            if let form { answerForm(form) }
        }
    }

    private func answerForm(_ form: DeskAnswerForm) -> HTML {
        let words = words.deskAnswer
        return posted(.deskAnswer(to: form.referral)) {
            if form.isUnfit { problemBox(words.unfit) }
            field("jawaban", words.answer) {
                chooser(
                    "jawaban",
                    Field.deskAnswer,
                    empty: words.choose,
                    DeskAnswer.Kind.allCases.map { ($0.rawValue, words[\.answers, $0.rawValue]) },
                    chosen: form.chosen?.rawValue,
                    isRequired: true
                )
            }
            field("keterangan", words.words, hint: words.wordsHint) {
                textarea(
                    .id("keterangan"),
                    .name(Field.words),
                    .rows(3),
                    .maximumLength(DeskAnswerForm.longest),
                    .aria("describedby", "keterangan-hint")
                ) { form.typed }
            }
            button(.type("submit"), .class("primary")) { words.send }
        }
    }
}

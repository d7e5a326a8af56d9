/// The purposes of which one must be chosen, each with its legal basis.
struct PurposeChoice {
    let purposes: [SearchModel.Purpose]
    let chosen: String
    let frame: Frame

    var content: HTML {
        fieldset {
            legend { frame.words.search.purpose }
            p(.class("hint")) { frame.words.search.purposeHint }
            div(.class("ticks")) {
                for purpose in purposes {
                    label(.class("tick")) {
                        input(
                            .type("radio"),
                            .name(Field.purpose),
                            .value(purpose.code),
                            .checked(chosen == purpose.code),
                            .required
                        )
                        span {
                            purpose.says
                            small(.class("muted")) { " (" + purpose.basis + ")" }
                        }
                    }
                }
            }
        }
    }
}

import Vocabulary

extension Frame {
    /// A form that is posted, with its token.
    func posted(
        _ link: Link,
        class name: String = "form",
        id: String? = nil,
        isUpload: Bool = false,
        @HTMLBuilder content: () -> HTML
    ) -> HTML {
        form(
            .post,
            .action(link),
            .class(name),
            id.map { .id($0) } ?? .absent,
            isUpload ? .multipart : .absent
        ) {
            hidden(Field.csrf, csrf)
            content()
        }
    }

    /// A button that posts at once.
    func act(_ link: Link, _ text: String, class name: String = "quiet", describedBy id: String? = nil)
        -> HTML
    {
        posted(link, class: "inline") {
            button(.type("submit"), .class(name), id.map { .aria("describedby", $0) } ?? .absent) { text }
        }
    }
}

/// A value that a form carries unseen.
func hidden(_ name: StaticString, _ value: String) -> HTML {
    input(.type("hidden"), .name(name), .value(value))
}

/// A label above its control, with a hint or an error between them.
func field(_ id: String, _ text: String, hint: String? = nil, @HTMLBuilder control: () -> HTML) -> HTML {
    div(.class("field")) {
        label(.for(id)) { text }
        if let hint { p(.class("hint"), .id(id + "-hint")) { hint } }
        control()
    }
}

/// A box to tick, with its words.
func tick(_ name: StaticString, value: String, _ text: String, isOn: Bool = false, isRequired: Bool = false)
    -> HTML
{
    label(.class("tick")) {
        input(.type("checkbox"), .name(name), .value(value), .checked(isOn), isRequired ? .required : .absent)
        span(text: text)
    }
}

/// A list to choose from.
func chooser(
    _ id: String,
    _ name: StaticString,
    empty: String,
    _ choices: [(value: String, text: String)],
    chosen: String?,
    isRequired: Bool = false
) -> HTML {
    select(.id(id), .name(name), isRequired ? .required : .absent) {
        option(.value(""), .selected(chosen == nil || chosen == "")) { empty }
        for choice in choices {
            option(.value(choice.value), .selected(choice.value == chosen)) { choice.text }
        }
    }
}

/// What is wrong with what was typed; focus goes to it.
func problemBox(_ text: String) -> HTML {
    p(.class("problem"), .role("alert"), .id("masalah"), .tabIndex(-1), .data("focus", "first")) { text }
}

/// A sentence that an empty list says instead of staying blank.
func emptyState(_ text: String, _ meaning: String? = nil, @HTMLBuilder more: () -> HTML = { HTML() }) -> HTML
{
    div(.class("empty")) {
        p { strong(text: text) }
        if let meaning { p { meaning } }
        more()
    }
}

/// A table in its own frame, which alone may scroll sideways.
func framedTable(
    _ text: String,
    class name: String = "",
    columns: [HTML],
    @HTMLBuilder rows: () -> HTML
) -> HTML {
    div(.class("table-frame"), .tabIndex(0), .role("region"), .aria("label", text)) {
        table(.class(name)) {
            caption(.class("visually-hidden")) { text }
            thead { tr { for column in columns { th(.scope("col")) { column } } } }
            tbody(.data("list", "rows")) { rows() }
        }
    }
}

/// A name and its value in a list of facts; nothing where there is no value.
func fact(_ name: String, _ value: HTML?) -> HTML {
    guard let value else { return HTML() }
    return div(.class("fact")) {
        dt { name }
        dd { value }
    }
}

/// As text.
func fact(_ name: String, _ value: String?) -> HTML { fact(name, value.map { HTML($0) }) }

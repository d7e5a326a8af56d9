import Vocabulary

/// An attribute of an element: its name is a constant, its value is escaped and quoted.
///
/// There is no way to make an event handler or an inline style, and an address can only be a `Link`.
struct Attribute: Sendable {
    private let name: StaticString
    private let suffix: StaticString
    private let value: String?

    private init(_ name: StaticString, suffix: StaticString = "", _ value: String?) {
        self.name = name
        self.suffix = suffix
        self.value = value
    }

    /// Appends a blank, the name, and the value in quotation marks where there is one.
    func write(into bytes: inout [UInt8]) {
        guard name.utf8CodeUnitCount > 0 else { return }
        bytes.append(UInt8(ascii: " "))
        bytes.append(constant: name)
        bytes.append(constant: suffix)
        guard let value else { return }
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
        HTML.escape(value, into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Nothing: for attributes that hold only at times.
    static let absent = Attribute("", nil)

    static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func title(_ text: String) -> Attribute { Attribute("title", text) }
    static func lang(_ language: Language) -> Attribute { Attribute("lang", language.rawValue) }
    static func role(_ value: StaticString) -> Attribute { Attribute("role", "\(value)") }
    static func tabIndex(_ value: Int) -> Attribute { Attribute("tabindex", "\(value)") }
    static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute("data-", suffix: name, value)
    }
    static func aria(_ name: StaticString, _ value: String) -> Attribute {
        Attribute("aria-", suffix: name, value)
    }

    static func href(_ link: Link) -> Attribute { Attribute("href", link.text) }
    static func src(_ link: Link) -> Attribute { Attribute("src", link.text) }
    static func action(_ link: Link) -> Attribute { Attribute("action", link.text) }
    static func rel(_ value: StaticString) -> Attribute { Attribute("rel", "\(value)") }
    static let deferred = Attribute("defer", nil)

    static let post = Attribute("method", "post")
    static let get = Attribute("method", "get")
    static let multipart = Attribute("enctype", "multipart/form-data")
    static func type(_ value: StaticString) -> Attribute { Attribute("type", "\(value)") }
    static func name(_ value: StaticString) -> Attribute { Attribute("name", "\(value)") }
    static func name(_ field: FormName) -> Attribute { Attribute("name", field.text) }
    static func viewBox(_ side: Int) -> Attribute { Attribute("viewBox", "0 0 \(side) \(side)") }
    static func x(_ place: Int) -> Attribute { Attribute("x", "\(place)") }
    static func y(_ place: Int) -> Attribute { Attribute("y", "\(place)") }
    static func drawing(_ path: String) -> Attribute { Attribute("d", path) }
    static func value(_ text: String) -> Attribute { Attribute("value", text) }
    static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    static func autocomplete(_ value: StaticString) -> Attribute { Attribute("autocomplete", "\(value)") }
    static func inputMode(_ value: StaticString) -> Attribute { Attribute("inputmode", "\(value)") }
    static func accept(_ value: StaticString) -> Attribute { Attribute("accept", "\(value)") }
    static func maximumLength(_ count: Int) -> Attribute { Attribute("maxlength", "\(count)") }
    static func minimumLength(_ count: Int) -> Attribute { Attribute("minlength", "\(count)") }
    static func rows(_ count: Int) -> Attribute { Attribute("rows", "\(count)") }
    static let required = Attribute("required", nil)
    static let autofocus = Attribute("autofocus", nil)
    static let multiple = Attribute("multiple", nil)
    static let unspelled = Attribute("spellcheck", "false")
    static let uncapitalised = Attribute("autocapitalize", "none")
    static let capitalised = Attribute("autocapitalize", "characters")

    static func checked(_ isOn: Bool) -> Attribute { isOn ? Attribute("checked", nil) : absent }
    static func selected(_ isOn: Bool) -> Attribute { isOn ? Attribute("selected", nil) : absent }
    static func hidden(_ isOn: Bool) -> Attribute { isOn ? Attribute("hidden", nil) : absent }
    static func open(_ isOn: Bool) -> Attribute { isOn ? Attribute("open", nil) : absent }

    static func scope(_ value: StaticString) -> Attribute { Attribute("scope", "\(value)") }
    static func colSpan(_ count: Int) -> Attribute { Attribute("colspan", "\(count)") }
    static func dateTime(_ text: String) -> Attribute { Attribute("datetime", text) }
    static func charset(_ value: StaticString) -> Attribute { Attribute("charset", "\(value)") }
    static func content(_ text: String) -> Attribute { Attribute("content", text) }
    static func minimum(_ value: Int) -> Attribute { Attribute("min", "\(value)") }
    static func maximum(_ value: Int) -> Attribute { Attribute("max", "\(value)") }
}

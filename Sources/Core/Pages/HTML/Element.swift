/// The name of an element; called with attributes and content it makes a piece of a page.
struct Element: Sendable {
    let name: StaticString

    init(_ name: StaticString) { self.name = name }

    /// The element with its content.
    func callAsFunction(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { HTML() }) -> HTML {
        var piece = HTML()
        piece.append(name, attributes, content: content())
        return piece
    }

    /// The element with text.
    func callAsFunction(_ attributes: Attribute..., text: String) -> HTML {
        var piece = HTML()
        piece.append(name, attributes, content: HTML(text))
        return piece
    }
}

/// The name of an element that has no content and no end.
struct VoidElement: Sendable {
    let name: StaticString

    init(_ name: StaticString) { self.name = name }

    /// The element.
    func callAsFunction(_ attributes: Attribute...) -> HTML {
        var piece = HTML()
        piece.append(name, attributes, content: nil)
        return piece
    }
}

/// Joins the pieces written one below the other.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ piece: HTML) -> HTML { piece }
    static func buildExpression(_ piece: HTML?) -> HTML { piece ?? HTML() }
    static func buildExpression(_ text: String) -> HTML { HTML(text) }
    static func buildBlock(_ pieces: HTML...) -> HTML { join(pieces) }
    static func buildOptional(_ piece: HTML?) -> HTML { piece ?? HTML() }
    static func buildEither(first piece: HTML) -> HTML { piece }
    static func buildEither(second piece: HTML) -> HTML { piece }
    static func buildArray(_ pieces: [HTML]) -> HTML { join(pieces) }

    private static func join(_ pieces: [HTML]) -> HTML {
        guard pieces.count != 1 else { return pieces[0] }
        var joined = HTML()
        for piece in pieces { joined.append(piece) }
        return joined
    }
}

let a = Element("a")
let article = Element("article")
let aside = Element("aside")
let body = Element("body")
let button = Element("button")
let caption = Element("caption")
let code = Element("code")
let dd = Element("dd")
let details = Element("details")
let dialog = Element("dialog")
let div = Element("div")
let dl = Element("dl")
let dt = Element("dt")
let fieldset = Element("fieldset")
let footer = Element("footer")
let form = Element("form")
let h1 = Element("h1")
let h2 = Element("h2")
let h3 = Element("h3")
let head = Element("head")
let header = Element("header")
let html = Element("html")
let kbd = Element("kbd")
let label = Element("label")
let legend = Element("legend")
let li = Element("li")
let main = Element("main")
let mark = Element("mark")
let nav = Element("nav")
let ol = Element("ol")
let option = Element("option")
let output = Element("output")
let p = Element("p")
let pre = Element("pre")
let progress = Element("progress")
let script = Element("script")
let section = Element("section")
let select = Element("select")
let small = Element("small")
let span = Element("span")
let strong = Element("strong")
let summary = Element("summary")
let table = Element("table")
let tbody = Element("tbody")
let td = Element("td")
let textTitle = Element("title")
let th = Element("th")
let textarea = Element("textarea")
let thead = Element("thead")
let svg = Element("svg")
let drawnPath = Element("path")
let drawnText = Element("text")
let time = Element("time")
let tr = Element("tr")
let ul = Element("ul")

let br = VoidElement("br")
let input = VoidElement("input")
let link = VoidElement("link")
let meta = VoidElement("meta")

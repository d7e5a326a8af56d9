import Testing

@testable import Pages

/// Chance from a seed, so that a failure can be seen again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Text that tries to leave its place.
    mutating func hostileText() -> String {
        let pieces = [
            "<", ">", "\"", "'", "&", "/", "=", "</p>", "<script>alert(1)</script>", "\" onclick=\"x", "-->",
            "<!--", "]]>",
            "&lt;", "&#x3c;", "javascript:", "\u{0}", "\u{8}", "\u{1F}", "\u{7F}", "\n", "\t", " ", "é", "Ḥ",
            "🙂", "\u{202E}",
            "\u{2028}", "`", "{}", "A",
        ]
        return (0..<Int.random(in: 0...12, using: &self)).map { _ in pieces.randomElement(using: &self) ?? ""
        }.joined()
    }
}

@Suite struct HTMLTests {
    @Test func `any text in any place is read back as the same text and nothing else`() throws {
        var chance = Seeded(state: 1)
        for _ in 0..<1000 {
            let (first, second, third) = (chance.hostileText(), chance.hostileText(), chance.hostileText())
            let piece = p(.title(first), .data("x", second)) {
                third
                input(.type("text"), .name("n"), .value(first), .checked(true))
                span(text: second)
            }
            let read = try Markup(piece.text)
            let expected: [Markup.Node] = [
                .element(
                    "p",
                    ["title": kept(first), "data-x": kept(second)],
                    text(third) + [
                        .element(
                            "input",
                            ["type": "text", "name": "n", "value": kept(first), "checked": ""],
                            []
                        ),
                        .element("span", [:], text(second)),
                    ]
                )
            ]
            #expect(read.nodes == expected)
        }
    }

    @Test func `a void element has no end and an absent attribute leaves no trace`() {
        #expect(input(.name("a"), .checked(false), .absent).text == #"<input name="a">"#)
        #expect(br().text == "<br>")
        #expect(p { HTML?.none }.text == "<p></p>")
    }

    @Test func `pieces stay in the order they were written`() {
        let piece = ul {
            for number in 1...3 { li { "\(number)" } }
            if piece3 { li { "x" } } else { li { "y" } }
        }
        #expect(piece.text == "<ul><li>1</li><li>2</li><li>3</li><li>y</li></ul>")
    }

    private let piece3 = false

    /// What is kept of a text: control characters have no meaning in a page.
    private func kept(_ text: String) -> String {
        String(
            decoding: text.utf8.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A },
            as: UTF8.self
        )
    }

    private func text(_ text: String) -> [Markup.Node] { kept(text).isEmpty ? [] : [.text(kept(text))] }
}

import Foundation
import Testing

@testable import Pages

@Suite struct StyleTests {
    static let sheet = String(decoding: Asset.style.bytes, as: UTF8.self)

    /// The tokens of a block, by name.
    static func tokens(after selector: String) throws -> [String: String] {
        let start = try #require(sheet.range(of: selector + " {"))
        let end = try #require(sheet[start.upperBound...].range(of: "}"))
        var tokens: [String: String] = [:]
        for line in sheet[start.upperBound..<end.lowerBound].split(separator: ";") {
            let parts = line.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            if parts.count == 2, parts[0].hasPrefix("--") { tokens[parts[0]] = parts[1] }
        }
        return tokens
    }

    static let names = [
        "surface", "raised", "line", "text", "muted", "accent", "positive", "attention", "legal", "neutral",
        "danger", "focus",
    ]
    static let light = ":root"
    static let dark = ":root[data-theme=\"dark\"]"
    static let darkByMachine = ":root:not([data-theme=\"light\"])"
    static let print = ":root, :root[data-theme=\"dark\"], :root:not([data-theme=\"light\"])"

    @Test(arguments: [light, dark, darkByMachine, print])
    func `every token has a value in light, dark and on paper`(block: String) throws {
        let tokens = try StyleTests.tokens(after: block)
        for name in StyleTests.names { #expect(tokens["--" + name] != nil, "\(block) \(name)") }
    }

    @Test func `dark by choice and dark by machine are the same`() throws {
        #expect(
            try StyleTests.tokens(after: StyleTests.dark)
                == StyleTests.tokens(after: StyleTests.darkByMachine)
        )
    }

    @Test(arguments: [light, dark, print])
    func `text has a contrast of at least 4.5 on both backgrounds`(block: String) throws {
        for name in ["text", "muted", "accent", "positive", "attention", "legal", "neutral", "danger"] {
            for background in ["surface", "raised"] {
                #expect(try contrast(name, background, block) >= 4.5, "\(name) on \(background) in \(block)")
            }
        }
    }

    @Test(arguments: [light, dark, print])
    func `the counter's answer has a contrast of at least 7`(block: String) throws {
        for name in ["text", "positive", "attention", "legal", "neutral"] {
            #expect(try contrast(name, "raised", block) >= 7, "\(name) in \(block)")
        }
    }

    @Test(arguments: [light, dark])
    func `edges of controls and the focus ring have a contrast of at least 3`(block: String) throws {
        for name in ["muted", "focus"] {
            for background in ["surface", "raised"] {
                #expect(try contrast(name, background, block) >= 3, "\(name) on \(background)")
            }
        }
    }

    @Test func `colours outside the tokens are shadows only`() throws {
        for line in StyleTests.sheet.split(separator: "\n") where line.contains(/#[0-9a-f]{3}|rgb\(/) {
            let text = line.trimmingCharacters(in: .whitespaces)
            #expect(
                text.hasPrefix("--") || text.contains("::backdrop") || text == ".primary { color: #000000; }",
                "\(text)"
            )
        }
    }

    @Test func `nothing is fetched from elsewhere`() {
        for asset in Asset.all {
            let text = String(decoding: asset.bytes, as: UTF8.self).replacing(
                "http://www.w3.org/2000/svg",
                with: ""
            )
            #expect(
                !text.contains("http:") && !text.contains("https:") && !text.contains("@import"),
                "\(asset.path)"
            )
            #expect(!text.contains("url("), "\(asset.path)")
        }
    }

    @Test func `an asset's name changes with its content and with nothing else`() {
        #expect(Asset.digest(Array("a".utf8)) == "af63dc4c8601ec8c")
        #expect(Asset.digest([]) == "cbf29ce484222325")
        #expect(Set(Asset.all.map(\.path)).count == Asset.all.count)
    }

    @Test func `scripts keep nothing in the browser and put nothing into an address`() {
        for asset in Asset.all where asset.contentType.hasPrefix("text/javascript") {
            let text = String(decoding: asset.bytes, as: UTF8.self)
            for forbidden in [
                "localStorage", "sessionStorage", "indexedDB", "document.cookie", "console.", "eval(",
                "pushState",
            ] {
                #expect(!text.contains(forbidden), "\(asset.path): \(forbidden)")
            }
        }
    }

    private func contrast(_ name: String, _ background: String, _ block: String) throws -> Double {
        let tokens = try StyleTests.tokens(after: block)
        let one = try luminance(try #require(tokens["--" + name]))
        let two = try luminance(try #require(tokens["--" + background]))
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// Relative luminance of `#rrggbb`.
    ///
    /// - Source: WCAG 2.2, "relative luminance".
    private func luminance(_ colour: String) throws -> Double {
        let number = try #require(UInt32(colour.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double((number >> UInt32(shift)) & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}

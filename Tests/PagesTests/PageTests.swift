import Foundation
import Testing
import Vocabulary

@testable import Pages

@Suite struct PageTests {
    @Test(arguments: Gallery.all, Language.allCases)
    func `a page is well-formed, has one heading of the first order and no identifier twice`(
        exhibit: Exhibit,
        language: Language
    ) throws {
        let page = try exhibit.markup(language)
        #expect(page.elements.filter { $0.name == "h1" }.count == 1)
        #expect(page.elements.filter { $0.name == "main" }.count == 1)
        let identifiers = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(identifiers).count == identifiers.count, "\(identifiers)")
        #expect(page.elements.first?.attributes["lang"] == language.rawValue)
    }

    @Test(arguments: Gallery.all)
    func `no page has an inline script, style or handler, or an address of another host`(exhibit: Exhibit)
        throws
    {
        for element in try exhibit.markup().elements {
            #expect(element.name != "style" && element.name != "base")
            if element.name == "script" {
                #expect(element.attributes["src"]?.hasPrefix("/aset/") == true)
                #expect(element.content.isEmpty)
            }
            for (name, value) in element.attributes {
                #expect(name != "style" && !name.hasPrefix("on"), "\(element.name) \(name)")
                if ["href", "src", "action"].contains(name) {
                    #expect(
                        value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#"),
                        "\(value)"
                    )
                }
            }
        }
    }

    @Test(arguments: Gallery.all)
    func `every form that posts carries the token`(exhibit: Exhibit) throws {
        for form in try exhibit.markup().elements where form.name == "form" {
            guard form.attributes["method"] == "post" else {
                #expect(form.attributes["method"] == "get")
                continue
            }
            let tokens = Markup.elements(form.content).filter {
                $0.name == "input" && $0.attributes["name"] == "csrf" && $0.attributes["type"] == "hidden"
            }
            #expect(tokens.map { $0.attributes["value"] } == ["t0ken-of-a-form"], "\(form.attributes)")
        }
    }

    @Test(arguments: Gallery.all, Language.allCases)
    func `every control has words, and every label a control`(exhibit: Exhibit, language: Language) throws {
        let elements = try exhibit.markup(language).elements
        let identifiers = Set(elements.compactMap { $0.attributes["id"] })
        let labels = elements.filter { $0.name == "label" }
        let labelled = Set(labels.compactMap { $0.attributes["for"] })
        let within = labels.filter { $0.attributes["for"] == nil }.flatMap { Markup.elements($0.content) }
        #expect(labelled.isSubset(of: identifiers))
        var controls = 0
        for control in elements
        where ["input", "select", "textarea"].contains(control.name) && control.attributes["type"] != "hidden"
        {
            controls += 1
            guard !["checkbox", "radio"].contains(control.attributes["type"]) else { continue }
            #expect(labelled.contains(control.attributes["id"] ?? "?"), "\(control.attributes)")
        }
        let boxes = within.filter { $0.name == "input" }.count
        #expect(controls == labelled.count + boxes)
        for button in elements where ["button", "summary", "a"].contains(button.name) {
            #expect(!Markup.text(button.content).isEmpty, "\(button.attributes)")
        }
        for element in elements {
            for reference in ["aria-describedby", "aria-labelledby"] {
                guard let target = element.attributes[reference] else { continue }
                #expect(identifiers.contains(target), "\(target)")
            }
        }
    }

    @Test(arguments: Gallery.all, Language.allCases)
    func `an advice is never told by colour alone: a shape and a word stand with it`(
        exhibit: Exhibit,
        language: Language
    ) throws {
        for element in try exhibit.markup(language).elements
        where element.attributes["data-advice"] != nil {
            let shapes = Markup.elements(element.content).filter { $0.attributes["class"] == "shape" }
            #expect(!shapes.isEmpty, "\(exhibit.name) \(element.name)")
            let text =
                Markup.text(element.content).filter(\.isLetter) + (element.attributes["aria-label"] ?? "")
            #expect(text.count > 3, "\(exhibit.name) \(element.name): \(text)")
        }
    }

    @Test func `the five shapes differ, and so do their words`() {
        #expect(Set(Advice.allCases.map { $0.shape.text }).count == 5)
        for language in Language.allCases {
            let frame = Samples.frame(language)
            #expect(Set(Advice.allCases.map { $0.word(in: frame) }).count == 5)
            #expect(Set(Advice.allCases.map { $0.shortWord(in: frame) }).count == 5)
        }
    }

    @Test func `the colour of an advice is never that of the machine's own failures`() {
        for advice in Advice.allCases { #expect(advice.role != "danger") }
    }

    @Test(arguments: Language.allCases)
    func `no page is larger than 150 kB, the busiest board included`(language: Language) {
        for exhibit in Gallery.all + [Exhibit(name: "busy", page: Samples.board(flights: 120))] {
            #expect(exhibit.frame(language).render(exhibit.page).count <= 150_000, "\(exhibit.name)")
        }
        #expect(Asset.all.map(\.bytes.count).reduce(0, +) <= 150_000)
    }

    @Test func `what a page is built of does not depend on what it says`() throws {
        var chance = Seeded(state: 7)
        let plain = try hostilePages { "A" }.map { try Markup(String(decoding: $0, as: UTF8.self)).structure }
        for _ in 0..<12 {
            let pages = hostilePages { "A" + chance.hostileText() }
            let structures = try pages.map { try Markup(String(decoding: $0, as: UTF8.self)).structure }
            #expect(structures == plain)
        }
    }

    /// Pages whose every text comes from `text`.
    private func hostilePages(_ text: () -> String) -> [[UInt8]] {
        var frame = Frame(now: Samples.now, path: text(), csrf: text(), version: text())
        frame.post = text()
        frame.rules = text()
        frame.feeds = [FeedReach(name: text(), state: .stale)]
        frame.officer = Officer(name: text(), duties: [.border], places: Set(Place.allCases))
        var assessment = Assessment(advice: .refer, rules: text())
        assessment.reasons = [
            Reason(
                code: text(),
                kind: .objective,
                says: text(),
                saysToTraveller: text(),
                basis: text(),
                evidence: [:]
            )
        ]
        assessment.against = [Support(code: text(), says: text())]
        assessment.unknown = [Unknown(fact: text(), ask: text())]
        assessment.mend = [Remedy(document: text(), where: text(), basis: text())]
        let flight = FlightKey(number: text(), departsOn: Samples.tonight, from: text())
        let seen = SeenDocument(
            document: text(),
            number: text(),
            validUntil: nil,
            officer: text(),
            at: Samples.now
        )
        var counter = CounterModel()
        counter.typed.document = text()
        counter.zone = ZoneReading(
            lines: [text(), text()],
            checks: .init(),
            isRecognised: false,
            mended: [text()]
        )
        counter.answer = CounterAnswer(
            token: text(),
            passport: text(),
            name: text(),
            assessment: assessment,
            at: Samples.now,
            flight: flight,
            attestable: [text()],
            seen: [seen],
            screening: text()
        )
        let line = FlightLine(
            flight: flight,
            to: text(),
            departsAt: nil,
            tally: AdviceCounts(clear: 1),
            receivedAt: nil,
            referrals: [ReferralMark(id: text(), openedAt: Samples.now)]
        )
        let diagnostic = Diagnostic(
            .error,
            code: text(),
            at: 1,
            field: text(),
            found: text(),
            expected: text(),
            remedy: text()
        )
        let pages: [any Page] = [
            counter, BoardModel(day: Samples.tonight, tally: AdviceCounts(), flights: [line]),
            ManifestModel(lists: [], diagnostics: [diagnostic]),
            AccountsModel(
                accounts: [.init(name: text(), duties: [], isEnabled: true, mustChangePassword: true)],
                issued: .init(name: text(), password: text())
            ), FaultModel(.broken, code: text(), reference: text()), LockedModel(name: text()),
        ]
        return pages.map { frame.render($0) }
    }
}

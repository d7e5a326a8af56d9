import Testing
import Vocabulary

@testable import Pages

@Suite struct CounterTests {
    private func result(_ model: CounterModel, _ language: Language = .indonesian) throws -> Markup {
        try Markup(String(decoding: model.fragment(in: Samples.frame(language)), as: UTF8.self))
    }

    @Test(arguments: Advice.allCases)
    func `one key proceeds, but never past a legal bar`(advice: Advice) throws {
        let page = try result(Samples.counter(advice))
        let hasProceed = page.elements.contains { $0.attributes["id"] == "lanjut" }
        #expect(hasProceed == (advice != .statutory))
    }

    @Test(arguments: Advice.allCases)
    func `nothing that burdens a traveller is pre-selected`(advice: Advice) throws {
        let page = try result(Samples.counter(advice))
        let form = try #require(page.elements.first { $0.attributes["action"] == Pages.Link.interview.text })
        let inside = Markup.elements(form.content)
        let chosen = inside.filter { $0.name == "option" && $0.attributes["selected"] != nil }
        #expect(chosen.map { $0.attributes["value"] } == [""])
        let box = try #require(inside.first { $0.attributes["type"] == "checkbox" })
        #expect(box.attributes["checked"] == nil && box.attributes["required"] != nil)
        let choice = try #require(inside.first { $0.name == "select" })
        #expect(choice.attributes["required"] != nil)
        let details = try #require(page.elements.first { $0.attributes["id"] == "wawancara" })
        #expect(details.attributes["open"] == nil)
    }

    @Test func `an interview that was asked for is not asked for again`() throws {
        var model = Samples.counter(.refer)
        model.answer?.referral = Samples.mark(1)
        let page = try result(model)
        #expect(!page.elements.contains { $0.attributes["id"] == "wawancara" })
        #expect(Markup.text(page.nodes).contains("Wawancara sudah diminta"))
    }

    @Test func `the legal bar names its article`() throws {
        let text = Markup.text(try result(Samples.counter(.statutory)).nodes)
        #expect(text.contains("Larangan menurut undang-undang"))
        #expect(text.contains("UU 6/2011 pasal 16 dan 91"))
    }

    @Test func `missing records are no reason to hold anybody back, and the page says so`() throws {
        #expect(
            Markup.text(try result(Samples.counter(.unavailable)).nodes).contains("Bukan alasan menahan.")
        )
    }

    @Test func `a failing check digit is named and a correction is proposed, not used`() throws {
        let page = try result(Samples.misreadCounter)
        let text = Markup.text(page.nodes)
        #expect(text.contains("Angka periksa tidak cocok: tanggal lahir, gabungan."))
        #expect(text.contains("Mungkin maksudnya, belum dipakai:"))
        #expect(!text.contains("nomor paspor,"))
        #expect(!page.elements.contains { $0.attributes["id"] == "hasil" })
    }

    @Test(arguments: Advice.allCases)
    func `no part of a zone stands in an address or a field`(advice: Advice) throws {
        let model = Samples.counter(advice)
        let page = try Markup(String(decoding: Samples.frame().render(model), as: UTF8.self))
        for element in page.elements {
            for (name, value) in element.attributes {
                #expect(!value.contains("<"), "\(element.name) \(name)")
            }
        }
    }

    @Test func `what was typed stays after an error and the error takes the focus`() throws {
        var model = CounterModel()
        model.problem = .unreadable
        model.typed.document = "ABC"
        model.typed.visa = .umrah
        let page = try Markup(String(decoding: Samples.frame().render(model), as: UTF8.self))
        #expect(
            page.elements.contains { $0.attributes["id"] == "dokumen" && $0.attributes["value"] == "ABC" }
        )
        #expect(
            page.elements.contains { $0.attributes["value"] == "umrah" && $0.attributes["selected"] != nil }
        )
        #expect(
            page.elements.contains {
                $0.attributes["role"] == "alert" && $0.attributes["data-focus"] == "first"
            }
        )
    }
}

@Suite struct BoardTests {
    @Test func `the board shows no name and no passport`() {
        let pages: [any Page] = [
            Samples.board(flights: 12), ReferralsModel(day: Samples.tonight, referrals: []),
        ]
        for page in pages {
            let text = String(decoding: Samples.frame().render(page), as: UTF8.self)
            #expect(!text.contains("AMINAH") && !text.contains("X9000001"))
        }
    }

    @Test func `a silent feed is named on the board, in the machine's colour`() throws {
        var frame = Samples.frame()
        frame.feeds = [FeedReach(name: "SiskoP2MI", state: .down, loadedAt: Samples.ago(minutes: 90))]
        let page = try Markup(String(decoding: frame.render(Samples.board(flights: 1)), as: UTF8.self))
        let line = try #require(page.elements.first { $0.attributes["class"] == "machine" })
        #expect(Markup.text(line.content).contains("SiskoP2MI tidak menjawab"))
        #expect(Markup.text(page.nodes).contains("tidak tersambung, 1 jam lalu"))
    }

    @Test func `a referral is a time and a way to open it; a withdrawn one can't be opened`() throws {
        let page = try Markup(
            String(decoding: Samples.frame().render(Samples.board(flights: 1)), as: UTF8.self)
        )
        let open = page.elements.filter { $0.attributes["data-referral"] != nil }
        #expect(open.map { Markup.text($0.content) } == ["22.55→ buka · belum dibagikan", "23.02→ buka"])
        #expect(open.allSatisfy { $0.attributes["aria-label"]?.hasPrefix("Disarankan wawancara") == true })
    }
}

@Suite struct FrameTests {
    @Test func `a switch comes back to this page, never to another host`() {
        var frame = Samples.frame()
        frame.path = "//evil.example/x"
        #expect(frame.returnPath == "/")
        frame.path = "/konter"
        #expect(frame.returnPath == "/konter")
    }

    @Test func `only an exercise is marked as one`() {
        var frame = Samples.frame()
        #expect(String(decoding: frame.render(CounterModel()), as: UTF8.self).contains("LATIHAN"))
        frame.isExercise = false
        #expect(!String(decoding: frame.render(CounterModel()), as: UTF8.self).contains("LATIHAN"))
    }

    @Test func `the navigation names only what the account may open`() throws {
        var frame = Samples.frame()
        frame.officer?.places = [.counter]
        let page = try Markup(String(decoding: frame.render(CounterModel()), as: UTF8.self))
        let navigation = try #require(page.elements.first { $0.attributes["class"] == "places" })
        let links = Markup.elements(navigation.content).compactMap { $0.attributes["href"] }
        #expect(links == ["/konter"])
    }

    @Test(arguments: Theme.allCases)
    func `the reader's choice of colours is on the page`(theme: Theme) throws {
        var frame = Samples.frame()
        frame.theme = theme
        let page = try Markup(String(decoding: frame.render(CounterModel()), as: UTF8.self))
        #expect(page.elements.first?.attributes["data-theme"] == (theme == .system ? nil : theme.rawValue))
    }

    @Test func `an application is incomplete, never under a cloud`() {
        for language in Language.allCases {
            for exhibit in Gallery.all where exhibit.name.hasPrefix("application") {
                let text = exhibit.text(language).lowercased()
                #expect(
                    !text.contains("disarankan wawancara") && !text.contains("suspect")
                        && !text.contains("curiga")
                )
            }
        }
    }

    @Test(arguments: Gallery.all.filter { $0.name.hasPrefix("fault") })
    func `an error says what happened, what it means, what to do and a code`(exhibit: Exhibit) throws {
        let fault = try #require(exhibit.page as? FaultModel)
        for language in Language.allCases {
            let frame = Samples.frame(language)
            let text = Markup.text(try exhibit.markup(language).nodes)
            #expect(text.contains(fault.kind.facts(in: frame).title))
            #expect(text.contains(fault.kind.facts(in: frame).act))
            #expect(text.contains(fault.code))
            #expect(text.contains(frame.words.fault.meaning))
        }
    }
}

import Vocabulary

extension Frame {
    /// The whole page, ready to be sent.
    public func render(_ page: some Page) -> [UInt8] {
        var document = HTML(constant: "<!doctype html>")
        document.append(self.document(page))
        return document.bytes
    }

    private func document(_ page: some Page) -> HTML {
        html(
            .lang(language),
            theme == .system ? .absent : .data("theme", theme.rawValue),
            .data("keys", areLetterKeysOn ? "on" : "off")
        ) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                meta(.name("referrer"), .content("no-referrer"))
                textTitle { page.title(in: self) + " · Kawal" }
                link(.rel("icon"), .href(Asset.icon.link))
                link(.rel("stylesheet"), .href(Asset.style.link))
                for asset in [Asset.keys] + page.scripts { script(.src(asset.link), .deferred) }
            }
            body {
                a(.class("skip"), .href(Link("#isi"))) { words.frame.skip }
                top(page)
                main(.id("isi"), .tabIndex(-1)) {
                    if let notice { p(.class("notice"), .role("status")) { sentence(of: notice) } }
                    page.content(in: self)
                }
                bottom
                keyTable
            }
        }
    }

    private var exerciseBanner: HTML? {
        guard isExercise else { return nil }
        return p(.class("exercise")) {
            strong(text: words.frame.exercise)
            " · " + words.frame.exerciseMeaning
        }
    }

    private func top(_ page: some Page) -> HTML {
        header(.class("top")) {
            exerciseBanner
            div(.class("bar")) {
                a(.class("brand"), .href(Link("/"))) {
                    HTML(constant: Frame.logo)
                    span(text: "Kawal")
                }
                navigation(page.place)
            }
            strip
        }
    }

    private func navigation(_ current: Place?) -> HTML {
        let places = officer.map { officer in
            Place.allCases.filter { officer.places.contains($0) && !Frame.atTheFoot.contains($0) }
        }
        return nav(.class("places"), .aria("label", words.frame.navigation)) {
            ul {
                for place in places ?? [.readiness] {
                    li {
                        a(.href(place.link), place == current ? .aria("current", "page") : .absent) {
                            name(of: place)
                        }
                    }
                }
            }
        }
    }

    private var account: HTML {
        div(.class("account")) {
            if let officer {
                span(.class("officer")) {
                    span(.class("visually-hidden")) { words.frame.officer + ": " }
                    officer.name
                }
                a(.class("quiet button"), .href(.switchOfficer)) { words.frame.switchOfficer }
                act(.lock, words.frame.lock)
            } else {
                a(.class("quiet button"), .href(.signIn)) { words.frame.signIn }
            }
            display
        }
    }

    private var display: HTML {
        let words = words.frame
        return details(.class("menu")) {
            summary { words.display }
            div(.class("menu-panel")) {
                posted(.settings, class: "form") { switches }
                if officer != nil {
                    p { a(.href(.password)) { words.changePassword } }
                    act(.signOut, words.signOut)
                }
            }
        }
    }

    private var switches: HTML {
        let words = words.frame
        return div(.class("switches")) {
            hidden(Field.returnTo, returnPath)
            switchRow(
                words.languageChoice,
                Field.language,
                language.rawValue,
                [("id", "Indonesia"), ("en", "English")]
            )
            switchRow(
                words.themeChoice,
                Field.theme,
                theme.rawValue,
                [("system", words.themeSystem), ("light", words.themeLight), ("dark", words.themeDark)]
            )
            switchRow(
                words.letterKeys,
                Field.letterKeys,
                areLetterKeysOn ? "on" : "off",
                [("on", words.on), ("off", words.off)]
            )
        }
    }

    private func switchRow(
        _ title: String,
        _ name: StaticString,
        _ current: String,
        _ choices: [(value: String, text: String)]
    ) -> HTML {
        div(.class("switch"), .role("group"), .aria("label", title)) {
            p(.class("label")) { title }
            div(.class("segments")) {
                for choice in choices {
                    button(
                        .type("submit"),
                        .name(name),
                        .value(choice.value),
                        .aria("pressed", choice.value == current ? "true" : "false")
                    ) { choice.text }
                }
            }
        }
    }

    /// The path to come back to: this page, or the front page where the path is not one of this site.
    var returnPath: String { Link(local: path)?.text ?? "/" }

    private var strip: HTML {
        div(.class("strip")) {
            if let post { span(.class("post")) { post } }
            span { shortDay(today) }
            span(.class("made")) {
                time(.dateTime(now.description), .title(words.frame.madeAt.filled(timeOfDay(now)))) {
                    timeOfDay(now)
                }
            }
            if officer != nil { feedStrip }
            account
        }
    }

    private var feedStrip: HTML {
        span(.class("feeds"), .id("usia-data"), .data("live", "feeds")) {
            span(.class("visually-hidden")) { words.frame.feeds + ": " }
            for feed in feeds {
                span(.class("feed \(feed.state.rawValue)")) {
                    if feed.state != .current { HTML(constant: Frame.alarm) }
                    feed.name + ": " + reach(of: feed)
                }
            }
            span(
                .class("live-state"),
                .id("sambungan"),
                .role("status"),
                .data("on", words.frame.liveOn),
                .data("lost", words.frame.liveLost)
            ) {}
            dutyLink(
                .class("duty"),
                .id("piket"),
                .hidden(!hasSilentFeed),
                .data("always", "\(hasSilentFeed)")
            )
        }
    }

    /// Whether a feed or the shared ledger fails now.
    var hasSilentFeed: Bool { feeds.contains { $0.state != .current } }

    private var bottom: HTML {
        footer(.class("bottom")) {
            p {
                words.frame.version.filled(version)
                if let rules {
                    " · "
                    span(.title(rules)) { words.frame.rules.filled(shortDigest(rules)) }
                }
            }
            for place in Frame.atTheFoot where place == .readiness || officer?.places.contains(place) == true
            {
                p { a(.href(place.link)) { name(of: place) } }
            }
        }
    }

    /// What stands at the foot of pages, not in the navigation.
    private static let atTheFoot: [Place] = [.agreement, .readiness]

    /// The first characters of a digest: enough to compare by eye, the whole stands behind it.
    func shortDigest(_ digest: String) -> String {
        digest.count > 19 ? String(digest.prefix(19)) + "…" : digest
    }

    /// How old a feed is, in words.
    func reach(of feed: FeedReach) -> String {
        let words = words.frame
        // What counts of old records is how far they reach, not when they were loaded.
        if feed.state == .stale, let day = feed.completeUntil {
            return words.feedStaleUntil.filled(shortDay(day))
        }
        let age = feed.loadedAt.map { self.age($0) }
        let state: String? =
            switch feed.state {
            case .current: age == nil ? words.feedCurrent : nil
            case .stale: words.feedStale
            case .down: words.feedDown
            case .absent: words.feedAbsent
            }
        return [state, age].compactMap(\.self).joined(separator: ", ")
    }

    static let logo: StaticString =
        #"<svg class="logo" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2 4 5v6c0 5.2 3.4 9.2 8 11 4.6-1.8 8-5.8 8-11V5z" class="hollow"/><path d="m8.2 12 2.7 2.7 5-5.4" class="hollow"/></svg>"#
    static let alarm: StaticString =
        #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5 15 14H1z" class="hollow"/><path d="M8 6v4M8 11.5v1" class="hollow"/></svg>"#
}

package import Vocabulary

/// One connector as the site's configuration names it.
package struct ConnectorSetting: Sendable, Hashable {
    /// How data go.
    package enum Way: String, Sendable, CaseIterable {
        /// The office puts files into a folder.
        case folder
        /// The site asks the office's system.
        case pull
        /// The site tells the office's system.
        case push
    }

    /// The connector's name: what its state and folders are called.
    package var name: String
    /// The office, as in `Rules/connectors.csv`.
    package var office: String
    /// How data go.
    package var way: Way
    /// The tables, or the kinds of news; empty means all that the rules allow.
    package var tables: [String] = []
    /// Seconds from the end of one run to the next.
    package var seconds = 60
    /// The folder with `inbox`, `done` and `refused`; by default one in the site's own.
    package var folder: String?
    /// Where the other system's contract begins: `https://api.example/kawal/v1`.
    package var address: String?
    /// A file with the bearer token, mode 0600.
    package var token: String?
    /// The certificate authority that alone is trusted, a PEM file.
    package var authority: String?
    /// The certificate that the site shows, and its key (mode 0600), PEM files.
    package var certificate: String?
    /// The key of the certificate.
    package var key: String?
    /// Minutes after which a file that doesn't get complete is told.
    package var waitMinutes = 10
    /// Days after which files that were taken or refused are deleted.
    package var keepDays = 7

    /// A connector.
    package init(name: String, office: String, way: Way) {
        self.name = name
        self.office = office
        self.way = way
    }

    /// Finds what doesn't fit before anything is started.
    ///
    /// - Throws: `ConnectorFault.unfit`.
    package static func check(_ settings: [ConnectorSetting], rules: Rulebook, on day: Day) throws {
        var names: Set<String> = []
        for setting in settings {
            guard names.insert(setting.name).inserted else {
                throw ConnectorFault.unfit(setting: "name", expected: "\(setting.name) only once")
            }
            try setting.check(rules, on: day)
        }
    }

    private func check(_ rules: Rulebook, on day: Day) throws {
        func need(_ holds: Bool, _ field: String, _ expected: String) throws {
            if !holds { throw ConnectorFault.unfit(setting: "\(name).\(field)", expected: expected) }
        }
        let isName = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        try need(
            isName && (2...40).contains(name.utf8.count),
            "name",
            "2 to 40 small letters, digits and hyphens"
        )
        let direction: ConnectorRule.Direction = way == .push ? .tell : .bring
        let allowed = rules.connectorRules(of: office, direction, on: day).map(\.table)
        let offices = rules.offices(on: day).filter {
            !rules.connectorRules(of: $0, direction, on: day).isEmpty
        }
        try need(!allowed.isEmpty, "office", "one of \(offices.joined(separator: ", "))")
        let isKnown = tables.allSatisfy { allowed.contains($0) || (way == .folder && $0 == "feeds") }
        try need(
            isKnown,
            "tables",
            "some of \(allowed.joined(separator: ", ")), as Rules/connectors.csv allows"
        )
        try need((1...86_400).contains(seconds), "seconds", "1 to 86400")
        try need((1...10_080).contains(waitMinutes), "waitMinutes", "1 to 10080")
        try need((0...366).contains(keepDays), "keepDays", "0 to 366")
        try need((certificate == nil) == (key == nil), "key", "certificate and key together")
        guard way != .folder else { return }
        let isAddress = address.map {
            ($0.hasPrefix("https://") || $0.hasPrefix("http://127.")) && !$0.hasSuffix("/")
        }
        try need(isAddress ?? false, "address", "https://… without a slash at its end")
    }
}

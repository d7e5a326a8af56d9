import ArgumentParser
import Exchange
import Foundation
import Operations
import Partner
import SiteStore

/// `kawal exchange`: keys and agreement of the exchange with the other agency, on the site's own machine.
struct ExchangeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange",
        abstract: "Keys and agreement of the exchange with the other agency (server stopped).",
        subcommands: [
            Keys.self, Show.self, Trust.self, Rotate.self, Sign.self, Standing.self, Dead.self,
            Alarms.self, Entries.self, Requests.self,
        ]
    )

    /// Two people of one side.
    struct TwoOfficers: ParsableArguments {
        @Option(name: .customLong("officer"), help: "Who does it; name two.")
        var names: [String]

        mutating func validate() throws {
            names = names.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            guard names.allSatisfy(Accounts.isFit), Set(names).count >= 2 else {
                throw ValidationError(
                    "Two people have to do this: --officer A --officer B, named as accounts are (2 to 40 letters, digits, dots, dashes)."
                )
            }
        }
    }

    struct Keys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints what the partner is to know of this site; draws the keys where there are none."
        )

        @OptionGroup var site: SiteOptions

        func run() async throws {
            // Looked at first: a mistyped folder would become a new site.
            guard try SiteSettings.read(site: site.site, file: site.config).exchange != nil else {
                throw Workplace.noExchange
            }
            let place = try Workplace.open(site, .readWrite(createIfAbsent: true))
            defer { place.close() }
            let bundle = try place.bundle()
            Console.print(bundle.text)
            Console.say("Read to the partner's people by telephone: \(bundle.fingerprint)")
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Prints whose keys these are and their fingerprint, and trusts nothing (also beside a running server)."
        )

        @OptionGroup var keys: PartnersKeys
        @OptionGroup var site: SiteOptions

        func run() throws {
            if let file = keys.file { return tell(try ExchangeCommands.bundle(in: file)) }
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            tell(try place.proposedBundle())
        }

        private func tell(_ bundle: PartnerBundle) {
            Console.print("\(bundle.keys.party): \(bundle.fingerprint)")
        }
    }

    /// The partner's keys: a file that people handed over, or what the partner has announced.
    struct PartnersKeys: ParsableArguments {
        @Argument(help: "The file that the partner's `kawal exchange keys` printed.")
        var file: String?

        @Flag(help: "The keys that the partner has announced itself (kawal exchange rotate).")
        var proposed = false

        func validate() throws {
            guard (file == nil) == proposed else {
                throw ValidationError("Name the partner's file, or --proposed.")
            }
        }
    }

    fileprivate static func bundle(in file: String) throws -> PartnerBundle {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw InputProblem(sentence: "\(file) can't be read.")
        }
        return try PartnerBundle(reading: Array(data))
    }

    struct Trust: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Takes the partner's keys, once two people have compared what `kawal exchange show` prints with what was read to them."
        )

        @OptionGroup var keys: PartnersKeys
        @OptionGroup var officers: TwoOfficers
        @OptionGroup var site: SiteOptions

        func run() async throws {
            guard let file = keys.file else { return try await takeProposed() }
            let bundle = try ExchangeCommands.bundle(in: file)
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            guard let setting = place.settings.exchange else { throw Workplace.noExchange }
            guard bundle.keys.party == setting.partner else {
                throw InputProblem(
                    sentence: "\(file) holds the keys of \(bundle.keys.party), not of \(setting.partner)."
                )
            }
            try await place.trust(bundle, by: officers.names)
            Console.say("Taken: \(bundle.fingerprint)")
        }

        private func takeProposed() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            let bundle = try place.proposedBundle()
            try await place.desk.trustProposed(by: officers.names)
            Console.say("Taken: \(bundle.fingerprint)")
            Console.say("The server uses them from its next start.")
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Draws the next signing key and certificate and announces them; they are used from the first start after the partner took them."
        )

        @OptionGroup var officers: TwoOfficers
        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            let fingerprint = try await place.rotateKeys(by: officers.names)
            Console.say("Read to the partner's people by telephone: \(fingerprint)")
            Console.say("They have 30 days to take them: kawal exchange trust --proposed.")
        }
    }

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Signs the agreement in force today (Rules/agreement.csv); messages cross once both sides have."
        )

        @OptionGroup var officers: TwoOfficers
        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            try await place.signAgreement(by: officers.names)
            Console.say(
                "Signed: \(place.desk.agreementMemory.digest(of: place.desk.rules, on: place.desk.today))"
            )
        }
    }

    struct Standing: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints how the streams stand, one JSON object a line (also beside a running server)."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            try place.store.read { reads in
                for stream in try reads.streams() {
                    tell(
                        StandingLine(
                            way: "\(stream.way)",
                            stream: stream.stream,
                            seq: stream.head.sequence,
                            waiting: stream.waiting
                        )
                    )
                }
                for count in try reads.crossed() {
                    tell(StandingLine(way: "\(count.way)", type: count.type, count: count.count))
                }
                for alarm in try reads.exchangeAlarms(limit: 100) {
                    tell(StandingLine(alarm: alarm.alarm.code))
                }
                for dead in try reads.deadLetters(limit: 100) {
                    tell(StandingLine(dead: dead.skipped.skipped ?? "", code: dead.skipped.code ?? ""))
                }
            }
        }

        private func tell(_ line: StandingLine) { Console.print(JSONLine.text(line)) }
    }
}

/// One of the lines that `standing` prints: a stream, a count, an alarm or a dead letter.
private struct StandingLine: Encodable {
    var way: String?
    var stream: String?
    var seq: Int64?
    var waiting: Int?
    var type: String?
    var count: Int?
    var alarm: String?
    var dead: String?
    var code: String?
}

extension Workplace {
    /// The keys that the partner has announced itself and nobody has taken yet.
    ///
    /// - Throws: `InputProblem` where there are none that could be taken; `UsageProblem`; `SiteFault`.
    func proposedBundle() throws -> PartnerBundle {
        guard settings.exchange != nil else { throw Workplace.noExchange }
        guard let proposed = try desk.proposedTrust(), let bundle = PartnerBundle(proposed), bundle.isWhole
        else { throw InputProblem(sentence: "The partner has announced no keys that could be taken.") }
        return bundle
    }

    /// Takes the partner's keys.
    ///
    /// - Throws: `OperationFault`; `SiteFault`.
    func trust(_ bundle: PartnerBundle, by officers: [String]) async throws {
        let party = bundle.keys.party.text
        let serial = try store.read { try $0.stated(by: party) }?.serial ?? 0
        try await desk.trust(
            ExchangeTrusted(
                party: party,
                bundle: String(decoding: bundle.keys.json.bytes, as: UTF8.self),
                certificate: bundle.certificate,
                serial: serial + 1,
                officers: officers
            )
        )
    }

    /// Signs the agreement in force today.
    ///
    /// - Throws: `OperationFault`; `SiteFault`.
    func signAgreement(by officers: [String]) async throws {
        let key = try exchangeKeys().signing
        try await desk.signAgreement(by: officers, key: key.id) { key.signature(over: $0) }
    }
}

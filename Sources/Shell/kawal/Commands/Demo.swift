import ArgumentParser
import Foundation
import Logging
import Operations
import Server
import SiteStore
import Synthetic
import Vocabulary

/// `kawal demo`: an invented nation, served, with a day of departures played at a speed one can watch.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Invents a nation, fills a site, serves it and plays a day of departures.",
        discussion: "Every page is marked LATIHAN. A second run reuses the site."
    )

    @Option(help: "The port.")
    var port = 8080

    @Option(help: "How many people live in the invented nation.")
    var people = 50_000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "The folder of the nation and its site.")
    var folder = "./demo-site"

    @Option(help: "Seconds between two lists.")
    var pause = 4.0

    @Flag(help: "Serve two sites, Immigration's and the ministry's, that exchange messages.")
    var twoSites = false

    func validate() throws {
        try PortOption.check(port, in: twoSites ? 1...TwoSites.lastPort : 0...65_535)
        guard (100...1_000_000).contains(people) else {
            throw ValidationError("--people: expected 100 to 1,000,000.")
        }
    }

    func run() async throws {
        let day = try makeNation()
        // The invented day is today: a site made on another day goes on living on its own day.
        let shift = Clock.now().day(zone: 420).days(until: day) * 86_400
        let now: @Sendable () -> Moment = { Clock.now().adding(seconds: shift) }
        let player = DayPlayer(root: folder + "/nation/", day: day, pauseMilliseconds: Int(pause * 1000))
        // Quiet, so that the address and the passwords stay in view.
        let logger = Serving.logger(.warning)
        guard twoSites else { return try await runOne(on: day, player, now, logger) }
        try await TwoSites(folder: folder, port: port, day: day).run(player, now, logger)
    }

    private func runOne(
        on day: Day,
        _ player: DayPlayer,
        _ now: @escaping @Sendable () -> Moment,
        _ logger: Logger
    ) async throws {
        let configuration = Demo.configuration(agency: "Latihan", port: port)
        try Serving.checkPort(configuration)
        let site = try SiteOptions.parse(["--site", folder + "/site"])
        let place = try Workplace.open(site, .readWrite(createIfAbsent: true), now: now)
        defer { place.close() }
        try await fill(place)
        try await Demo.setShift(place.desk, on: day)
        let accounts = try await DemoAccounts.renew(place.desk.accounts)
        let desk = place.desk
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await Serving.run(desk, configuration, logger: logger) { address in
                    DemoAccounts.tell(accounts, at: address)
                }
            }
            group.addTask { try await player.playOn(desk) }
            try await group.next()
            group.cancelAll()
        }
    }

    static func configuration(agency: String, port: Int) -> ServerConfiguration {
        var configuration = ServerConfiguration(
            agency: agency,
            post: "Soekarno-Hatta",
            version: Version.text
        )
        configuration.port = port
        configuration.isTraining = true
        configuration.idleLockMinutes = 60
        return configuration
    }

    /// The invented day's shift, of which five per cent of the interviews are drawn by chance.
    static func setShift(_ desk: Desk, on day: Day) async throws {
        let opensAt = Moment(day: day, hour: 0, minute: 0, zone: desk.zone)
        let shift = Shift(
            opensAt: opensAt,
            closesAt: opensAt.adding(seconds: 86_400),
            interviewers: 6,
            slots: 100,
            expected: 2000,
            isPartnerOnDuty: true
        )
        try await desk.set(shift, by: .operatorConsole)
    }

    /// Invents the nation where there is none yet, and tells its day.
    private func makeNation() throws -> Day {
        let note = folder + "/nation/day.txt"
        if let known = FileManager.default.contents(atPath: note),
            let day = Day(String(decoding: known, as: UTF8.self))
        {
            Console.say("Using the nation in \(folder) (remove the folder for a new one).")
            return day
        }
        let day = Clock.now().day(zone: 420)
        try? FileManager.default.removeItem(atPath: folder + "/nation")
        try NationFolder.write(to: folder + "/nation", people: people, seed: seed, day: day)
        // Written last: a nation that was cut off is made again.
        guard FileManager.default.createFile(atPath: note, contents: Data(day.description.utf8)) else {
            throw InputProblem(sentence: "\(note) can't be written.")
        }
        return day
    }

    private func fill(_ place: Workplace) async throws {
        let tables = try FileManager.default.contentsOfDirectory(atPath: folder + "/nation")
            .filter { $0.hasSuffix(".csv") && $0 != "truth.csv" }
            .sorted()
            .map { folder + "/nation/" + $0 }
        guard try place.store.ledgerHead().size == 0 || !isLoaded else { return }
        _ = try await FileLoading(place.desk, isQuiet: true).load(tables)
        _ = FileManager.default.createFile(atPath: folder + "/nation/loaded.txt", contents: Data())
    }

    private var isLoaded: Bool { FileManager.default.fileExists(atPath: folder + "/nation/loaded.txt") }
}

/// Sends a day's lists one after the other, in order of departure.
struct DayPlayer: Sendable {
    /// The nation's folder.
    let root: String
    let day: Day
    let pauseMilliseconds: Int

    /// Plays the day and goes on waiting: serving goes on when it has been played.
    func playOn(_ desk: Desk) async throws {
        try await play(at: desk)
        try await Task.sleep(for: .seconds(365 * 86_400))
    }

    func play(at desk: Desk) async throws {
        let paths = try FileManager.default.contentsOfDirectory(atPath: root + "manifests/\(day)")
            .map { "manifests/\(day)/\($0)" }
        for list in DayOfDepartures(day: day, paths: paths).lists {
            guard let data = FileManager.default.contents(atPath: root + list.path) else { continue }
            let reception = try await desk.receive(Array(data), name: list.path, by: .operatorConsole)
            if !reception.isRepeat { try await Task.sleep(for: .milliseconds(pauseMilliseconds)) }
        }
    }
}

/// The demonstration's accounts: new one-time passwords at every start.
enum DemoAccounts {
    /// An account with its one-time password.
    struct Ready: Sendable {
        var name: String
        var password: String
        var says: String
    }

    typealias Wanted = (name: String, roles: Set<Role>, agency: Authority?, says: String)

    private static let wanted: [Wanted] = [
        ("petugas", [.border, .passport], nil, "border and passport officer"),
        ("wawancara", [.interviewer], nil, "interviewer: sees no reason before the own view"),
        ("regu", [.supervisor], nil, "head of the shift"),
        ("meja", [.helpdesk], nil, "the ministry's help desk, second reader"),
        ("peninjau", [.reviewer], .ministry, "answers objections"),
        ("lindung", [.protection, .licensing], nil, "protection and licences"),
        ("penyidik", [.investigator], nil, "investigator"),
        ("atase", [.protectionAttache], nil, "protection attaché"),
        ("atase-imigrasi", [.immigrationAttache], nil, "immigration attaché: issues what the other asks for"),
        ("polisi", [.guest], .police, "guest of a case to which an investigator invites"),
        ("jaksa", [.guest], .prosecutor, "guest: judges the file (P-19, P-21)"),
        ("admin", [.administrator, .analyst, .auditor], nil, "administrator"),
    ]

    /// Those of a side.
    static func wanted(by agency: Authority) -> [Wanted] {
        wanted.filter { account in
            let homes = Set(account.roles.compactMap(\.home))
            return homes.isEmpty ? account.agency == nil || account.agency == agency : homes.contains(agency)
        }
    }

    static func renew(_ accounts: Accounts, _ wanted: [Wanted] = wanted) async throws -> [Ready] {
        let existing = Set(try accounts.all().map(\.name))
        var ready: [Ready] = []
        for account in wanted {
            let password =
                existing.contains(account.name)
                ? try await accounts.resetPassword(of: account.name, by: .operatorConsole)
                : try await accounts.add(
                    name: account.name,
                    roles: account.roles,
                    agency: account.agency,
                    by: .operatorConsole
                )
            ready.append(Ready(name: account.name, password: password, says: account.says))
        }
        return ready
    }

    static func tell(_ accounts: [Ready], at address: String) {
        Console.print("\nKawal runs at \(address)  (LATIHAN: everybody in it is invented)\n")
        list(accounts)
        Console.print(
            """

              The passwords work once: the first sign-in asks for your own.
              Without an account: \(address)/cek
              Stop with Ctrl-C.
            """
        )
    }

    static func list(_ accounts: [Ready]) {
        for account in accounts {
            Console.print("  \(account.name.padded(to: 14))  \(account.password)   \(account.says)")
        }
    }
}

extension String {
    /// The text with blanks up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

import ArgumentParser
import Exchange
import Foundation
import Logging
import Operations
import Partner
import Server
import ServiceLifecycle
import SiteStore
import Vocabulary

/// The demonstration's two sites: Immigration's and the ministry's, each with its own keys, ledger, accounts and pages, which exchange
/// over mutual TLS on loopback.
struct TwoSites {
    let folder: String
    /// Immigration's port; the ministry's is the next, and their doors stand a thousand higher.
    let port: Int
    let day: Day

    /// The last port from which on all four are ports.
    static let lastPort = 65_535 - 1001

    /// One of the two.
    struct Side: Sendable {
        let agency: Authority
        let name: String
        let title: String
        /// What its office brings itself.
        let tables: [String]
    }

    static let immigration = Side(
        agency: .immigration,
        name: "id/imigrasi/simkim",
        title: "Ditjen Imigrasi",
        tables: ["passports", "crossings", "bookings", "notices"]
    )
    static let ministry = Side(
        agency: .ministry,
        name: "id/kp2mi/siskop2mi",
        title: "KemenP2MI",
        tables: ["workers", "agencies", "joborders", "outcomes"]
    )

    func run(
        _ player: DayPlayer,
        _ now: @escaping @Sendable () -> Moment,
        _ logger: Logger
    ) async throws {
        let configurations = [
            Demo.configuration(agency: TwoSites.immigration.title, port: port),
            Demo.configuration(agency: TwoSites.ministry.title, port: port + 1),
        ]
        for configuration in configurations { try Serving.checkPort(configuration) }
        for door in [port + 1000, port + 1001] { try Serving.checkDoor(door, address: "127.0.0.1") }
        let border = try open(TwoSites.immigration, now)
        let registry = try open(TwoSites.ministry, now)
        defer {
            border.close()
            registry.close()
        }
        try await introduce(border, registry)
        try await fill(border, TwoSites.immigration)
        try await fill(registry, TwoSites.ministry)
        try await Demo.setShift(border.desk, on: day)
        try await Demo.setShift(registry.desk, on: day)
        let accounts = [
            try await DemoAccounts.renew(border.desk.accounts, DemoAccounts.wanted(by: .immigration)),
            try await DemoAccounts.renew(registry.desk.accounts, DemoAccounts.wanted(by: .ministry)),
        ]
        guard let one = try ExchangeServices(border, logger: logger),
            let other = try ExchangeServices(registry, logger: logger)
        else { throw SiteFault.failed(finding: "the two sites don't know each other's keys") }
        let (borderDesk, registryDesk) = (border.desk, registry.desk)
        try await withThrowingTaskGroup { group in
            group.addTask {
                try await Serving.run(
                    borderDesk,
                    configurations[0],
                    exchange: one.line,
                    beside: one.services,
                    logger: logger
                ) { tell(TwoSites.immigration, accounts[0], at: $0) }
            }
            group.addTask {
                try await Serving.run(
                    registryDesk,
                    configurations[1],
                    exchange: other.line,
                    beside: other.services,
                    logger: logger
                ) {
                    tell(TwoSites.ministry, accounts[1], at: $0)
                    Console.print(TwoSites.wayOfAReferral(port))
                }
            }
            group.addTask {
                try await waitForRegistry(borderDesk)
                try await player.playOn(borderDesk)
            }
            try await group.next()
            group.cancelAll()
        }
    }

    /// What to look at first: both sites keep their sign-in under one name, and a browser doesn't tell ports apart.
    private static func wayOfAReferral(_ port: Int) -> String {
        "\n  A referral and its answer: `regu` at http://127.0.0.1:\(port)/papan sees it rise; in a private window `meja` at\n"
            + "  http://127.0.0.1:\(port + 1)/papan opens and answers it; the answer comes back to the first within a second."
    }

    private func tell(_ side: Side, _ accounts: [DemoAccounts.Ready], at address: String) {
        Console.print("\n\(side.title) at \(address)  (LATIHAN: everybody in it is invented)\n")
        DemoAccounts.list(accounts)
        Console.print(
            "\n  The passwords work once. What crosses between the two: \(address)/pertukaran  Stop with Ctrl-C."
        )
    }

    private func open(_ side: Side, _ now: @escaping @Sendable () -> Moment) throws -> Workplace {
        let site = folder + "/" + side.agency.rawValue
        try FileManager.default.createDirectory(
            atPath: site,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let isBorder = side.agency == .immigration
        let other = isBorder ? TwoSites.ministry : TwoSites.immigration
        let doors = isBorder ? (port + 1000, port + 1001) : (port + 1001, port + 1000)
        let settings = """
            {
              agency: "\(side.title)", training: true,
              exchange: {
                agency: "\(side.agency.rawValue)", name: "\(side.name)", port: \(doors.0),
                partner: "\(other.name)", partnerAddress: "localhost:\(doors.1)",
              },
            }

            """
        try PrivateFile.write(Array(settings.utf8), at: site + "/kawal.json5")
        return try Workplace.open(
            try SiteOptions.parse(["--site", site]),
            .readWrite(createIfAbsent: true),
            now: now
        )
    }

    /// Lets the two take each other's keys and sign the agreement, as two people of each side would.
    private func introduce(_ border: Workplace, _ registry: Workplace) async throws {
        for (here, there) in [(border, registry), (registry, border)] {
            let bundle = try there.bundle()
            let known = try here.store.read { try $0.trusted(of: bundle.keys.party.text) }
            if known?.certificate != bundle.certificate {
                try await here.trust(bundle, by: ["latihan-1", "latihan-2"])
            }
            let digest = here.desk.agreementMemory.digest(of: here.desk.rules, on: here.desk.today)
            let signed = try here.store.read { try $0.signatures(under: digest) }
            if !signed.contains(where: { $0.party == here.settings.exchange?.name.text }) {
                try await here.signAgreement(by: ["latihan-1", "latihan-2"])
            }
        }
    }

    private func fill(_ place: Workplace, _ side: Side) async throws {
        let note = folder + "/\(side.agency.rawValue)/loaded.txt"
        guard !FileManager.default.fileExists(atPath: note) else { return }
        let tables = side.tables.map { folder + "/nation/\($0).csv" }.filter {
            FileManager.default.fileExists(atPath: $0)
        }
        _ = try await FileLoading(place.desk, isQuiet: true).load(tables)
        _ = FileManager.default.createFile(atPath: note, contents: Data())
    }

    /// Waits until the ministry has told how far its registry reaches.
    private func waitForRegistry(_ desk: Desk) async throws {
        for _ in 0..<1200 {
            let feed = try desk.site.read {
                try $0.records(Feed.self, .key(RecordKind.workers.rawValue)).first
            }
            guard feed?.state != .complete else { return }
            try await Task.sleep(for: .milliseconds(250))
        }
    }
}

import ClusterLedger
import Crypto
import Foundation
import Intake
import Ledger
import Operations
import SiteStore
import Vocabulary

/// A site opened for work: its store, its settings, and a desk with the rules in force.
struct Workplace {
    let store: SiteStore
    let settings: SiteSettings
    let desk: Desk

    /// Opens a site.
    ///
    /// - Throws: `SiteFault` where the site can't be opened; `InputProblem` where settings, rules or reference are broken.
    static func open(
        _ site: SiteOptions,
        _ mode: SiteStore.Mode,
        now: @escaping @Sendable () -> Moment = Clock.now
    ) throws -> Workplace {
        let files = try ProgramFiles.find()
        let settings = try SiteSettings.read(site: site.site, file: site.config)
        let rules = try files.rulebook()
        let places = try files.places()
        guard places.isCheckpoint(settings.post) else {
            let file = site.config ?? "kawal.json5"
            throw InputProblem(
                sentence:
                    "\(file): post: Reference/checkpoints.csv has no \(settings.post); name one of its ids."
            )
        }
        let store = try SiteStore.open(
            folder: site.site,
            mode: mode,
            sharing: settings.ledger.map { ClusterLedger($0) }
        )
        let desk = Desk(
            site: store,
            rules: rules,
            places: places,
            zone: settings.zone,
            post: settings.post,
            now: now,
            makeIdentifier: { Clock.identifier(now()) },
            exchange: settings.exchange?.side
        )
        return Workplace(store: store, settings: settings, desk: desk)
    }

    /// Gives the site to other processes; the program ends, so nothing is left to do where that fails.
    func close() { try? store.close() }
}

/// The machine's clock and chance: the only place where they are read.
enum Clock {
    /// The time.
    static let now: @Sendable () -> Moment = {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// A new identifier: UUID of version 7, in order of time.
    static func identifier(_ moment: Moment) -> String {
        let random = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        var text: [UInt8] = []
        EntryIdentity(milliseconds: moment.milliseconds, random: random).write(into: &text)
        return String(decoding: text, as: UTF8.self)
    }
}

extension ProgramFiles {
    /// The dated rules.
    ///
    /// - Throws: `InputProblem` with every finding where a rule file is broken.
    func rulebook() throws -> Rulebook {
        let rules = try files(in: "Rules")
        var hash = SHA256()
        for file in rules {
            hash.update(data: Data("\(file.name) \(file.bytes.count)\n".utf8))
            hash.update(data: Data(file.bytes))
        }
        do throws(RulebookFaults) {
            return try RulebookReader.read(files: rules, digest: "sha256:" + hexadecimal(hash.finalize()))
        } catch {
            throw InputProblem(sentence: "Rules/ can't be used:\n" + error.lines.joined(separator: "\n"))
        }
    }

    /// Which country a place is in.
    ///
    /// - Throws: `InputProblem` where a reference file is broken.
    func places() throws -> Places {
        try PlacesReader.read(
            airports: try bytes(at: "Reference/airports.csv"),
            checkpoints: try bytes(at: "Reference/checkpoints.csv")
        )
    }
}

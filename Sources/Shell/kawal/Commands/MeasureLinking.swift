import ArgumentParser
import Foundation
import Linking
import Operations
import SiteStore
import Vocabulary

extension Measure {
    /// Puts people beside a site's registers by name and birth date alone, as whoever shows a new passport without a NIK.
    struct LinkingOne: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "linking",
            abstract: "Times one traveller against a site; the names are spelt as they once were."
        )

        @Argument(help: "A table with name and born_on: workers.csv.")
        var file: String

        @Option var count = 3_000
        @OptionGroup var site: SiteOptions

        func validate() throws {
            guard count > 0 else { throw ValidationError("--count: name at least one.") }
        }

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            let people = try travellers()
            let day = place.desk.today
            let clock = ContinuousClock()
            var (milliseconds, found, asked) = ([Double](), 0.0, 0.0)
            try place.store.read { reads in
                for person in people {
                    let start = clock.now
                    let (link, doubts) = try place.desk.link(person, on: day, reads)
                    milliseconds.append(start.duration(to: clock.now).inSeconds * 1000)
                    if link != nil { found += 1 } else if !doubts.isEmpty { asked += 1 }
                }
            }
            guard !milliseconds.isEmpty else {
                throw UsageProblem(sentence: "\(file) has no row with a name and a birth date.")
            }
            milliseconds.sort()
            Measure.tell([
                "milliseconds50": milliseconds[milliseconds.count / 2],
                "milliseconds99": milliseconds[milliseconds.count * 99 / 100],
                "found": found / Double(milliseconds.count),
                "asked": asked / Double(milliseconds.count),
            ])
        }

        /// People at equal distances in the file, in old spelling, each with a passport that no office knows.
        private func travellers() throws -> [Traveller] {
            var all: [(name: String, born: Day)] = []
            try LinkSideFile.read(file, columns: ["name", "born_on"]) { cells, _ in
                if let born = Day(cells[1]) { all.append((cells[0], born)) }
            }
            let step = max(all.count / count, 1)
            return stride(from: 0, to: all.count, by: step).enumerated().map { place, row in
                var traveller = Traveller()
                traveller.name = PersonName(all[row].name.replacing("U", with: "OE"))
                traveller.bornOn = all[row].born
                traveller.passport = PassportNumber("K" + String(9_000_000 + place))
                traveller.nationality = .indonesia
                return traveller
            }
        }
    }
}

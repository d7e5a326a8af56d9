import Operations
import Pages
import Vocabulary

/// An officer's own receipts of workers who were let go.
enum Releases {
    static func show(_ visit: Visit) throws -> Reply {
        let day = try visit.day()
        let lines = try visit.desk.ownReleases(on: day, of: visit.actor).map { kept in
            ReleasesModel.Line(
                at: kept.receipt.at,
                passport: kept.receipt.passport.text,
                placement: kept.receipt.placement.text,
                flight: visit.desk.carriersNumber(of: kept.receipt.flight),
                advice: kept.receipt.advice,
                codes: kept.receipt.codes,
                entry: kept.entry.map { Int(clamping: $0) }
            )
        }
        return visit.page(ReleasesModel(day: day, releases: lines))
    }
}

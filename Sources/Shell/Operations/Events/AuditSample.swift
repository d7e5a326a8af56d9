package import Vocabulary

/// A traveller whom nobody suspected, drawn by chance (sampel audit), so that what was found out later can be set against
/// advice that was clear.
///
/// - Shape: stands under a pseudonym of its own, which nobody without the site's key joins to the passport's. Sex and age
///   band are there to audit fairness and reach no rule (design promise 5).
package struct AuditSample: Sendable, Hashable, Codable {
    /// The departure.
    package var flight: FlightKey
    /// `passengers` or `crew`.
    package var list: String
    /// The document, by which outcomes are found.
    package var passport: PassportNumber
    /// The sex listed.
    package var sex: String?
    /// The first year of ten of the age on the day of departure: 20, 30.
    package var ageBand: Int?
    /// One in how many was drawn, in thousandths, as the rules said.
    package var permille: Int
    /// The rules used.
    package var rules: String
}

extension AuditSample {
    /// A listed traveller as a sample.
    init?(_ person: ListedPerson, of list: DepartureList, permille: Int, rules: String) {
        guard let passport = person.passportNumber else { return nil }
        flight = list.flight
        self.list = list.list
        self.passport = passport
        sex = person.sex?.rawValue
        ageBand = person.bornOn.map { born in
            Int(list.flight.departsOn.number - born.number) * 100 / 36_525 / 10 * 10
        }
        self.permille = permille
        self.rules = rules
    }
}

import Vocabulary

/// What is known of one flight while the lists of a file are decided on: each sees what the one before it did.
struct FlightState {
    /// Its lists, by name.
    private(set) var manifests: [String: ManifestReceived] = [:]
    /// Travellers who are not clear, of all its lists and of counters.
    private(set) var screened: [ScreenedTraveller]
    /// Referrals that stand on its day.
    private(set) var referrals: [Referral]

    /// Those of whom nobody asks anything on it again.
    private let settled: [DepartureSettled]

    private static let lists = ["passengers", "crew"]

    /// The flight as the site knows it.
    init(of flight: FlightKey, besides lists: Set<String>, in reads: any SiteReads) throws {
        for list in lists.union(FlightState.lists) {
            manifests[list] = try reads.manifest(of: flight, list: list)
        }
        screened = try reads.screened(on: flight)
        referrals = try reads.referrals(on: flight.departsOn).filter { $0.withdrawnFor == nil }
        settled = try reads.settled(after: Moment(milliseconds: 0)).filter { $0.flight == flight }
    }

    /// Whether a decision about somebody's departure fell, so that nobody asks again.
    func isSettled(_ passport: PassportNumber?) -> Bool {
        guard let passport else { return false }
        return settled.contains { $0.covers(passport) }
    }

    /// Travellers of one of its lists.
    func screened(of list: String) -> [ScreenedTraveller] { screened.filter { $0.list == list } }

    /// Takes a list's new form, and who of it is not clear.
    mutating func receive(_ manifest: ManifestReceived, _ standing: [ScreenedTraveller]) {
        manifests[manifest.list] = manifest
        screened.removeAll { $0.list == manifest.list }
        screened += standing
    }

    mutating func withdraw(_ id: String) { referrals.removeAll { $0.id == id } }

    mutating func open(_ referral: Referral) { referrals.append(referral) }
}

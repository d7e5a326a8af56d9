package import Vocabulary

/// How a flight ended, as the carrier's last list says (penutupan penerbangan).
package struct FlightClosure: Sendable, Hashable, Codable {
    /// When the list came.
    package var at: Moment
    /// Whether the flight was cancelled.
    package var isCancelled: Bool
    /// How many were on board, where the list says it.
    package var onBoard: Int?
    /// Standing referrals whose travellers flew.
    package var boarded: [String]
    /// Standing referrals whose travellers stayed behind.
    package var stayed: [String]
}

extension FlightClosure {
    /// A closing list set against the referrals that stand.
    ///
    /// - Shape: a referral without a document can't be told and is in neither list.
    init(_ purpose: ListPurpose, of list: DepartureList, standing: [Referral], at moment: Moment) {
        at = moment
        isCancelled = purpose == .cancellation
        onBoard = purpose == .onBoard ? list.persons.count : nil
        boarded = []
        stayed = []
        guard !isCancelled else { return }
        let listed = Set(list.persons.compactMap(\.passportNumber))
        for referral in standing {
            guard let passport = referral.passport else { continue }
            if listed.contains(passport) == (purpose == .onBoard) {
                boarded.append(referral.id)
            } else {
                stayed.append(referral.id)
            }
        }
    }
}

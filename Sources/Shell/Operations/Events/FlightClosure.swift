package import Vocabulary

/// How a flight ended, as the carrier's last lists say (penutupan penerbangan).
package struct FlightClosure: Sendable, Hashable, Codable {
    /// When the last of them came.
    package var at: Moment
    /// Whether the flight was cancelled.
    package var isCancelled: Bool
    /// How many were on board, where the lists say it.
    package var onBoard: Int?
    /// Standing referrals whose travellers flew.
    package var boarded: [String]
    /// Standing referrals whose travellers stayed behind.
    package var stayed: [String]
    /// The parts that have come, where the closing list comes in parts.
    package var parts: [Int]?
}

extension FlightClosure {
    /// A closing list set against the referrals that stand, each with its traveller.
    ///
    /// - Shape: whoever is not named is on the other side only where the list names somebody and says of everybody who it
    ///   is; else a referral is in neither list.
    init(
        _ list: DepartureList,
        against standing: [(id: String, traveller: ScreenedTraveller)],
        at moment: Moment
    ) {
        at = moment
        isCancelled = list.purpose == .cancellation
        let isOnBoard = list.purpose == .onBoard
        onBoard = isOnBoard && !list.persons.isEmpty ? list.persons.count : nil
        parts = list.parts.isEmpty ? nil : list.parts
        var rest = standing
        var named: [String] = []
        for person in list.persons {
            guard let found = person.place(among: rest.map(\.traveller)) else { continue }
            named.append(rest.remove(at: found).id)
        }
        let isComplete = !list.persons.isEmpty && list.persons.allSatisfy(\.isTold)
        let others = isComplete ? rest.map(\.id) : []
        boarded = isCancelled ? [] : isOnBoard ? named : others
        stayed = isCancelled ? [] : isOnBoard ? others : named
    }

    /// This part of a closing list together with those before it: who is named in one part is not missing for the others.
    func joined(to earlier: FlightClosure?, by list: DepartureList) -> FlightClosure {
        guard let earlier, let known = earlier.parts, let parts, !isCancelled, !earlier.isCancelled,
            Set(known).isDisjoint(with: parts)
        else { return self }
        var whole = self
        whole.parts = (known + parts).sorted()
        if let one = onBoard, let other = earlier.onBoard { whole.onBoard = one + other }
        let isOnBoard = list.purpose == .onBoard
        let named = isOnBoard ? boarded + earlier.boarded : stayed + earlier.stayed
        let others = (isOnBoard ? stayed + earlier.stayed : boarded + earlier.boarded).filter {
            !named.contains($0)
        }
        let rest = Array(Set(others)).sorted()
        whole.boarded = isOnBoard ? named : rest
        whole.stayed = isOnBoard ? rest : named
        return whole
    }
}

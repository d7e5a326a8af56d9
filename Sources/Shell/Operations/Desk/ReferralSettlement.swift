import Vocabulary

/// One referral for each person and departure day: which stand on, fall away, or are to be opened after a list.
struct ReferralSettlement {
    /// Those that fall away, each with its reason.
    let withdrawn: [ReferralWithdrawn]
    /// The travellers for whom one is to be opened.
    let toOpen: [ScreenedTraveller]

    /// Settles the referrals of a day with a list's travellers.
    ///
    /// - Shape: `standing` are the travellers of the list that are not clear now, `before` those of its earlier form,
    ///   `listed` the documents on it, `referrals` all that stand on its day. Those of a flight's other list, of a counter
    ///   and of an officer are not this list's to withdraw, and make another one for the same document needless.
    init(
        standing: [ScreenedTraveller],
        before: [ScreenedTraveller],
        listed: Set<PassportNumber>,
        referrals: [Referral]
    ) {
        var wanted: [String: ScreenedTraveller] = [:]
        for traveller in standing where traveller.assessment.advice == .refer {
            wanted[traveller.id] = wanted[traveller.id] ?? traveller
        }
        let known = Set(before.map(\.id))
        var fallen: [ReferralWithdrawn] = []
        var covered: Set<String> = []
        var passports: Set<PassportNumber> = []
        for referral in referrals {
            let screening = referral.screening ?? ""
            if known.contains(screening), wanted[screening] == nil {
                let isListed = referral.passport.map(listed.contains) ?? false
                let reason = isListed ? "later-list" : "dropped-from-list"
                fallen.append(ReferralWithdrawn(id: referral.id, reason: reason))
            } else {
                covered.insert(screening)
                if let passport = referral.passport { passports.insert(passport) }
            }
        }
        withdrawn = fallen
        var opened: [ScreenedTraveller] = []
        for traveller in standing where wanted[traveller.id] != nil {
            let isCovered = traveller.passport.map { !passports.insert($0).inserted } ?? false
            if covered.insert(traveller.id).inserted, !isCovered { opened.append(traveller) }
        }
        toOpen = opened
    }
}

extension Referral {
    /// The referral that a screening asks for.
    init(_ traveller: ScreenedTraveller, id: String, at: Moment) {
        self.init(
            id: id,
            screening: traveller.id,
            flight: traveller.flight,
            passport: traveller.passport,
            openedAt: at,
            codes: traveller.assessment.reasons.map(\.code),
            list: traveller.list == ScreenedTraveller.counter ? nil : traveller.list
        )
    }
}

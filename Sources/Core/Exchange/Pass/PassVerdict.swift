public import Vocabulary

/// The rows of the rules that a pass is judged by.
public struct PassRules: Hashable, Sendable {
    /// For how many days a pass may hold, the first and the last counted.
    public var longestDays: Int
    /// From how many days before its end it is about to end.
    public var expiringDays: Int
    /// From how many hours on a list of void passes is old.
    public var oldListHours: Int

    /// Rules.
    public init(longestDays: Int, expiringDays: Int, oldListHours: Int) {
        self.longestDays = longestDays
        self.expiringDays = expiringDays
        self.oldListHours = oldListHours
    }
}

/// A pass as it was found, beside the document in the hand.
public struct PassVerdict: Hashable, Sendable {
    /// The pass.
    public let pass: WorkerPass
    /// The key that has signed it.
    public let key: PassKey
    /// How it stands.
    public let state: PassState
    /// Whose it is.
    public let holder: PassHolder
    /// What is known of passes that were taken back.
    public let listing: PassListing

    /// Whether it may be named as what speaks for the departure: in force, and of the one who shows it.
    public var speaksForHolder: Bool { (state == .active || state == .expiring) && holder == .same }

    /// A verdict on a pass that was read.
    ///
    /// - Shape: `usedOn` is the day of the last departure that is known of its holder; `document` the one in the hand with its holder's
    ///   birth date, nil where none was read.
    public init(
        _ read: (pass: WorkerPass, key: PassKey),
        on today: Day,
        usedOn: Day? = nil,
        document: (number: PassportNumber, bornOn: Day)? = nil,
        revoked: PassRevocations.Answer,
        by rules: PassRules
    ) {
        (pass, key) = read
        listing = revoked.listing
        holder =
            document.map { read.pass.belongs(to: $0.number, bornOn: $0.bornOn) ? .same : .other }
            ?? .unchecked
        state = PassVerdict.state(
            from: read.pass.from,
            until: read.pass.until,
            on: today,
            usedOn: usedOn,
            isRevoked: revoked.isRevoked,
            by: rules
        )
    }

    /// How a pass stands on a day, `usedOn` being the day of the last departure that is known of its holder.
    public static func state(
        from: Day,
        until: Day,
        on today: Day,
        usedOn: Day?,
        isRevoked: Bool,
        by rules: PassRules
    ) -> PassState {
        // A site east of this one may have begun the day already.
        if isRevoked || from > today.adding(days: 1) { return .void }
        if today > until { return .expired }
        if let usedOn, usedOn >= from { return .used }
        return today.days(until: until) < rules.expiringDays ? .expiring : .active
    }
}

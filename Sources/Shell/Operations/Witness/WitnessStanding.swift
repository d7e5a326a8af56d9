package import Vocabulary

/// How this site stands to the partner's witness, and so what may cross (keadaan saksi).
package struct WitnessStanding: Sendable, Hashable {
    /// What may cross.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// Everything.
        case fine
        /// Everything; receipts wait, and somebody is told.
        case away
        /// Only what decides nothing about a person at once.
        case halted
        /// Nothing: the partner's log contradicts itself.
        case split
    }

    /// What may cross.
    package let state: State
    /// Since when there is no cosignature; nil where there never was one.
    package let since: Moment?
    /// The alarms that nobody has cleared.
    package let alarms: [WitnessAlarmed]

    /// A standing at a moment, by the limits in force on a day.
    ///
    /// Where no cosignature ever came nothing of high impact may cross: there is no receipt that could prove it.
    package init(
        cosignedAt: Moment?,
        alarms: [WitnessAlarmed],
        at now: Moment,
        limits: WitnessLimits
    ) {
        since = cosignedAt
        self.alarms = alarms
        let away = cosignedAt.map { $0.seconds(until: now) }
        state =
            if !alarms.isEmpty {
                .split
            } else if let away, away <= limits.alarmSeconds {
                .fine
            } else if let away, away <= limits.haltSeconds {
                .away
            } else {
                .halted
            }
    }

    /// Whether messages of an impact may be sent or taken just now.
    package typealias Lets = @Sendable (AgreementRule.Impact) -> Bool

    /// Whether a message may be sent or taken.
    package func lets(_ impact: AgreementRule.Impact) -> Bool {
        switch state {
        case .fine, .away: true
        case .halted: impact == .plain
        case .split: false
        }
    }
}

/// For how long a witness may be away: rows of `Rules/limits.csv`.
package struct WitnessLimits: Sendable, Hashable {
    /// After so many seconds somebody is told.
    package var alarmSeconds: Int
    /// After so many seconds messages of high impact stop.
    package var haltSeconds: Int

    /// Limits.
    package init(alarmSeconds: Int, haltSeconds: Int) {
        self.alarmSeconds = alarmSeconds
        self.haltSeconds = haltSeconds
    }

    /// The limits in force on a day; a row that is missing stops at once.
    package init(_ rules: Rulebook, on day: Day) {
        alarmSeconds = rules.limit("witness_alarm_seconds", on: day) ?? 0
        haltSeconds = (rules.limit("witness_halt_minutes", on: day) ?? 0) * 60
    }
}

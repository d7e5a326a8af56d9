import Operations
import Testing
import Vocabulary

@Suite struct WitnessStandingTests {
    private let now = Moment(milliseconds: 1_772_349_900_000)
    private let limits = WitnessLimits(alarmSeconds: 60, haltSeconds: 14_400)

    private func standing(_ seconds: Int?, alarms: [WitnessAlarmed] = []) -> WitnessStanding {
        let at = seconds.map { now.adding(seconds: -$0) }
        return WitnessStanding(cosignedAt: at, alarms: alarms, at: now, limits: limits)
    }

    @Test(arguments: [
        (0, WitnessStanding.State.fine), (60, .fine), (61, .away), (14_400, .away), (14_401, .halted),
        // The clock was set back: nobody is away.
        (-30, .fine),
    ])
    func `a witness that is away alarms first and then stops what is of high impact`(
        seconds: Int,
        state: WitnessStanding.State
    ) {
        let standing = standing(seconds)
        #expect(standing.state == state)
        #expect(standing.lets(.plain))
        #expect(standing.lets(.high) == (state != .halted))
    }

    @Test func `before the first cosignature nothing of high impact crosses`() {
        #expect(standing(nil).state == .halted)
        #expect(!standing(nil).lets(.high) && standing(nil).lets(.plain))
    }

    @Test func `a partner's log that contradicts itself stops everything`() {
        let alarm = WitnessAlarmed(
            id: "a",
            origin: "kawal/partner",
            kind: .noContinuation,
            seen: "",
            shown: "",
            proof: [],
            at: now
        )
        let standing = standing(0, alarms: [alarm])
        #expect(standing.state == .split && standing.alarms == [alarm])
        #expect(!standing.lets(.plain) && !standing.lets(.high))
    }
}

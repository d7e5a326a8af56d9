import Testing
import Vocabulary

@testable import Operations

@Suite struct SignInBrakeTests {
    @Test func `a flood of names lets the oldest go, not those that wait now`() {
        let brake = SignInBrake()
        let start = Moment(milliseconds: 0)
        for _ in 0..<5 { brake.failed(["name:old"], now: start) }
        for _ in 0..<5 { brake.failed(["name:ayu"], now: start.adding(seconds: 1)) }
        let now = start.adding(seconds: 2)
        for number in 0..<9_999 { brake.failed(["address:\(number)"], now: now) }
        #expect(brake.waitSeconds(["name:old"], now: now) == 0)
        #expect(brake.waitSeconds(["name:ayu"], now: now) > 0)
    }
}

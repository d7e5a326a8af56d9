import Connectors
import Foundation
import Testing

@Suite struct PeerLineTests {
    @Test(arguments: [408, 425, 429, 500, 503]) func aPassingFaultIsAskedAgain(status: Int) async throws {
        let peer = ScriptedPeer { _, number in .json("ok", status: number < 3 ? status : 200) }
        let waits = Waits()
        let answer = try await PeerLine(peer, timing: .remembered(waits)).ask(PeerRequest(path: "/")) {
            String(decoding: $0, as: UTF8.self)
        }
        #expect(answer == "ok")
        // Half of a ceiling that doubles.
        #expect(waits.all == [.milliseconds(500), .seconds(1)])
    }

    @Test(arguments: [400, 401, 403, 404, 422]) func aRefusalIsNotAskedAgain(status: Int) async {
        let peer = ScriptedPeer { _, _ in .json("", status: status) }
        await #expect(throws: ConnectorFault.refused(status: status)) {
            try await PeerLine(peer, timing: .remembered(Waits())).ask(PeerRequest(path: "/")) { $0 }
        }
        #expect(peer.requests.count == 1)
    }

    @Test func aSystemThatAsksForTimeGetsIt() async throws {
        let peer = ScriptedPeer { _, number in
            number == 1 ? .json("", status: 429, retryAfter: 7) : .json("")
        }
        let waits = Waits()
        _ = try await PeerLine(peer, timing: .remembered(waits)).ask(PeerRequest(path: "/")) { $0 }
        #expect(waits.all == [.seconds(7)])
    }

    @Test func afterFiveFailuresItIsLeftInPeaceAndThenAskedOnce() async throws {
        let peer = ScriptedPeer { _, number in
            if number < 7 { throw URLError(.timedOut) }
            return .json("ok")
        }
        let waits = Waits()
        let line = PeerLine(peer, timing: .remembered(waits))
        await #expect(throws: ConnectorFault.self) { try await line.ask(PeerRequest(path: "/")) { $0 } }
        #expect(peer.requests.count == 5)
        let before = waits.all.count
        await #expect(throws: ConnectorFault.self) { try await line.ask(PeerRequest(path: "/")) { $0 } }
        #expect(peer.requests.count == 6)
        #expect(waits.all.dropFirst(before).first == .seconds(30))
        _ = try await line.ask(PeerRequest(path: "/")) { $0 }
        #expect(peer.requests.count == 7)
    }

    @Test func noWaitIsLongerThanFiveMinutes() async {
        let peer = ScriptedPeer { _, _ in .json("", status: 503, retryAfter: 86_400) }
        let waits = Waits()
        let line = PeerLine(peer, timing: .remembered(waits))
        for _ in 0..<12 {
            await #expect(throws: ConnectorFault.self) { try await line.ask(PeerRequest(path: "/")) { $0 } }
        }
        #expect(waits.all.allSatisfy { $0 <= .seconds(300) })
    }
}

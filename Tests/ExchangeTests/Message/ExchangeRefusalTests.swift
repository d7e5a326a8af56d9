import Exchange
import Foundation
import Testing

@Suite struct ExchangeRefusalTests {
    @Test func everyRefusalHasItsOwnCodeInLowerCaseWords() {
        let codes = ExchangeRefusal.examples.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
    }

    @Test func whoeverIsNotKnownIsToldNothingButAStatus() {
        for refusal in ExchangeRefusal.examples where !refusal.isAuthenticated {
            #expect([400, 401, 413].contains(refusal.status), "\(refusal)")
        }
    }

    @Test func theExpectedPlaceIsTold() {
        #expect(ExchangeRefusal.sequenceGap(expected: 43).detail == "43")
        #expect(ExchangeRefusal.busy.detail == nil)
    }

    @Test(arguments: [
        (ExchangeRefusal.idConflict, 409), (.sequenceGap(expected: 1), 409), (.replayedNonce, 425),
        (.busy, 503),
        (.tooLarge, 413), (.schema("v"), 422), (.purpose, 403), (.stopped, 503), (.unknownParty, 401),
    ])
    func statusesTellTheSenderWhetherToTryAgain(_ refusal: ExchangeRefusal, _ status: Int) {
        #expect(refusal.status == status)
    }

    @Test func theProfileTellsEveryCodeInTheOrderOfTheSteps() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let profile = try String(
            contentsOf: root.appending(path: "docs/exchange-profile.md"),
            encoding: .utf8
        )
        let start = try #require(profile.range(of: "## What a receiver looks at"))
        var rest = profile[start.upperBound...]
        for refusal in ExchangeRefusal.examples {
            let place = try #require(rest.range(of: "`\(refusal.code)`"), "\(refusal.code)")
            rest = rest[place.upperBound...]
        }
    }
}

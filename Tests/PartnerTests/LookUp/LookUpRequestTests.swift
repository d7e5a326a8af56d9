import Testing
import Vocabulary

@testable import Partner

@Suite struct LookUpRequestTests {
    private let scene: LookUpScene

    init() async throws { scene = try await LookUpScene([InventedPeople.row(1)]) }

    @Test func theOwnersViewOfTwoListsHasTheSameLengthsAndCounts() async throws {
        var bare = LookUpPerson()
        bare.documents = [(InventedPeople.passport(900), .indonesia)]
        let one = try await scene.asker.blind([InventedPeople.person(1).asked], slots: 4)
        let other = try await scene.asker.blind(
            [bare.asked, [], InventedPeople.person(8).asked, bare.asked],
            slots: 4
        )
        #expect(one.request.wire.count == other.request.wire.count)
        #expect(one.request.slots.map(\.elements.count) == other.request.slots.map(\.elements.count))
        let answers = [try await scene.answer(one.request), try await scene.answer(other.request)]
        #expect(answers[0].wire.count == answers[1].wire.count)
    }

    @Test func theSameTravellerLooksDifferentEachTime() async throws {
        let asked = [InventedPeople.person(1).asked]
        let (one, other) = (
            try await scene.asker.blind(asked, slots: 4), try await scene.asker.blind(asked, slots: 4)
        )
        let elements = (one.request.slots + other.request.slots).flatMap(\.elements)
        #expect(Set(elements).count == elements.count)
        #expect(one.request.id != other.request.id)
    }

    @Test func malformedRequestsAreRefused() async throws {
        let wire = try await scene.asker.blind([], slots: 4).request.wire
        #expect(try LookUpRequest(wire: wire).wire == wire)
        for count in [0, 7, 8, 24, 40, wire.count - 1] {
            #expect(throws: LookUpFault.self) { try LookUpRequest(wire: Array(wire.prefix(count))) }
        }
        #expect(throws: LookUpFault.self) { try LookUpRequest(wire: wire + [0]) }
        let countPlace = 8 + 16 + 1 + 7 + 4
        for count in [UInt8(0), 5, 33, 255] {
            var changed = wire
            changed[countPlace] = count
            #expect(throws: LookUpFault.self) { try LookUpRequest(wire: changed) }
        }
        var uncompressed = wire
        uncompressed[countPlace + 1 + 32] = 4
        #expect(throws: LookUpFault.malformed(.request, expected: "a point of P-384, compressed")) {
            try LookUpRequest(wire: uncompressed)
        }
        let long = Array(repeating: UInt8(0), count: LookUpRequest.lengthLimit + 1)
        #expect(throws: LookUpFault.malformed(.request, expected: "at most 5790 bytes")) {
            try LookUpRequest(wire: long)
        }
    }

    @Test func anElementBesideTheCurveIsRefusedWhenItIsEvaluated() async throws {
        let request = try await scene.asker.blind([], slots: 4).request
        let beside = [2] + Array(repeating: UInt8(255), count: 48)
        let slots = request.slots.map {
            LookUpRequest.Slot(commitment: $0.commitment, elements: [beside, $0.elements[1], $0.elements[2]])
        }
        let changed = LookUpRequest(id: request.id, edition: request.edition, slots: slots)
        await #expect(throws: LookUpFault.malformed(.request, expected: "a point of P-384, compressed")) {
            try await scene.answer(changed)
        }
    }

    @Test func malformedAnswersAreRefused() async throws {
        let answer = try await scene.answer(scene.asker.blind([], slots: 4).request)
        let wire = answer.wire
        let changes: [[UInt8]] = [wire.dropLast(), wire + [0], Array(wire.dropFirst()), []]
        for changed in changes {
            #expect(throws: LookUpFault.self) { try LookUpAnswer(wire: changed) }
        }
    }

    @Test func aRequestForATableThatIsNotThereIsRefusedBeforeItCosts() async throws {
        let other = try await LookUpScene([], quarter: 8108)
        let request = try await other.asker.blind([], slots: 4).request
        var quota = LookUpQuota(percent: 120, seconds: 3600)
        quota.grant(manifestPersons: 4, at: Moment(milliseconds: 0))
        #expect(throws: LookUpFault.tableUnknown) {
            try scene.owner.admit(request, quota: &quota, at: Moment(milliseconds: 1))
        }
        #expect(quota.left(at: Moment(milliseconds: 1)) == 20)
        quota = LookUpQuota(percent: 120, seconds: 3600)
        #expect(throws: LookUpFault.quotaSpent(left: 0, wanted: 4)) {
            try other.owner.admit(request, quota: &quota, at: Moment(milliseconds: 1))
        }
    }
}

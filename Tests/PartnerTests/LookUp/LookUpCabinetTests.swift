import Operations
import Testing
import Vocabulary

@testable import Partner

@Suite struct LookUpCabinetTests {
    private let now = Moment(milliseconds: 1_772_000_000_000)
    private let day = Day(number: 20_500)

    private func bounds(counterPerHour: Int = 2, manifestPerHour: Int = 1000) -> LookUpCabinet.Bounds {
        LookUpCabinet.Bounds(
            percent: 120,
            seconds: 3600,
            counterPerHour: counterPerHour,
            manifestPerHour: manifestPerHour,
            permille: 10
        )
    }

    private func scene() async throws -> (LookUpCabinet, LookUpAsker) {
        let scene = try await LookUpScene([InventedPeople.row(1)])
        let cabinet = LookUpCabinet()
        cabinet.put(scene.table, key: scene.key)
        return (cabinet, try scene.asker)
    }

    private func request(_ asker: LookUpAsker, slots: Int) async throws -> LookUpRequest {
        try await asker.blind([], slots: slots).request
    }

    @Test func `a manifest gives a fifth more than its people, once`() async throws {
        let (cabinet, asker) = try await scene()
        let request = try await request(asker, slots: 16)
        let flight = LookUpOccasion(list: "one", persons: 10)
        _ = try cabinet.admit(request, for: flight, bounds(), at: now, on: day)
        #expect(throws: LookUpFault.quotaSpent(left: 4, wanted: 16)) {
            try cabinet.admit(request, for: flight, bounds(), at: now, on: day)
        }
        let other = LookUpOccasion(list: "other", persons: 16)
        _ = try cabinet.admit(request, for: other, bounds(), at: now, on: day)
    }

    @Test func `invented marks get no more than an hour's total, and the next hour gives again`() async throws
    {
        let (cabinet, asker) = try await scene()
        let request = try await request(asker, slots: 16)
        func admit(_ mark: String, _ seconds: Int = 0) throws -> Int? {
            let list = LookUpOccasion(list: mark, persons: 16)
            let bounds = bounds(manifestPerHour: 30)
            return try cabinet.admit(request, for: list, bounds, at: now.adding(seconds: seconds), on: day)
                .granted
        }
        #expect(try admit("one") == 20)
        // What is left of the total, not what the mark announces: 4 and 10.
        #expect(throws: LookUpFault.quotaSpent(left: 14, wanted: 16)) { try admit("two") }
        #expect(throws: LookUpFault.quotaSpent(left: 14, wanted: 16)) { try admit("three") }
        #expect(try admit("three", 3600) == 20)
    }

    @Test func `a mark is believed only for a table that is there`() async throws {
        let (cabinet, asker) = try await scene()
        let request = try await request(asker, slots: 16)
        let kept = try #require(cabinet.newest.first)
        let key = try await LookUpScene([InventedPeople.row(1)]).key
        let list = LookUpOccasion(list: "one", persons: 16)
        cabinet.drop(allBut: [])
        #expect(throws: LookUpFault.tableUnknown) {
            try cabinet.admit(request, for: list, bounds(), at: now, on: day)
        }
        cabinet.put(kept, key: key)
        #expect(try cabinet.admit(request, for: list, bounds(), at: now, on: day).granted == 20)
    }

    @Test func `counters have an hour's allowance of their own`() async throws {
        let (cabinet, asker) = try await scene()
        let request = try await request(asker, slots: 2)
        let counter = LookUpOccasion(list: nil, persons: 1)
        _ = try cabinet.admit(request, for: counter, bounds(), at: now, on: day)
        #expect(throws: LookUpFault.quotaSpent(left: 0, wanted: 2)) {
            try cabinet.admit(request, for: counter, bounds(), at: now, on: day)
        }
        _ = try cabinet.admit(request, for: counter, bounds(), at: now.adding(seconds: 3600), on: day)
    }

    @Test func `a table that was taken down is unknown`() async throws {
        let (cabinet, asker) = try await scene()
        cabinet.drop(allBut: [])
        let request = try await request(asker, slots: 2)
        #expect(throws: LookUpFault.tableUnknown) {
            try cabinet.admit(
                request,
                for: LookUpOccasion(list: nil, persons: 1),
                bounds(),
                at: now,
                on: day
            )
        }
    }

    @Test func `the pieces of a table are its file`() async throws {
        let scene = try await LookUpScene((0..<40).map(InventedPeople.row))
        let pieces = (0...100).compactMap { scene.table.filePiece($0, of: 333) }
        #expect(pieces.flatMap(\.self) == scene.table.file)
    }

    @Test func `an announcement is read as it was written, and nothing else is`() {
        let announced = LookUpAnnouncement(
            occasion: LookUpOccasion(list: String(repeating: "a", count: 64), persons: 16),
            request: [1, 2, 3]
        )
        let read = LookUpAnnouncement(announced.bytes)
        #expect(read?.occasion == announced.occasion)
        #expect(read?.request == announced.request)
        let words = LookUpAnnouncement(
            occasion: LookUpOccasion(list: String(repeating: "x", count: 64), persons: 16),
            request: [1]
        )
        #expect(LookUpAnnouncement(words.bytes) == nil)
        for text in ["", "{}", "{\"persons\":0,\"request\":\"AAAA\"}", "{\"persons\":1}"] {
            #expect(LookUpAnnouncement(Array(text.utf8)) == nil)
        }
    }
}

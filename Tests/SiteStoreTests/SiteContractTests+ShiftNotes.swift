import Operations
import Testing
import Vocabulary

extension SiteContractTests {
    @Test(arguments: StoreUnderTest.allCases)
    func `notes of a post come newest first, each with who has read it`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let taken = ShiftNoteTaken(id: "n1", officer: "dodi", at: noon.adding(seconds: 9))
        var elsewhere = shiftNote("n9")
        elsewhere.post = "TPI-L-BTM"
        try await site.record([
            .shiftHandedOver(shiftNote("n1")), .shiftHandedOver(elsewhere),
            .shiftHandedOver(shiftNote("n2", at: noon.adding(seconds: 5))), .shiftTakenOver(taken),
        ])
        try site.read { reads throws in
            let notes = try reads.shiftNotes(of: "TPI-A-CGK", limit: 9)
            #expect(notes.map(\.note.id) == ["n2", "n1"])
            #expect(notes.map(\.taken) == [nil, taken])
            #expect(try reads.shiftNotes(of: "TPI-A-CGK", limit: 1).count == 1)
            #expect(try reads.shiftNote(id: "n1")?.taken == taken)
            #expect(try reads.shiftNote(id: "n3") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a note is kept from when it was written, and goes with its words`(store: StoreUnderTest)
        async throws
    {
        let site = try store.open(folder)
        try await site.record([
            .shiftHandedOver(shiftNote("n1")),
            .shiftTakenOver(ShiftNoteTaken(id: "n1", officer: "dodi", at: noon.adding(seconds: 9))),
        ])
        func due(_ seconds: Int) throws -> [UInt64] {
            try site.read {
                try $0.entries(kept: .handover, since: noon.adding(seconds: seconds), limit: 9)
            }
        }
        #expect(try due(-1).isEmpty)
        #expect(try due(0).count == 1)
        let reading = BodiesErased(
            reason: .retention,
            basis: "uji",
            entries: IndexRanges(try due(9).suffix(1))
        )
        try await site.record(.bodiesErased(reading))
        #expect(
            try site.read { try $0.shiftNote(id: "n1") } == KeptShiftNote(note: shiftNote("n1"), taken: nil)
        )
        try await site.record(
            .bodiesErased(BodiesErased(reason: .retention, basis: "uji", entries: IndexRanges(try due(9))))
        )
        #expect(try site.read { try $0.shiftNotes(of: "TPI-A-CGK", limit: 9) }.isEmpty)
    }
}

import Intake
import Testing
import Vocabulary

/// A file that comes in pieces is read as one that comes whole, whatever the pieces.
@Suite struct FeedTests {
    private static let file: [UInt8] = {
        let list = PassengerListTests.join(PassengerListTests.segments, "'\r\n")
        let records = PassengerListTests.join(NameRecordsTests.segments, "'\n")
        let other = PassengerListTests.join().replacing(":", with: ";").replacing("+", with: "*")
        return Array(("TELEGRAM\r\n" + list + "footer\n" + records + "UNA:+.? '" + list + other + "end").utf8)
    }()

    private func read(_ bytes: [UInt8], pieces: (Int) -> Int) -> [MessageReading] {
        var feed = MessageFeed(source: "f.edi", on: PassengerListTests.today)
        var readings: [MessageReading] = []
        var position = 0
        repeat {
            let end = min(position + pieces(position), bytes.count)
            Array(bytes[position..<end]).withUnsafeBufferPointer { piece in
                feed.feed(piece, isLast: end == bytes.count) { readings.append($0) }
            }
            position = end
        } while position < bytes.count
        return readings
    }

    @Test(arguments: [1, 2, 7, 64, 511, 512, 513, 4096])
    func `pieces of any size give the same messages`(size: Int) {
        let whole = MessageReader.read(FeedTests.file, source: "f.edi", on: PassengerListTests.today)
        #expect(whole.count == 4)
        #expect(read(FeedTests.file) { _ in size } == whole)
    }

    @Test func `damaged files give the same messages in pieces as whole`() {
        var numbers = SeededNumbers(state: 8)
        for _ in 0..<150 {
            let bytes = Damage.done(to: FeedTests.file, &numbers)
            let whole = MessageReader.read(bytes, source: "f.edi", on: PassengerListTests.today)
            let size = Int.random(in: 1...900, using: &numbers)
            #expect(read(bytes) { _ in size } == whole)
        }
    }

    @Test func `a stretch without an end is passed over and what follows is read`() {
        let segments = PassengerListTests.replacing(
            "RFF+AVF:ABC123",
            with: ["RFF+AVF:ABC123", "FTX+" + String(repeating: "A", count: 3 << 20)]
        )
        let list = MessageReader.lists(
            Array(PassengerListTests.join(segments).utf8),
            source: "f.edi",
            on: PassengerListTests.today
        ).first
        #expect(list?.persons.first?.documents.map(\.number) == ["X9000001"])
        #expect(list?.heading.diagnostics.contains { $0.code == "EDI-SEGMENT" } == true)
    }
}

import Foundation
import Intake
import Testing
import Vocabulary

/// Inputs that `make fuzz` has found; each broke what its test says.
@Suite struct FoundByFuzzingTests {
    private func pieces(of bytes: [UInt8], _ size: Int) -> [MessageReading] {
        var feed = MessageFeed(source: "f", on: PassengerListTests.today)
        var readings: [MessageReading] = []
        var position = 0
        repeat {
            let end = min(position + size, bytes.count)
            Array(bytes[position..<end]).withUnsafeBufferPointer { piece in
                feed.feed(piece, isLast: end == bytes.count) { readings.append($0) }
            }
            position = end
        } while position < bytes.count
        return readings
    }

    @Test(arguments: [
        // A separator beyond ASCII, and a message that begins where the window ends.
        """
        Ck0A7gEAClVuSW5VdHQAAAAAVUYAQQD9AFJnYUhuAE5uAAAwdAEBVU5I9VUBABQAgoKCgoIBAAoADQFVTkgBPQEB9VUBAP+/FACCAAAAAFVGAEEA/QBS\
        Z2FIbgBObgAAMHQBAVVOSPVVAQAUAIKCgoKCAQAKAA0BVU5IAT0BAfVVAQD/vxQAgoKCgoKCgoKCAQAKAA0BVU5I9Q==
        """
    ])
    func `pieces give the same messages as the whole`(input: String) throws {
        let bytes = Array(try #require(Data(base64Encoded: input)))
        let whole = MessageReader.read(bytes, source: "f", on: PassengerListTests.today)
        #expect(pieces(of: bytes, 1 + Int(bytes.first ?? 0)) == whole)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["U\nNH+A'\nBGM+", "UNH+A'\nUN", "UNB+UNOA'\nUNB+UNOA"])
    func `a beginning that is wrapped, or comes again, is read once`(text: String) {
        let readings = MessageReader.read(Array(text.utf8), source: "f", on: PassengerListTests.today)
        #expect(readings.count == 1)
        #expect(pieces(of: Array(text.utf8), 1) == readings)
    }

    @Test func `a zone with a letter of no alphabet in its names has no proposal that is invalid`() throws {
        let input =
            "VjxVVE9F/vUFk1NPTjw8QU5OQTxNQVJJQTw8PDw8PDw8PDw8PDw8PDw8PDwKTDc5Nzc4MDJDNFhYWDQwMDkwNzhGOTYxMjEwOTZaRTE4NDIyNkI8PDw8PDwK"
        let bytes = Array(try #require(Data(base64Encoded: input)))
        let reader = ZoneReader(on: PassengerListTests.today)
        let zone = try #require(bytes.withUnsafeBufferPointer { reader.read($0) }.first)
        #expect(!zone.isValid)
        #expect(zone.mended == nil)
    }

    @Test func `a character that no zone has in the place of a digit is proposed to be that digit`() throws {
        let lines = [ZoneReaderTests.names, ZoneReaderTests.second()]
        let broken = lines[1].prefix(13) + "*" + lines[1].dropFirst(14)
        let zone = ZoneReader(on: PassengerListTests.today).read([lines[0], String(broken)])
        #expect(!zone.isValid)
        #expect(zone.mended == lines)
    }
}

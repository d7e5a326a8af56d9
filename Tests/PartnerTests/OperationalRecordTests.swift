import Exchange
import Logging
import Operations
import Testing
import Vocabulary

@testable import Partner

/// What a message leaves in the log.
@Suite(.serialized) struct OperationalRecordTests {
    @Test func `a message leaves one record at each end, in X-Road's words and without its own`() async throws
    {
        try await ExchangePair.with { pair in
            let tape = LogTape()
            try await pair.border.openDoor(logger: tape.logger(.info))
            let message = SentMessage()
            #expect(try await pair.registry.send(message, to: pair.border).status == 200)
            var other = message
            other.id = ExchangeNode.identifier()
            #expect(try await pair.registry.send(other, to: pair.border).code == "sequence-gap")
            let lines = tape.lines
            #expect(lines.count == 2)
            let taken = try #require(lines.first)
            #expect(taken["securityServerType"] == "Producer")
            #expect(taken["messageId"] == "\(message.id)")
            #expect(taken["serviceCode"] == "agency.shared")
            #expect(taken["serviceVersion"] == "1")
            #expect(taken["succeeded"] == "true")
            #expect(taken["statusCode"] == "200")
            let times = try ["requestInTs", "requestOutTs", "responseInTs", "responseOutTs"].map {
                try #require(taken[$0].flatMap { Int64("\($0)") })
            }
            #expect(times == times.sorted())
            let refused = try #require(lines.last)
            #expect(refused["succeeded"] == "false")
            #expect(refused["faultCode"] == "sequence-gap")
            #expect(!lines.contains { "\($0)".contains("Contoh") })
        }
    }

    @Test func `where nobody asks for records, none is made`() async throws {
        try await ExchangePair.with { pair in
            let tape = LogTape()
            try await pair.border.openDoor(logger: tape.logger(.notice))
            #expect(try await pair.registry.send(SentMessage(), to: pair.border).status == 200)
            #expect(tape.lines.isEmpty)
        }
    }
}

import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import ServiceLifecycle
import Testing

/// The live board.
struct LiveTests {
    @Test func `an open board is told of a referral, and of nobody's name or number`() async throws {
        let post = try await Post(records: true)
        let board = LiveBoard(desk: post.desk)
        let events = try #require(try board.subscribe())
        let running = Task { await board.run() }
        var iterator = events.makeAsyncIterator()
        let first = String(buffer: try #require(await iterator.next()))
        #expect(first.hasPrefix("event: change\ndata: {"))
        #expect(first.hasSuffix("\n\n"))
        #expect(first.contains(#""referrals":[]"#))
        _ = try await post.desk.receive(Array(Records.manifest.utf8), name: "x.csv", by: .operatorConsole)
        let second = String(buffer: try #require(await iterator.next()))
        let id = try #require(try post.desk.referrals(on: post.desk.today).first?.id)
        #expect(second.contains(id))
        #expect(second.contains(#""refer":1"#))
        #expect(!second.contains("X9000002"))
        #expect(!second.contains("RINA"))
        running.cancel()
        await running.value
    }

    @Test func `a board that takes nothing is dropped, the others go on`() async throws {
        let post = try await Post()
        let board = LiveBoard(desk: post.desk)
        let deaf = try #require(try board.subscribe())
        let awake = try #require(try board.subscribe())
        var iterator = awake.makeAsyncIterator()
        _ = await iterator.next()
        for _ in 0..<20 {
            board.sendHeartbeat()
            _ = await iterator.next()
        }
        #expect(board.clientCount == 1)
        var kept = 0
        for await _ in deaf { kept += 1 }
        #expect(kept <= 4)
    }

    @Test func `a page that is closed is forgotten`() async throws {
        let post = try await Post()
        let board = LiveBoard(desk: post.desk)
        do {
            let events = try #require(try board.subscribe())
            let reading = Task { for await _ in events {} }
            reading.cancel()
            await reading.value
        }
        #expect(board.clientCount == 0)
    }
}

import NIOCore
import Operations
import ServiceLifecycle
import Synchronization

/// Sends the board to every open page when something on it changes: one snapshot is made for all of them.
///
/// Each event is the whole board, so a page that missed some is right again with the next.
/// - Source: Server-sent events, WHATWG HTML, section 9.2.
final class LiveBoard: Service {
    private struct Client {
        var continuation: AsyncStream<ByteBuffer>.Continuation
        var missed = 0
    }

    private struct State {
        var next = 0
        var clients: [Int: Client] = [:]
        var last: BoardSnapshot?
        var isPending = false
    }

    private static let mostMissed = 8
    private static let mostClients = 2000
    private static let heartbeat = ByteBuffer(string: ": masih tersambung\n\n")
    private let desk: Desk
    private let changes: AsyncStream<BoardChange>
    private let state = Mutex(State())

    /// A board without pages.
    init(desk: Desk) {
        self.desk = desk
        changes = desk.board.subscribe()
    }

    /// Events from now on, beginning with the board as it is; nil where too many pages are open.
    ///
    /// - Throws: `SiteFault`.
    func subscribe() throws -> AsyncStream<ByteBuffer>? {
        let first = Self.event(try BoardSnapshot(desk.today, from: desk.site))
        let (stream, continuation) = AsyncStream.makeStream(
            of: ByteBuffer.self,
            bufferingPolicy: .bufferingNewest(4)
        )
        let number: Int? = state.withLock { state in
            guard state.clients.count < Self.mostClients else { return nil }
            state.next += 1
            state.clients[state.next] = Client(continuation: continuation)
            return state.next
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.clients[number] = nil } }
        continuation.yield(first)
        return stream
    }

    /// How many pages are open.
    var clientCount: Int { state.withLock { $0.clients.count } }

    /// Follows the desk's changes until the server stops.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in self.changes.cancelOnGracefulShutdown() { self.refreshSoon() } }
            group.addTask { await self.beat() }
            try? await gracefulShutdown()
            group.cancelAll()
        }
        let clients = state.withLock { Array($0.clients.values) }
        for client in clients { client.continuation.finish() }
    }

    /// Sends the board once after a moment, however many changes come in it.
    private func refreshSoon() {
        let isFirst = state.withLock { state in
            defer { state.isPending = true }
            return !state.isPending
        }
        guard isFirst else { return }
        Task {
            try? await Task.sleep(for: .milliseconds(100))
            state.withLock { $0.isPending = false }
            refresh(isForced: true)
        }
    }

    /// Every 15 seconds tells the pages that the line stands; what another process has written is noticed here.
    private func beat() async {
        while (try? await Task.sleep(for: .seconds(15))) != nil {
            sendHeartbeat()
            refresh(isForced: false)
        }
    }

    /// Tells every page that the line stands.
    func sendHeartbeat() { send(Self.heartbeat) }

    private func refresh(isForced: Bool) {
        guard clientCount > 0, let snapshot = try? BoardSnapshot(desk.today, from: desk.site) else { return }
        let isNew = state.withLock { state in
            defer { state.last = snapshot }
            return state.last != snapshot
        }
        if isForced || isNew { send(Self.event(snapshot)) }
    }

    /// Sends to all; a page that takes nothing for long is dropped and will come back by itself.
    private func send(_ event: ByteBuffer) {
        let dropped = state.withLock { state in
            var dropped: [AsyncStream<ByteBuffer>.Continuation] = []
            for (number, client) in state.clients {
                guard case .dropped = client.continuation.yield(event) else {
                    state.clients[number]?.missed = 0
                    continue
                }
                state.clients[number]?.missed += 1
                if client.missed + 1 >= Self.mostMissed { dropped.append(client.continuation) }
            }
            return dropped
        }
        for continuation in dropped { continuation.finish() }
    }

    private static func event(_ snapshot: BoardSnapshot) -> ByteBuffer {
        ByteBuffer(string: "event: change\ndata: \(snapshot.json.compact)\n\n")
    }
}

import HTTPTypes
import Hummingbird
import Operations
import Pages
import ServiceLifecycle
import Vocabulary

/// The board of the day's departures, and its live line.
enum Board {
    static func show(_ visit: Visit) throws -> Reply {
        visit.page(BoardModel(try BoardSnapshot(visit.day(), from: visit.desk.site)))
    }

    /// Server-sent events until the page is closed, the session ends or the server stops.
    static func live(_ visit: Visit) throws -> Reply {
        let session = try visit.requiredSession
        guard let events = try visit.office.board.subscribe() else { throw Problem.boardsFull }
        var reply = Reply(.ok)
        reply.headers[.contentType] = "text/event-stream"
        reply.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("X-Accel-Buffering") { reply.headers[name] = "no" }
        let sessions = visit.office.sessions
        let body = visit.request.body
        reply.stream = ResponseBody { writer in
            try await body.consumeWithCancellationOnInboundClose { _ in
                for await event in events.cancelOnGracefulShutdown() {
                    guard case .open = sessions.standing(session.id, isTouch: false) else { break }
                    try await writer.write(event)
                }
            }
            try await writer.finish(nil)
        }
        return reply
    }
}

extension Visit {
    /// The day asked for, else today.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where it is no day.
    func day() throws -> Day {
        guard let text = query(Field.day) else { return desk.today }
        guard let day = Day(text) else {
            throw OperationFault.fieldUnfit(field: Field.day.text, expected: "YYYY-MM-DD")
        }
        return day
    }
}

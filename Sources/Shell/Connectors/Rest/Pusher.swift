import Foundation
import Operations
import Vocabulary

/// Tells an office's system what it may know, in order and at least once: a repeated telling has the key of the first.
struct Pusher {
    let contract: ConnectorContract
    let source: any NewsSource
    let line: PeerLine
    let folder: StateFolder
    let name: String

    private static let entriesAtOnce = 5000

    /// Tells everything that is new.
    ///
    /// - Throws: `ConnectorFault`, where the first that was refused holds the others up, since their order counts; `SiteFault`;
    ///   `CancellationError`.
    func run(_ state: inout ConnectorState, _ report: inout ConnectorReport) async throws {
        let end = try source.end()
        if state.toldBefore > end { state.toldBefore = 0 }
        while state.toldBefore < end {
            let (news, reached) = try source.news(
                contract.news,
                from: state.toldBefore,
                limit: Self.entriesAtOnce
            )
            for piece in news {
                let request = PeerRequest(path: "/news", body: Data(piece.body), key: piece.key)
                try await line.ask(request) { _ in }
                report.told += 1
                state.toldBefore = piece.entry + 1
                try folder.keep(state, of: name)
            }
            state.toldBefore = reached
            try folder.keep(state, of: name)
        }
    }
}

/// Something that an office's system is told.
package struct News: Sendable, Hashable {
    /// Under which key a repetition is known.
    package var key: String
    /// The ledger's entry that it rests on.
    package var entry: UInt64
    /// The JSON object.
    package var body: [UInt8]

    /// A piece of news.
    package init(key: String, entry: UInt64, body: [UInt8]) {
        self.key = key
        self.entry = entry
        self.body = body
    }
}

/// Where news come from, in order.
package protocol NewsSource: Sendable {
    /// The entry before which everything has been looked at once all news are told.
    ///
    /// - Throws: `SiteFault`.
    func end() throws -> UInt64

    /// News of some kinds, with the members that may be told, from an entry on; `reached` is where the next look begins.
    ///
    /// - Throws: `SiteFault`.
    func news(_ kinds: [String: [String]], from entry: UInt64, limit: Int) throws -> (
        news: [News], reached: UInt64
    )
}

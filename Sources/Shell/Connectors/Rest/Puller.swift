import Foundation
import Operations
import Vocabulary

/// Asks an office's system for its rows, page by page, and takes them; where it stands is noted only when they are durable.
struct Puller {
    let contract: ConnectorContract
    let desk: Desk
    let line: PeerLine
    let folder: StateFolder
    let name: String
    let turn: IntakeTurn

    /// Reads every table to its end.
    ///
    /// - Throws: `ConnectorFault`; `SiteFault`; `CancellationError`. What was taken before stands, and the next run goes on there.
    func run(_ state: inout ConnectorState, _ report: inout ConnectorReport) async throws {
        for share in contract.pulled { try await read(share, &state, &report) }
    }

    private func read(
        _ share: OfficeShare,
        _ state: inout ConnectorState,
        _ report: inout ConnectorReport
    ) async throws {
        let table = share.kind.rawValue
        var place = state.place(of: table, ledger: try desk.site.ledgerHead().size)
        var seen: Set<String> = []
        try await desk.awaitFirst(of: share)
        report.tables[table] = report.tables[table] ?? TakenRows()
        while true {
            let page: OfficePage
            do {
                page = try await line.ask(PeerRequest(path: path(table, place))) { try OfficePage.read($0) }
            } catch ConnectorFault.gone {
                guard place.page != nil || place.mark != nil else { throw ConnectorFault.gone }
                // First the page is forgotten, then the mark: rows come twice rather than never.
                if place.page == nil { place.mark = nil }
                place.page = nil
                try keep(place, of: table, &state)
                continue
            }
            let taken = try await take(page, share)
            state.note(taken.findings)
            report.tables[table]? += taken
            if let next = page.next {
                guard seen.insert(next).inserted else {
                    place.page = nil
                    try keep(place, of: table, &state)
                    throw ConnectorFault.envelope(finding: "pages of \(table) that lead in a circle")
                }
                place.page = next
            } else {
                try await desk.note(reach: page.completeUntil, page.state ?? .complete, of: share)
                place = ConnectorState.Place(mark: page.mark, page: nil, ledger: 0)
            }
            try keep(place, of: table, &state)
            if page.next == nil { return }
        }
    }

    private func take(_ page: OfficePage, _ share: OfficeShare) async throws -> TakenRows {
        guard !page.rows.isEmpty else { return TakenRows() }
        let table = contract.table(page.rows, of: share)
        return try await turn.hold {
            let taken = try await desk.take(table, as: share)
            try folder.update(orphansOf: name, with: taken)
            return taken
        }
    }

    /// Notes a place, with the ledger's size by which a restored ledger is known.
    private func keep(
        _ place: ConnectorState.Place,
        of table: String,
        _ state: inout ConnectorState
    ) throws {
        var place = place
        place.ledger = try desk.site.ledgerHead().size
        state.places[table] = place
        try folder.keep(state, of: name)
    }

    private func path(_ table: String, _ place: ConnectorState.Place) -> String {
        var questions: [String] = []
        if let mark = place.mark { questions.append("since=" + mark.escapedForQuery) }
        if let page = place.page { questions.append("page=" + page.escapedForQuery) }
        return "/" + table + (questions.isEmpty ? "" : "?" + questions.joined(separator: "&"))
    }
}

extension String {
    /// The text as it stands in a query, all but letters, digits and `-._~` escaped.
    var escapedForQuery: String {
        var text: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.append(byte)
            default: text += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

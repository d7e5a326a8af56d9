package import Foundation
package import Vocabulary

/// A page of an office's rows: the contract's envelope.
package struct OfficePage: Sendable, Decodable {
    /// The rows, in the office's own words.
    package var rows: [PlainJSON]
    /// Where the next page begins; nil on the last one.
    package var next: String?
    /// What to ask since, once all pages were taken; on the last page.
    package var mark: String?
    /// The day up to which the table is complete; on the last page.
    package var completeUntil: Day?
    /// The table's state; complete where it isn't said.
    package var state: Feed.State?

    private enum CodingKeys: String, CodingKey {
        case rows, next, mark, state
        case completeUntil = "complete_until"
    }

    /// Reads an answer's body.
    ///
    /// - Throws: `ConnectorFault.envelope` where it isn't what the contract says.
    package static func read(_ body: Data) throws -> OfficePage {
        let page: OfficePage
        do { page = try JSONDecoder().decode(OfficePage.self, from: body) } catch {
            throw ConnectorFault.envelope(
                finding: "no object with rows, next, mark, complete_until and state"
            )
        }
        guard page.rows.count <= mostRows else {
            throw ConnectorFault.envelope(finding: "\(page.rows.count) rows; at most \(mostRows) a page")
        }
        if page.next == nil, page.mark == nil || page.completeUntil == nil {
            throw ConnectorFault.envelope(finding: "a last page without mark or complete_until")
        }
        let isLong = [page.next, page.mark].contains { ($0?.utf8.count ?? 0) > mostMarkBytes }
        guard !isLong, page.next != "" else {
            throw ConnectorFault.envelope(finding: "next or mark of no or too many characters")
        }
        return page
    }

    /// The most rows a page may have.
    package static let mostRows = 5000
    private static let mostMarkBytes = 500
}

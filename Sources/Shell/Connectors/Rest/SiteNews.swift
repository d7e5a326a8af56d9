import Crypto
package import Operations
import Vocabulary

/// What a site can tell: departures and returns of placement holders, and how placements stand.
///
/// - Source: crossings of people without a placement never cross to the ministry; the border's answer holds no health, family or
///   complaint data.
package struct SiteNews: NewsSource {
    private let desk: Desk

    /// The news of a site.
    package init(_ desk: Desk) { self.desk = desk }

    package func end() throws -> UInt64 { try desk.site.ledgerHead().folded }

    package func news(
        _ kinds: [String: [String]],
        from entry: UInt64,
        limit: Int
    ) throws -> (news: [News], reached: UInt64) {
        try desk.site.read { reads in
            var all: [News] = []
            var reached = entry
            if let members = kinds["departures"] {
                let (found, next) = try reads.loaded(Crossing.self, from: entry, entries: limit)
                reached = next
                for (entry, crossing) in found {
                    guard let told = try departure(crossing, reads) else { continue }
                    all.append(piece(of: told, members, entry))
                }
            }
            if let members = kinds["placements"] {
                let (found, next) = try reads.loaded(Placement.self, from: entry, entries: limit)
                reached = next
                for (entry, placement) in found {
                    guard let told = standing(of: placement) else { continue }
                    all.append(piece(of: told, members, entry))
                }
            }
            return (all.sorted { $0.entry < $1.entry }, reached)
        }
    }

    private func departure(_ crossing: Crossing, _ reads: any SiteReads) throws -> [String: String]? {
        guard let passport = crossing.passportNumber, let direction = crossing.direction,
            let at = crossing.at,
            let placement = try reads.records(Placement.self, .passport(passport))
                .first(where: { $0.file.status?.isOpen ?? true })
        else { return nil }
        var told = ["kind": "departures", "event": direction == .exit ? "departed" : "returned"]
        told["placement_id"] = placement.key
        told["crossing_id"] = crossing.key
        told["on"] = at.day(zone: desk.zone).description
        told["destination"] = crossing.destination?.text
        return told
    }

    private func standing(of placement: Placement) -> [String: String]? {
        guard let passport = placement.holder.passportNumber.value else { return nil }
        var told = ["kind": "placements", "passport_no": passport.text]
        told["state"] = placement.file.status?.rawValue
        told["scheme"] = placement.file.scheme?.rawValue
        told["destination"] = placement.file.destination?.text
        told["valid_to"] = placement.file.contractUntil.value?.description
        return told
    }

    /// Only the members that the rules name, in order of their names; the key is the body's own digest.
    private func piece(of told: [String: String], _ members: [String], _ entry: UInt64) -> News {
        var body: [UInt8] = [0x7B]
        for name in told.keys.sorted() where name == "kind" || members.contains(name) {
            if body.count > 1 { body.append(0x2C) }
            body.appendJSONString(name.utf8)
            body.append(0x3A)
            body.appendJSONString((told[name] ?? "").utf8)
        }
        body.append(0x7D)
        let key = hexadecimal(SHA256.hash(data: body)).prefix(32)
        return News(key: String(key), entry: entry, body: body)
    }
}

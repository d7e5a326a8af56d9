package import Exchange
package import Vocabulary

/// Which side of the exchange a site is, and who the other is.
package struct ExchangeSide: Sendable, Hashable {
    /// The agency whose site this is.
    package let agency: Authority
    /// The site's own name in the exchange.
    package let name: PartyName
    /// The other agency's.
    package let partner: PartyName

    /// A side; nil where the agency has no other to exchange with.
    package init?(agency: Authority, name: PartyName, partner: PartyName) {
        guard agency.other != nil else { return nil }
        self.agency = agency
        self.name = name
        self.partner = partner
    }

    /// The other agency.
    var other: Authority { agency.other ?? agency }

    /// As whom the site acts when it does what a message of the partner asks for.
    var actor: Actor { Actor(partner: partner.text) }

    /// The stream of whatever a text names: the same for everything about it, so that one thing that can't be delivered holds up
    /// its own stream alone.
    ///
    /// - Shape: `k-00` to `k-15`.
    static func stream(of key: String) -> String {
        // FNV-1a: spread evenly and the same in every version.
        let hash = key.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let shard = (hash ^ hash >> 16) % streamCount
        return shard < 10 ? "k-0\(shard)" : "k-\(shard)"
    }

    /// The stream of what the streams themselves need, which nothing else may hold up.
    static let control = "control"

    /// Every stream.
    package static let streams = (0..<Int(streamCount)).map { $0 < 10 ? "k-0\($0)" : "k-\($0)" } + [control]

    private static let streamCount: UInt32 = 16
}

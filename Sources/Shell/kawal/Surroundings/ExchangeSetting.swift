import Exchange
import Foundation
import Operations
import Partner
import SiteStore
import Vocabulary

/// With whom a site exchanges messages: `exchange` in `kawal.json5`.
struct ExchangeSetting: Decodable {
    /// Whose site this is: `immigration` or `ministry`.
    var agency: Authority
    /// The site's name in the exchange: `id/imigrasi/simkim`.
    var name: PartyName
    /// The address at which the partner is answered.
    var address: String
    /// The port at which the partner is answered.
    var port: Int
    /// The partner's name.
    var partner: PartyName
    /// Host and port of the partner's door.
    var partnerAddress: String

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case agency, name, address, port, partner, partnerAddress
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(beside: CodingKeys.allCases)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func party(_ key: CodingKeys) throws -> PartyName {
            guard let name = PartyName(try container.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "expected a name such as id/imigrasi/simkim"
                )
            }
            return name
        }
        agency = try container.decode(Authority.self, forKey: .agency)
        guard agency.other != nil else {
            throw DecodingError.dataCorruptedError(
                forKey: .agency,
                in: container,
                debugDescription: "expected immigration or ministry"
            )
        }
        name = try party(.name)
        partner = try party(.partner)
        address = try container.decodeIfPresent(String.self, forKey: .address) ?? "127.0.0.1"
        port = try container.decode(Int.self, forKey: .port)
        partnerAddress = try container.decode(String.self, forKey: .partnerAddress)
    }

    /// The side that a desk takes.
    var side: ExchangeSide? { ExchangeSide(agency: agency, name: name, partner: partner) }
}

extension Workplace {
    /// This site's own keys, drawn where there are none yet.
    ///
    /// - Throws: `SiteFault`.
    func exchangeKeys() throws -> ExchangeKeys {
        guard let setting = settings.exchange else { throw Workplace.noExchange }
        let bytes = try store.exchangeSecret { try ExchangeKeys.drawn(for: setting.name, at: desk.now()) }
        return try ExchangeKeys(reading: bytes)
    }

    /// What the partner is to know of this site.
    ///
    /// - Throws: `SiteFault`; `UsageProblem` where the site has no partner.
    func bundle() throws -> PartnerBundle {
        guard let setting = settings.exchange else { throw Workplace.noExchange }
        let keys = try exchangeKeys()
        let party = try keys.bundle(of: setting.name, log: store.checkpointKeys, witness: store.witnessKey)
        return PartnerBundle(keys: party, certificate: keys.certificate)
    }

    /// The line to the partner; nil of a site that stands alone, or whose partner's keys nobody has taken yet.
    ///
    /// - Throws: `SiteFault`.
    func partnerLine() throws -> PartnerLine? {
        guard let side = desk.exchange else { return nil }
        let trusted = try store.read { try $0.trust() }.first {
            $0.isTrusted && $0.party == side.partner.text
        }
        guard let partner = trusted.flatMap(PartnerBundle.init) else { return nil }
        return PartnerLine(
            desk: desk,
            store: store,
            side: side,
            keys: try exchangeKeys(),
            partner: partner
        )
    }

    static let noExchange = UsageProblem(
        sentence:
            "The site has no `exchange` in kawal.json5; docs/operate/exchange.md says what belongs there."
    )
}

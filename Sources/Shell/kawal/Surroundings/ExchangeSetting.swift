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
    /// Who carries the messages (X-Road, SPLP); nil where the two sites speak directly.
    var carrier: CarrierSetting?
    /// Whether each message leaves an operational record in the log, in the words of X-Road's monitoring.
    var records: Bool

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case agency, name, address, port, partner, partnerAddress, carrier, records
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
        carrier = try container.decodeIfPresent(CarrierSetting.self, forKey: .carrier)
        records = try container.decodeIfPresent(Bool.self, forKey: .records) ?? false
    }

    /// Refuses what could only fail once messages cross.
    ///
    /// - Throws: `InputProblem`.
    func check() throws {
        guard (1...65_535).contains(port) else {
            throw InputProblem(sentence: "exchange.port: expected 1 to 65535.")
        }
        let partnersPort = partnerAddress.split(separator: ":").last.flatMap { Int($0) }
        guard partnersPort.map((1...65_535).contains) == true, HostAuthority.canonical(partnerAddress) != nil
        else {
            throw InputProblem(
                sentence: "exchange.partnerAddress: expected host and port: kawal.kp2mi.example:9443."
            )
        }
        guard name != partner else {
            throw InputProblem(sentence: "exchange.partner: expected another name than exchange.name.")
        }
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
        return PartnerBundle(keys: party, certificate: keys.certificates)
    }

    /// Draws the next signing key and certificate, or takes those that were drawn before, and tells the partner.
    ///
    /// - Returns: What two people read to the partner's.
    /// - Throws: `SiteFault`; `OperationFault`; `UsageProblem` where the site has no partner.
    func rotateKeys(by officers: [String]) async throws -> String {
        guard let setting = settings.exchange else { throw Workplace.noExchange }
        _ = try exchangeKeys()
        let now = desk.now()
        let bytes = try store.exchangeSecret { try ExchangeKeys.drawn(for: setting.name, at: now) }
        try store.replaceExchangeSecret(try ExchangeKeys.rotating(bytes, of: setting.name, at: now))
        let (keys, bundle) = (try exchangeKeys(), try self.bundle())
        let manifest = try keys.manifest(bundle.keys, at: now)
        try await desk.rotate(manifest, certificate: bundle.certificate, by: officers)
        return PartnerBundle(keys: manifest.keys, certificate: bundle.certificate).fingerprint
    }

    /// Uses the next keys from now on, where the partner answers to them already.
    ///
    /// - Returns: Whether they are used now.
    /// - Throws: `SiteFault`; `NIOSSLError`.
    func adoptNextKeys() async throws -> Bool {
        guard let setting = settings.exchange, let line = try partnerLine(), line.keys.next != nil else {
            return false
        }
        let bytes = try store.exchangeSecret { try ExchangeKeys.drawn(for: setting.name, at: desk.now()) }
        let adopted = try ExchangeKeys.adopting(bytes)
        let client = try PartnerClient(
            line.speaking(with: ExchangeKeys(reading: adopted)),
            authority: setting.partnerAddress
        )
        let isKnown = await client.isKnown()
        await client.close()
        if isKnown { try store.replaceExchangeSecret(adopted) }
        return isKnown
    }

    /// The line to the partner; nil of a site that stands alone, or whose partner's keys nobody has taken yet.
    ///
    /// - Throws: `SiteFault`.
    func partnerLine() throws -> PartnerLine? {
        guard let side = desk.exchange else { return nil }
        let trusted = try store.read { try $0.trusted(of: side.partner.text) }
        guard let partner = trusted.flatMap(PartnerBundle.init) else { return nil }
        return PartnerLine(
            desk: desk,
            store: store,
            side: side,
            keys: try exchangeKeys(),
            partner: partner,
            carrier: try settings.exchange?.carrier?.carrier()
        )
    }

    static let noExchange = UsageProblem(
        sentence:
            "The site has no `exchange` in kawal.json5; docs/operate/exchange.md says what belongs there."
    )
}

import Exchange
import NIOSSL
package import Operations
import Vocabulary

/// Everything that both directions of the exchange work with.
package struct PartnerLine: Sendable {
    /// What the work does.
    package let desk: Desk
    /// The store, as witness and witnessed.
    package let store: any Site & WitnessPort
    /// Which side this is.
    package let side: ExchangeSide
    /// This side's secrets.
    package let keys: ExchangeKeys
    /// The other side's keys.
    package let partner: PartnerBundle
    /// Who carries messages between the two; nil where they speak directly.
    package let carrier: Carrier?

    /// A line.
    package init(
        desk: Desk,
        store: any Site & WitnessPort,
        side: ExchangeSide,
        keys: ExchangeKeys,
        partner: PartnerBundle,
        carrier: Carrier? = nil
    ) {
        self.carrier = carrier
        self.desk = desk
        self.store = store
        self.side = side
        self.keys = keys
        self.partner = partner
    }

    /// The same line with other secrets of this side.
    package func speaking(with keys: ExchangeKeys) -> PartnerLine {
        PartnerLine(
            desk: desk,
            store: store,
            side: side,
            keys: keys,
            partner: partner,
            carrier: carrier
        )
    }

    var signer: MessageSigner { MessageSigner(party: side.name, key: keys.signing) }

    /// TLS 1.3 with this side's certificate, trusting the partner's and the carrier's alone.
    func tls(asServer: Bool) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMBytes([UInt8](keys.certificate.utf8))
        let key = try NIOSSLPrivateKey(bytes: [UInt8](keys.certificateKey.utf8), format: .pem)
        var tls =
            asServer
            ? TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(key)
            ) : TLSConfiguration.makeClientConfiguration()
        if !asServer {
            tls.certificateChain = chain.map { .certificate($0) }
            tls.privateKey = .privateKey(key)
        }
        tls.minimumTLSVersion = .tlsv13
        // The certificate itself is trusted; there is no name to be wrong about.
        tls.certificateVerification = .noHostnameVerification
        tls.trustRoots = .certificates(
            try NIOSSLCertificate.fromPEMBytes(
                [UInt8]((partner.certificate + "\n" + (carrier?.certificate ?? "")).utf8)
            )
        )
        return tls
    }
}

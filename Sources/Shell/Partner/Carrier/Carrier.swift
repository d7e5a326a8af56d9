import Exchange
import Vocabulary

/// Somebody who carries messages between the two sides without being one of them (X-Road, SPLP): trusted with nothing but carrying.
///
/// What it carries is signed without host and path, which it rewrites, and sealed to the receiver, so that it reads nothing.
package struct Carrier: Sendable {
    /// Host and port, and the path below which it serves the partner: `ss.example:8443/r1/ID/GOV/kp2mi/siskop/exchange`.
    package let address: String
    /// The certificate with which it answers and calls, PEM.
    package let certificate: String
    /// The name by which it knows this side (`X-Road-Client`); nil where it wants none.
    package let client: String?

    /// A carrier.
    package init(address: String, certificate: String, client: String?) {
        self.address = address
        self.certificate = certificate
        self.client = client
    }

    /// What the carrier is told beside a request: identifiers that say nothing of anybody.
    ///
    /// - Source: X-Road message protocol for REST (PR-REST) section 4.3.
    func fields(of envelope: Envelope?, officer: String?) -> [HeaderLine] {
        var fields = [client.map { HeaderLine(name: "x-road-client", value: $0) }].compactMap { $0 }
        guard let envelope else { return fields }
        fields.append(HeaderLine(name: "x-road-id", value: envelope.id))
        fields.append(
            HeaderLine(name: "x-road-issue", value: "\(envelope.stream).\(envelope.sequence)")
        )
        fields.append(HeaderLine(name: "x-road-userid", value: officer ?? envelope.sender.text))
        return fields
    }
}

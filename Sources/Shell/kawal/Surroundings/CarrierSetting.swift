import Foundation
import Partner

/// Who carries a site's messages: `exchange.carrier` in `kawal.json5`.
struct CarrierSetting: Decodable {
    /// Host, port and path below which it serves the partner.
    var address: String
    /// The file of its certificate, PEM.
    var certificate: String
    /// By what it knows this site (`X-Road-Client`); nil where it wants nothing.
    var client: String?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case address, certificate, client
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(beside: CodingKeys.allCases)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        address = try container.decode(String.self, forKey: .address)
        certificate = try container.decode(String.self, forKey: .certificate)
        client = try container.decodeIfPresent(String.self, forKey: .client)
    }

    /// The carrier, with its certificate.
    ///
    /// - Throws: `InputProblem` where the certificate can't be read.
    func carrier() throws -> Carrier {
        guard let pem = FileManager.default.contents(atPath: certificate) else {
            throw InputProblem(sentence: "\(certificate) (exchange.carrier.certificate) can't be read.")
        }
        return Carrier(address: address, certificate: String(decoding: pem, as: UTF8.self), client: client)
    }
}

import Connectors
import Foundation
import Vocabulary

/// The one configuration file of a site, `kawal.json5` in the site's folder: JSON in which comments may stand.
struct SiteSettings: Decodable {
    /// The agency whose node this is.
    var agency = "Kawal"
    /// The checkpoint, by its id in `Reference/checkpoints.csv`.
    var post = "TPI-A-CGK"
    /// The post's name as people say it.
    var postName = "Soekarno-Hatta"
    /// The zone of the post or mission, in minutes east of UTC: WIB 420, WITA 480, WIT 540, Riyadh 180.
    var zone = 420
    /// The address under which travellers reach the site, as their notices print it: `https://kawal.example`.
    var publicAddress: String?
    /// The telephone number that is answered day and night when the machine fails: `021-5550-0123`.
    var dutyNumber: String?
    /// The address to listen on.
    var address = "127.0.0.1"
    /// The port to listen on.
    var port = 8080
    /// Certificate chain and private key, PEM files, for TLS.
    var tls: TLS?
    /// Minutes without a key press after which a session locks.
    var idleLockMinutes = 10
    /// The largest file that is taken, in MiB.
    var uploadLimitMiB = 64
    /// Whether every page is marked LATIHAN.
    var training = false
    /// The PostgreSQL that this node shares its ledger in with others, as libpq names it; nil where it has its own.
    var ledger: String?
    /// The connections to other offices' systems.
    var connectors: [ConnectorSetting] = []

    /// Where certificate and key stand.
    struct TLS: Decodable {
        /// The certificate chain.
        var certificate: String
        /// The private key, mode 0600.
        var key: String

        private enum CodingKeys: String, CodingKey, CaseIterable { case certificate, key }

        init(from decoder: any Decoder) throws {
            try decoder.refuseKeys(beside: CodingKeys.allCases)
            let container = try decoder.container(keyedBy: CodingKeys.self)
            certificate = try container.decode(String.self, forKey: .certificate)
            key = try container.decode(String.self, forKey: .key)
        }
    }

    /// With whom messages are exchanged; nil of a site that stands alone.
    var exchange: ExchangeSetting?

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case exchange
        case agency, post, postName, zone, address, port, tls, idleLockMinutes, uploadLimitMiB, training
        case ledger, publicAddress, dutyNumber, connectors
    }

    init() {}

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(beside: CodingKeys.allCases)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let defaults = SiteSettings()
        agency = try container.decodeIfPresent(String.self, forKey: .agency) ?? defaults.agency
        post = try container.decodeIfPresent(String.self, forKey: .post) ?? defaults.post
        postName = try container.decodeIfPresent(String.self, forKey: .postName) ?? defaults.postName
        zone = try container.decodeIfPresent(Int.self, forKey: .zone) ?? defaults.zone
        address = try container.decodeIfPresent(String.self, forKey: .address) ?? defaults.address
        port = try container.decodeIfPresent(Int.self, forKey: .port) ?? defaults.port
        tls = try container.decodeIfPresent(TLS.self, forKey: .tls)
        idleLockMinutes =
            try container.decodeIfPresent(Int.self, forKey: .idleLockMinutes) ?? defaults.idleLockMinutes
        uploadLimitMiB =
            try container.decodeIfPresent(Int.self, forKey: .uploadLimitMiB) ?? defaults.uploadLimitMiB
        training = try container.decodeIfPresent(Bool.self, forKey: .training) ?? defaults.training
        publicAddress = try container.decodeIfPresent(String.self, forKey: .publicAddress)
        dutyNumber = try container.decodeIfPresent(String.self, forKey: .dutyNumber)
        exchange = try container.decodeIfPresent(ExchangeSetting.self, forKey: .exchange)
        ledger = try container.decodeIfPresent(String.self, forKey: .ledger)
        connectors = try container.decodeIfPresent([ConnectorSetting].self, forKey: .connectors) ?? []
    }

    /// Reads a site's settings; a site without the file has the defaults.
    ///
    /// - Throws: `InputProblem` where the file is broken, with what is wrong.
    static func read(site: String, file: String?) throws -> SiteSettings {
        let path = file ?? site + "/kawal.json5"
        guard let data = FileManager.default.contents(atPath: path) else {
            guard file == nil else {
                throw InputProblem(sentence: "The configuration file \(path) can't be read.")
            }
            return SiteSettings()
        }
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            let settings = try decoder.decode(SiteSettings.self, from: data)
            try settings.check()
            return settings
        } catch let error as DecodingError {
            throw InputProblem(
                sentence: "\(path): \(Self.finding(error)). docs/operate/configure.md lists the settings."
            )
        } catch let problem as InputProblem {
            throw InputProblem(sentence: "\(path): \(problem.sentence)")
        }
    }

    private func check() throws {
        guard (-720...840).contains(zone), zone % 15 == 0 else {
            throw InputProblem(
                sentence:
                    "zone: expected minutes east of UTC: 420 (WIB), 480 (WITA), 540 (WIT), 180 (Riyadh)."
            )
        }
        let isAddress = publicAddress.map {
            ($0.hasPrefix("https://") || $0.hasPrefix("http://127.")) && !$0.hasSuffix("/")
        }
        guard isAddress ?? true else {
            throw InputProblem(sentence: "publicAddress: expected https://… without a slash at its end.")
        }
        guard dutyNumber.map(DutyNumber.isOne) ?? true else {
            throw InputProblem(
                sentence:
                    "dutyNumber: expected 3 to 15 digits, with blanks, dots, hyphens, brackets or a + before them."
            )
        }
        guard (0...65_535).contains(port) else { throw InputProblem(sentence: "port: expected 0 to 65535.") }
        guard (1...240).contains(idleLockMinutes) else {
            throw InputProblem(sentence: "idleLockMinutes: expected 1 to 240.")
        }
        guard (1...1024).contains(uploadLimitMiB) else {
            throw InputProblem(sentence: "uploadLimitMiB: expected 1 to 1024.")
        }
        try exchange?.check()
    }

    private static func finding(_ error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return (path.isEmpty ? "" : "\(path): ") + context.debugDescription
        @unknown default: return "not JSON5"
        }
    }
}

/// Any key of an object, known or not.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// Refuses a misspelt setting, which would otherwise leave its default in force.
    func refuseKeys(beside known: [some CodingKey]) throws {
        let names = known.map(\.stringValue)
        let keys = try container(keyedBy: AnyKey.self).allKeys
        guard let key = keys.first(where: { !names.contains($0.stringValue) }) else { return }
        throw DecodingError.dataCorrupted(
            DecodingError.Context(
                codingPath: codingPath + [key],
                debugDescription: "no such setting; known are \(names.joined(separator: ", "))"
            )
        )
    }
}

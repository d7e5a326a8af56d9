import Connectors

extension ConnectorSetting: Decodable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name, office, way, tables, seconds, folder, address, token, authority, certificate, key,
            waitMinutes
        case keepDays
    }

    /// Reads one element of `connectors` in `kawal.json5`.
    ///
    /// - Throws: `DecodingError`.
    package init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(beside: CodingKeys.allCases)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let word = try container.decode(String.self, forKey: .way)
        guard let way = Way(rawValue: word) else {
            let known = Way.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                forKey: .way,
                in: container,
                debugDescription: "expected one of \(known)"
            )
        }
        self.init(
            name: try container.decode(String.self, forKey: .name),
            office: try container.decode(String.self, forKey: .office),
            way: way
        )
        tables = try container.decodeIfPresent([String].self, forKey: .tables) ?? tables
        seconds = try container.decodeIfPresent(Int.self, forKey: .seconds) ?? seconds
        folder = try container.decodeIfPresent(String.self, forKey: .folder)
        address = try container.decodeIfPresent(String.self, forKey: .address)
        token = try container.decodeIfPresent(String.self, forKey: .token)
        authority = try container.decodeIfPresent(String.self, forKey: .authority)
        certificate = try container.decodeIfPresent(String.self, forKey: .certificate)
        key = try container.decodeIfPresent(String.self, forKey: .key)
        waitMinutes = try container.decodeIfPresent(Int.self, forKey: .waitMinutes) ?? waitMinutes
        keepDays = try container.decodeIfPresent(Int.self, forKey: .keepDays) ?? keepDays
    }
}

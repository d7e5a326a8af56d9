extension CountryCode {
    /// Every country of ISO 3166, in the order of the Indonesian names.
    public static let all: [CountryCode] = CountryTable.names
        .sorted { ($0.value.indonesian, $0.key) < ($1.value.indonesian, $1.key) }
        .compactMap { CountryCode($0.key) }
}

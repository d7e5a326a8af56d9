/// Which country a place is in, and how one leaves from it (daftar tempat).
///
/// - Source: `Reference/airports.csv`, `Reference/checkpoints.csv`; UN/LOCODE, whose first two letters are the country.
public struct Places: Sendable {
    /// One checkpoint of Indonesia.
    public struct Checkpoint: Sendable, Hashable {
        /// How the border is crossed there.
        public var mode: Trip.Mode
        /// The regency it stands in (four digits).
        public var regencyCode: String?

        /// A checkpoint.
        public init(mode: Trip.Mode, regencyCode: String?) {
            self.mode = mode
            self.regencyCode = regencyCode
        }
    }

    private let airports: [String: CountryCode]
    private let checkpoints: [String: Checkpoint]

    /// Places by IATA code, and checkpoints by id and by UN/LOCODE.
    public init(airports: [String: CountryCode], checkpoints: [String: Checkpoint]) {
        self.airports = airports
        self.checkpoints = checkpoints
    }

    /// The country of a place: IATA, UN/LOCODE, a checkpoint's id or a country code; nil where it is unknown.
    public func country(of place: String) -> CountryCode? {
        if let country = airports[place] { return country }
        if checkpoints[place] != nil { return .indonesia }
        let bytes = Array(place.utf8)
        let hasLetters = bytes.prefix(2).allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
        switch bytes.count {
        case 5 where hasLetters:
            return CountryCode(String(place.prefix(2))).flatMap { $0.isRecognised ? $0 : nil }
        case 2, 3: return CountryCode(place).flatMap { $0.isRecognised ? $0 : nil }
        default: return nil
        }
    }

    /// Whether a text is the id of a checkpoint.
    public func isCheckpoint(_ text: String) -> Bool { checkpoints[text] != nil }

    /// How the border is crossed at a place; nil where it is unknown.
    public func mode(of place: String) -> Trip.Mode? {
        checkpoints[place]?.mode ?? (airports[place] == nil ? nil : .air)
    }
}

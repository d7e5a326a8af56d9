/// What a list is sent for, as its BGM says (maksud daftar).
///
/// - Source: WCO/IATA/ICAO PAXLST Implementation Guide, code list 1004.
package enum ListPurpose: Sendable, Hashable {
    /// The whole list; it replaces an earlier one.
    case whole
    /// `CP`, `CC`: new data of the people on it, the others as before.
    case change
    /// `XR`, `RP`: the people on it no longer travel.
    case removal
    /// `CLOB`, `CL`: the doors are closed, the people on it are on board.
    case onBoard
    /// `CLNB`: the doors are closed, the people on it stayed behind.
    case notOnBoard
    /// `XF`: the flight is cancelled.
    case cancellation

    /// Whether its people are to be judged: not those who no longer travel or stayed behind.
    var isJudged: Bool { self == .whole || self == .change || self == .onBoard }

    /// The purpose that a code says; a code that isn't known says nothing.
    init(function: String?) {
        switch function?.uppercased() {
        case "CP", "CC": self = .change
        case "XR", "RP": self = .removal
        case "CLOB", "CL": self = .onBoard
        case "CLNB": self = .notOnBoard
        case "XF": self = .cancellation
        default: self = .whole
        }
    }

    /// Whether nobody is asked to a counter any more after it.
    var isClosing: Bool { self == .onBoard || self == .notOnBoard || self == .cancellation }
}

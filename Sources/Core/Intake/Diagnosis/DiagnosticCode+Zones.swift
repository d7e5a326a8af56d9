import Vocabulary

extension DiagnosticCode {
    static let noZone = DiagnosticCode(
        "MRZ-FORMAT",
        .error,
        "The lines are no machine-readable zone of ICAO Doc 9303; nothing was read from them.",
        remedy: "Read the document again, or type the passport number by hand."
    )
    static let zoneLength = DiagnosticCode(
        "MRZ-LENGTH",
        .note,
        "The line of names had lost its last fillers; they were added.",
        remedy: "Nothing; if it happens often, check the reader's settings."
    )
    static let zoneCharacter = DiagnosticCode(
        "MRZ-CHARACTER",
        .warning,
        "The zone contains a character that no zone has.",
        remedy: "Read the document again."
    )
    static let zoneDigit = DiagnosticCode(
        "MRZ-DIGIT",
        .warning,
        "A check digit does not fit its field: the zone was misread, mistyped or altered.",
        remedy: "Read the document again; if the digit stays wrong, compare the zone with the printed page."
    )
    static let zoneDate = DiagnosticCode(
        "MRZ-DATE",
        .warning,
        "A date of the zone is no calendar date; it counts as unknown.",
        remedy: "Compare the zone with the printed page."
    )
    static let zoneSex = DiagnosticCode(
        "MRZ-SEX",
        .warning,
        "The zone has another character where the sex stands; it counts as unknown.",
        remedy: "Read the document again."
    )
    static let zoneCountry = DiagnosticCode(
        "MRZ-COUNTRY",
        .note,
        "A code of the zone is that of no country; it is kept as printed.",
        remedy: "Read the document again; if the code stays, compare it with the printed page."
    )

    static let ofZones: [DiagnosticCode] = [
        noZone, zoneLength, zoneCharacter, zoneDigit, zoneDate, zoneSex, zoneCountry,
    ]
}

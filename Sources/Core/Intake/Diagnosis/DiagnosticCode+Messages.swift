import Vocabulary

extension DiagnosticCode {
    static let noMessage = DiagnosticCode(
        "EDI-NONE",
        .error,
        "The file holds no UN/EDIFACT message that can be told apart; nothing was read.",
        remedy: "Ask the sender for the message as it left their system."
    )
    static let unreadType = DiagnosticCode(
        "EDI-TYPE",
        .note,
        "Messages of this type carry no passengers that Kawal reads; the message was left aside.",
        remedy: "Nothing; the other messages of the file were read."
    )
    static let advice = DiagnosticCode(
        "EDI-UNA",
        .warning,
        "The message uses other separators than its UNA segment announces; those in use were taken.",
        remedy: "Tell the sender that UNA and message disagree."
    )
    static let absentTerminator = DiagnosticCode(
        "EDI-TERMINATOR",
        .warning,
        "A segment lacks its terminator; it was ended where the next segment begins on a new line.",
        remedy: "Tell the sender; look whether the segment is whole."
    )
    static let cutMessage = DiagnosticCode(
        "EDI-CUT",
        .error,
        "The message breaks off: its end was lost, with whatever stood there.",
        remedy: "Ask the sender for the whole message; persons read so far are kept."
    )
    static let absentTrailer = DiagnosticCode(
        "EDI-UNT-NONE",
        .warning,
        "The message has no UNT segment, so nothing tells whether it is whole.",
        remedy: "Compare the number of persons with the carrier's."
    )
    static let segmentCount = DiagnosticCode(
        "EDI-UNT",
        .warning,
        "UNT declares another number of segments than the message has.",
        remedy: "Compare the number of persons with the carrier's; many systems count wrongly."
    )
    static let personCount = DiagnosticCode(
        "EDI-CNT",
        .note,
        "CNT declares another number of persons than the message lists; it may count the whole flight.",
        remedy: "Compare with the other parts of the list."
    )
    static let bookingCount = DiagnosticCode(
        "EDI-EQN",
        .note,
        "EQN declares another number of bookings than the message holds; it may count the whole flight.",
        remedy: "Compare with the other messages of the flight."
    )
    static let strangeSegment = DiagnosticCode(
        "EDI-SEGMENT",
        .warning,
        "A stretch of the message is no segment; it was passed over.",
        remedy: "Look at the place; a separator inside a text may lack its release character."
    )
    static let highBytes = DiagnosticCode(
        "EDI-CHARSET",
        .note,
        "The message contains letters outside the character set it declares; they were kept.",
        remedy: "Nothing."
    )
    static let nameless = DiagnosticCode(
        "EDI-NAME",
        .warning,
        "A person of the list has no name; the person is kept without one.",
        remedy: "Ask the carrier for the name, or look the person up by document."
    )
    static let strangeDate = DiagnosticCode(
        "EDI-DATE",
        .warning,
        "A date or time can't be read; it counts as unknown.",
        remedy: "Ask the carrier for the date."
    )
    static let secondExpiry = DiagnosticCode(
        "EDI-EXPIRY",
        .warning,
        "A document has two different ends of validity; the last one written is kept.",
        remedy: "Compare with the passport register."
    )
    static let strangeCountry = DiagnosticCode(
        "EDI-COUNTRY",
        .warning,
        "A country code is none of ISO 3166 or ICAO Doc 9303; it is kept as sent.",
        remedy: "Compare with the document."
    )
    static let strangeSex = DiagnosticCode(
        "EDI-SEX",
        .warning,
        "The code of a person's sex is none that is known; it counts as unknown.",
        remedy: "Nothing; no advice depends on it."
    )
    static let emptyDocument = DiagnosticCode(
        "EDI-DOC",
        .note,
        "A document segment holds neither kind nor number; it was left out.",
        remedy: "Look the person up by name and birth date."
    )
    static let absentList = DiagnosticCode(
        "EDI-BGM",
        .warning,
        "The message does not say what list it is; it is taken for a list of passengers.",
        remedy: "Tell the sender that BGM is missing."
    )
    /// Travellers of a booking without a document.
    public static let undocumentedBooking = DiagnosticCode(
        "EDI-NODOC",
        .note,
        "Travellers of bookings have no document number or no locator, so nothing can find their booking.",
        remedy: "Nothing; their documents come with the passenger list."
    )
    /// Travellers whom the answer to the carrier can't name.
    public static let unnamedAnswer = DiagnosticCode(
        "EDI-NOREF",
        .warning,
        "Travellers have no reference of the carrier's, so its answer can't name them.",
        remedy: "Ask the carrier to send RFF+ABO or RFF+AVF for each traveller."
    )
    static let strangeInfant = DiagnosticCode(
        "EDI-INFT",
        .error,
        "An infant's request holds no name; the infant was left out.",
        remedy: "Ask the carrier for the infant's name."
    )
    static let stray = DiagnosticCode(
        "EDI-STRAY",
        .error,
        "Segments stand outside any message; they were not read.",
        remedy: "Ask the sender for the message again; its header (UNH) was lost."
    )
    static let more = DiagnosticCode(
        "EDI-MORE",
        .note,
        "The message has more findings than are listed.",
        remedy: "Mend the listed ones first."
    )

    static let ofMessages: [DiagnosticCode] = [
        noMessage, unreadType, advice, absentTerminator, cutMessage, absentTrailer, segmentCount, personCount,
        bookingCount,
        strangeSegment, highBytes, nameless, strangeDate, secondExpiry, strangeCountry, strangeSex,
        emptyDocument,
        absentList, undocumentedBooking, unnamedAnswer, stray, strangeInfant, more,
    ]
}

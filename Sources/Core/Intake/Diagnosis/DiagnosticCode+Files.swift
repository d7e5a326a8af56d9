import Vocabulary

extension DiagnosticCode {
    /// A file that came for a passenger list and is none.
    public static let noList = DiagnosticCode(
        "FILE-NO-LIST",
        .error,
        "A file that was to be screened holds no travellers.",
        remedy: "Load offices' tables with `kawal intake`."
    )
    /// A list that could not be received among other files.
    public static let unreadList = DiagnosticCode(
        "FILE-LIST",
        .error,
        "A file of a folder can't be read as a passenger list; the others were loaded.",
        remedy: "Ask the sender for the list again; the other files were loaded."
    )
    /// A list of no flight.
    public static let noDeparture = DiagnosticCode(
        "LIST-DEPARTURE",
        .error,
        "A list names no flight or no day; it can't be joined to a departure.",
        remedy: "Ask the sender for the flight and its time, then send the list again."
    )
    /// A list that a later one of the same file replaces.
    public static let replacedList = DiagnosticCode(
        "LIST-REPLACED",
        .warning,
        "A later list of the same departure in the same file replaces this one.",
        remedy: "Nothing is to be done where the later list is the right one."
    )
    static let ruleFile = DiagnosticCode(
        "RULE-FILE",
        .error,
        "A rule file is missing, or stands there unknown; no rule is used.",
        remedy: "Put the files of the installed release back."
    )
    static let ruleTable = DiagnosticCode(
        "RULE-TABLE",
        .error,
        "A rule file is no table of its columns; no rule is used.",
        remedy: "Correct the header, quotes and number of cells."
    )
    static let ruleCell = DiagnosticCode(
        "RULE-CELL",
        .error,
        "A cell of a rule file can't be used; no rule is used.",
        remedy: "Correct the cell as the finding says."
    )
    static let ruleKey = DiagnosticCode(
        "RULE-KEY",
        .error,
        "A rule file names a key that another lacks; no rule is used.",
        remedy: "Add the row, or correct the key."
    )
    static let referenceColumn = DiagnosticCode(
        "REF-COLUMN",
        .error,
        "A reference table lacks a column; the program doesn't start.",
        remedy: "Restore the table from the release, or renew it with scripts/make-reference."
    )

    static let ofFiles: [DiagnosticCode] = [
        noList, unreadList, noDeparture, replacedList, ruleFile, ruleTable, ruleCell, ruleKey,
        referenceColumn,
    ]
}

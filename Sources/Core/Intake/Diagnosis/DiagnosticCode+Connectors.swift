import Vocabulary

extension DiagnosticCode {
    /// A row of some columns for a record that isn't there.
    public static let orphanRow = DiagnosticCode(
        "CON-ORPHAN",
        .warning,
        "An office brings papers of a record that no other office has; they wait and are added once it comes.",
        remedy:
            "List them with `kawal connect --orphans`; ask the registry for the record, or its office for the number."
    )
    /// A row of some columns that could belong to several records.
    public static let doubtfulRow = DiagnosticCode(
        "CON-MANY",
        .warning,
        "An office brings papers of a person who has several open placements; nobody can tell which one they are for.",
        remedy: "List them with `kawal connect --orphans`; ask the office for the placement number."
    )
    /// A table that an office may not bring.
    public static let foreignTable = DiagnosticCode(
        "CON-TABLE",
        .error,
        "The file is no table that its office may bring; nothing was taken.",
        remedy: "Check the folder it was put in; what an office may bring stands in Rules/connectors.csv."
    )
    /// A column that an office may not bring.
    public static let foreignColumn = DiagnosticCode(
        "CON-COLUMN",
        .warning,
        "A column is filled that its office may not bring; it was left as it stands.",
        remedy: "Leave the column out; what an office may bring stands in Rules/connectors.csv."
    )
    /// A value that an office may not bring.
    public static let foreignValue = DiagnosticCode(
        "CON-VALUE",
        .error,
        "A row is of a kind that its office may not bring; it is refused.",
        remedy: "Ask the office that is responsible; who may bring what stands in Rules/connectors.csv."
    )
    /// A cell that finds the record is missing.
    public static let absentMatch = DiagnosticCode(
        "CON-MATCH",
        .error,
        "A row lacks the number by which its record is found; it is refused.",
        remedy: "Send the row again with the number that the connector is matched by."
    )
    /// An answer that isn't as the contract says.
    public static let brokenEnvelope = DiagnosticCode(
        "CON-ENVELOPE",
        .error,
        "An office's answer isn't what the contract says; nothing of it was taken, it is asked again.",
        remedy: "Compare the answer with docs/operate/connector-openapi.json."
    )
    /// A file that doesn't get complete.
    public static let halfFile = DiagnosticCode(
        "CON-HALF",
        .warning,
        "A file in the inbox doesn't get complete; it waits, nothing of it was taken.",
        remedy:
            "Send the whole file again, or put an empty file of its name with .done beside it once it is whole."
    )
    /// A row whose office has said something newer already.
    public static let staleRow = DiagnosticCode(
        "CON-OLD",
        .note,
        "A row is older than what its office has said before; the newer word stands.",
        remedy: "Nothing needs to be done."
    )

    static let ofConnectors: [DiagnosticCode] = [
        orphanRow, doubtfulRow, foreignTable, foreignColumn, foreignValue, absentMatch, brokenEnvelope,
        halfFile,
        staleRow,
    ]
}

import Vocabulary

extension DiagnosticCode {
    static let notUTF8Table = DiagnosticCode(
        "CSV-UTF16",
        .error,
        "The file is written in UTF-16, which no office agreed on; nothing was read.",
        remedy: "Save the file as CSV UTF-8 and send it again."
    )
    static let emptyTable = DiagnosticCode(
        "CSV-EMPTY",
        .error,
        "The file holds no header line; nothing was read.",
        remedy: "Export the table with its header line and send it again."
    )
    static let unknownTable = DiagnosticCode(
        "CSV-KIND",
        .error,
        "The header is that of no table that Kawal reads; nothing was read.",
        remedy: "Name the columns as docs/generated/files.md lists them, in the first line."
    )
    static let repeatedHeader = DiagnosticCode(
        "CSV-HEADER-TWICE",
        .warning,
        "Two columns have the same meaning; the first one is used.",
        remedy: "Leave one of the two columns out."
    )
    static let absentKeyColumn = DiagnosticCode(
        "CSV-KEY-COLUMN",
        .error,
        "The table lacks the column that names its rows; none of them can be used.",
        remedy: "Add the column and send the file again."
    )
    static let tooManyColumns = DiagnosticCode(
        "CSV-COLUMNS",
        .warning,
        "The table has more columns than are read; those beyond the limit are left out.",
        remedy: "Send the columns that are listed and leave the others out."
    )
    static let openQuote = DiagnosticCode(
        "CSV-QUOTE",
        .error,
        "A quotation mark is opened and never closed; the line is refused, the next one is read.",
        remedy: "Close the quotation mark, or write a quotation mark inside a text twice."
    )
    static let longRow = DiagnosticCode(
        "CSV-ROW-LONG",
        .error,
        "A row is longer than a row can be; it is refused, the next one is read.",
        remedy: "Look for a missing line end or a quotation mark that is never closed."
    )
    static let longCell = DiagnosticCode(
        "CSV-CELL-LONG",
        .warning,
        "A cell is longer than a cell can be; it is left out and counts as unknown.",
        remedy: "Look for a quotation mark that is never closed, or shorten the text."
    )
    static let extraCells = DiagnosticCode(
        "CSV-CELLS-MORE",
        .error,
        "A row has more cells than the header, so its values may stand in wrong columns; it is refused.",
        remedy: "Put texts that contain the separator between quotation marks."
    )
    static let missingCells = DiagnosticCode(
        "CSV-CELLS-FEWER",
        .warning,
        "A row has fewer cells than the header; the missing ones count as unknown.",
        remedy: "Write every cell, empty ones too."
    )
    static let cutRow = DiagnosticCode(
        "CSV-CUT",
        .error,
        "The last row breaks off: the file was cut, and the row is refused.",
        remedy: "Send the whole file again."
    )
    static let latin1 = DiagnosticCode(
        "CSV-LATIN1",
        .warning,
        "A row is not UTF-8; its odd bytes were read as Latin-1.",
        remedy: "Save the file as CSV UTF-8."
    )
    static let zeroBytes = DiagnosticCode(
        "CSV-ZERO",
        .warning,
        "A row contains bytes of value zero; they were left out.",
        remedy: "Export the file again; check the disk or the line it came over."
    )
    static let misfit = DiagnosticCode(
        "CSV-CELL",
        .warning,
        "A cell does not hold what its column is for; it counts as unknown, the row is kept.",
        remedy: "Correct the cell at its office and send the row again."
    )
    static let keyMisfit = DiagnosticCode(
        "CSV-KEY",
        .error,
        "The cell that names the row is empty or malformed; the row is refused.",
        remedy: "Fill in the cell and send the row again."
    )
    static let contradictedRow = DiagnosticCode(
        "CSV-KEY-TWICE",
        .error,
        "A row names the same record as an earlier one and says something else; the first is kept, this one is refused.",
        remedy: "Decide at the office which of the two rows is true and send that one."
    )
    static let noRows = DiagnosticCode(
        "CSV-ROWS-NONE",
        .warning,
        "The table has a header and no row; nothing was loaded, so its feed knows no more than before.",
        remedy: "Check that the export is whole; where there is truly nothing to report, that needs no file."
    )
    static let incompleteNotice = DiagnosticCode(
        "CSV-NOTICE",
        .error,
        "A notice lacks its legal basis, its owner or its end; without them it is no notice and is refused.",
        remedy: "Ask the sender for basis, owner and last day; a notice without them can't be used."
    )
    static let unapprovedNotice = DiagnosticCode(
        "CSV-NOTICE-APPROVAL",
        .error,
        "A notice of a telephone, a payer or an address has not been approved by both agencies, or holds for too long.",
        remedy: "Let somebody of each agency approve it, and give it an end within 90 days of its beginning."
    )
    static let absentDeparture = DiagnosticCode(
        "CSV-DEPARTURE",
        .warning,
        "A manifest row lacks its time of departure; the traveller is kept in a list without date.",
        remedy: "Fill in departs_at, as 2026-03-01T09:30:00+07:00."
    )
    static let namelessRow = DiagnosticCode(
        "CSV-NOBODY",
        .warning,
        "A manifest row has neither name nor document; the traveller is kept without them.",
        remedy: "Fill in name and passport_no, or the lines of the zone."
    )

    static let ofTables: [DiagnosticCode] = [
        notUTF8Table, emptyTable, unknownTable, repeatedHeader, absentKeyColumn, tooManyColumns, openQuote,
        longRow,
        longCell, extraCells, missingCells, cutRow, latin1, zeroBytes, misfit, keyMisfit, contradictedRow,
        noRows,
        incompleteNotice, unapprovedNotice,
        absentDeparture, namelessRow,
    ]
}

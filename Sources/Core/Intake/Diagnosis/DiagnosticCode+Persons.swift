import Vocabulary

extension DiagnosticCode {
    static let nikAgainstBirth = DiagnosticCode(
        "NIK-BIRTH",
        .warning,
        "The NIK names another birth date than the row; both are kept as they came.",
        remedy: "Compare the NIK with the family card (KK) and correct what is wrong at its office."
    )
    static let nikAgainstSex = DiagnosticCode(
        "NIK-SEX",
        .warning,
        "The NIK names another sex than the row; both are kept as they came.",
        remedy: "Compare the NIK with the family card (KK) and correct what is wrong at its office."
    )
    static let nikDate = DiagnosticCode(
        "NIK-DATE",
        .warning,
        "The NIK names a date that no calendar has; it is kept as it came.",
        remedy: "Compare the NIK with the family card (KK); it is probably mistyped."
    )
    static let nikDistrict = DiagnosticCode(
        "NIK-DISTRICT",
        .note,
        "The NIK begins with no known province; it is kept and used.",
        remedy: "Nothing, unless more of the NIK looks wrong."
    )

    static let ofPersons: [DiagnosticCode] = [nikAgainstBirth, nikAgainstSex, nikDate, nikDistrict]
}

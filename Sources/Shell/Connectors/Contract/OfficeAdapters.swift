/// What rows of data can't say of an office's JSON: one function each, from one of its objects to flat rows.
///
/// An office whose objects hold one row each needs none: the paths of its fields stand in `Rules/connector_fields.csv`.
enum OfficeAdapters {
    static let all: [String: @Sendable (PlainJSON) -> [PlainJSON]] = ["siapkerja": agreements]

    /// One row for each placement agreement (perjanjian penempatan) of an applicant that wasn't cancelled.
    ///
    /// - Source: registration and agreements are in SIAPkerja since 17 July 2023; an applicant may sign again with another agency.
    @Sendable private static func agreements(of applicant: PlainJSON) -> [PlainJSON] {
        (applicant["perjanjian_penempatan"]?.elements ?? [])
            .filter { $0["status"]?.text != "batal" }
            .map { .object(["penempatan": applicant["penempatan"] ?? .null, "perjanjian": $0]) }
    }
}

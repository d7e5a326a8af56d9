import Operations

extension SharedLedgerFault {
    /// What an error of the server means for a ledger.
    ///
    /// DETAIL is never told, since it quotes values; nor is the message of a wrong value (class 22).
    /// - Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
    init(sqlState: String, message: String) {
        switch (sqlState, sqlState.prefix(2)) {
        case ("53100", _): self = .full
        case ("25006", _): self = .cut(finding: "the server only reads now; another has taken over (25006)")
        case ("25P03", _): self = .cut(finding: "the node held the right to append too long (25P03)")
        case ("55P03", _):
            self = .cut(finding: "another node held the right to append, or swept, for too long (55P03)")
        case (_, "08"), (_, "40"), (_, "53"), (_, "57"): self = .cut(finding: "\(message) (\(sqlState))")
        case (_, "22"): self = .refused(finding: "PostgreSQL can't take a value (\(sqlState))")
        default: self = .refused(finding: "PostgreSQL: \(message) (\(sqlState))")
        }
    }
}

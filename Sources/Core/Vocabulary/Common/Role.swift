/// What a person may do at a site (peran).
public enum Role: String, Sendable, Codable, CaseIterable {
    /// Border officer (petugas TPI).
    case border
    /// Passport officer (petugas paspor).
    case passport
    /// The ministry's help desk (meja BP3MI).
    case helpdesk
    /// Analyst.
    case analyst
    /// Auditor.
    case auditor
    /// Administrator.
    case administrator
}

/// What a machine's key may do at a site (guna kunci).
public enum KeyScope: String, Sendable, Codable, CaseIterable {
    /// Send passenger lists.
    case manifest
    /// Ask for an autogate answer.
    case autogate
    /// Ask for a full check.
    case check
    /// Read flights, assessments and status.
    case read
}

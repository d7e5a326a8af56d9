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

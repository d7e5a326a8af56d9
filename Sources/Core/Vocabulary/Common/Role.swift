/// What a person may do at a site (peran).
public enum Role: String, Sendable, Codable, CaseIterable {
    /// Border officer (petugas TPI).
    case border
    /// Passport officer (petugas paspor).
    case passport
    /// The ministry's help desk (meja BP3MI).
    case helpdesk
    /// Interviewer (pewawancara): sees no reasons before the own view stands.
    case interviewer
    /// Head of a shift (kepala regu).
    case supervisor
    /// Answers objections (peninjau keberatan).
    case reviewer
    /// Protection and shelter (petugas pelindungan).
    case protection
    /// Investigator of Immigration (PPNS imigrasi).
    case investigator
    /// Supervises placement agencies (pengawas izin).
    case licensing
    /// Immigration attaché (atase imigrasi).
    case immigrationAttache = "immigration-attache"
    /// Protection attaché (atase pelindungan).
    case protectionAttache = "protection-attache"
    /// Police or prosecutor on a case (tamu perkara).
    case guest
    /// Analyst.
    case analyst
    /// Auditor.
    case auditor
    /// Administrator.
    case administrator
}

extension Role {
    /// Roles that see why somebody was referred; whoever interviews must not have seen it, so no account has both.
    public static let seeingReasons: Set<Role> = [
        .border, .passport, .helpdesk, .supervisor, .analyst, .auditor,
    ]

    /// The agency in which the role is at home; nil where either may have it.
    public var home: Authority? {
        switch self {
        case .border, .passport, .interviewer, .supervisor, .investigator, .immigrationAttache: .immigration
        case .helpdesk, .protection, .licensing, .protectionAttache: .ministry
        case .reviewer, .guest, .analyst, .auditor, .administrator: nil
        }
    }
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
    /// Ask for the minimal answer on a placement.
    case placement
}

/// Which course a case follows (jenis perkara); each has one table in `Casework`.
public enum CaseKind: String, Sendable, Codable, CaseIterable {
    /// From a suggested interview to its end (pemeriksaan keberangkatan).
    case departure
    /// A passport application that could not be granted at once (permohonan paspor).
    case application
    /// An offer from one agency to the other (rujukan antarlembaga).
    case referral
    /// A crime, from the tip to restitution (penindakan).
    case enforcement
    /// Measures against an agency's licence (sanksi izin).
    case licence
    /// A citizen abroad, from intake to the hand-over at home (perkara luar negeri).
    case abroad
    /// What a victim is offered (pendampingan korban).
    case support
    /// A worker whom somebody misses (pencarian pekerja).
    case search
    /// A record that is wrong (perbaikan data).
    case correction
    /// A worker abroad whose contract ended without news (kabar pekerja): how are you, nothing else.
    case welfare
}

extension CaseKind {
    /// Whether those who work on such cases know a victim by a token only (sisi penindakan).
    public var knowsVictimsByToken: Bool { self == .enforcement || self == .licence }
}

/// Whose office a person works for (lembaga).
public enum Authority: String, Sendable, Codable, CaseIterable {
    /// Ditjen Imigrasi.
    case immigration
    /// KemenP2MI and its BP3MI.
    case ministry
    /// Polri.
    case police
    /// Kejaksaan.
    case prosecutor

    /// The other of the two agencies that Kawal joins; nil of those outside.
    public var other: Authority? {
        switch self {
        case .immigration: .ministry
        case .ministry: .immigration
        case .police, .prosecutor: nil
        }
    }
}

/// Whose hand a step needs (pelaksana).
public enum CaseHand: Sendable, Hashable {
    /// An officer with a role.
    case officer(Role)
    /// The traveller, the applicant or the victim.
    case person
    /// A clock that ran out.
    case clock

    /// Whether a named person answers for it.
    public var isNamedOfficer: Bool { if case .officer = self { true } else { false } }
}

/// Whose time runs in a state (waktu siapa).
public enum TimeHolder: String, Sendable, Codable, CaseIterable {
    /// The office that holds the case.
    case ours
    /// Another office.
    case partner
    /// The person whom the case is about.
    case person
}

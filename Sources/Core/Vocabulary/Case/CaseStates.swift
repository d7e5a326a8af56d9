/// The states of a departure check (keadaan pemeriksaan keberangkatan).
public enum DepartureState: String, Sendable, CaseIterable {
    /// Suggested, nobody is asked yet (menunggu).
    case waiting
    /// In the interview (wawancara).
    case interviewing
    /// The officer's own view stands, the reasons may be seen (pendapat terkunci).
    case viewed
    /// A paper is being completed at the desk (melengkapi).
    case completing
    /// A burden is proposed (diusulkan).
    case proposed
    /// The second reader has read without the proposal (dibaca).
    case weighed
    /// Goes (lanjut).
    case cleared
    /// Stays of the person's own will (mengundurkan diri).
    case withdrawn
    /// Not on this departure; the passport is still with the officer (ditunda).
    case deferred
    /// A legal bar; the passport is still with the officer (larangan).
    case barred
    /// The passport is back (paspor kembali).
    case returned
    /// The passport is kept because a statute says so (paspor ditahan).
    case kept
    /// The slip is in the hand (diberi tahu).
    case notified
    /// The protection desk has taken over (didampingi).
    case taken
    /// An objection waits for its answer (keberatan).
    case objected
    /// A full objection waits for its answer (keberatan penuh).
    case appealed
    /// The decision stands (dikuatkan).
    case upheld
    /// The decision fell; everything is erased (dibatalkan).
    case overturned
    /// The papers are in order now (diselesaikan).
    case regularised
    /// The person has gone home (pulang).
    case home
}

/// What can be done in a departure check (langkah pemeriksaan keberangkatan).
public enum DepartureStep: String, Sendable, CaseIterable {
    case open, begin, answer, extend, takeOverInterview = "resume", lock
    case proceed, complete, completed, incomplete = "not-completed", askHelp = "ask-help", withdraw
    case setAside = "set-aside"
    case propose, read, agree, disagree, lapse
    case returnPassport = "return-passport", keepPassport = "keep-passport", handSlip = "hand-slip"
    case object, appeal, uphold, overturn
    case accompany, release, regularise, goHome = "go-home"
}

/// The states of a passport application that was not granted at once (keadaan permohonan paspor).
public enum ApplicationState: String, Sendable, CaseIterable {
    case submitted, interviewed, pending, proposed, deferred, counselled, resubmitted, fraud, refused,
        objected,
        upheld, overturned, approved, withdrawn
}

/// What can be done in a passport application (langkah permohonan paspor).
public enum ApplicationStep: String, Sendable, CaseIterable {
    case open, interview, ask, bring, propose, agree, disagree, lapse, counsel, resubmit, examine, refuse,
        clear
    case approve, object, uphold, overturn, withdraw
}

/// The states of an offer from one agency to the other (keadaan rujukan antarlembaga).
public enum ReferralState: String, Sendable, CaseIterable {
    case offered, escalated, accepted, rejected, withdrawn, done, answered, followed, closed
    case given = "given-back"
}

/// What can be done with an offer (langkah rujukan antarlembaga).
public enum ReferralStep: String, Sendable, CaseIterable {
    case offer, accept, reject, withdraw, lapse, contribute, finish, feedback, giveBack = "give-back"
}

/// The states of a criminal case (keadaan penindakan).
public enum EnforcementState: String, Sendable, CaseIterable {
    case tip, verified, reported, ordered, notified, filed, returned, complete, handed = "handed-over", trial,
        verdict,
        restituted, closed, stopped
}

/// What can be done in a criminal case (langkah penindakan).
public enum EnforcementStep: String, Sendable, CaseIterable {
    case tip, verify, report, order, notify, file, sendBack = "send-back", complete, handOver =
        "hand-over"
    case tryCase = "try", verdict, restitute, close, stop, progress, element, exculpate, fee, invite
    case addVictim = "add-victim", askReveal = "ask-reveal"
}

/// The states of measures against a licence (keadaan sanksi izin).
public enum LicenceState: String, Sendable, CaseIterable {
    case opened, heard, proposed, warned, suspended, revoked, paid, closed, objected
}

/// What can be done about a licence (langkah sanksi izin).
public enum LicenceStep: String, Sendable, CaseIterable {
    case open, hear, propose, warn, suspend, revoke, pay, object, uphold, overturn, close
}

/// The states of a case abroad (keadaan perkara luar negeri).
public enum AbroadState: String, Sendable, CaseIterable {
    case intake, identified, assessed, sheltered, negotiating, legal, cleared = "exit-cleared", requested,
        documented,
        repatriated, handed = "handed-over", village, closed
}

/// What can be done in a case abroad (langkah perkara luar negeri).
public enum AbroadStep: String, Sendable, CaseIterable {
    case intake, contact, identify, assess, shelter, negotiate, sue, clearExit = "clear-exit"
    case request, issue, decline, repatriate, handOver = "hand-over", toVillage = "to-village", close
}

/// The states of a victim's support (keadaan pendampingan korban).
public enum SupportState: String, Sendable, CaseIterable {
    case opened, screened, planned, serving, reviewed, declined, closed
}

/// What can be done for a victim (langkah pendampingan korban).
public enum SupportStep: String, Sendable, CaseIterable {
    case open, screen, decline, plan, serve, review, reopen, reveal, close
}

/// The states of a search (keadaan pencarian).
public enum SearchState: String, Sendable, CaseIterable {
    /// Sought (dicari).
    case sought
    /// Found (ditemukan).
    case found
    /// The asker was told what the worker agreed to (disampaikan).
    case told
    /// Found, and wants no contact (ditemukan, tidak ingin dihubungi).
    case silent
    /// Given up, with a reason (ditutup).
    case closed
}

/// What can be done in a search (langkah pencarian).
public enum SearchStep: String, Sendable, CaseIterable {
    case ask, look, find, tell, keepSilent = "keep-silent", close
}

/// The states of a wrong record (keadaan perbaikan data).
public enum CorrectionState: String, Sendable, CaseIterable {
    /// Somebody says that it is wrong (dilaporkan).
    case wrong
    /// The register's owner looks at it (diperiksa).
    case checking
    /// It was put right (diperbaiki).
    case corrected
    /// It stands as it is, and why (tetap).
    case standing
    /// The person and the other agency know (diberitahukan).
    case told
}

/// What can be done with a wrong record (langkah perbaikan data).
public enum CorrectionStep: String, Sendable, CaseIterable {
    case report = "report-wrong", add, check, correct, stand, object, tell
}

/// The states of a welfare contact (keadaan kabar pekerja).
public enum WelfareState: String, Sendable, CaseIterable {
    /// Somebody is to ask how the worker is (perlu dihubungi).
    case due
    /// The worker was reached (terhubung).
    case reached
    /// Nothing is left to be asked (selesai).
    case closed
}

/// What can be done for a worker of whom nobody has heard (langkah kabar pekerja).
public enum WelfareStep: String, Sendable, CaseIterable {
    case open, contact, reach, close
}

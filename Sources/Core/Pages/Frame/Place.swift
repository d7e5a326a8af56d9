public import Vocabulary

/// The pages that the navigation names, each with its address.
public enum Place: String, Sendable, CaseIterable {
    /// The board of the day's departures (papan jaga).
    case board
    /// The counter (konter).
    case counter
    /// People of the registers by name (cari orang).
    case search
    /// What leaves soon, for the ministry's desk (meja dua jam).
    case desk
    /// The interviews suggested today (rujukan).
    case referrals
    /// What waits for an interview or a second reader (antrean).
    case queue
    /// Shifts (jadwal regu).
    case shifts
    /// What one shift leaves to the next (serah terima regu).
    case shiftNotes
    /// Travellers drawn by chance (undangan acak).
    case invitations
    /// Open cases (perkara).
    case cases
    /// Cases opened in need, to be reviewed (tinjauan buka darurat).
    case glass
    /// Recruiters' networks (jaringan).
    case networks
    /// Links that a person has to decide (tautan meragukan).
    case doubts
    /// What the officer knew of workers who were let go (tanda lepas).
    case releases
    /// What was done in some days (laporan).
    case reports
    /// Passenger lists (manifes).
    case manifests
    /// Passport applications (permohonan).
    case applications
    /// The exchange with the other agency's site (status pertukaran data).
    case exchange
    /// The agreement under which it is done (perjanjian).
    case agreement
    /// The state of the site (status sistem).
    case status
    /// Accounts (akun).
    case accounts
    /// Keys of machines (kunci mesin).
    case machineKeys
    /// The public check before leaving (cek kesiapan berangkat).
    case readiness

    /// Its address.
    public var link: Link {
        switch self {
        case .board: Link("/papan")
        case .counter: Link("/konter")
        case .search: Link("/cari")
        case .desk: Link("/meja")
        case .referrals: Link("/rujukan")
        case .queue: Link("/antrean")
        case .shifts: Link("/jadwal")
        case .shiftNotes: Link("/serah-terima")
        case .invitations: Link("/undangan")
        case .networks: Link("/jaringan")
        case .glass: Link("/darurat")
        case .cases: Link("/perkara")
        case .doubts: Link("/tautan")
        case .releases: Link("/tanda-lepas")
        case .reports: Link("/laporan")
        case .manifests: Link("/manifes")
        case .applications: Link("/permohonan")
        case .exchange: Link("/pertukaran")
        case .agreement: Link("/perjanjian")
        case .status: Link("/status")
        case .accounts: Link("/akun")
        case .machineKeys: Link("/kunci-mesin")
        case .readiness: Link("/cek")
        }
    }
}

/// The addresses of everything else that pages point or post to; the server's routes use the same values.
extension Link {
    /// Sign in (masuk).
    public static let signIn = Link("/masuk")
    /// Sign out: a form posts to it (keluar).
    public static let signOut = Link("/keluar")
    /// Lock the session: a form posts to it (kunci layar).
    public static let lock = Link("/kunci")
    /// Unlock the session, or another officer signs in (terkunci).
    public static let locked = Link("/terkunci")
    /// Another officer takes over in one step (ganti petugas).
    public static let switchOfficer = Link("/ganti-petugas")
    /// Change the password (kata sandi).
    public static let password = Link("/kata-sandi")
    /// Language, theme and letter keys: a form posts to it (pengaturan).
    public static let settings = Link("/pengaturan")
    /// The stream of changes: server-sent events (siaran).
    public static let live = Link("/siaran")
    /// The report of a day (laporan).
    static func report(on day: Day) -> Link {
        Link("/laporan", query: [(Field.day, day.description)])
    }
    /// The report of a month: `2026-03`.
    static func report(ofMonth month: String) -> Link { Link("/laporan", query: [(Field.month, month)]) }
    /// The same table as CSV.
    static func reportTable(from first: Day, to last: Day) -> Link {
        Link("/laporan.csv", query: [(Field.from, first.description), (Field.to, last.description)])
    }
    /// Note a document as seen in the hand: a form posts to it.
    public static let attest = Link("/konter/dokumen")
    /// The worker's own way to the pass (pas pekerja): a form posts to it.
    public static let pass = Link("/pas")
    /// Passes at the ministry's desk: a form posts to it.
    public static let passDesk = Link("/meja/pas")
    /// Issue a pass: a form posts to it.
    static let issuePass = Link("/meja/pas/terbit")
    /// Take a pass back: a form posts to it.
    static let revokePass = Link("/meja/pas/tarik")
    /// Ask for an interview: a form posts to it.
    public static let interview = Link("/konter/wawancara")

    /// What the tickets of a locator suggest (usul klaim dari tiket).
    static let ticketClaims = Link("/jaringan/pemesanan")
    /// Record some of it: a form posts to it.
    static let recordTicketClaims = Link("/jaringan/pemesanan/catat")

    /// One flight or voyage (penerbangan).
    public static func flight(_ flight: FlightKey) -> Link {
        Link("/penerbangan", flight.number, flight.departsOn.description, flight.from)
    }
    /// One traveller's assessment (pelintas).
    public static func traveller(_ id: String) -> Link { Link("/pelintas", id) }
    /// The tickets bought together with a traveller's (satu pemesanan).
    static func tickets(with id: String) -> Link { Link("/pelintas", id, "pemesanan") }
    /// One referral (rujukan).
    public static func referral(_ id: String) -> Link { Link("/rujukan", id) }
    /// Begin the interview that a referral suggests (mulai wawancara).
    public static func begin(_ referral: String) -> Link { Link("/rujukan", referral, "wawancara") }
    /// Answer a referral for the ministry's desk: a form posts to it (jawaban meja BP3MI).
    static func deskAnswer(to referral: String) -> Link { Link("/rujukan", referral, "jawaban") }
    /// Deal with a dead letter: `kirim`, `tutup`.
    static func deadLetter(_ id: String, _ act: String) -> Link { Link("/pertukaran", "surat", id, act) }
    /// Close an alarm of the exchange: a form posts to it.
    static let closeAlarm = Link("/pertukaran", "alarm")
    /// One case (perkara).
    public static func caseFile(_ id: String) -> Link { Link("/perkara", id) }
    /// What a drawn traveller says: `terima`, `tolak`.
    static func invitation(_ id: String, _ act: String) -> Link { Link("/undangan", id, act) }
    /// Confirm having read what a shift has left: a form posts to it.
    static func takeOver(_ note: String) -> Link { Link("/serah-terima", note) }
    /// Take a step of a case: a form posts to it.
    static func step(_ id: String, _ step: String) -> Link { Link("/perkara", id, step) }
    /// Add evidence to a case: a form posts to it (barang bukti).
    static func evidence(_ id: String) -> Link { Link("/perkara", id, "barang-bukti") }
    /// Open a piece of evidence, or note what is done with it: `buka`, `catat`.
    static func evidence(_ id: String, _ piece: String, _ act: String) -> Link {
        Link("/perkara", id, "barang-bukti", piece, act)
    }
    /// Open a case in need: a form posts to it (buka darurat).
    static func glass(_ id: String) -> Link { Link("/perkara", id, "darurat") }
    /// Review an opening in need.
    static func glassReview(_ id: String) -> Link { Link("/darurat", id) }
    /// The bundle of a case (berkas).
    static func bundle(_ id: String) -> Link { Link("/perkara", id, "berkas") }
    /// A traveller's slip, to be printed (surat).
    static func slip(of id: String) -> Link { Link("/perkara", id, "surat") }
    /// The formal letter of a decision (surat resmi).
    static func letter(of id: String) -> Link { Link("/perkara", id, "surat-resmi") }
    /// The record of an interview (berita acara).
    static func record(of id: String) -> Link { Link("/perkara", id, "bap") }
    /// What a slip's code leads to, for everybody.
    public static func slip(_ code: String) -> Link { Link("/s", code) }
    /// One doubtful link (tautan).
    public static func doubt(_ id: String) -> Link { Link("/tautan", id) }
    /// One passport application (permohonan).
    public static func application(_ id: String) -> Link { Link("/permohonan", id) }
    /// Open the case of an application: a form posts to it.
    static func openCase(ofApplication id: String) -> Link { Link("/permohonan", id, "perkara") }
    /// One received list (manifes).
    public static func manifest(_ id: String) -> Link { Link("/manifes", id) }
    /// A received message as it arrived (pesan).
    public static func message(_ id: String) -> Link { Link("/manifes", id, "pesan") }
    /// Act on an account: `aktif`, `nonaktif`, `atur-ulang`.
    static func account(_ name: String, _ act: String) -> Link { Link("/akun", name, act) }
    /// Revoke a machine's key.
    static func revoke(_ id: String) -> Link { Link("/kunci-mesin", id, "cabut") }
}

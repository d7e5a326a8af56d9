/// Everything that pages say, group by group.
struct Words: Sendable {
    let frame = FrameWords()
    let advice = AdviceWords()
    let finding = FindingWords()
    let terms = TermWords()
    let access = AccessWords()
    let board = BoardWords()
    let counter = CounterWords()
    let search = SearchWords()
    let zone = ZoneWords()
    let application = ApplicationWords()
    let manifest = ManifestWords()
    let message = MessageWords()
    let flight = FlightWords()
    let traveller = TravellerWords()
    let tickets = TicketWords()
    let referral = ReferralWords()
    let doubt = DoubtWords()
    let release = ReleaseWords()
    let status = StatusWords()
    let readiness = ReadinessWords()
    let accounts = AccountWords()
    let keys = MachineKeyWords()
    let fault = FaultWords()
    let cases = CaseWords()
    let slip = SlipWords()
    let pass = PassWords()
    let letter = LetterWords()
    let shift = ShiftWords()
    let shiftNote = ShiftNoteWords()
    let evidence = EvidenceWords()
    let network = NetworkWords()
    let ticketClaims = TicketClaimWords()
    let glass = GlassWords()
    let desk = DeskWords()
    let exchange = ExchangeWords()
    let agreement = AgreementWords()
    let deskAnswer = DeskAnswerWords()
    let report = ReportWords()
    let caseTerms = CaseTermWords()
    let caseParts = CasePartWords()
    /// In what a period is counted.
    let slipUnits: [String: Word] = [
        "minutes": Word("menit", "minutes"), "hours": Word("jam", "hours"), "days": Word("hari", "days"),
        "working_days": Word("hari kerja", "working days"),
    ]

    /// The only table.
    static let all = Words()
}

extension Frame {
    /// The words in the reader's language.
    var words: Spoken<Words> { Spoken(group: Words.all, language: language) }
}

/// What stands around every page.
struct FrameWords: Sendable {
    let skip = Word("Langsung ke isi", "Skip to content")
    let exercise = Word("LATIHAN", "EXERCISE")
    let exerciseMeaning = Word(
        "Semua orang dan data di sini rekaan.",
        "Every person and record here is invented."
    )
    let navigation = Word("Halaman", "Pages")
    let board = Word("Papan jaga", "Duty board")
    let counter = Word("Konter", "Counter")
    let find = Word("Cari orang", "Find a person")
    let desk = Word("Meja dua jam", "Next two hours")
    let referrals = Word("Rujukan", "Referrals")
    let queue = Word("Antrean", "Queue")
    let cases = Word("Perkara", "Cases")
    let shifts = Word("Jadwal regu", "Shifts")
    let shiftNotes = Word("Serah terima", "Hand-over")
    let invitations = Word("Undangan acak", "Drawn by chance")
    let networks = Word("Jaringan", "Networks")
    let glass = Word("Tinjauan darurat", "Openings in need")
    let doubts = Word("Tautan meragukan", "Doubtful links")
    let releases = Word("Tanda lepas", "Releases")
    let reports = Word("Laporan", "Reports")
    let manifests = Word("Manifes", "Passenger lists")
    let applications = Word("Permohonan", "Applications")
    let exchange = Word("Pertukaran", "Exchange")
    let agreement = Word("Perjanjian pertukaran data", "Agreement on the exchange")
    let status = Word("Status sistem", "System status")
    let accounts = Word("Akun", "Accounts")
    let machineKeys = Word("Kunci mesin", "Machine keys")
    let readiness = Word("Cek kesiapan berangkat", "Check before leaving")
    let officer = Word("Petugas", "Officer")
    let switchOfficer = Word("Ganti petugas", "Change officer")
    let lock = Word("Kunci layar", "Lock screen")
    let signOut = Word("Keluar", "Sign out")
    let signIn = Word("Masuk petugas", "Officer sign-in")
    let changePassword = Word("Ganti kata sandi", "Change password")
    let display = Word("Tampilan", "Display")
    let languageChoice = Word("Bahasa", "Language")
    let themeChoice = Word("Warna layar", "Screen colours")
    let themeSystem = Word("Ikut perangkat", "As the device")
    let themeLight = Word("Terang", "Light")
    let themeDark = Word("Gelap", "Dark")
    let letterKeys = Word("Tombol huruf", "Letter keys")
    let on = Word("Aktif", "On")
    let off = Word("Mati", "Off")
    let feeds = Word("Usia data", "Age of records")
    let feedDown = Word("tidak tersambung", "not connected")
    let feedStale = Word("terlalu lama", "too old")
    let feedStaleUntil = Word("data sampai {}, terlalu lama", "records up to {}, too old")
    let feedAbsent = Word("belum pernah dimuat", "never loaded")
    let feedCurrent = Word("tersedia", "available")
    let madeAt = Word("Halaman dibuat {}", "Page made at {}")
    let liveOn = Word("Langsung", "Live")
    let liveLost = Word(
        "Sambungan terputus. Data halaman ini berumur {}. Muat ulang selalu bisa.",
        "Connection lost. This page is {} old. Reloading always works."
    )
    let duty = Word("Gangguan mesin? Hubungi piket {}", "Machine failing? Call {}")
    let version = Word("Kawal versi {}", "Kawal version {}")
    let rules = Word("Aturan {}", "Rules {}")
    let keysTitle = Word("Tombol pintas", "Keyboard shortcuts")
    let keysSearch = Word("Cari atau ketik nomor", "Search or type a number")
    let keysHelp = Word("Tampilkan tombol pintas", "Show these keys")
    let keysMove = Word("Pindah baris dalam daftar", "Move in a list")
    let keysOpen = Word("Buka baris; di konter: lanjut", "Open the line; at the counter: proceed")
    let keysBack = Word("Kembali atau tutup", "Back or close")
    let keysInterview = Word("Buka formulir wawancara", "Open the interview form")
    let keysNote = Word(
        "Tombol huruf menunggu 60 ms tenang dan tidak bekerja saat pemindai mengetik.",
        "Letter keys wait for 60 ms of silence and don't act while a scanner types."
    )
    let open = Word("buka", "open")
    let search = Word("Cari", "Search")
    let close = Word("Tutup", "Close")
    let back = Word("Kembali", "Back")
    let today = Word("Hari ini", "Today")
    let previousDay = Word("Hari sebelumnya", "Previous day")
    let nextDay = Word("Hari berikutnya", "Next day")
    let none = Word("Tidak ada", "None")
    let noticePasswordChanged = Word("Kata sandi sudah diganti.", "The password is changed.")
    let noticeSignedOut = Word("Anda sudah keluar.", "You have signed out.")
    let noticeAccountSaved = Word("Akun sudah disimpan.", "The account is saved.")
    let noticeLinkDecided = Word(
        "Keputusan dicatat. Periksa orang itu sekali lagi di konter; pertanyaan ini tidak diajukan lagi.",
        "The decision is recorded. Check the person once more at the counter; this is not asked again."
    )
    let noticeStepTaken = Word("Langkah sudah dicatat.", "The step is on record.")
    let noticeKeySaved = Word("Kunci mesin sudah disimpan.", "The machine key is saved.")
    let noticeListInWork = Word(
        "Berkas sudah diterima dan sedang diperiksa. Halaman ini memuat ulang sendiri; pekerjaan berlanjut bila ditutup.",
        "The file has arrived and is being checked. This page reloads by itself; the work goes on when it is closed."
    )
    let noticeBookingsKept = Word(
        "Data pemesanan sudah diterima. Berkas ini tidak berisi daftar penumpang.",
        "The bookings were received. This file holds no passenger list."
    )
}

/// The five advices.
struct AdviceWords: Sendable {
    let clear = Word("Lanjut", "Proceed")
    let advise = Word("Lanjut, dengan saran", "Proceed, with advice")
    let refer = Word("Disarankan wawancara", "Interview suggested")
    let statutory = Word("Larangan menurut undang-undang", "Legal bar")
    let unavailable = Word("Data belum tersedia · proses biasa", "Records not available · ordinary procedure")
    let clearShort = Word("Lanjut", "Proceed")
    let adviseShort = Word("Saran", "Advice")
    let referShort = Word("Wawancara", "Interview")
    let statutoryShort = Word("Larangan", "Legal bar")
    let unavailableShort = Word("Belum ada data", "No records")
    let clearWorker = Word("Pekerja migran, berkas lengkap", "Migrant worker, papers complete")
    let clearTraveller = Word("Tidak ada yang perlu ditanyakan", "Nothing to ask")
    let adviseMeaning = Word(
        "Boleh berangkat. Sampaikan sarannya.",
        "May leave. Please pass the advice on."
    )
    let referMeaning = Word(
        "Petugas yang memutuskan, bukan mesin.",
        "The officer decides, not the machine."
    )
    let statutoryMeaning = Word(
        "Panggil penyelia. Sebutkan pasalnya kepada pelintas.",
        "Call the supervisor. Name the article to the traveller."
    )
    let unavailableMeaning = Word("Bukan alasan menahan.", "No reason to hold anyone back.")
}

/// For, against, unknown, mend.
struct FindingWords: Sendable {
    let reasons = Word("Alasan", "Reasons")
    let against = Word("Hal yang mendukung keberangkatan", "What speaks for leaving")
    let unknown = Word("Belum diketahui", "Not known yet")
    let mend = Word("Langkah selanjutnya", "Next steps")
    let context = Word("Catatan, tidak ditimbang", "For context, not weighed")
    let noReasons = Word("Tidak ada.", "None.")
    let noAgainst = Word("Belum tercatat.", "None on record.")
    let noUnknown = Word("Tidak ada.", "None.")
    let noMend = Word("Tidak ada yang perlu diurus.", "Nothing to be done.")
    let forOfficer = Word("Untuk petugas", "For the officer")
    let forTraveller = Word("Untuk pelintas, dapat dibacakan", "For the traveller, to be read aloud")
    let basis = Word("Dasar", "Basis")
    let code = Word("Kode", "Code")
    let mild = Word("ringan, bukan kesalahan pekerja", "mild, not the worker's doing")
    let unsure = Word("identitas dipastikan dulu", "settle the identity first")
    let rules = Word("Aturan yang dipakai", "Rules used")
    let placement = Word("Penempatan", "Placement")
    let linkedBy = Word("Ditemukan lewat", "Found by")
}

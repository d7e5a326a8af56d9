/// Passport applications.
struct ApplicationWords: Sendable {
    let title = Word("Permohonan paspor", "Passport applications")
    let one = Word("Permohonan", "Application")
    let complete = Word("Lengkap", "Complete")
    let incomplete = Word("Belum lengkap", "Not complete yet")
    let withAdvice = Word("Lengkap, dengan saran", "Complete, with advice")
    let unavailable = Word("Data belum tersedia · proses biasa", "Records not available · ordinary procedure")
    let statutory = Word("Larangan menurut undang-undang", "Legal bar")
    let incompleteMeaning = Word(
        "Pemohon dapat melengkapi. Sampaikan apa yang kurang dan di mana mengurusnya.",
        "The applicant can complete it. Say what is missing and where to get it."
    )
    let completeMeaning = Word("Tidak ada yang kurang.", "Nothing is missing.")
    let applied = Word("Diajukan", "Applied")
    let office = Word("Kantor", "Office")
    let purpose = Word("Tujuan permohonan", "Purpose stated")
    let applicant = Word("Pemohon", "Applicant")
    let advice = Word("Keadaan", "State")
    let empty = Word("Belum ada permohonan pada hari ini.", "No applications on this day.")
    let emptyMeaning = Word(
        "Permohonan tampil setelah berkas paspor dimuat.",
        "They appear once the passport file is loaded."
    )
    let more = Word(
        "Hanya permohonan terbaru yang ditampilkan. Pilih hari.",
        "Only the latest are shown. Choose a day."
    )
    let chooseDay = Word("Pilih hari", "Choose a day")
    let show = Word("Tampilkan", "Show")
    let unknown = Word("belum diisi", "not stated")
    let wanted = Word("Berkas yang akan diminta", "Papers that would be asked for")
    let caseTitle = Word("Perkara permohonan", "Case of the application")
    let open = Word("Buka perkara", "Open a case")
    let openMeaning = Word(
        "Sesudah dibuka, Anda dapat meminta berkas. Tenggatnya tercatat.",
        "Once it is open you can ask for papers; the clock is on record."
    )
    let running = Word("Perkara berjalan: {}", "A case is running: {}")
    let noCase = Word("Belum ada perkara.", "There is no case.")
    let openingText = Word("Permohonan paspor {}, kantor {}.", "Passport application of {}, office {}.")
}

/// Passenger lists.
struct ManifestWords: Sendable {
    let title = Word("Manifes", "Passenger lists")
    let one = Word("Hasil manifes", "Result of a list")
    let send = Word("Kirim manifes", "Send a list")
    let file = Word("Berkas manifes", "List file")
    let fileHint = Word(
        "PAXLST (.edi) atau CSV, paling besar {} MB. Daftar terbaru menggantikan yang lama.",
        "PAXLST (.edi) or CSV, at most {} MB. The latest list replaces the earlier one."
    )
    let submit = Word("Kirim dan periksa", "Send and check")
    let sending = Word("Mengirim: {} persen, sisa kira-kira {}.", "Sending: {} per cent, about {} left.")
    let screening = Word(
        "Berkas sudah sampai. Pelintas sedang diperiksa, biasanya di bawah satu detik.",
        "The file has arrived. Travellers are being checked, usually within a second."
    )
    let uploadFailed = Word(
        "Berkas tidak sampai. Tidak ada yang berubah. Kirim sekali lagi.",
        "The file did not arrive. Nothing changed. Please send it again."
    )
    let goesOn = Word(
        "Pemeriksaan tetap berjalan bila halaman ini ditutup.",
        "Checking goes on if this page is closed."
    )
    let noFile = Word("Pilih berkas dahulu.", "Choose a file first.")
    let emptyFile = Word(
        "Berkas kosong. Ekspor ulang dari sistem maskapai.",
        "The file is empty. Export it anew."
    )
    let broken = Word(
        "Berkas tidak sampai utuh. Tidak ada yang disimpan. Kirim sekali lagi.",
        "The file did not arrive whole. Nothing was kept. Please send it again."
    )
    let unreadable = Word(
        "Tidak ada daftar penumpang yang terbaca. Tidak ada yang disimpan.",
        "No passenger list could be read. Nothing was kept."
    )
    let recent = Word("Terakhir diterima", "Received last")
    let received = Word("Diterima", "Received")
    let sender = Word("Pengirim", "Sender")
    let flight = Word("Keberangkatan", "Departure")
    let diagnostics = Word("Catatan pembacaan", "Reading notes")
    let diagnosticsNone = Word("Semua baris terbaca.", "Every line was read.")
    let place = Word("Tempat", "Place")
    let finding = Word("Ditemukan", "Found")
    let expectation = Word("Yang diharapkan", "Expected")
    let remedy = Word("Yang perlu dilakukan", "What to do")
    let severity = Word("Jenis", "Kind")
    let note = Word("Catatan", "Note")
    let warning = Word("Peringatan", "Warning")
    let error = Word("Ditolak", "Refused")
    let known = Word(
        "Berkas ini sudah diterima sebelumnya. Tidak ada yang berubah.",
        "This file was received before. Nothing changed."
    )
    let empty = Word("Belum ada manifes yang diterima.", "No list was received yet.")
    let moreDiagnostics = Word("{} catatan lain tidak ditampilkan.", "{} further notes are not shown.")
    let travellers = Word("{} pelintas", "{} travellers")
    let openFlight = Word("Buka penerbangan", "Open the flight")
    let openMessage = Word("Lihat pesan seperti saat tiba", "See the message as it arrived")
}

/// A carrier's message as it arrived.
struct MessageWords: Sendable {
    let title = Word("Pesan", "Message")
    let kept = Word(
        "Pesan dengan catatan disimpan {} jam, lalu dimusnahkan. Pembukaan halaman ini tercatat.",
        "A message with notes is kept for {} hours, then erased. Opening this page is recorded."
    )
    let asArrived = Word("Seperti saat tiba", "As it arrived")
    let size = Word(
        "{} byte. Karakter kendali ditampilkan sebagai gambar.",
        "{} bytes. Control characters are shown as pictures."
    )
    let left = Word("{} byte tidak ditampilkan", "{} bytes are not shown")
    let finding = Word("Catatan", "Note")
}

/// The state of the site.
struct StatusWords: Sendable {
    let title = Word("Status sistem", "System status")
    let feeds = Word("Data dari kantor lain", "Records from offices")
    let feed = Word("Data", "Records")
    let state = Word("Keadaan", "State")
    let loaded = Word("Terakhir dimuat", "Last loaded")
    let complete = Word("Lengkap sampai", "Complete until")
    let count = Word("Jumlah", "Number")
    let owner = Word("Penanggung jawab", "Owner")
    let noFeeds = Word(
        "Belum ada data yang dimuat. Semua saran menunggu: proses biasa.",
        "No records were loaded. Every advice waits: ordinary procedure."
    )
    let ledger = Word("Buku catatan", "Ledger")
    let entries = Word("Jumlah entri", "Entries")
    let root = Word("Akar Merkle", "Merkle root")
    let folded = Word("Tampilan sampai entri", "Views up to entry")
    let lastEntry = Word("Entri terakhir", "Last entry")
    let sharing = Word("Buku bersama", "Shared ledger")
    let shared = Word("tersambung", "connected")
    let cut = Word(
        "terputus sejak {}; {} entri menunggu dibagikan",
        "cut since {}; {} entries wait to be shared"
    )
    let noLedger = Word("Buku catatan tidak terbaca.", "The ledger can't be read.")
    let rules = Word("Aturan yang berlaku", "Rules in force")
    let ruleFile = Word("Aturan", "Rules")
    let ruleRows = Word("Baris", "Rows")
    let ruleFrom = Word("Baris terbaru berlaku sejak", "Latest row holds from")
    let digest = Word("Sidik aturan", "Digest of the rules")
    let software = Word("Perangkat lunak", "Software")
    let version = Word("Versi", "Version")
    let agency = Word("Instansi", "Agency")
    let uptime = Word("Berjalan sejak", "Running since")
    let faultDiskFull = Word(
        "Penyimpanan penuh. Data lama aman dan terbaca. Data baru belum diterima.",
        "The disk is full. Old records are safe and readable. Nothing new is taken."
    )
    let faultLedgerCut = Word(
        "Buku bersama terputus. Pemeriksaan berjalan dengan pengetahuan terakhir; rujukan menunggu di sini.",
        "The shared ledger is cut off. Checks go on with what was known last; referrals wait here."
    )
    let faultViewsBehind = Word(
        "Tampilan tertinggal dari buku catatan. Tunggu, atau jalankan kawal rebuild.",
        "Views lag behind the ledger. Wait, or run kawal rebuild."
    )
    let faultLedgerDamaged = Word(
        "Buku catatan tidak cocok dengan dirinya. Hubungi pengelola; jalankan kawal ledger verify.",
        "The ledger doesn't agree with itself. Call the operator; run kawal ledger verify."
    )
}

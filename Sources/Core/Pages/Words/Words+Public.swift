/// The public check before leaving.
struct ReadinessWords: Sendable {
    let title = Word("Cek kesiapan berangkat", "Check before leaving")
    let lead = Word(
        "Mau bekerja di luar negeri? Lihat berkas apa yang kurang dan di mana mengurusnya.",
        "Going abroad for work? See which papers are missing and where to get them."
    )
    let privacy = Word(
        "Tanpa akun. Tidak ada yang disimpan, dan tidak ada yang dikirim ke petugas.",
        "No account. Nothing is kept, and nothing is sent to an officer."
    )
    let scheme = Word("Bagaimana Anda ditempatkan?", "How are you placed?")
    let choose = Word("Pilih", "Choose")
    let destination = Word("Negara tujuan", "Destination country")
    let papers = Word("Berkas yang sudah Anda pegang", "Papers you have in hand")
    let papersHint = Word("Beri tanda pada yang sudah ada.", "Tick those you have.")
    let submit = Word("Lihat hasil", "See the result")
    let incomplete = Word(
        "Pilih cara penempatan dan negara tujuan.",
        "Choose the way of placement and the country."
    )
    let complete = Word("Berkas wajib Anda lengkap", "Your mandatory papers are complete")
    let completeMeaning = Word(
        "Bawa semua dokumen asli saat berangkat. Periksa lagi tanggal berlakunya.",
        "Bring every original when you leave. Check the dates again."
    )
    let missing = Word("Masih kurang {} berkas wajib", "{} mandatory papers are missing")
    let missingMeaning = Word(
        "Urus dahulu, lalu berangkat dengan tenang. Ini daftarnya.",
        "Get them first, then leave without worry. Here is the list."
    )
    let helpful = Word("Membantu, tetapi tidak wajib", "Helpful, not mandatory")
    let place = Word("Di mana", "Where")
    let cost = Word("Biaya", "Cost")
    let costUnknown = Word(
        "Tanyakan biaya resmi di loket. Minta kuitansi.",
        "Ask for the official fee at the desk. Ask for a receipt."
    )
    let basis = Word("Dasar", "Basis")
    let destinationNote = Word("Tentang negara tujuan", "About the destination")
    let costs = Word("Tentang biaya", "About costs")
    let costsList: [Word] = [
        Word(
            "Minta rincian biaya tertulis sebelum membayar apa pun.",
            "Ask for the costs in writing before you pay anything."
        ),
        Word(
            "Untuk jabatan rentan, pekerja tidak boleh dibebani biaya penempatan (Perban BP2MI 9/2020).",
            "In vulnerable jobs, workers must not bear placement costs (Perban BP2MI 9/2020)."
        ),
        Word(
            "Aturan biaya dapat berubah (Permen P2MI 17/2025). Tanyakan di Disnaker atau BP3MI.",
            "Cost rules can change (Permen P2MI 17/2025). Ask Disnaker or BP3MI."
        ),
        Word(
            "Jangan berutang kepada calo. Jangan menjaminkan tanah atau ijazah.",
            "Don't borrow from a broker. Don't pledge land or diplomas."
        ),
    ]
    let warnings = Word("Tanda bahaya", "Warning signs")
    let warningsList: [Word] = [
        Word(
            "Diminta memakai visa wisata, umrah, atau kunjungan.",
            "Being told to use a tourist, umrah or visit visa."
        ),
        Word(
            "Paspor, telepon, atau tiket dipegang orang lain.",
            "Someone else holds your passport, phone or ticket."
        ),
        Word("Diminta berbohong kepada petugas.", "Being told to lie to officers."),
        Word(
            "Tawaran lewat media sosial, tanpa kontrak tertulis.",
            "An offer on social media, without a written contract."
        ),
        Word("Gaji sangat tinggi tanpa syarat keahlian.", "Very high pay without any skill asked."),
        Word("Perusahaan tidak dapat menunjukkan izin SIP3MI.", "The company can't show its SIP3MI licence."),
    ]
    let help = Word("Butuh bantuan?", "Need help?")
    let helpText = Word(
        "Datang ke Disnaker, LTSA, atau BP3MI terdekat. Layanannya tidak dipungut biaya.",
        "Go to the nearest Disnaker, LTSA or BP3MI. Their help is free of charge."
    )
    let notLegal = Word(
        "Hasil ini bukan keputusan. Petugas selalu melihat dokumen asli.",
        "This is no decision. Officers always look at the originals."
    )
    let again = Word("Ubah jawaban", "Change the answers")
}

/// Accounts.
struct AccountWords: Sendable {
    let title = Word("Akun", "Accounts")
    let name = Word("Nama akun", "Account name")
    let nameHint = Word(
        "Huruf kecil, angka, titik, dan tanda hubung.",
        "Small letters, digits, dots and dashes."
    )
    let duties = Word("Peran", "Roles")
    let state = Word("Keadaan", "State")
    let acts = Word("Tindakan", "Acts")
    let enabled = Word("Aktif", "On")
    let disabled = Word("Nonaktif", "Switched off")
    let oneTime = Word("Menunggu kata sandi baru", "Waiting for a new password")
    let enable = Word("Aktifkan", "Switch on")
    let disable = Word("Nonaktifkan", "Switch off")
    let reset = Word("Beri kata sandi sekali pakai", "Give a one-time password")
    let add = Word("Tambah akun", "Add an account")
    let addSubmit = Word("Tambah akun", "Add account")
    let issued = Word("Kata sandi sekali pakai untuk {}", "One-time password for {}")
    let issuedHint = Word(
        "Hanya tampil sekali ini. Serahkan langsung kepada orangnya.",
        "Shown only this once. Hand it over in person."
    )
    let problemName = Word("Nama akun belum benar.", "The account name is not right yet.")
    let problemTaken = Word("Nama akun sudah dipakai.", "The account name is taken.")
    let problemClash = Word(
        "Pewawancara tidak boleh melihat alasan dahulu. Beri peran lain akun sendiri.",
        "An interviewer must not see the reasons first. Give the other role its own account."
    )
    let agency = Word("Lembaga", "Agency")
    let agencyHint = Word(
        "Hanya untuk peran yang ada di kedua lembaga, seperti peninjau keberatan.",
        "Only for roles that both agencies have, such as answering objections."
    )
    let agencyByRole = Word("Menurut peran", "As the role says")
    let problemDuty = Word("Pilih paling sedikit satu peran.", "Choose at least one role.")
    let problemLast = Word(
        "Akun sendiri dan administrator terakhir tidak dapat dinonaktifkan.",
        "Your own account and the last administrator can't be switched off."
    )
    let empty = Word("Belum ada akun.", "No accounts yet.")
}

/// Keys of machines.
struct MachineKeyWords: Sendable {
    let title = Word("Kunci mesin", "Machine keys")
    let lead = Word(
        "Untuk maskapai dan autogate. Setiap kunci terbatas guna dan waktunya.",
        "For airlines and autogates. Each key is limited in use and time."
    )
    let id = Word("Kunci", "Key")
    let owner = Word("Pemilik", "Owner")
    let scopes = Word("Boleh untuk", "May be used for")
    let until = Word("Berlaku sampai", "Holds until")
    let state = Word("Keadaan", "State")
    let active = Word("Berlaku", "In force")
    let expired = Word("Habis masa", "Ended")
    let revoked = Word("Dicabut", "Revoked")
    let revoke = Word("Cabut", "Revoke")
    let issue = Word("Terbitkan kunci", "Issue a key")
    let days = Word("Berlaku berapa hari", "For how many days")
    let issued = Word("Kunci baru", "New key")
    let issuedHint = Word(
        "Hanya tampil sekali ini. Simpan di mesin pemiliknya.",
        "Shown only this once. Keep it on its owner's machine."
    )
    let problemOwner = Word("Isi pemilik kunci.", "Name the key's owner.")
    let problemScope = Word("Pilih paling sedikit satu guna.", "Choose at least one use.")
    let problemDays = Word("Isi 1 sampai 366 hari.", "Give 1 to 366 days.")
    let empty = Word("Belum ada kunci.", "No keys yet.")
    let acts = Word("Tindakan", "Acts")
}

/// Errors: what happened, what it means for the person waiting, what to do now.
struct FaultWords: Sendable {
    let code = Word("Kode {}", "Code {}")
    let reference = Word("Rujukan {}", "Reference {}")
    let meaning = Word("Bagi yang menunggu", "For the person waiting")
    let act = Word("Yang dapat dilakukan sekarang", "What to do now")
    let noHold = Word(
        "Ini gangguan mesin, bukan alasan menahan. Jalankan proses biasa.",
        "The machine failed; it is no reason to hold anyone back. Use the ordinary procedure."
    )
    let nobodyWaits = Word("Tidak ada yang tertahan karena ini.", "Nobody is held up by this.")
    let notFound = Word("Halaman ini tidak ada", "There is no such page")
    let notFoundAct = Word(
        "Periksa alamatnya, atau mulai lagi dari halaman depan. Data pelintas yang lanjut tidak disimpan.",
        "Check the address, or start from the front page. Travellers who proceed are not kept."
    )
    let noPermission = Word("Peran Anda tidak membuka halaman ini", "Your role does not open this page")
    let noPermissionAct = Word(
        "Minta petugas yang berwenang, atau ganti petugas.",
        "Ask an officer who may, or change officer."
    )
    let staleForm = Word("Formulir ini sudah kedaluwarsa", "This form is too old")
    let staleFormAct = Word(
        "Kembali, muat ulang, lalu isi sekali lagi. Belum ada yang disimpan.",
        "Go back, reload, and fill it in once more. Nothing was kept."
    )
    let unreadable = Word("Permintaan ini tidak dapat dibaca", "This request can't be read")
    let unreadableAct = Word("Kembali dan coba sekali lagi.", "Go back and try once more.")
    let tooLarge = Word("Berkas lebih besar dari {} MB", "The file is larger than {} MB")
    let tooLargeAct = Word(
        "Bagi daftar menjadi beberapa bagian, lalu kirim satu per satu.",
        "Split the list into parts and send them one by one."
    )
    let slowDown = Word("Terlalu banyak permintaan", "Too many requests")
    let slowDownAct = Word("Tunggu {}, lalu coba lagi.", "Wait {}, then try again.")
    let broken = Word("Ada kesalahan pada perangkat lunak", "The software made an error")
    let brokenAct = Word(
        "Coba sekali lagi. Bila terulang, sebutkan rujukan ini kepada pengelola.",
        "Try once more. If it happens again, give this reference to the operator."
    )
    let unavailable = Word("Sistem sedang tidak tersedia", "The system is not available")
    let unavailableAct = Word(
        "Jalankan proses biasa. Halaman ini dapat dimuat ulang kapan saja.",
        "Use the ordinary procedure. This page can be reloaded at any time."
    )
    let diskFull = Word("Penyimpanan penuh", "The disk is full")
    let diskFullAct = Word(
        "Data lama aman dan terbaca. Hubungi pengelola untuk memberi ruang.",
        "Old records are safe and readable. Ask the operator to make room."
    )
    let home = Word("Ke halaman depan", "To the front page")
}

/// Searching people by name.
struct SearchWords: Sendable {
    let title = Word("Cari orang", "Find a person")
    let lead = Word(
        "Mencari di daftar penempatan dan paspor. Yang dicatat: guna dan siapa yang tampil, bukan nama yang diketik.",
        "Searches the registers of placements and passports. On record: purpose and who was shown, not the name typed."
    )
    let ask = Word("Cari", "Search")
    let name = Word("Nama", "Name")
    let nameHint = Word(
        "Paling sedikit tiga huruf. Ejaan dan urutan kata boleh lain.",
        "At least three letters. Spelling and order of the words may differ."
    )
    let bornOn = Word("Tanggal lahir, bila diketahui", "Birth date, if known")
    let bornYear = Word("Tahun lahir", "Year of birth")
    let purpose = Word("Untuk apa?", "For what?")
    let purposeHint = Word("Dicatat bersama nama akun Anda.", "Recorded with your account's name.")
    let nameUnfit = Word(
        "Ketik paling sedikit tiga huruf dari nama.",
        "Type at least three letters of the name."
    )
    let birthUnfit = Word(
        "Tanggal atau tahun lahir tidak terbaca. Contoh tahun: 1995.",
        "Birth date or year can't be read. A year is written 1995."
    )
    let purposeMissing = Word("Pilih untuk apa Anda mencari.", "Choose what you search for.")
    let slow = Word(
        "Batas pencarian per menit tercapai. Coba lagi dalam {}.",
        "The most searches of a minute are made. Try again in {}."
    )
    let tooMany = Word(
        "Terlalu banyak orang yang cocok. Persempit: beri tanggal lahir.",
        "Too many people match. Narrow it: give the birth date."
    )
    let tooManyMeaning = Word("Karena itu tidak seorang pun ditampilkan.", "So nobody is shown.")
    let none = Word("Tidak ada yang cocok.", "Nobody matches.")
    let noneMeaning = Word(
        "Periksa tahun lahir, atau beri tanggal lahir. Tidak terdaftar bukan kesalahan.",
        "Check the year, or give the birth date. Not being registered is no fault."
    )
    let found = Word("{} orang cocok", "{} people match")
    let foundMeaning = Word(
        "Nama yang sama belum tentu orang yang sama. Pastikan dengan dokumennya.",
        "The same name need not be the same person. Make sure by the document."
    )
    let registers = Word("Terdaftar di", "Registered in")
    let placements = Word("penempatan", "placements")
    let passports = Word("paspor", "passports")
    let placement = Word("Keadaan penempatan", "State of placement")
    let destination = Word("Negara tujuan", "Destination")
    let agreed = Word("Yang cocok", "What agrees")
    let goOn = Word("Lanjutkan", "Go on")
    let atCounter = Word("Periksa di konter", "Check at the counter")
    let openCase = Word("Perkara terbuka: {}", "Open case: {}")
    let nothingOpen = Word("tidak ada", "nothing")
    let placementStates: [String: Word] = [
        "registered": Word("terdaftar", "registered"),
        "verified": Word("identitas diperiksa", "identity verified"),
        "matched": Word("mendapat pekerjaan", "matched with a job"),
        "agreed": Word("perjanjian penempatan ditandatangani", "placement agreement signed"),
        "documents": Word("berkas lengkap", "papers complete"),
        "passport": Word("paspor terbit", "passport issued"),
        "visa": Word("visa terbit", "visa issued"),
        "insured": Word("jaminan sosial dibayar", "social security paid"),
        "oriented": Word("orientasi selesai", "orientation done"),
        "signed": Word("perjanjian kerja ditandatangani", "employment agreement signed"),
        "carded": Word("kartu terbit", "card issued"),
        "departed": Word("sudah berangkat", "departed"),
        "returned": Word("sudah pulang", "returned"),
        "cancelled": Word("dibatalkan", "cancelled"),
    ]
}

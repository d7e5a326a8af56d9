/// Workers' passes: the worker's page, the ministry's desk, the counter.
struct PassWords: Sendable {
    let title = Word("Pas pekerja", "Worker's pass")
    let lead = Word(
        "Berkas lengkap? Ambil pas untuk ditunjukkan saat berangkat.",
        "Papers complete? Get the pass to show when you leave."
    )
    let privacy = Word(
        "Tanpa akun dan tanpa biaya. Pas tidak memuat nama atau nomor paspor. Penerbitannya dicatat.",
        "No account and no fee. The pass shows no name and no passport number. Its issue is recorded."
    )
    let ask = Word("Ambil pas", "Get the pass")
    let askAnother = Word("Ambil pas lain", "Get another pass")
    let askSubmit = Word("Ambil pas", "Get the pass")
    let passport = Word("Nomor paspor", "Passport number")
    let bornOn = Word("Tanggal lahir", "Birth date")
    let checkFirst = Word("Belum yakin berkas lengkap?", "Not sure that the papers are complete?")
    let incomplete = Word(
        "Isi nomor paspor dan tanggal lahir seperti di paspor.",
        "Give passport number and birth date as in the passport."
    )
    let refused = Word(
        "Belum ada pas untuk isian ini. Periksa isian, atau tanyakan di meja BP3MI. Anda tetap boleh berangkat.",
        "There is no pass for this yet. Check what you typed, or ask at the BP3MI desk. You may still leave."
    )
    let cardTitle = Word("Pas pekerja migran Indonesia", "Indonesian migrant worker's pass")
    let scheme = Word("Cara penempatan", "Way of placement")
    let destination = Word("Negara tujuan", "Destination")
    let holds = Word("Masa berlaku", "Holds")
    let span = Word("{} sampai {}", "{} to {}")
    let issuer = Word("Diterbitkan oleh", "Issued by")
    let thisSite = Word("situs ini", "this site")
    let number = Word("Nomor pas", "Pass number")
    let voidFor = Word("Alasan batal", "Why it is void")
    let bring = Word(
        "Tunjukkan bersama paspor Anda di konter. Salinan kertas atau layar sama nilainya.",
        "Show it with your passport at the counter. Paper or screen count the same."
    )
    let noPermit = Word(
        "Pas ini membantu, bukan syarat baru. Tanpa pas Anda diperiksa seperti biasa.",
        "This pass helps and is no new requirement. Without it you are checked as usual."
    )
    let renewAt = Word("Pas baru: {}", "A new pass: {}")
    let print = Word("Cetak pas", "Print the pass")
    let printHint = Word("Ukuran A6, muat di kertas A4.", "A6 in size, fits A4 paper.")
    let toPass = Word("Ambil pas pekerja", "Get the worker's pass")
    let toPassMeaning = Word(
        "Sudah terdaftar di kementerian? Pas menunjukkan bahwa penempatan Anda lengkap.",
        "Registered at the ministry? The pass shows that your placement is complete."
    )

    let states: [String: Word] = [
        "void": Word("tidak berlaku", "not in force"), "active": Word("berlaku", "in force"),
        "used": Word("sudah dipakai", "used"), "expiring": Word("segera berakhir", "about to end"),
        "expired": Word("sudah berakhir", "ended"),
    ]
    let meanings: [String: Word] = [
        "void": Word(
            "Sudah ditarik, atau belum mulai. Bukan alasan menahan.",
            "Taken back, or not begun. No reason to hold anyone back."
        ),
        "active": Word("Penempatan tercatat lengkap.", "The placement is on record as complete."),
        "used": Word(
            "Sudah ada keberangkatan sejak terbit. Pas baru dapat diambil.",
            "A departure is on record since its issue. A new pass can be had."
        ),
        "expiring": Word(
            "Masih berlaku. Pas baru sudah dapat diambil.",
            "Still in force. A new pass can be had already."
        ),
        "expired": Word(
            "Masa berlaku habis. Pas baru dapat diambil. Bukan alasan menahan.",
            "Its time is over. A new pass can be had. No reason to hold anyone back."
        ),
    ]
    let holders: [String: Word] = [
        "unchecked": Word("Belum dicocokkan dengan paspor.", "Not compared with a passport yet."),
        "same": Word("Cocok dengan paspor ini.", "Fits this passport."),
        "other": Word(
            "Bukan untuk paspor ini. Mungkin tertukar; periksa paspor seperti biasa.",
            "Not for this passport. Perhaps mixed up; check the passport as usual."
        ),
    ]
    let listingOwn = Word(
        "Diperiksa pada catatan penerbit sendiri.",
        "Checked against the issuer's own records."
    )
    let listingListed = Word("Daftar pas batal: {}.", "List of void passes: {}.")
    let listingOld = Word(
        "Daftar pas batal sudah lama: {}. Pembatalan sesudahnya belum diketahui.",
        "The list of void passes is old: {}. Later ones are not known here."
    )
    let listingAbsent = Word(
        "Daftar pas batal belum ada. Pembatalan belum dapat diketahui.",
        "No list of void passes has come. Whether it was taken back is not known."
    )
    let faults: [String: Word] = [
        "not-a-pass": Word("Ini bukan pas pekerja", "This is no worker's pass"),
        "unreadable": Word("Kode tidak terbaca utuh", "The code was not read whole"),
        "newer": Word("Kode dari versi yang lebih baru", "A code of a newer version"),
        "unknown-key": Word("Penerbit kode tidak dikenal di sini", "The code's issuer is not known here"),
        "altered": Word("Isi kode tidak sesuai tanda tangannya", "The code is not what was signed"),
        "key-not-in-force": Word(
            "Kunci penerbit tidak berlaku pada hari itu",
            "The issuer's key was not in force on that day"
        ),
        "too-long": Word("Masa berlaku melebihi aturan", "It holds for longer than the rules allow"),
    ]
    let faultMeaning = Word(
        "Tidak berarti apa pun tentang penumpang. Pindai lagi atau lanjutkan tanpa pas.",
        "It says nothing about the traveller. Scan again, or go on without it."
    )
    let nowPassport = Word("Sekarang pindai paspornya.", "Now scan the passport.")
    let noSubstitute = Word(
        "Pas tidak menggantikan pemeriksaan dan tidak pernah menjadi alasan menahan.",
        "A pass takes the place of no check and is never a reason to hold anyone back."
    )
    let speaks = Word("Pas pekerja sah, berlaku sampai {}.", "Valid worker's pass, in force until {}.")
    let slipTitle = Word("Surat asli", "Genuine notice")
    let slipFor = Word("Untuk keberangkatan {}.", "For the departure of {}.")
    let slipIssuer = Word("Diterbitkan oleh {}.", "Issued by {}.")
    let slipMeaning = Word(
        "Surat itu hanya untuk keberangkatan tersebut. Tiket baru berarti pemeriksaan baru.",
        "The notice is for that departure only. A new ticket means a new check."
    )
    let slipProof = Word(
        "Bukti keaslian. Petugas memindainya di konter, juga tanpa sambungan.",
        "Proof that it is genuine. An officer scans it at a counter, also without a line."
    )

    let deskTitle = Word("Pas pekerja di meja", "Workers' passes at the desk")
    let deskLead = Word(
        "Lihat penempatan, terbitkan pas, atau tarik pas. Setiap pencarian dicatat.",
        "See a placement, issue a pass, or take one back. Every look-up is noted."
    )
    let look = Word("Cari penempatan", "Find the placement")
    let placement = Word("Nomor penempatan", "Placement number")
    let validTo = Word("Visa dan kontrak sampai", "Visa and contract until")
    let missing = Word("Yang belum ada", "What is missing")
    let issue = Word("Terbitkan pas", "Issue a pass")
    let passes = Word("Pas yang pernah terbit", "Passes issued so far")
    let noPasses = Word("Belum ada pas.", "No pass yet.")
    let revoke = Word("Tarik pas", "Take the pass back")
    let revokeReason = Word("Alasan", "Reason")
    let revokeConfirm = Word("Saya yakin pas ini ditarik", "I am sure that this pass is taken back")
    let standings: [String: Word] = [
        "none": Word("Tidak ditemukan", "Nothing found"), "complete": Word("Lengkap", "Complete"),
        "incomplete": Word("Belum lengkap", "Not complete yet"),
        "unavailable": Word("Data belum tersedia", "Records not available"),
    ]
    let standingMeanings: [String: Word] = [
        "none": Word(
            "Tidak ada penempatan untuk nomor dan tanggal lahir ini.",
            "There is no placement for this number and birth date."
        ),
        "complete": Word("Semua berkas wajib tercatat.", "Every mandatory paper is on record."),
        "incomplete": Word(
            "Pas terbit setelah semua berkas wajib tercatat.",
            "A pass is issued once every mandatory paper is on record."
        ),
        "unavailable": Word(
            "Registri tidak dapat ditanya sekarang. Coba lagi nanti.",
            "The registry can't be asked now. Try again later."
        ),
    ]
    let outcomes: [String: Word] = [
        "issued": Word("Pas sudah terbit.", "The pass is issued."),
        "revoked": Word("Pas sudah ditarik.", "The pass is taken back."),
        "refused": Word("Pas belum dapat terbit.", "No pass can be issued yet."),
        "incomplete": Word(
            "Isi nomor paspor dan tanggal lahir seperti di paspor.",
            "Give passport number and birth date as in the passport."
        ),
        "unconfirmed": Word(
            "Belum ditarik: pilih alasan dan beri tanda.",
            "Not taken back: choose a reason and tick the box."
        ),
    ]
    let voidReasons: [String: Word] = [
        "incomplete": Word("berkas penempatan tidak lengkap lagi", "the placement is no longer complete"),
        "renewed": Word("diganti pas baru", "a new pass took its place"),
        "asked": Word("hilang atau diminta pekerja", "lost, or the worker asked"),
        "mistaken": Word("terbit keliru", "issued by mistake"),
        "erased": Word("data pemegang dimusnahkan", "the holder's records were erased"),
    ]
    /// What can be missing beside papers.
    let others: [String: Word] = [
        "terms": Word(
            "isi penempatan (visa, pemberi kerja, skema)",
            "terms of the placement (visa, employer, scheme)"
        ),
        "agency": Word("izin perusahaan atau job order", "the agency's licence or the job order"),
        "destination": Word("aturan negara tujuan", "the rule on the destination"),
    ]
}

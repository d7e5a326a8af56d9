/// The exchange with the other agency's site.
struct ExchangeWords: Sendable {
    let title = Word("Status pertukaran data", "State of the exchange")
    let lead = Word(
        "Apa yang menyeberang antara kedua kantor, dan apa yang menunggu. Tanpa data orang.",
        "What crosses between the two offices, and what waits. Nobody's data stands here."
    )
    let alone = Word("Situs ini tidak punya mitra.", "This site has no partner.")
    let aloneMeaning = Word(
        "Tidak ada data yang menyeberang. Pengelola menyambungkannya dengan kawal exchange.",
        "Nothing crosses. The operator connects it with kawal exchange."
    )
    let idle = Word(
        "Pertukaran belum berjalan. Kunci mitra belum diambil dua orang.",
        "The exchange doesn't run. Two people have not taken the partner's keys."
    )
    let partner = Word("Mitra", "Partner")
    let normal = Word("normal", "normal")
    let cut = Word("terputus sejak {}", "cut off since {}")
    let neverHeard = Word("belum pernah terhubung", "never reached")
    let cutMeaning = Word(
        "Kiriman menunggu dan dikirim lagi sendiri. Bukan alasan menahan siapa pun.",
        "Messages wait and go by themselves later. No reason to hold anyone back."
    )
    let heard = Word("Pesan terakhir dari mitra", "Last message of the partner")
    let latency = Word("Waktu sampai diterima mitra", "Time until the partner takes it")
    let latencyLine = Word(
        "separuh dalam {} ms, hampir semua dalam {} ms",
        "half within {} ms, nearly all within {} ms"
    )
    let noLatency = Word("belum ada kiriman sejak mesin dinyalakan", "nothing sent since the start")
    let more = Word("Lihat pertukaran", "See the exchange")

    let witness = Word("Saksi mitra", "The partner's witness")
    let witnessStates: [String: Word] = [
        "fine": Word("Normal. Semua boleh menyeberang.", "Normal. Everything may cross."),
        "away": Word(
            "Pergi lebih dari semenit. Semua menyeberang, tanda terima menunggu.",
            "Away for over a minute. Everything crosses, receipts wait."
        ),
        "halted": Word(
            "Pergi terlalu lama. Rujukan dan pemberitahuan berhenti, yang lain berjalan.",
            "Away too long. Referrals and notices stop, the rest goes on."
        ),
        "split": Word(
            "Buku mitra bertentangan dengan dirinya. Tidak ada yang menyeberang.",
            "The partner's log contradicts itself. Nothing crosses."
        ),
    ]
    let cosigned = Word("Ditandatangani terakhir", "Last cosigned")
    let cosignedSize = Word("Sampai entri", "Up to entry")

    let waiting = Word("Siapa menunggu siapa", "Who waits for whom")
    let waitLine = Word("{} menunggu {}", "{} waits for {}")
    let what = Word("Yang ditunggu", "What for")
    let due = Word("Batas", "Due")
    let open = Word("Belum dijawab", "Not answered")
    let openMedian = Word("Menunggu, tengah", "Waiting, median")
    let openLongest = Word("Menunggu, terlama", "Waiting, longest")
    let answered = Word("Sudah dijawab", "Answered")
    let answeredMedian = Word("Dijawab setelah, tengah", "Answered after, median")
    let answeredLongest = Word("Dijawab setelah, terlama", "Answered after, longest")
    let minutes = Word("{} menit", "{} min")
    let noWait = Word("tidak ada jawaban yang diatur perjanjian", "the agreement sets no answer")
    let overdue = Word("lewat batas", "overdue")

    let known = Word("Usia yang kami ketahui dari mitra", "Age of what we know of the partner")
    /// By whose site it is.
    let noKnown: [String: Word] = [
        "immigration": Word(
            "Belum ada tabel dari mitra. Kementerian belum mengirim catatannya.",
            "No tables from the partner. The ministry has not sent its records yet."
        ),
        "ministry": Word(
            "Belum ada tabel dari mitra. Imigrasi hanya mengirim rujukan dan perlintasan.",
            "No tables from the partner. Immigration sends referrals and crossings only."
        ),
    ]
    let streams = Word("Aliran", "Streams")
    let stream = Word("Aliran", "Stream")
    let way = Word("Arah", "Way")
    let outward = Word("ke mitra", "to the partner")
    let inward = Word("dari mitra", "from the partner")
    let taken = Word("Diterima sampai", "Taken up to")
    let moved = Word("Terakhir bergerak", "Last moved")
    let queued = Word("Menunggu", "Waiting")
    let oldest = Word("Tertua sejak", "Oldest since")
    let noStreams = Word("Belum ada pesan yang menyeberang.", "No message has crossed yet.")

    let alarms = Word("Alarm dan perbedaan yang perlu diselesaikan", "Alarms and mismatches to resolve")
    let noAlarms = Word("Tidak ada.", "None.")
    let alarmCodes: [String: Word] = [
        "id-conflict": Word(
            "Dua pesan berbeda memakai satu nomor. Minta mitra memeriksa kirimannya.",
            "Two different messages bear one number. Ask the partner to check."
        ),
        "digest-mismatch": Word(
            "Hitungan mitra berbeda dari yang kami terima. Bandingkan aliran bersama mitra.",
            "The partner's count differs from what we took. Compare the stream together."
        ),
        "sequence-gap": Word(
            "Nomor urut kedua pihak tidak cocok. Salah satu mungkin memulihkan cadangan lama.",
            "The two sides' numbers don't fit. One side may have restored an old backup."
        ),
        "own-log-behind": Word(
            "Mitra mengenal buku kami yang lebih panjang. Periksa cadangan situs ini.",
            "The partner knows a longer log of ours. Check this site's backup."
        ),
        "outside-agreement": Word(
            "Situs ini hampir mengirim yang tidak disepakati, dan tidak mengirimnya. Beri tahu pembuatnya.",
            "This site nearly sent what isn't agreed, and did not. Tell its makers."
        ),
        "lookup-refused": Word(
            "Tabel tersegel tidak seperti yang diumumkan. Hubungi mitra.",
            "A sealed table is not as it was published. Call the partner."
        ),
        "lookup-rollback": Word(
            "Tabel tersegel kembali ke versi lama. Hubungi mitra.",
            "A sealed table goes back to an old version. Call the partner."
        ),
        "receipt-wrong": Word(
            "Bukti mitra atas yang diterimanya tidak cocok. Simpan buku kedua pihak.",
            "The partner's proof of what it took doesn't hold. Keep both logs."
        ),
        "receipt-late": Word(
            "Mitra lama tidak membuktikan yang diterimanya. Periksa saluran saksinya.",
            "The partner has long proven nothing of what it took. Check its witness."
        ),
        "skip-refused": Word(
            "Mitra menolak juga pengganti pesan, dan aliran itu menunggu. Hubungi mitra.",
            "The partner refuses even what stands in a message's place. Call the partner."
        ),
        "two-roots": Word(
            "Mitra menunjukkan dua isi buku berbeda untuk ukuran yang sama.",
            "The partner showed two different logs of one size."
        ),
        "other-beginning": Word(
            "Buku mitra berawal lain dari yang pernah kami lihat.",
            "The partner's log begins otherwise than what we saw."
        ),
        "no-continuation": Word(
            "Mitra tidak menunjukkan bahwa bukunya berlanjut.",
            "The partner did not show that its log continues."
        ),
        "shorter": Word(
            "Buku mitra lebih pendek dari yang pernah kami lihat.",
            "The partner's log is shorter than what we saw."
        ),
    ]

    let closeAlarm = Word("Tutup alarm dengan alasan", "Close an alarm with a reason")
    let closeAlarmMeaning = Word(
        "Cari dahulu penyebabnya bersama mitra. Alarm muncul lagi bila keadaannya tetap.",
        "First find the cause with the partner. An alarm that holds still comes again."
    )
    let alarm = Word("Alarm yang ditutup", "Alarm to close")
    let chooseAlarm = Word("Pilih alarm", "Choose an alarm")

    let letters = Word("Surat mati", "Dead letters")
    let lettersMeaning = Word(
        "Pesan yang tidak diterima mitra. Administrator mengirim ulang atau menutupnya dengan alasan.",
        "Messages that the partner would not take. An administrator sends them again or closes them."
    )
    let noLetters = Word("Tidak ada surat mati.", "No dead letters.")
    let letterReasons: [String: Word] = [
        "refused": Word("ditolak mitra", "refused by the partner"),
        "late": Word("terlalu lama tidak terkirim", "not sent for too long"),
    ]
    let refusedAs = Word("{}, kode {}", "{}, code {}")
    let sendAgain = Word("Kirim ulang", "Send again")
    let closeLetter = Word("Tutup dengan alasan", "Close with a reason")
    let reason = Word("Alasan menutup", "Reason for closing")
    let reasonHint = Word(
        "Tanpa nama dan nomor paspor. Paling banyak 500 huruf.",
        "No name, no passport number. At most 500 letters."
    )
    let noWords = Word(
        "Isinya sudah dihapus, hanya dapat ditutup.",
        "Its words were erased, it can only be closed."
    )
    let problems: [String: Word] = [
        "reason": Word("Tulis alasannya, paling banyak 500 huruf.", "Write the reason, at most 500 letters."),
        "erased": Word("Isi pesan itu sudah dihapus. Tutup saja.", "Its words were erased. Close it."),
        "overtaken": Word(
            "Isi surat itu tidak berlaku lagi: sudah gugur, atau yang lebih baru sudah disampaikan. Tutup saja.",
            "What it told stands no more: it fell away, or something later was told. Close it."
        ),
        "gone": Word("Surat itu sudah ditangani.", "That letter was dealt with."),
        "alarm": Word(
            "Pilih alarm dan tulis alasannya, paling banyak 500 huruf.",
            "Choose the alarm and write the reason, at most 500 letters."
        ),
        "closed": Word("Alarm itu sudah ditutup.", "That alarm was closed."),
    ]

    let contract = Word("Perjanjian dan kunci", "Agreement and keys")
    let digest = Word("Sidik perjanjian", "Digest of the agreement")
    let signedAt = Word("ditandatangani {}", "signed {}")
    let unsigned = Word("belum ditandatangani", "not signed")
    let signedBy = Word("oleh {}", "by {}")
    let readAgreement = Word("Baca perjanjian", "Read the agreement")
    let key = Word("Kunci mitra {}", "Partner's key {}")
    let validUntil = Word("berlaku sampai {}", "valid until {}")
    let expired = Word("habis {}", "expired {}")
    let fingerprint = Word("Sidik kunci, dibacakan lewat telepon", "Fingerprint, read by telephone")
}

/// What the ministry's desk answers to a referral.
struct DeskAnswerWords: Sendable {
    let title = Word("Jawaban meja BP3MI", "Answer of the BP3MI desk")
    let line = Word("KemenP2MI: {}, {}", "Ministry: {}, {}")
    let none = Word("Meja BP3MI belum menjawab.", "The BP3MI desk has not answered yet.")
    let meaning = Word(
        "Jawaban ini keterangan. Petugas yang memutuskan, saran tidak berubah sendiri.",
        "The answer is information. The officer decides, no advice changes by itself."
    )
    let answers: [String: Word] = [
        "complete": Word("berkas lengkap", "papers complete"),
        "mending": Word("berkas sedang dilengkapi di meja", "papers being completed at the desk"),
        "talk": Word("meja ingin bicara dahulu", "the desk would like to talk first"),
        "unknown": Word("tidak tercatat di SiskoP2MI", "not known to SiskoP2MI"),
    ]
    let choose = Word("Pilih jawaban", "Choose an answer")
    let answer = Word("Jawaban", "Answer")
    let words = Word("Keterangan tambahan", "More words")
    let wordsHint = Word(
        "Boleh kosong. Jangan tulis nama, nomor, atau kesehatan. Paling banyak 500 huruf.",
        "May stay empty. Write no name, number or illness. At most 500 letters."
    )
    let send = Word("Kirim jawaban", "Send the answer")
    let unfit = Word(
        "Pilih satu jawaban. Keterangan paling banyak 500 huruf.",
        "Choose one answer. At most 500 letters."
    )
    let elsewhere = Word("daftar ada di Imigrasi", "the list is with Immigration")
    let elsewhereMeaning = Word(
        "Hanya rujukan yang menyeberang. Daftar penumpang tetap di Imigrasi.",
        "Only referrals cross. The passenger list stays with Immigration."
    )
    let fromPartner = Word("Daftar di Imigrasi", "List at Immigration")
}

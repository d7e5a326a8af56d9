/// What one shift leaves to the next.
struct ShiftNoteWords: Sendable {
    let title = Word("Serah terima regu", "Shift hand-over")
    let lead = Word(
        "Kawal menghitung yang masih terbuka. Anda menambah kata-kata, regu berikutnya menyatakan sudah membaca.",
        "Kawal counts what is open. You add words, and the next shift confirms having read them."
    )
    let from = Word("Dari {}, {}", "From {}, {}")
    let takeOver = Word("Saya sudah membaca dan mengambil alih", "I have read this and take over")
    let waitsForNext = Word(
        "Menunggu dibaca kepala regu berikutnya, dengan akunnya sendiri.",
        "Waits for the next head of shift, under an account of their own."
    )
    let open = Word("Masih terbuka sekarang", "Open now")
    let checks = Word("pemeriksaan keberangkatan berjalan", "departure checks running")
    let passports = Word("paspor belum kembali", "passports not yet back")
    let objections = Word("keberatan menunggu jawaban", "objections wait for an answer")
    let referrals = Word("rujukan belum dimulai", "interviews not begun")
    let offers = Word("tawaran antarlembaga menunggu", "offers between agencies wait")
    let silentFeeds = Word("sumber data tidak menjawab", "feeds don't answer")
    let silent = Word("Tidak menjawab: {}", "No answer from: {}")
    let cut = Word("Simpul ini terputus dari buku bersama", "This node can't reach the shared ledger")
    let nothingOpen = Word("Tidak ada yang terbuka.", "Nothing is open.")
    let held = Word("belum kembali", "not yet back")
    let handOver = Word("Serahkan regu", "Hand the shift over")
    let words = Word("Pesan untuk regu berikutnya", "Words for the next shift")
    let wordsHint = Word(
        "Jangan tulis nama atau nomor paspor. Boleh kosong; jumlah di atas ikut tercatat.",
        "Write no name and no passport number. May stay empty; the counts above are kept with it."
    )
    let tooLong = Word(
        "Pesan terlalu panjang. Paling banyak 4.000 huruf.",
        "The words are too long. At most 4,000 letters."
    )
    let newer = Word(
        "{} sudah menyerahkan regu, {}. Baca dahulu; kata-kata Anda masih di bawah.",
        "{} has handed over, {}. Read that first; your words are still below."
    )
    let own = Word(
        "Yang menyerahkan tidak dapat menerima. Minta kepala regu berikutnya.",
        "Whoever hands over can't take over. Ask the next head of shift."
    )
    let taken = Word("{} sudah mengambil alih, {}.", "{} has taken over, {}.")
    let last = Word("Catatan terakhir", "Last notes")
    let when = Word("Diserahkan", "Handed over")
    let by = Word("Oleh", "By")
    let takenBy = Word("Diterima", "Taken over")
    let notYet = Word("belum", "not yet")
    let noWords = Word("Tanpa pesan.", "No words.")
    let none = Word("Belum ada catatan.", "No notes yet.")
    let noneMeaning = Word(
        "Catatan tampil di sini selama setahun.",
        "Notes stay here for a year."
    )
}

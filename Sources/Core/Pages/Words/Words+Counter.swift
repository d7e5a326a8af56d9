/// The counter.
struct CounterWords: Sendable {
    let title = Word("Konter", "Counter")
    let prompt = Word("Pindai atau ketik nomor paspor", "Scan, or type a passport number")
    let promptHint = Word(
        "Pembaca paspor dapat dipakai kapan saja di halaman ini.",
        "The passport reader works anywhere on this page."
    )
    let check = Word("Periksa", "Check")
    let more = Word("Tujuan, penerbangan, dan visa (bila perlu)", "Destination, flight and visa (if needed)")
    let destination = Word("Negara tujuan", "Destination country")
    let destinationAny = Word("Menurut manifes", "As the passenger list says")
    let flight = Word("Penerbangan", "Flight")
    let visa = Word("Jenis visa", "Class of visa")
    let visaAny = Word("Belum diketahui", "Not known")
    let ready = Word("Siap. Pindai paspor berikutnya.", "Ready. Scan the next passport.")
    let reading = Word("Membaca zona paspor …", "Reading the passport's zone …")
    let checking = Word("Memeriksa …", "Checking …")
    let failed = Word(
        "Jawaban tidak sampai. Periksa seperti biasa dan coba lagi. Bukan alasan menahan.",
        "The answer did not arrive. Proceed as usual and try again. No reason to hold anyone back."
    )
    let answer = Word("Jawaban", "Answer")
    let passport = Word("Paspor {}", "Passport {}")
    let answeredAt = Word("Dijawab {}", "Answered {}")
    let proceed = Word("Lanjut", "Proceed")
    let next = Word("Pelintas berikutnya", "Next traveller")
    let interview = Word("Wawancara", "Interview")
    let interviewLead = Word(
        "Pilih satu alasan. Pelintas diberi tahu alasannya dan cara memperbaikinya.",
        "Choose one reason. The traveller is told the reason and how to mend it."
    )
    let interviewReason = Word("Alasan wawancara", "Reason for the interview")
    let interviewConfirm = Word(
        "Saya sudah melihat alasan dan hal yang mendukung keberangkatan.",
        "I have seen the reasons and what speaks for leaving."
    )
    let interviewSubmit = Word("Minta wawancara", "Ask for an interview")
    let interviewOpen = Word("Wawancara sudah diminta {}", "An interview was asked for at {}")
    let attest = Word("Catat dokumen yang dilihat", "Note a document seen")
    let attestLead = Word(
        "Untuk dokumen asli di tangan Anda. Saran langsung dihitung ulang dan registri menerima usul perbaikan.",
        "For an original in your hand. The advice is worked out anew and the registry gets a proposed correction."
    )
    let attestDocument = Word("Dokumen", "Document")
    let attestNumber = Word("Nomor dokumen", "Document number")
    let attestUntil = Word("Berlaku sampai (boleh kosong)", "Valid until (may be empty)")
    let attestSubmit = Word("Catat dokumen", "Note the document")
    let seen = Word("Sudah dilihat", "Seen already")
    let seenLine = Word("{}, nomor {}, oleh {}, {}", "{}, number {}, by {}, {}")
    let seenUntil = Word("berlaku sampai {}", "valid until {}")
    let details = Word("Halaman pelintas", "Traveller's page")
    let empty = Word("Belum ada yang diketik.", "Nothing was typed.")
    let unreadable = Word(
        "Ini bukan zona paspor dan bukan nomor paspor. Pindai sekali lagi atau ketik nomornya.",
        "This is neither a passport's zone nor a number. Scan once more, or type the number."
    )
    let expired = Word(
        "Jawaban sebelumnya sudah tidak disimpan. Pindai paspor sekali lagi.",
        "The earlier answer is no longer kept. Scan the passport once more."
    )
    let incomplete = Word(
        "Belum dicatat: pilih dokumen dan isi nomornya.",
        "Not noted yet: choose the document and type its number."
    )
    let unconfirmed = Word(
        "Belum diminta: beri tanda bahwa Anda sudah melihat alasannya.",
        "Not asked for yet: tick that you have seen the reasons."
    )
    let reasonMissing = Word("Belum diminta: pilih satu alasan.", "Not asked for yet: choose a reason.")
    let statutoryNoProceed = Word(
        "Tidak dapat dilanjutkan dengan satu tombol. Panggil penyelia.",
        "Can't be released with one key. Call the supervisor."
    )
}

/// The machine-readable zone.
struct ZoneWords: Sendable {
    let title = Word("Zona seperti terbaca", "The zone as read")
    let valid = Word("Semua angka periksa cocok.", "Every check digit is right.")
    let failing = Word("Angka periksa tidak cocok: {}.", "Check digits that don't match: {}.")
    let number = Word("nomor paspor", "passport number")
    let birth = Word("tanggal lahir", "birth date")
    let expiry = Word("tanggal berlaku", "expiry date")
    let optional = Word("data tambahan", "optional data")
    let composite = Word("gabungan", "composite")
    let readAgain = Word(
        "Pindai sekali lagi, atau bandingkan dengan dokumen.",
        "Scan once more, or compare with the document."
    )
    let proposal = Word("Mungkin maksudnya, belum dipakai:", "Perhaps this is meant, not used yet:")
    let unrecognised = Word("Bukan zona paspor yang dikenal.", "Not a known passport zone.")
}

/// Evidence and bundles.
struct EvidenceWords: Sendable {
    let title = Word("Barang bukti", "Evidence")
    let bundle = Word("Berkas perkara", "Case file")
    let caseNumber = Word("Nomor perkara", "Case")
    let event = Word("Nomor peristiwa", "Event number")
    let made = Word("Dibuat", "Made")
    let by = Word("Oleh", "By")
    let elements = Word("Unsur: perbuatan, cara, tujuan", "Elements: act, means, purpose")
    let gap = Word("Belum ada yang menunjukkan ini.", "Nothing shows this yet.")
    let exculpatory = Word("Hal yang meringankan atau membantah", "What speaks against the accusation")
    let exculpatoryNote = Word(
        "Daftar ini selalu ikut dan tidak dapat disaring.",
        "This list always goes along and can't be filtered."
    )
    let restitution = Word("Kerugian dan biaya, untuk restitusi", "Losses and fees, for restitution")
    let total = Word("Jumlah {}", "Total {}")
    let custody = Word("Riwayat barang bukti", "Custody")
    let noneYet = Word("Belum ada.", "None yet.")
    let add = Word("Tambah barang bukti", "Add evidence")
    let file = Word("Berkas: foto, PDF, suara, film, teks", "File: photograph, PDF, sound, film, text")
    let fileHint = Word(
        "Paling besar {} MB. Sidik jarinya dihitung di perangkat Anda sebelum dikirim.",
        "At most {} MB. Its digest is computed on your device before it is sent."
    )
    let capturedAt = Word("Diambil pada", "Captured on")
    let place = Word("Tempat", "Place")
    let note = Word("Keterangan", "Note")
    let send = Word("Simpan barang bukti", "Keep the evidence")
    let open = Word("Buka", "Open")
    let forPurpose = Word("Tujuan membuka", "Why it is opened")
    let doAct = Word("Catat tindakan", "Record an act")
    let act = Word("Tindakan", "Act")
    let unknownKind = Word(
        "Berkas itu bukan foto, PDF, suara, film, atau teks. Namanya mungkin keliru.",
        "That file is no photograph, PDF, sound, film or text. Its name may mislead."
    )
    let altered = Word(
        "Berkas berubah di jalan. Kirim sekali lagi.",
        "The file was altered on the way. Send it again."
    )
    let otherName = Word("isi: {}", "content: {}")
    let digestOfDevice = Word("sidik jari dari perangkat", "digest from the device")
    let makeBundle = Word("Unduh berkas perkara (tar)", "Download the case file (tar)")
    let elementNames: [String: Word] = [
        "act": Word("Perbuatan", "Act"), "means": Word("Cara", "Means"),
        "purpose": Word("Tujuan eksploitasi", "Purpose"),
    ]
    let acts: [String: Word] = [
        "collect": Word("diambil", "taken in"), "receive": Word("diterima", "received"),
        "view": Word("dilihat", "looked at"),
        "copy": Word("disalin", "copied"), "export": Word("diberikan dalam berkas", "given out"),
        "seal": Word("disegel", "sealed"),
        "unseal": Word("segel dibuka", "unsealed"), "return": Word("dikembalikan", "given back"),
        "destroy": Word("dimusnahkan", "destroyed"),
    ]
    let purposes: [String: Word] = [
        "investigate": Word("penyelidikan", "investigation"), "prosecute": Word("penuntutan", "prosecution"),
        "defend": Word("pembelaan", "defence"), "protect": Word("pelindungan", "protection"),
        "audit": Word("pemeriksaan", "checking"),
    ]
}

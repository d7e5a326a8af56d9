/// The formal letter, and the record of an interview.
struct LetterWords: Sendable {
    let letter = Word("Surat resmi", "Formal letter")
    let number = Word("Nomor", "Number")
    let date = Word("Tanggal", "Date")
    let subject = Word("Perihal", "Subject")
    let translation = Word(
        "Terjemahan. Yang berlaku adalah naskah bahasa Indonesia.",
        "Translation. The Indonesian text is the one that holds."
    )
    let opening = Word(
        "Kami memberitahukan bahwa keberangkatan ini ditunda. Dasar dan alasannya sebagai berikut.",
        "We inform you that this departure is put off, on the basis and for the reason that follow."
    )
    let openingBar = Word(
        "Kami memberitahukan bahwa undang-undang melarang keberangkatan ini. Dasarnya sebagai berikut.",
        "We inform you that a law bars this departure, on the basis that follows."
    )
    let officer = Word("Petugas yang memutuskan", "Deciding officer")
    let serviceNumber = Word("Nomor {}", "Number {}")
    let record = Word("Berita acara wawancara", "Record of the interview")
    let course = Word("Jalannya wawancara", "Course of the interview")
    let acts: [String: Word] = [
        "begin": Word("wawancara dimulai", "interview begun"),
        "resume": Word("wawancara diambil alih", "interview taken over"),
        "answer": Word("jawaban disimpan", "answers kept"),
        "extend": Word("waktu diperpanjang", "time extended"),
        "lock": Word("wawancara selesai", "interview ended"),
        "read": Word("dibaca pembaca kedua", "read by the second reader"),
    ]
    let rights = Word("Hak dan bahasa", "Rights and language")
    let rightsRead = Word("Hak dibacakan", "Rights read aloud")
    let sameSex = Word("Ingin pewawancara sesama jenis kelamin", "Wished an interviewer of the same sex")
    let guardian = Word("Orang tua atau wali dihubungi", "Parent or guardian reached")
    let notAsked = Word("tidak tercatat", "not on record")
    let noAnswers = Word("Tidak ada jawaban yang disimpan.", "No answer was kept.")
    let noEvidence = Word(
        "Ini wawancara pelindungan. Jawaban pelintas bukan alat bukti terhadap dirinya.",
        "This was a protection interview. The traveller's answers are no evidence against the traveller."
    )
    let interviewer = Word("Pewawancara", "Interviewer")
    let secondReader = Word("Pembaca kedua", "Second reader")
    let traveller = Word("Pelintas", "Traveller")
    let mayDecline = Word("boleh tidak menandatangani", "need not sign")
}

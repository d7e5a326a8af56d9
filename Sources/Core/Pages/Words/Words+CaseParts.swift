/// What stands on a case beside its steps: owner, tasks, consent, the incident, the firewall.
struct CasePartWords: Sendable {
    let owner = Word("Pemegang", "Owner")
    let nobody = Word("belum ada", "nobody yet")
    let all = Word("Semua", "All")
    let mine = Word("Milik saya", "Mine")
    let procedure = Word("Prosedur", "Procedure")
    let version = Word("{}, versi {}", "{}, version {}")
    let token = Word("Token korban", "Victim's token")
    let clocks = Word("Jam perkara", "Clocks of the case")
    let since = Word("Sejak", "Since")
    let due = Word("Tenggat", "Due")
    let left = Word("Ditinggalkan", "Left")
    let kept = Word("Ketepatan", "Kept")
    let onTime = Word("tepat waktu", "in time")
    let late = Word("lewat {}", "{} late")
    let running = Word("berjalan", "running")
    let tasks = Word("Tugas", "Tasks")
    let taskDue = Word("sampai {}", "by {}")
    let taskLate = Word("lewat tenggat {}", "overdue since {}")
    let taskDone = Word("selesai {}", "done {}")
    let consents = Word("Persetujuan", "Consent")
    let consentsNote = Word(
        "Tiap tujuan ditanya sendiri. Yang belum ditanya berarti belum setuju.",
        "Each purpose is asked by itself. Not asked means not agreed."
    )
    let notAsked = Word("belum ditanya", "not asked")
    let incident = Word("Satu peristiwa", "The same incident")
    let incidentNote = Word(
        "Kedua lembaga menghitung peristiwa ini satu kali, dengan nomor {}.",
        "Both agencies count this incident once, by the number {}."
    )
    let follow = Word("Buka perkara lanjutan", "Open a following case")
    let followTo = Word("Lanjutan: {}", "Following: {}")
    let after = Word(
        "Lanjutan dari perkara lain. Nomor peristiwa tetap sama.",
        "Follows another case. The event number stays."
    )
    let victims = Word("Korban", "Victims")
    let victimsNote = Word(
        "Penyidik mengenal korban dari token. Nama terbuka dengan izin korban atau perintah yang sah.",
        "Investigators know victims by tokens. A name opens with the victim's consent or a lawful order."
    )
    let notTold = Word("identitas tertutup", "identity closed")
    let asked = Word("sudah diminta, belum dijawab", "asked, not answered yet")
    let told = Word("dibuka untuk Anda: {}", "opened for you: {}")
    let requests = Word("Siapa yang tahu identitas korban", "Who knows who the victim is")
    let noReveal = Word("Belum ada penyidik yang diberi tahu.", "No investigator was told.")
    let publicReveals = Word("Siapa yang diberi tahu identitas Anda", "Who was told who you are")
    let publicRevealsNote = Word(
        "Anda boleh menarik persetujuan kapan saja: sesudah itu nama Anda tertutup lagi. Katakan kepada pendamping Anda.",
        "You may take your consent back at any time: your name is closed again then. Tell whoever supports you."
    )
    let supportCode = Word(
        "Kode untuk korban: {}. Di {} terlihat siapa yang diberi tahu identitasnya.",
        "Code for the victim: {}. At {} it says who was told."
    )
    let correctionCode = Word(
        "Kode untuk orangnya: {}. Di {} terlihat keadaannya, dan tempat menyatakan tidak sependapat.",
        "Code for the person: {}. At {} it says how it stands, and takes a word against it."
    )
    let badge = Word("Lencana pewawancara sampai", "Interview badge until")
    let noBadge = Word(
        "Lencana pewawancara belum ada atau sudah lewat. Minta rekan yang memilikinya.",
        "Your interview badge is missing or over. Ask a colleague who has one."
    )
    let absent = Word(
        "Token atau perkara itu tidak ada, atau belum meminta.",
        "That token or case is not there, or has not asked."
    )
    let purposes: [String: Word] = [
        "shelter": Word("Rumah aman", "Shelter"),
        "care": Word("Pengobatan dan pendampingan", "Care and counsel"),
        "family": Word("Keluarga diberi tahu", "The family is told"),
        "village": Word("Desa membantu sesudah pulang", "The village helps after the way home"),
        "mission": Word("Perwakilan RI diberi tahu", "The mission abroad is told"),
        "enforcement": Word("Penyidik mengetahui identitas", "Investigators learn who it is"),
    ]
}

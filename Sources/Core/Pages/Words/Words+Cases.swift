/// What the pages of cases say.
struct CaseWords: Sendable {
    let queue = Word("Antrean", "Queue")
    let queueLead = Word(
        "Wawancara yang menunggu dan keputusan yang perlu Anda baca. Yang paling mendesak di atas.",
        "Interviews that wait and decisions for you to read. The most urgent first."
    )
    let queueEmpty = Word("Tidak ada yang menunggu.", "Nothing is waiting.")
    let queueEmptyMeaning = Word(
        "Rujukan baru tampil di sini tanpa memuat ulang.",
        "New referrals appear here without reloading."
    )
    let cases = Word("Perkara", "Cases")
    let casesLead = Word(
        "Perkara terbuka yang menjadi bagian tugas Anda.",
        "Open cases that are part of your duties."
    )
    let casesEmpty = Word("Belum ada perkara jenis ini.", "No open case of this kind.")
    let kind = Word("Jenis perkara", "Kind of case")
    let open = Word("Buka perkara baru", "Open a new case")
    let about = Word("Pokok perkara", "What it is about")
    let aboutHint = Word(
        "Nomor paspor boleh kosong. Jangan tulis nama korban di sini.",
        "The passport may stay empty. Don't write a victim's name here."
    )
    let openAlready = Word(
        "Tentang orang ini sudah ada tawaran yang menunggu jawaban.",
        "An offer about this person is waiting for an answer already."
    )
    let asker = Word("Yang mencari: nama dan hubungan", "Who asks: name and relation")
    let askerCode = Word(
        "Kode untuk yang mencari: {}. Di {} terlihat dicari atau ditemukan, tidak lebih.",
        "Code for whoever asks: {}. At {} it says sought or found, no more."
    )
    let one = Word("Perkara", "Case")
    let check = Word("Pemeriksaan keberangkatan", "Departure check")
    let state = Word("Keadaan", "State")
    let due = Word("Tenggat", "Due")
    let dueIn = Word("{} lagi ({})", "in {} ({})")
    let overdue = Word("lewat {}", "{} overdue")
    let noClock = Word("tanpa tenggat", "no deadline")
    let departs = Word("Berangkat", "Departs")
    let flight = Word("Keberangkatan", "Departure")
    let since = Word("Sejak", "Since")
    let facts = Word("Fakta", "Facts")
    let name = Word("Nama dalam daftar", "Name as listed")
    let passport = Word("Paspor", "Passport")
    let post = Word("Pos", "Post")
    let event = Word("Nomor peristiwa", "Event number")
    let minor = Word("Di bawah 18 tahun menurut berkas", "Under 18 by the record")
    let minorMeaning = Word(
        "Hubungi orang tua atau wali dahulu. Anak tidak diwawancarai sendirian.",
        "Reach a parent or guardian first. A child is not interviewed alone."
    )
    let blind = Word("Alasan belum ditampilkan", "The reasons are not shown yet")
    let blindMeaning = Word(
        "Tulis pendapat Anda dahulu. Alasan dan hal yang mendukung tampil sesudah itu, sama besar.",
        "Write your own view first. Reasons and what speaks for leaving follow, in equal size."
    )
    let blindReader = Word("Usulan belum ditampilkan", "The proposal is not shown yet")
    let blindReaderMeaning = Word(
        "Baca fakta dan tulis pendapat Anda. Usulan rekan tampil sesudah itu.",
        "Read the facts and write your view. The colleague's proposal follows."
    )
    let proposal = Word("Usulan", "Proposal")
    let view = Word("Pendapat", "View")
    let steps = Word("Langkah Anda", "Your steps")
    let noSteps = Word("Sekarang giliran orang lain.", "It is somebody else's turn now.")
    let timeline = Word("Riwayat", "History")
    let timelineNote = Word(
        "Setiap langkah tercatat dan tidak dapat diubah.",
        "Every step is on record and can't be changed."
    )
    let time = Word("Waktu", "Time")
    let who = Word("Oleh", "By")
    let step = Word("Langkah", "Step")
    let clockActed = Word("jam", "the clock")
    let byList = Word("daftar penumpang", "the passenger list")
    let personActed = Word("yang bersangkutan", "the person concerned")
    let spent = Word("Lama di tangan", "Time with")
    let moved = Word(
        "Perkara ini sudah berubah sejak Anda membukanya. Kata-kata Anda masih ada di bawah.",
        "The case has changed since you opened it. Your words are still below."
    )
    let unconfirmed = Word(
        "Centang dahulu bahwa Anda yakin. Belum ada yang dicatat.",
        "First tick that you are sure. Nothing was recorded."
    )
    let missing = Word("Lengkapi dahulu: {}.", "Fill in first: {}.")
    let unfit = Word("Periksa lagi: {}.", "Check again: {}.")
    let oneSource = Word(
        "Dua fakta harus berasal dari dua sumber berbeda.",
        "Two facts must come from two different sources."
    )
    let noSuchBar = Word(
        "Pemeriksaan tidak menemukan larangan itu. Sebut pasal yang tercatat.",
        "The check found no such bar. Name the article on record."
    )
    let sameOfficer = Word("Langkah ini perlu orang lain.", "This step needs another person.")
    let otherAgency = Word("Langkah ini bagian lembaga mitra.", "This step is the other agency's.")
    let departed = Word(
        "Penerbangan sudah berangkat. Tidak ada yang dapat ditunda lagi. Tawarkan bantuan di meja.",
        "The flight has left. Nobody can be held back. Offer help at the desk."
    )
    let notNow = Word(
        "Langkah itu tidak mungkin pada keadaan ini.",
        "That step isn't possible in this state."
    )
    let notYours = Word("Langkah itu tugas peran lain.", "That step belongs to another role.")
    let begin = Word("Mulai wawancara", "Begin the interview")
    let rightsTitle = Word("Hak pelintas, bacakan", "The traveller's rights, read aloud")
    let questions = Word("Pertanyaan", "Questions")
    let questionsHint = Word(
        "Jawaban disimpan tiap kali Anda menekan Simpan. Boleh tidak dijawab.",
        "Answers are kept each time you press Save. Any may be left open."
    )
    let save = Word("Simpan jawaban", "Save the answers")
    let optional = Word("boleh kosong", "optional")
    let source = Word("Sumber", "Source")
    let factNumber = Word("Fakta {}", "Fact {}")
    let rightsRead = Word("Hak sudah dibacakan", "The rights were read")
    let sameSex = Word(
        "Pelintas ingin pewawancara sesama jenis kelamin",
        "The traveller wishes an interviewer of the same sex"
    )
    let yes = Word("Ya", "Yes")
    let no = Word("Tidak", "No")
    let choose = Word("Pilih", "Choose")
    let confirm = Word("Saya yakin dengan langkah ini", "I am sure of this step")
    let doStep = Word("Catat langkah ini", "Record this step")
    let slip = Word("Cetak surat untuk pelintas", "Print the traveller's slip")
    let search = Word("Cari nomor paspor", "Find a passport number")
    let backToQueue = Word("Kembali ke antrean", "Back to the queue")
}

/// The traveller's slip, and the page behind its code.
struct SlipWords: Sendable {
    let title = Word("Surat penundaan keberangkatan", "Notice of a departure put off")
    let barTitle = Word("Surat larangan menurut undang-undang", "Notice of a bar by law")
    let holds = Word(
        "Surat ini hanya untuk keberangkatan ini. Tiket baru berarti pemeriksaan baru.",
        "This notice is for this departure only. A new ticket means a new check."
    )
    let notBan = Word(
        "Ini bukan hukuman dan bukan catatan kriminal.",
        "This is no punishment and no criminal record."
    )
    let why = Word("Alasan", "Reason")
    let mend = Word("Yang perlu dilengkapi", "What to complete")
    let basis = Word("Dasar", "Legal basis")
    let noMend = Word(
        "Tanyakan di meja BP3MI: mereka membantu tanpa biaya.",
        "Ask at the BP3MI desk: help is free."
    )
    let objecting = Word("Cara mengajukan keberatan", "How to object")
    let code = Word("Kode surat", "Notice code")
    let codeMeaning = Word(
        "Buka alamat ini atau pindai gambar untuk melihat keadaan dan mengajukan keberatan.",
        "Open this address or scan the picture to see the state and to object."
    )
    let within = Word("dalam {}", "within {}")
    let passport = Word("Paspor", "Passport")
    let passportBack = Word(
        "Paspor Anda dikembalikan. Tanda terima {}.",
        "Your passport is returned. Receipt {}."
    )
    let passportKept = Word(
        "Paspor Anda ditahan menurut {}. Tanda terima {}. Kembali paling lambat {}.",
        "Your passport is kept under {}. Receipt {}. Back by {}."
    )
    let passportOpen = Word("Minta paspor Anda kembali sekarang.", "Ask for your passport back now.")
    let flight = Word("Keberangkatan", "Departure")
    let decidedAt = Word("Diputuskan", "Decided")
    let deciders = Word("Diputuskan dua petugas dari nomor", "Decided by two officers, numbers")
    let rules = Word("Aturan yang dipakai", "Rules used")
    let print = Word("Cetak", "Print")
    let receiptPaper = Word("Kertas struk 80 mm", "Receipt paper, 80 mm")
    let page = Word("Kertas A4", "A4 paper")
    let publicTitle = Word("Surat Anda", "Your notice")
    let publicLead = Word(
        "Halaman ini tidak menampilkan nama atau nomor paspor.",
        "This page shows no name and no passport number."
    )
    let enterCode = Word("Ketik kode dari surat Anda", "Type the code from your notice")
    let look = Word("Lihat", "Look")
    let unknownCode = Word(
        "Kode ini tidak dikenal. Periksa huruf dan angkanya.",
        "This code is not known. Check its letters and digits."
    )
    let stateNow = Word("Keadaan sekarang", "State now")
    let answerBy = Word("Jawaban paling lambat {}", "An answer by {}")
    let fallen = Word("Keputusan dibatalkan dan dihapus", "The decision fell and was erased")
    let fallenMeaning = Word(
        "Tidak ada catatan tentang Anda yang tersisa dari keputusan ini. Kami mohon maaf.",
        "No record of you is left from this decision. We are sorry."
    )
    let object = Word("Ajukan keberatan", "Object")
    let objectHint = Word(
        "Boleh singkat, boleh kosong. Petugas lembaga lain yang menjawab.",
        "Short or empty is fine. An officer of the other agency answers."
    )
    let yourWords = Word("Yang ingin Anda katakan", "What you want to say")
    let objected = Word("Keberatan Anda sudah diterima.", "Your objection has arrived.")
    let tooLate = Word(
        "Keberatan tidak mungkin pada keadaan ini. Tanyakan di meja BP3MI.",
        "An objection isn't possible in this state. Ask at the BP3MI desk."
    )
}

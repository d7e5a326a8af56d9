/// The board of the day's departures.
struct BoardWords: Sendable {
    let title = Word("Papan jaga", "Duty board")
    let tally = Word("Seluruh keberangkatan hari ini", "All departures today")
    let flights = Word("Penerbangan dan pelayaran", "Flights and voyages")
    let departs = Word("Berangkat", "Departs")
    let flight = Word("Penerbangan", "Flight")
    let destination = Word("Tujuan", "To")
    let travellers = Word("Penumpang", "Travellers")
    let crew = Word("awak", "crew")
    let referrals = Word("Rujukan", "Referrals")
    let withdrawn = Word("selesai", "fell away")
    let underway = Word("sedang diperiksa", "being checked")
    let done = Word("pemeriksaan selesai", "check done")
    let unshared = Word("belum dibagikan", "not yet shared")
    let atCounter = Word("Rujukan dari konter", "Referrals from the counter")
    let empty = Word("Belum ada manifes untuk hari ini.", "No passenger list for this day yet.")
    let emptyMeaning = Word(
        "Manifes tampil di sini segera setelah diterima. Konter tetap dapat dipakai.",
        "Lists appear here as soon as they arrive. The counter works all the same."
    )
    let sendOne = Word("Kirim manifes", "Send a list")
    let normal = Word("Semua data tersedia", "All records available")
    let staleWarning = Word(
        "{} tidak menjawab. Faktanya dianggap belum diketahui, bukan alasan menahan.",
        "{} does not answer. Its facts count as unknown, no reason to hold anyone back."
    )
    let newReferrals = Word("Rujukan baru: {}", "New referrals: {}")
}

/// One flight.
struct FlightWords: Sendable {
    let title = Word("Penerbangan {}", "Flight {}")
    let route = Word("{} ke {}", "{} to {}")
    let departs = Word("Berangkat {}", "Departs {}")
    let received = Word("Manifes diterima {}", "List received {}")
    let travellers = Word("Pelintas yang perlu dilihat", "Travellers to look at")
    let person = Word("Nomor {} dalam daftar", "Number {} on the list")
    let atCounter = Word("Diperiksa di konter", "Checked at a counter")
    let allClear = Word("Semua pelintas dapat lanjut.", "Every traveller may proceed.")
    let allClearMeaning = Word(
        "Yang lanjut hanya dihitung. Datanya tidak disimpan.",
        "Those who proceed are only counted. Their data is not kept."
    )
    let manifest = Word("Lihat manifes", "See the list")
    let crewList = Word("Daftar awak", "List of crew")
}

/// One traveller.
struct TravellerWords: Sendable {
    let title = Word("Pelintas", "Traveller")
    let facts = Word("Keberangkatan", "Departure")
    let passport = Word("Paspor", "Passport")
    let name = Word("Nama dalam daftar", "Name as listed")
    let person = Word("Nomor dalam daftar", "Number on the list")
    let screened = Word("Diperiksa", "Checked")
    let referral = Word("Rujukan", "Referral")
    let referralStands = Word("Wawancara disarankan sejak {}", "Interview suggested since {}")
    let referralFell = Word("Rujukan sudah gugur", "The referral fell away")
    let officerReasons = Word("Alasan petugas", "The officer's reasons")
    let noAssessment = Word(
        "Petugas meminta wawancara di konter. Tidak ada saran mesin.",
        "An officer asked for the interview at the counter. There is no advice by machine."
    )
    let seen = Word("Dokumen yang dilihat petugas", "Documents seen by an officer")
    let right = Word(
        "Hasil ini hanya untuk satu keberangkatan ini. Pelintas berhak tahu alasannya dan berhak keberatan.",
        "This holds for this one departure only. The traveller may know the reason and may object."
    )
}

/// The referrals of a day.
struct ReferralWords: Sendable {
    let title = Word("Rujukan", "Referrals")
    let lead = Word(
        "Wawancara yang disarankan untuk keberangkatan hari ini. Yang terbaru di atas.",
        "Interviews suggested for the day's departures. Newest first."
    )
    let opened = Word("Sejak", "Since")
    let flight = Word("Keberangkatan", "Departure")
    let origin = Word("Asal", "From")
    let fromList = Word("Manifes", "Passenger list")
    let fromCounter = Word("Konter", "Counter")
    let state = Word("Keadaan", "State")
    let stands = Word("Menunggu wawancara, {}", "Waiting for an interview, {}")
    let fell = Word("Gugur", "Fell away")
    let empty = Word("Belum ada rujukan hari ini.", "No referrals today.")
    let emptyMeaning = Word(
        "Rujukan baru tampil di sini tanpa memuat ulang.",
        "New ones appear here without reloading."
    )
    let withoutFlight = Word("tanpa penerbangan", "without a flight")
}

/// Doubtful links.
struct DoubtWords: Sendable {
    let title = Word("Tautan meragukan", "Doubtful links")
    let lead = Word(
        "Penempatan yang mungkin milik pelintas, mungkin milik orang lain. Bandingkan dan putuskan; Kawal tidak menebak.",
        "Placements that may be the traveller's and may be another's. Compare and decide; Kawal does not guess."
    )
    let passport = Word("Paspor", "Passport")
    let flight = Word("Keberangkatan", "Departure")
    let placement = Word("Penempatan", "Placement")
    let probability = Word("Kemungkinan", "Likelihood")
    let at = Word("Muncul", "Arose")
    let empty = Word("Tidak ada tautan yang perlu diputuskan.", "No link needs a decision.")
    let emptyMeaning = Word(
        "Pertanyaan muncul bila nama dan tanggal lahir cocok dengan beberapa orang.",
        "A question appears here when name and birth date fit several people."
    )
    let question = Word("Orang yang sama?", "The same person?")
    let meaning = Word(
        "Penempatan {} mungkin milik pelintas ini: kemungkinan {}. Nama saja tidak cukup.",
        "Placement {} may be this traveller's: likelihood {}. A name alone is not enough."
    )
    let traveller = Word("Pelintas", "Traveller")
    let registry = Word("Registri", "Registry")
    let name = Word("Nama", "Name")
    let bornOn = Word("Tanggal lahir", "Birth date")
    let nik = Word("NIK (4 akhir)", "NIK (last 4)")
    let destination = Word("Negara tujuan", "Destination")
    let unknown = Word("tidak diketahui", "not known")
    let evidence = Word("Yang berbicara untuk dan melawan", "What speaks for and against")
    let evidenceMeaning = Word(
        "Satu bit menggandakan kemungkinan, minus satu membaginya dua.",
        "One bit doubles the odds, minus one halves them."
    )
    let noEvidence = Word("Tidak ada yang dapat dibandingkan.", "Nothing could be compared.")
    let comparison = Word("Hal", "What")
    let likeness = Word("Kemiripan", "Likeness")
    let speaksFor = Word("untuk", "for")
    let speaksAgainst = Word("melawan", "against")
    let bits = Word("Bit", "Bits")
    let decide = Word("Keputusan Anda", "Your decision")
    let decideMeaning = Word(
        "Keputusan menjadi catatan tetap dengan nama Anda dan tidak ditanyakan lagi.",
        "It becomes a lasting record under your name and is not asked again."
    )
    let basis = Word("Dasar keputusan", "What it rests on")
    let chooseBasis = Word("Pilih dasar", "Choose")
    let basisMissing = Word(
        "Pilih dasar keputusan dahulu. Belum ada yang dicatat.",
        "Choose what the decision rests on. Nothing was recorded yet."
    )
    let same = Word("Orang yang sama", "The same person")
    let other = Word("Orang lain", "Another person")
    let later = Word(
        "Belum dapat dipastikan: kembali tanpa mencatat",
        "Can't tell yet: back without recording"
    )
}

/// The receipts of workers who were let go.
struct ReleaseWords: Sendable {
    let title = Word("Tanda lepas", "Releases")
    let lead = Word(
        "Pekerja terdaftar yang Anda periksa dan boleh berangkat, dengan apa yang diketahui saat itu. Hanya Anda, pekerja itu, dan pengadilan yang dapat membukanya.",
        "Registered workers whom you checked and who may leave, with what was known then. Only you, the worker and a court can open it."
    )
    let at = Word("Pukul", "Time")
    let passport = Word("Paspor", "Passport")
    let placement = Word("Penempatan", "Placement")
    let flight = Word("Keberangkatan", "Departure")
    let known = Word("Yang diketahui", "What was known")
    let entry = Word("Entri buku catatan", "Ledger entry")
    let empty = Word("Belum ada tanda lepas pada hari ini.", "No releases on this day.")
    let emptyMeaning = Word(
        "Tanda lepas dibuat sendiri ketika pemeriksaan di konter menjawab tanpa rujukan.",
        "One is made by itself when a check at the counter ends without a referral."
    )
}

/// Codes of the work, as people say them.
struct TermWords: Sendable {
    /// Papers, as the rules name them.
    let papers: [String: Word] = [
        "passport": Word("Paspor", "Passport"),
        "visa": Word("Visa kerja atau izin masuk untuk bekerja", "Work visa or entry permit for work"),
        "contract": Word("Perjanjian kerja", "Employment agreement"),
        "employment-agreement": Word("Perjanjian kerja", "Employment agreement"),
        "placement-agreement": Word("Perjanjian penempatan", "Placement agreement"),
        "agreement": Word("Perjanjian penempatan", "Placement agreement"),
        "health": Word("Surat keterangan sehat", "Health statement"),
        "medical": Word("Surat keterangan sehat", "Health statement"),
        "social-security": Word("Jaminan sosial (BPJS Ketenagakerjaan)", "Social security (BPJS)"),
        "insurance": Word("Jaminan sosial (BPJS Ketenagakerjaan)", "Social security (BPJS)"),
        "competence": Word("Sertifikat kompetensi", "Competence certificate"),
        "marital": Word("Surat keterangan status perkawinan", "Marital status statement"),
        "marital-statement": Word("Surat keterangan status perkawinan", "Marital status statement"),
        "family": Word("Surat izin keluarga", "Family permission"),
        "family-permission": Word("Surat izin keluarga", "Family permission"),
        "orientation": Word("Sertifikat orientasi (OPP)", "Orientation certificate (OPP)"),
        "card": Word("Kartu E-PMI", "E-PMI card"),
        "leave-letter": Word("Surat cuti dari pemberi kerja", "Leave letter from the employer"),
        "seaman-book": Word("Buku pelaut", "Seaman's book"),
        "insurance-period": Word("Masa jaminan sosial", "Period of social security"),
        "placement-file": Word("Berkas penempatan", "Placement file"),
        "placement": Word("Pendaftaran penempatan", "Registration of the placement"),
        "registration": Word("Lapor diri", "Registration abroad"),
        "destination": Word("Negara tujuan", "Destination"), "job-order": Word("Job order", "Job order"),
        "agency": Word("Perusahaan penempatan", "Placement company"),
        "identity": Word("Identitas", "Identity"),
        "notice": Word("Keputusan pencegahan", "Exit notice"),
        "ok-to-board": Word("OK-to-board", "OK-to-board"),
    ]
    let schemes: [String: Word] = [
        "gtog": Word("Antarpemerintah (G to G)", "Government to government (G to G)"),
        "ptop": Word("Melalui perusahaan P3MI (P to P)", "Through a P3MI agency (P to P)"),
        "ukps": Word("Penempatan oleh perusahaan sendiri (UKPS)", "A company's own staff (UKPS)"),
        "mandiri": Word("Perseorangan (mandiri)", "By oneself (mandiri)"),
        "spsk": Word("Satu kanal ke Arab Saudi (SPSK)", "One channel to Saudi Arabia (SPSK)"),
        "ssw": Word("Pekerja berketerampilan khusus, Jepang (SSW)", "Specified skilled worker, Japan (SSW)"),
        "reentry": Word("Kembali ke pemberi kerja yang sama", "Back to the same employer"),
        "crew": Word("Awak kapal", "Crew of a vessel"),
    ]
    let purposes: [String: Word] = [
        "tourism": Word("Wisata", "Tourism"), "family": Word("Kunjungan keluarga", "Family visit"),
        "study": Word("Belajar", "Study"), "business": Word("Usaha", "Business"),
        "umrah": Word("Umrah", "Umrah"), "hajj": Word("Haji", "Hajj"), "work": Word("Bekerja", "Work"),
        "crew": Word("Bekerja di kapal", "Work on a vessel"),
    ]
    let visas: [String: Word] = [
        "work": Word("Kerja", "Work"), "visit": Word("Kunjungan", "Visit"),
        "business": Word("Usaha", "Business"),
        "student": Word("Pelajar", "Student"), "umrah": Word("Umrah", "Umrah"), "hajj": Word("Haji", "Hajj"),
        "resident": Word("Penduduk", "Resident"), "family": Word("Keluarga", "Family"),
        "training": Word("Pelatihan, magang", "Training"),
        "whv": Word("Liburan sambil bekerja", "Working holiday"),
        "official": Word("Dinas", "Official"), "investor": Word("Penanam modal", "Investor"),
        "crew": Word("Awak kapal", "Crew"), "transit": Word("Transit", "Transit"),
    ]
    let comparisons: [String: Word] = [
        "name": Word("Nama", "Name"), "born": Word("Tanggal lahir", "Birth date"),
        "nik": Word("NIK", "Population number (NIK)"),
        "passport": Word("Paspor", "Passport"),
    ]
    let likenesses: [String: Word] = [
        "equal": Word("sama", "equal"),
        "default": Word(
            "sama, tanggal yang lazim bila hari lahir tidak diketahui",
            "equal, a date used where the day is unknown"
        ),
        "sound": Word("sama bunyi, ejaan lain", "same sound, other spelling"),
        "contained": Word("semua kata nama yang pendek ada", "every word of the shorter name is there"),
        "alike": Word("setiap kata mirip", "every word is alike"),
        "exchanged": Word("hari dan bulan tertukar", "day and month exchanged"),
        "digit": Word("satu kesalahan tulis", "one slip"), "near": Word("dua kesalahan tulis", "two slips"),
        "known": Word(
            "tahun cocok atau hampir, harinya tidak diketahui",
            "year agrees or nearly, the day is unknown"
        ),
        "two": Word("dua bagian sama", "two parts equal"),
        "day": Word("hari dan bulan sama", "day and month equal"),
        "year": Word("tahun sama", "same year"),
        "part": Word("sebagian nomor sama", "part of the number equal"),
        "some": Word("sebagian kata sama", "some words equal"),
        "few": Word("sebagian kata mirip", "some words alike"),
        "different": Word("berbeda", "different"),
    ]
    let linkBases: [String: Word] = [
        "ktp": Word("KTP dilihat", "Identity card seen"),
        "passport": Word("Paspor lama dilihat", "Earlier passport seen"),
        "answers": Word("Ditanya, jawaban menjelaskan", "Asked, the answers settle it"),
        "registry": Word("Registri ditanya", "Registry asked"),
    ]
    let duties: [String: Word] = [
        "border": Word("Petugas perlintasan", "Border officer"),
        "passport": Word("Petugas paspor", "Passport officer"),
        "interviewer": Word("Pewawancara", "Interviewer"),
        "supervisor": Word("Kepala regu", "Head of a shift"),
        "reviewer": Word("Peninjau keberatan", "Answers objections"),
        "protection": Word("Petugas pelindungan", "Protection officer"),
        "investigator": Word("Penyidik imigrasi", "Immigration investigator"),
        "licensing": Word("Pengawas izin", "Licence supervisor"),
        "immigration-attache": Word("Atase imigrasi", "Immigration attaché"),
        "protection-attache": Word("Atase pelindungan", "Protection attaché"),
        "guest": Word("Polisi atau jaksa pada perkara", "Police or prosecutor on a case"),
        "helpdesk": Word("Meja BP3MI", "BP3MI help desk"), "analyst": Word("Analis", "Analyst"),
        "auditor": Word("Auditor", "Auditor"), "administrator": Word("Administrator", "Administrator"),
    ]
    let authorities: [String: Word] = [
        "immigration": Word("Imigrasi", "Immigration"),
        "ministry": Word("Kementerian P2MI", "Ministry for migrant workers"),
        "police": Word("Kepolisian", "Police"), "prosecutor": Word("Kejaksaan", "Prosecution"),
    ]
    let scopes: [String: Word] = [
        "manifest": Word("Mengirim manifes", "Send passenger lists"),
        "autogate": Word("Jawaban autogate", "Autogate answers"),
        "check": Word("Pemeriksaan lengkap", "Full checks"),
        "read": Word("Membaca penerbangan dan status", "Read flights and status"),
        "placement": Word("Jawaban minimal penempatan", "Minimal answers on placements"),
    ]
    /// How a person was put beside the registry.
    let links: [String: Word] = [
        "nik": Word("NIK", "population number"), "passport": Word("nomor paspor", "passport number"),
        "name": Word("nama dan tanggal lahir", "name and birth date"),
    ]
    /// Why a referral fell away.
    let withdrawals: [String: Word] = [
        "later-list": Word(
            "Daftar penumpang terbaru tidak lagi menyarankan.",
            "The latest list no longer suggests it."
        ),
        "dropped-from-list": Word(
            "Pelintas tidak ada lagi di daftar.",
            "The traveller is no longer on the list."
        ),
        "attested": Word("Dokumen sudah dilihat petugas.", "An officer has seen the document."),
    ]
    let interviewReasons: [String: Word] = [
        "R00": Word(
            "Dipilih secara acak, bukan karena dugaan apa pun",
            "Drawn by chance, for no reason at all"
        ),
        "R01": Word("Sesuai saran yang tampil", "As the advice shown"),
        "R02": Word("Dokumen di tangan berbeda dari catatan", "The document in hand differs from the record"),
        "I01": Word("Tujuan, tempat, atau penjamin belum jelas", "Purpose, place or host not clear yet"),
        "I02": Word("Jawaban dan dokumen saling bertentangan", "Answers and documents contradict each other"),
        "I03": Word(
            "Tawaran dari orang tak dikenal, tanpa kontrak",
            "Offer from a stranger, without a contract"
        ),
        "I04": Word(
            "Membayar calo, atau ada utang keberangkatan",
            "A broker was paid, or a debt for leaving"
        ),
        "I05": Word(
            "Paspor, telepon, atau tiket dipegang orang lain",
            "Someone else holds passport, phone or ticket"
        ),
        "I06": Word("Pelintas atau keluarga meminta bantuan", "The traveller or the family asks for help"),
    ]
}

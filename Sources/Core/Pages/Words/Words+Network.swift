/// Recruiters' networks.
struct NetworkWords: Sendable {
    let title = Word("Jaringan", "Networks")
    let lead = Word(
        "Cincin perekrut dari klaim beberapa sumber. Penumpang dan korban tidak pernah menjadi simpul.",
        "Rings of recruiters from claims of several sources. Travellers and victims are never part of one."
    )
    let empty = Word("Belum ada cincin.", "No ring yet.")
    let emptyMeaning = Word(
        "Cincin muncul bila dua sumber menyebut hal yang sama.",
        "A ring appears when two sources name the same thing."
    )
    let older = Word(
        "Cincin menurut pencarian {}. Klaim terbaru ikut dalam setengah menit.",
        "Rings as searched at {}. The newest claims join within half a minute."
    )
    let rings = Word("Cincin", "Rings")
    let ring = Word("Cincin", "Ring")
    let ringNumber = Word("Cincin {}", "Ring {}")
    let things = Word("Simpul", "Things")
    let sources = Word("Banyak sumber", "Sources")
    let claims = Word("Klaim", "Claims")
    let strength = Word("Kekuatan hari ini", "Strength today")
    let chart = Word("Bagan", "Chart")
    let chartLabel = Word(
        "Bagan {} simpul dan {} klaim; isinya ada di tabel",
        "Chart of {} things and {} claims; the table has it all"
    )
    let tableTitle = Word("Klaim dalam cincin ini", "Claims of this ring")
    let decay = Word("Nilai klaim tinggal separuh sesudah {} hari.", "A claim is worth half after {} days.")
    let one = Word("Simpul pertama", "One thing")
    let other = Word("Simpul kedua", "Other thing")
    let value = Word("Nomor atau nama", "Number or name")
    let source = Word("Sumber", "Source")
    let sourceHint = Word("Nomor perkara atau laporan.", "The number of a case or report.")
    let seenOn = Word("Terlihat pada", "Seen on")
    let basis = Word("Dasar hukum", "Legal basis")
    let weight = Word("Nilai", "Worth")
    let innocent = Word("Penjelasan wajar", "Innocent explanation")
    let innocentHint = Word("Apa lagi yang mungkin menjelaskan ini?", "What else could explain it?")
    let hub = Word("melayani umum", "serves everybody")
    let hubTick = Word(
        "Simpul kedua melayani umum, seperti biro perjalanan",
        "The other thing serves everybody, such as a travel bureau"
    )
    let add = Word("Catat klaim", "Record a claim")
    let unfit = Word(
        "Lengkapi kedua simpul, sumber, dasar, dan penjelasan wajar.",
        "Fill both things, source, basis and innocent explanation."
    )
    let kinds: [String: Word] = [
        "payer": Word("Pembayar", "Payer"), "phone": Word("Telepon", "Telephone"),
        "address": Word("Alamat", "Address"),
        "agency": Word("Perusahaan", "Agency"), "recruiter": Word("Perekrut", "Recruiter"),
        "escort": Word("Pengantar", "Escort"),
        "account": Word("Rekening", "Account"), "employer": Word("Pemberi kerja", "Employer"),
    ]
}

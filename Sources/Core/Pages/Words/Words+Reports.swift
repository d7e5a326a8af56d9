/// The report of a day or a month.
struct ReportWords: Sendable {
    let title = Word("Laporan", "Reports")
    let lead = Word(
        "Langkah perkara menurut kode yang disepakati. Tidak ada nama orang di sini.",
        "Steps of cases by agreed codes. Nobody is named here."
    )
    let inward = Word("Internal. Bukan untuk diumumkan.", "Internal. Not for publication.")
    let span = Word("Rentang hari", "Span of days")
    let from = Word("Dari", "From")
    let to = Word("Sampai", "To")
    let show = Word("Tampilkan", "Show")
    let yesterday = Word("Kemarin", "Yesterday")
    let thisMonth = Word("Bulan ini", "This month")
    let lastMonth = Word("Bulan lalu", "Last month")
    let quick = Word("Rentang lazim", "Usual spans")
    let unfit = Word(
        "Tulis dua hari yang ada, hari pertama lebih dahulu.",
        "Write two days that exist, the first one first."
    )
    let tooLong = Word(
        "Paling panjang {} hari. Bagi rentangnya menjadi beberapa laporan.",
        "At most {} days. Split the span into several reports."
    )
    let of = Word("Laporan {}", "Report of {}")
    let ofSpan = Word("Laporan {} sampai {}", "Report of {} to {}")
    let made = Word("Dibuat {} · {}", "Made {} · {}")
    let totals = Word("Pemeriksaan keberangkatan", "Departure checks")
    let interviews = Word("Wawancara dimulai", "Interviews begun")
    let proceeded = Word("Berangkat", "Let go")
    let putOff = Word("Ditunda", "Put off")
    let objections = Word("Keberatan", "Objections")
    let overturned = Word("Dibatalkan", "Overturned")
    let overturnedNote = Word(
        "Keputusan yang dibatalkan dihapus. Hanya pembatalannya yang terhitung.",
        "A decision that falls is erased. Only its fall is counted."
    )
    let table = Word("Langkah dan jumlah", "Steps and counts")
    let kind = Word("Perkara", "Case")
    let step = Word("Langkah", "Step")
    let state = Word("Keadaan sesudahnya", "State after it")
    let reason = Word("Alasan", "Reason")
    let agency = Word("Lembaga", "Agency")
    let count = Word("Jumlah", "Count")
    let nobody = Word("orang atau jam", "person or clock")
    let empty = Word("Tidak ada langkah pada hari-hari ini.", "No step was taken in these days.")
    let emptyMeaning = Word("Pilih rentang lain di atas.", "Choose another span above.")
    let download = Word("Unduh CSV", "Download CSV")
    let paper = Word(
        "Cetak atau simpan PDF lewat menu peramban.",
        "Print, or save a PDF, from the browser's menu."
    )
}

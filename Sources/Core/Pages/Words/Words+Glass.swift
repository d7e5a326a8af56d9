/// Cases opened in need.
struct GlassWords: Sendable {
    let title = Word("Perkara ini di luar tugas Anda", "This case is outside your duties")
    let lead = Word(
        "Dalam keadaan darurat Anda dapat membacanya satu jam. Lembaga mitra meninjau setiap pembukaan.",
        "In need you may read it for an hour. The other agency reviews every opening."
    )
    let unfit = Word(
        "Tulis alasan yang jelas dan centang pernyataannya.",
        "Write a clear reason, and tick the statement."
    )
    let reason = Word("Alasan", "Reason")
    let hint = Word("Paling sedikit sepuluh huruf. Jangan sebut nama.", "At least ten letters. Name nobody.")
    let confirm = Word("Ini darurat dan bagian dari tugas saya", "This is an emergency and part of my work")
    let open = Word("Buka selama satu jam", "Open for an hour")
    let reviews = Word("Tinjauan buka darurat", "Openings in need")
    let reviewsLead = Word(
        "Perkara yang dibuka petugas lembaga mitra di luar tugasnya.",
        "Cases that officers of the other agency opened outside their duties."
    )
    let none = Word("Tidak ada yang perlu ditinjau.", "Nothing is to be reviewed.")
    let review = Word("Tinjauan Anda", "Your review")
    let justified = Word("Beralasan", "Justified")
    let unjustified = Word("Tidak beralasan", "Not justified")
}

/// What leaves soon, for the ministry's desk.
struct DeskWords: Sendable {
    let title = Word("Meja dua jam", "Next two hours")
    let lead = Word(
        "Yang segera berangkat dan yang masih dapat dilengkapi di meja. Nama ada di balik tautan.",
        "What leaves soon, and what the desk can still mend. Names stand behind the link."
    )
    let asOf = Word("Keadaan pukul {}, untuk {} ke depan.", "As of {}, for the next {}.")
    let leavesIn = Word("{} lagi", "in {}")
    let traveller = Word("Pelintas", "Traveller")
    let advice = Word("Saran", "Advice")
    let mend = Word("Yang melengkapi, dan di mana", "What mends it, and where")
    let person = Word("Nomor {} dalam daftar", "Number {} on the list")
    let atCounter = Word("Diperiksa di konter", "Checked at the counter")
    let openCase = Word("Perkara: melengkapi dokumen", "Case: completing papers")
    let completing = Word("Sedang dilengkapi di meja", "Being completed at the desk")
    let nothingToMend = Word(
        "Tidak ada berkas yang kurang. Dengarkan dan bantu.",
        "No paper is missing. Listen and help."
    )
    let nobody = Word("Tidak ada yang perlu ke meja.", "Nobody needs the desk.")
    let empty = Word("Tidak ada keberangkatan dalam waktu ini.", "Nothing leaves in this time.")
    let emptyMeaning = Word(
        "Penerbangan tampil di sini sesudah maskapai mengirim daftarnya.",
        "Flights appear here once the airline has sent its list."
    )
    let more = Word(
        "Masih ada {} pelintas lagi. Yang paling dekat berangkat ada di atas.",
        "There are {} travellers more. Those who leave first stand above."
    )
    let timeless = Word(
        "{} penerbangan tidak menulis jam berangkat, jadi tidak tampil di sini.",
        "{} flights name no time of departure and are not shown here."
    )
}

/// Claims that tickets suggest.
struct TicketClaimWords: Sendable {
    let title = Word("Klaim dari tiket", "Claims from tickets")
    let lead = Word(
        "Pembayar, telepon, dan biro pada tiket satu pemesanan. Penumpang tidak pernah menjadi simpul.",
        "Payers, telephones and bureaus on the tickets of a booking. Travellers are never part of a network."
    )
    let ask = Word("Pemesanan", "Booking")
    let locator = Word("Kode pemesanan", "Locator")
    let locatorHint = Word("Seperti tertulis di tiket.", "As it stands on the ticket.")
    let show = Word("Tampilkan usul klaim", "Show what the tickets suggest")
    let unasked = Word("Isi kode pemesanan dan pilih untuk apa.", "Fill the locator and choose what for.")
    let unchosen = Word(
        "Pilih klaim yang baru dan tulis penjelasan wajarnya.",
        "Choose claims that are new and write their innocent explanation."
    )
    let none = Word("Tidak ada tiket dengan kode itu.", "No ticket has that locator.")
    let noneMeaning = Word("Periksa huruf dan angkanya.", "Check its letters and digits.")
    let tickets = Word("{} tiket ditemukan", "{} tickets found")
    let leftOut = Word(
        "{} pembayar atau telepon mungkin milik penumpang sendiri, jadi tidak diusulkan.",
        "{} payers or telephones may be a traveller's own, so nothing is proposed of them."
    )
    let nothing = Word("Tiket ini tidak mengusulkan klaim.", "These tickets suggest no claim.")
    let confidence = Word("Keyakinan tiap klaim: {} dari 5.", "Confidence of each claim: {} of 5.")
    let claim = Word("Klaim", "Claim")
    let remark = Word("Catatan", "Note")
    let hub = Word("berizin, melayani umum", "licensed, serves everybody")
    let known = Word("sudah dicatat", "on record")
    let record = Word("Catat klaim yang dipilih", "Record the chosen claims")
    let back = Word("Kembali ke jaringan", "Back to the networks")
    let link = Word("Usulkan klaim dari tiket", "Propose claims from tickets")
}

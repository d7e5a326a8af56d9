/// Shifts and the talks that chance draws.
struct ShiftWords: Sendable {
    let title = Word("Jadwal regu", "Shifts")
    let lead = Word(
        "Tempat wawancara menurut regu. Lima persen diundi; benihnya terkunci saat jadwal disimpan.",
        "Interview slots by shift. Five per cent are drawn; the seed is fixed when the shift is saved."
    )
    let unfit = Word(
        "Jadwal belum benar. Regu paling lama 24 jam dan angkanya tidak negatif.",
        "The shift isn't right yet. At most 24 hours, and no negative number."
    )
    let empty = Word("Belum ada jadwal regu.", "No shift is set.")
    let emptyMeaning = Word(
        "Tanpa jadwal tidak ada undian dan pembaca kedua boleh dari lembaga sendiri.",
        "Without one nobody is drawn, and the second reader may be of the same agency."
    )
    let set = Word("Simpan jadwal", "Save the shift")
    let day = Word("Hari", "Day")
    let opens = Word("Mulai", "Begins")
    let closes = Word("Selesai", "Ends")
    let hours = Word("Lama, jam", "Length, hours")
    let interviewers = Word("Pewawancara bertugas", "Interviewers on duty")
    let slots = Word("Tempat wawancara", "Interview slots")
    let expected = Word("Perkiraan WNI berangkat", "Citizens expected to leave")
    let partner = Word("Lembaga mitra bertugas", "Other agency on duty")
    let partnerTick = Word(
        "Lembaga mitra bertugas: pembaca kedua dari sana",
        "The other agency is on duty: the second reader is theirs"
    )
    let invitations = Word("Undangan acak", "Drawn by chance")
    let invitationsLead = Word(
        "Pelintas yang dipilih secara acak untuk bicara lima menit. Anda yang menyampaikan, bukan pewawancara.",
        "Travellers drawn for a talk of five minutes. You ask them, not the interviewer."
    )
    let say = Word("Sampaikan begini", "Say this")
    let sayText = Word(
        "Anda dipilih secara acak, bukan karena dugaan apa pun. Boleh menolak, dan Anda tetap berangkat.",
        "You were drawn by chance, for no reason at all. You may decline and still leave."
    )
    let noMark = Word(
        "Menolak tidak meninggalkan catatan. Setuju tidak dapat berujung pada penundaan.",
        "Declining leaves no record. Agreeing can't end in a departure put off."
    )
    let noInvitations = Word("Tidak ada yang perlu diundang sekarang.", "Nobody is to be asked now.")
    let answer = Word("Jawaban", "Answer")
    let willing = Word("Bersedia", "Agrees")
    let declines = Word("Tidak bersedia", "Declines")
    let capacity = Word("Kapasitas wawancara: {} dari {} tempat terisi", "Interviews: {} of {} places taken")
}

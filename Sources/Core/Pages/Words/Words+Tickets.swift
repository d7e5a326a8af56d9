/// The tickets bought together.
struct TicketWords: Sendable {
    let title = Word("Satu pemesanan", "One booking")
    let lead = Word(
        "Berada di satu pemesanan tidak berarti apa pun tentang siapa pun.",
        "Being on the same booking says nothing about anybody."
    )
    let none = Word("Tiketnya tidak ada di data.", "There is no ticket on record.")
    let noneMeaning = Word("Itu bukan alasan menahan.", "That is no reason to hold anyone back.")
    let facts = Word("Tiket", "Tickets")
    let locator = Word("Kode pemesanan", "Locator")
    let size = Word("Banyak orang menurut tiket", "Travellers, as the ticket says")
    let known = Word("Tiket yang ada di data", "Tickets on record")
    let boughtOn = Word("Dibeli pada", "Bought on")
    let itinerary = Word("Rute", "Itinerary")
    let way = Word("Pulang", "Way back")
    let oneWay = Word("sekali jalan", "one way")
    let withReturn = Word("ada tiket pulang", "with a return")
    let returnOn = Word("Tanggal pulang", "Returns on")
    let payer = Word("Pembayar", "Payer")
    let phone = Word("Telepon di tiket", "Telephone on the ticket")
    let bureau = Word("Biro penjual", "Selling bureau")
    let unknown = Word("tidak tercatat", "not on record")
    let same = Word("sama untuk semua", "the same for all")
    let different = Word("{} yang berbeda", "{} different ones")
    let fellows = Word("Teman seperjalanan pada keberangkatan ini", "Fellow travellers on this departure")
    let noFellows = Word(
        "Tidak ada yang perlu disampaikan tentang mereka.",
        "There is nothing to say of them."
    )
    let noOthers = Word("Tidak ada tiket lain dengan kode ini.", "No other ticket has this locator.")
    let others = Word(
        "{} orang lain tanpa catatan. Mereka lanjut, atau tidak ada di daftar penumpang.",
        "{} others without a note. They proceed, or are not on the passenger list."
    )
    let back = Word("Kembali ke pelintas", "Back to the traveller")
    let link = Word("Lihat satu pemesanan", "See the booking")
}

/// Signing in, passwords, the locked screen.
struct AccessWords: Sendable {
    let signIn = Word("Masuk", "Sign in")
    let signInLead = Word(
        "Untuk petugas yang punya akun. Akun dibuat oleh administrator pos Anda.",
        "For officers with an account. Your post's administrator makes accounts."
    )
    let handover = Word("Ganti petugas", "Change officer")
    let handoverLead = Word(
        "Petugas berikutnya masuk di sini. Sesi {} langsung ditutup.",
        "The next officer signs in here. The session of {} ends at once."
    )
    let name = Word("Nama akun", "Account name")
    let password = Word("Kata sandi", "Password")
    let submit = Word("Masuk", "Sign in")
    let wrong = Word(
        "Nama akun atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.",
        "Account name or password don't match. Check capitals, then try again."
    )
    let slowed = Word(
        "Terlalu banyak percobaan. Coba lagi dalam {}. Lupa? Minta kata sandi baru kepada administrator.",
        "Too many tries. Try again in {}. Forgotten? Ask the administrator for a new password."
    )
    let expired = Word(
        "Formulir sudah terlalu lama terbuka. Isi sekali lagi.",
        "The form was open for too long. Please fill it in once more."
    )
    let publicCheck = Word(
        "Bukan petugas? Cek kesiapan berangkat, tanpa akun.",
        "Not an officer? Check before leaving, without an account."
    )
    let change = Word("Ganti kata sandi", "Change password")
    let oneTime = Word(
        "Kata sandi Anda hanya berlaku sekali. Buat yang baru untuk melanjutkan.",
        "Your password works only once. Make a new one to go on."
    )
    let ownChoice = Word(
        "Sesi Anda di perangkat lain akan ditutup.",
        "Your sessions on other devices will end."
    )
    let present = Word("Kata sandi sekarang", "Present password")
    let new = Word("Kata sandi baru", "New password")
    let newHint = Word(
        "Paling sedikit {} huruf. Kalimat pendek lebih mudah diingat.",
        "At least {} characters. A short sentence is easier to remember."
    )
    let again = Word("Ulangi kata sandi baru", "New password again")
    let save = Word("Simpan kata sandi", "Save password")
    let wrongPresent = Word("Kata sandi sekarang tidak cocok.", "The present password doesn't match.")
    let tooShort = Word("Kata sandi baru terlalu pendek.", "The new password is too short.")
    let different = Word("Kedua kata sandi baru tidak sama.", "The two new passwords differ.")
    let same = Word(
        "Kata sandi baru harus berbeda dari yang lama dan dari nama akun.",
        "The new password must differ from the old one and from the account name."
    )
    let locked = Word("Layar terkunci", "Screen locked")
    let lockedLead = Word(
        "Sesi {} terkunci karena tidak dipakai. Isi kata sandi untuk melanjutkan di tempat tadi.",
        "The session of {} is locked because it was idle. Type the password to go on where you were."
    )
    let unlock = Word("Buka kunci", "Unlock")
    let another = Word("Petugas lain", "Another officer")
}

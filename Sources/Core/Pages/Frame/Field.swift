/// The names under which forms send what was typed; the server reads the same values.
public enum Field {
    /// The form's token, in every form.
    public static let csrf: StaticString = "csrf"
    /// Where to go after: a path of this site.
    public static let returnTo: StaticString = "kembali"

    /// The account's name.
    public static let name: StaticString = "nama"
    /// The password.
    public static let password: StaticString = "sandi"
    /// The new password.
    public static let newPassword: StaticString = "sandi-baru"
    /// The new password again.
    public static let repeatedPassword: StaticString = "sandi-ulang"

    /// `id` or `en`.
    public static let language: StaticString = "bahasa"
    /// `system`, `light` or `dark`.
    public static let theme: StaticString = "tema"
    /// `on` or `off`.
    public static let letterKeys: StaticString = "tombol"

    /// A passport number, or a zone with a line feed between its lines.
    public static let document: StaticString = "dokumen"
    /// The destination, alpha-3.
    public static let destination: StaticString = "tujuan"
    /// The flight or voyage.
    public static let flight: StaticString = "penerbangan"
    /// The class of visa, as `VisaKind` writes it.
    public static let visa: StaticString = "visa"
    /// The day, `YYYY-MM-DD`.
    public static let day: StaticString = "hari"

    /// A month, `YYYY-MM`.
    public static let month: StaticString = "bulan"
    /// The first day of a span.
    public static let from: StaticString = "dari"
    /// The last day of a span.
    public static let to: StaticString = "sampai"

    /// The check that a form belongs to: `CounterAnswer.token`.
    public static let token: StaticString = "cek"
    /// A paper as the rules name it; repeated where several may be chosen; the file of an upload.
    public static let paper: StaticString = "berkas"
    /// A paper's number.
    public static let number: StaticString = "nomor"
    /// The last day of a paper's validity, `YYYY-MM-DD`.
    public static let validUntil: StaticString = "berlaku"
    /// The coded reason of an interview: `InterviewReason`.
    public static let reason: StaticString = "alasan"
    /// The alarm of the exchange that is closed.
    public static let alarm: StaticString = "alarm"
    /// What the ministry's desk answers: `DeskAnswer.Kind`.
    public static let deskAnswer: StaticString = "jawaban"
    /// An officer's own words.
    public static let words: StaticString = "keterangan"
    /// `same` or `other`: whose a placement is.
    public static let decision: StaticString = "putusan"
    /// When a shift begins: `22:00`.
    public static let opens: StaticString = "buka"
    /// How many interview at one time.
    public static let interviewers: StaticString = "pewawancara"
    /// How many interviews fit into a shift.
    public static let slots: StaticString = "tempat"
    /// How many citizens are expected to leave.
    public static let expected: StaticString = "perkiraan"
    /// `yes` where the other agency is on duty.
    public static let partner: StaticString = "mitra"
    /// SHA-256 of a file as the browser computed it, in hexadecimal.
    public static let digest: StaticString = "sidik"
    /// How many moves of a case the officer has seen.
    public static let seen: StaticString = "langkah"
    /// The kind of a case: `CaseKind`.
    public static let kind: StaticString = "jenis"
    /// The case that a new one follows.
    public static let parent: StaticString = "dari"
    /// `yes` where only the reader's own cases are wanted.
    public static let mine: StaticString = "milik-saya"
    /// The code on a slip.
    public static let slip: StaticString = "kode"
    /// `yes` where the interview was confirmed.
    public static let confirmed: StaticString = "yakin"

    /// The name of somebody who is looked for.
    public static let person: StaticString = "orang"
    /// The birth date, `YYYY-MM-DD`.
    public static let bornOn: StaticString = "lahir"
    /// The year of birth.
    public static let bornYear: StaticString = "tahun-lahir"
    /// The purpose, as `purposes.csv` codes it.
    public static let purpose: StaticString = "guna"

    /// The locator of a ticket.
    public static let locator: StaticString = "kode-pesan"
    /// A proposed claim that was chosen; repeated.
    public static let claim: StaticString = "klaim"
    /// What else could explain a claim, in innocence.
    public static let innocent: StaticString = "wajar"

    /// The way of placement, as `Scheme` writes it.
    public static let scheme: StaticString = "skema"
    /// A role, as `Role` writes it; repeated.
    public static let duty: StaticString = "peran"
    /// The agency that a person works for: `Authority`.
    public static let agency: StaticString = "lembaga"
    /// Whose key it is.
    public static let owner: StaticString = "pemilik"
    /// What a machine may do, as `KeyScope` writes it; repeated.
    public static let scope: StaticString = "cakupan"
    /// For how many days a key holds.
    public static let days: StaticString = "lama"
}

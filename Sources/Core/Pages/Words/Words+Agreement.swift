/// The agreement in sentences.
struct AgreementWords: Sendable {
    let title = Word("Perjanjian pertukaran data", "Agreement on the exchange")
    let lead = Word(
        "Hanya yang tertulis di sini boleh menyeberang. Yang lain ditolak di kedua kantor.",
        "Only what stands here may cross. Anything else is refused by both offices."
    )
    let from = Word("Dari {} ke {}", "From {} to {}")
    let both = Word("Dari kedua pihak", "From either side")
    let members = Word("Isinya", "What it holds")
    let purposes = Word("Gunanya", "For what")
    let noPurpose = Word("tentang data, bukan tentang orang", "about the records, not about people")
    let kept = Word("Disimpan penerima", "Kept by the receiver")
    let keptDays = Word("paling lama {} hari", "for {} days at most")
    let keptAsOwn = Word("seperti catatannya sendiri", "as its own records")
    let answer = Word("Jawaban", "Answer")
    let answerWithin = Word("paling lambat {} menit", "within {} minutes")
    let noAnswer = Word("tidak perlu", "none is due")
    let basis = Word("Dasar", "Basis")
    let impact = Word("Bila saksi pergi terlalu lama", "When the witness is away too long")
    let stops = Word("berhenti menyeberang", "stops crossing")
    let goesOn = Word("tetap menyeberang", "goes on")
    let never = Word("Tidak pernah dipakai untuk", "Never used for")
    let change = Word("Cara mengubahnya", "How it is changed")
    let changes: [String: Word] = [
        "1-signatures": Word(
            "Kedua pihak menandatangani, masing-masing dua orang.",
            "Both sides sign, two people of each."
        ),
        "2-assessment": Word(
            "Guna baru dikaji dahulu dampaknya.",
            "The impact of a new purpose is assessed first."
        ),
        "3-notice": Word(
            "Guna baru diumumkan paling sedikit 30 hari sebelum berlaku.",
            "A new purpose is published at least 30 days before it holds."
        ),
        "4-earlier": Word(
            "Guna baru tidak menjangkau data yang dikumpulkan sebelumnya.",
            "A new purpose never reaches what was collected before."
        ),
        "5-entry": Word(
            "Setiap perubahan menjadi entri di buku kedua pihak.",
            "Each change becomes an entry in both logs."
        ),
    ]
    let crossed = Word("Yang sudah menyeberang", "What has crossed")
    let kind = Word("Jenis", "Kind")
    let count = Word("Jumlah", "Number")
    let last = Word("Terakhir", "Last")
    let nothing = Word("Belum ada yang menyeberang.", "Nothing has crossed yet.")
    let alone = Word(
        "Situs ini tidak punya mitra. Perjanjian berlaku begitu ia disambungkan.",
        "This site has no partner. The agreement holds once it is connected."
    )
    let memberNames: [String: Word] = [
        "referral": Word("nomor rujukan", "number of the referral"),
        "screening": Word("nomor pemeriksaan", "number of the screening"),
        "flight": Word("penerbangan", "flight"),
        "to": Word("tujuan penerbangan", "where the flight goes"),
        "departs_at": Word("waktu berangkat", "time of departure"),
        "list": Word("daftar penumpang atau awak", "list of passengers or crew"),
        "person": Word("urutan dalam daftar", "place on the list"),
        "passport_no": Word("nomor paspor", "passport number"),
        "name": Word("nama", "name"),
        "born_on": Word("tanggal lahir", "date of birth"),
        "assessment": Word("saran dan alasannya", "the advice and its reasons"),
        "opened_at": Word("waktu rujukan", "time of the referral"),
        "codes": Word("kode alasan", "codes of the reasons"),
        "placement_id": Word("nomor penempatan", "placement number"),
        "reason": Word("alasan", "reason"),
        "nik": Word("NIK", "national identity number"),
        "references": Word("nomor penempatan yang cocok", "placements that match"),
        "on": Word("tanggal", "day"),
        "checkpoint": Word("tempat pemeriksaan", "checkpoint"),
        "country": Word("negara", "country"),
        "scheme": Word("skema penempatan", "scheme of placement"),
        "agency_licence": Word("izin perusahaan penempatan", "licence of the company"),
        "job_order_no": Word("nomor job order", "number of the job order"),
        "employer": Word("pemberi kerja", "employer"),
        "employer_kind": Word("jenis pemberi kerja", "kind of employer"),
        "destination": Word("negara tujuan", "destination"),
        "position": Word("jabatan", "position"),
        "visa_no": Word("nomor visa", "number of the visa"),
        "visa_kind": Word("jenis visa", "kind of visa"),
        "visa_until": Word("masa berlaku visa", "validity of the visa"),
        "contract_from": Word("awal kontrak", "begin of the contract"),
        "contract_until": Word("akhir kontrak", "end of the contract"),
        "insurance_no": Word("nomor jaminan sosial", "number of the insurance"),
        "insurance_until": Word("masa jaminan sosial", "validity of the insurance"),
        "placement_file": Word(
            "berkas penempatan, sebagai satu kata",
            "the placement file, as one word"
        ),
        "competence_no": Word("nomor sertifikat kompetensi", "number of the certificate"),
        "placement_agreement_no": Word("nomor perjanjian penempatan", "number of the placement agreement"),
        "agreed_on": Word("tanggal perjanjian penempatan", "day of the placement agreement"),
        "orientation_on": Word("tanggal orientasi", "day of the orientation"),
        "card_no": Word("nomor kartu E-PMI", "number of the E-PMI card"),
        "card_until": Word("masa kartu E-PMI", "validity of the E-PMI card"),
        "leave_letter": Word("surat cuti", "letter of leave"),
        "vessel_imo": Word("nomor kapal", "number of the ship"),
        "seaman_book_no": Word("nomor buku pelaut", "number of the seaman's book"),
        "status": Word("status", "status"),
        "licence_no": Word("nomor izin", "number of the licence"),
        "kind": Word("jenis", "kind"),
        "regency_code": Word("kabupaten atau kota", "regency"),
        "status_since": Word("status sejak", "status since"),
        "valid_until": Word("berlaku sampai", "valid until"),
        "quota": Word("kuota", "quota"),
        "used": Word("kuota terpakai", "quota used"),
        "verified_on": Word("tanggal verifikasi", "day of verification"),
        "feed": Word("nama data", "name of the records"),
        "complete_until": Word("lengkap sampai", "complete until"),
        "state": Word("keadaan", "state"),
        "document": Word("jenis dokumen", "kind of document"),
        "number": Word("nomor dokumen", "number of the document"),
        "at": Word("waktu", "time"),
        "answer": Word("jawaban", "answer"),
        "text": Word("keterangan", "words"),
        "notice_id": Word("nomor pemberitahuan", "number of the notice"),
        "value": Word("isi pemberitahuan", "content of the notice"),
        "from": Word("berlaku sejak", "valid from"),
        "until": Word("berlaku hingga", "valid to"),
        "basis": Word("dasar hukum", "legal basis"),
        "owner": Word("penanggung jawab", "responsible office"),
        "approved_by_immigration": Word("penyetuju dari Imigrasi", "approver of Immigration"),
        "approved_by_ministry": Word("penyetuju dari kementerian", "approver of the ministry"),
        "about": Word("nomor rujukan atau penempatan yang dihapus", "the referral or placement erased"),
        "streams": Word("hitungan tiap aliran", "count of each stream"),
        "skipped": Word("nomor yang dilewati", "the number skipped"),
        "digest": Word("sidik naskah", "digest of the text"),
        "key": Word("nama kunci", "name of the key"),
        "signature": Word("tanda tangan", "signature"),
        "manifest": Word("daftar kunci", "list of keys"),
        "certificate": Word("sertifikat saluran", "certificate of the line"),
        "counts": Word("jumlah pesan tiap jenis", "messages by kind"),
        "table": Word("nama tabel tersegel", "name of the sealed table"),
        "epoch": Word("masa berlaku kunci tabel", "period of the table's key"),
        "version": Word("versi tabel", "version of the table"),
        "root": Word("sidik tabel", "digest of the table"),
        "rows": Word("jumlah baris", "number of rows"),
    ]
}

/// The words that offices use for the columns of `formats.md`, one table for all kinds of records.
enum HeaderSynonyms {
    /// The names of columns that a header may stand for, the likeliest first.
    static func columns(for header: String) -> [String] {
        let name = normalised(header)
        return [name] + (table[name] ?? [])
    }

    /// Lower case, words joined by one underscore, without marks: `No. Paspor` becomes `no_paspor`.
    static func normalised(_ header: String) -> String {
        var name: [UInt8] = []
        for byte in header.utf8 {
            switch byte {
            case 0x41...0x5A: name.append(byte + 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...: name.append(byte)
            default: if name.last != 0x5F, !name.isEmpty { name.append(0x5F) }
            }
        }
        if name.last == 0x5F { name.removeLast() }
        let text = String(decoding: name, as: UTF8.self)
        for (long, short) in [("nomor_", "no_"), ("tgl_", "tanggal_"), ("kd_", "kode_")]
        where text.hasPrefix(long) {
            return short + text.dropFirst(long.count)
        }
        return text
    }

    private static let table: [String: [String]] = {
        var table: [String: [String]] = [:]
        for line in rows.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for synonym in words.dropFirst() { table[synonym, default: []].append(words[0]) }
        }
        return table
    }()

    /// A column, then its synonyms as `normalised` leaves them; a word may serve several columns.
    private static let rows = """
        placement_id id_penempatan no_penempatan id_pmi no_pmi id_tki no_registrasi
        nik no_nik no_ktp no_induk_kependudukan no_identitas ktp
        name nama nama_lengkap nama_pmi nama_pemegang nama_penumpang nama_perusahaan nama_pt nama_pelintas full_name
        sex jenis_kelamin kelamin jk l_p gender
        born_on tanggal_lahir lahir date_of_birth birth_date dob
        village_code kode_desa kode_kelurahan kode_desa_kelurahan kode_wilayah desa
        phone telepon telpon no_telepon no_telpon no_hp hp no_ponsel telp no_telp
        passport_no no_paspor paspor no_dokumen no_dokumen_perjalanan passport passport_number
        scheme skema skema_penempatan jenis_penempatan
        agency_licence izin_p3mi no_izin_p3mi no_sip3mi sip3mi izin_agensi no_izin izin_perusahaan agency_license
        licence_no no_izin no_sip3mi sip3mi no_lisensi license_no izin
        job_order_no no_job_order job_order no_jo no_sip no_sip2mi no_order
        employer pemberi_kerja pengguna nama_pengguna majikan nama_majikan nama_pemberi_kerja
        employer_kind jenis_pemberi_kerja jenis_pengguna jenis_majikan
        destination negara_tujuan tujuan negara negara_penempatan kode_negara negara_asal
        position jabatan pekerjaan posisi
        visa_no no_visa
        visa_kind jenis_visa visa kelas_visa
        visa_until visa_berlaku_sampai masa_berlaku_visa visa_sampai
        contract_from kontrak_mulai mulai_kontrak awal_kontrak tanggal_mulai_kontrak
        contract_until kontrak_sampai akhir_kontrak tanggal_akhir_kontrak kontrak_berakhir
        insurance_no no_bpjs no_asuransi bpjs no_jaminan_sosial
        insurance_until bpjs_sampai asuransi_sampai masa_berlaku_bpjs jaminan_sosial_sampai
        medical_until kesehatan_sampai medis_sampai masa_berlaku_kesehatan
        competence_no no_sertifikat_kompetensi sertifikat_kompetensi no_kompetensi
        marital_statement surat_nikah keterangan_perkawinan surat_status_perkawinan status_perkawinan
        family_permission izin_keluarga surat_izin_keluarga persetujuan_keluarga
        placement_agreement_no no_perjanjian_penempatan perjanjian_penempatan
        agreed_on tanggal_perjanjian tanggal_perjanjian_penempatan
        orientation_on tanggal_opp opp tanggal_pap orientasi
        card_no no_e_pmi no_kartu e_pmi no_kartu_pmi no_ektkln
        card_until kartu_sampai masa_berlaku_kartu e_pmi_sampai
        leave_letter surat_cuti
        vessel_imo imo no_imo imo_kapal
        seaman_book_no no_buku_pelaut buku_pelaut
        status status_penempatan status_paspor status_izin keadaan
        kind jenis jenis_izin jenis_perusahaan jenis_pemberitahuan
        regency_code kode_kabupaten kode_kab_kota kode_kabupaten_kota kabupaten
        status_since status_sejak sejak
        valid_until berlaku_sampai berlaku_hingga masa_berlaku
        quota kuota jumlah
        used terpakai kuota_terpakai
        verified_on tanggal_verifikasi diverifikasi
        applied_on tanggal_permohonan tanggal_pengajuan dimohon
        issued_on tanggal_terbit tanggal_penerbitan tanggal_dikeluarkan terbit
        expires_on tanggal_habis_berlaku tanggal_kedaluwarsa berlaku_sampai tanggal_berakhir expiry_date
        office kantor kantor_imigrasi kanim
        previous_no no_paspor_lama paspor_lama no_sebelumnya
        previous_declared paspor_lama_dilaporkan mengaku_paspor_lama
        document_kind jenis_dokumen jenis_paspor
        stated_purpose tujuan_paspor keperluan maksud tujuan_permohonan
        crossing_id id_perlintasan no_perlintasan
        direction arah jenis_perlintasan
        at waktu tanggal_perlintasan waktu_perlintasan
        checkpoint tpi pos pos_lintas tempat_pemeriksaan
        carrier maskapai pengangkut operator nama_kapal nama_bus
        route_no no_penerbangan no_trayek no_pelayaran no_voyage flight_no
        locator kode_pemesanan kode_booking pnr
        payer pembayar dibayar_oleh
        travel_agency biro_perjalanan agen_perjalanan biro travel
        bought_on tanggal_beli tanggal_pembelian
        itinerary rute perjalanan
        one_way sekali_jalan tanpa_pulang
        return_on tanggal_pulang tanggal_kembali
        group_size jumlah_rombongan rombongan
        departs_at berangkat waktu_berangkat jam_berangkat tanggal_berangkat keberangkatan
        from dari asal pelabuhan_asal mulai mulai_tanggal
        to ke pelabuhan_tujuan
        nationality kewarganegaraan warga_negara kebangsaan
        mrz1 mrz_1 zona_1 baris_mrz_1
        mrz2 mrz_2 zona_2 baris_mrz_2
        notice_id id_pemberitahuan no_pemberitahuan
        value nilai isi
        until sampai hingga sampai_tanggal
        basis dasar dasar_hukum
        owner pemilik penanggung_jawab
        subject subjek perihal
        departed_on tanggal_berangkat berangkat_pada
        outcome hasil
        found_on tanggal_temuan ditemukan
        source sumber
        feed berkas umpan
        complete_until lengkap_sampai
        state keadaan status
        """
}

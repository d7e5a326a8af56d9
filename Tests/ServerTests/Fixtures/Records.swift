/// The records of an invented post: three workers, a tourist, an agency, an order, and feeds that answer.
enum Records {
    /// Population numbers of an invented region, built from parts.
    private static func nik(_ birth: String, _ serial: Int) -> String {
        "9901" + "01" + birth + "000\(serial)"
    }

    static let files: [String: String] = [
        "workers.csv": workers, "passports.csv": passports, "agencies.csv": agencies, "joborders.csv": orders,
        "crossings.csv": crossings, "bookings.csv": bookings, "notices.csv": notices,
    ]

    private static let workers =
        """
        placement_id,nik,name,sex,born_on,passport_no,scheme,agency_licence,job_order_no,employer,employer_kind,\
        destination,position,visa_no,visa_kind,visa_until,contract_from,contract_until,insurance_no,\
        insurance_until,medical_until,competence_no,marital_statement,family_permission,placement_agreement_no,\
        agreed_on,orientation_on,card_no,card_until,status
        PL-1,\(nik("570395", 1)),SITI LENGKAP,F,1995-03-17,X9000001,\(complete(visa: "V-1", medical: "2027-01-01"))
        PL-2,\(nik("520290", 1)),RINA KURANG,F,1990-02-12,X9000002,\(complete(visa: "no", medical: "2027-01-01"))
        PL-3,\(nik("540688", 1)),DEWI BERKAS,F,1988-06-14,X9000003,\(complete(visa: "V-3", medical: "no"))

        """

    private static func complete(visa: String, medical: String) -> String {
        "ptop,L-1,J-1,RUMAH SATU,household,HKG,caregiver,\(visa),work,2028-01-01,2026-03-01,2028-03-01,A-1,"
            + "2028-03-01,\(medical),K-1,yes,yes,PP-1,2025-12-01,2026-01-10,E-1,2028-03-01,carded"
    }

    private static let passports =
        """
        passport_no,nik,name,sex,born_on,applied_on,issued_on,expires_on,office,document_kind,stated_purpose,status
        X9000001,\(nik("570395", 1)),SITI LENGKAP,F,1995-03-17,2025-10-01,2025-10-05,2035-10-05,CGK,passport,work,issued
        X9000002,\(nik("520290", 1)),RINA KURANG,F,1990-02-12,2025-10-01,2025-10-05,2035-10-05,CGK,passport,work,issued
        X9000003,\(nik("540688", 1)),DEWI BERKAS,F,1988-06-14,2025-10-01,2025-10-05,2035-10-05,CGK,passport,work,issued
        X9000009,\(nik("110180", 1)),BUDI WISATA,M,1980-01-11,2024-10-01,2024-10-05,2034-10-05,CGK,passport,tourism,issued
        ,\(nik("520290", 1)),RINA KURANG,F,1990-02-12,2026-02-20,,,CGK,passport,work,applied

        """

    private static let agencies =
        "licence_no,kind,name,status,status_since,valid_until\nL-1,p3mi,PT INVENSI,active,2020-01-01,2029-01-01\n"
    private static let orders =
        "job_order_no,agency_licence,employer,employer_kind,destination,position,quota,used,verified_on,valid_until\n"
        + "J-1,L-1,RUMAH SATU,household,HKG,caregiver,10,3,2025-10-01,2027-10-01\n"
    private static let crossings =
        "crossing_id,passport_no,direction,at,checkpoint,carrier,route_no,destination\n"
        + "C-1,X9000009,exit,2024-11-01T10:00:00+07:00,TPI-A-CGK,GA,GA820,MYS\n"
    private static let bookings =
        "locator,passport_no,name,bought_on,itinerary,one_way,return_on\n"
        + "AAAAA1,X9000009,BUDI WISATA,2026-02-01,CGK-HKG-CGK,no,2026-03-08\n"
    private static let notices =
        "notice_id,kind,value,from,until,basis,owner\nN-1,cegah,X9999999,2026-01-01,2026-06-30,UU 6/2011,imigrasi\n"

    /// A list of a flight of today: one who is complete, one who is referred, one ordinary traveller.
    static let manifest =
        """
        departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind
        \(line("X9000001", "SITI LENGKAP", "1995-03-17", "work"))
        \(line("X9000002", "RINA KURANG", "1990-02-12", "work"))
        \(line("X9000009", "BUDI WISATA", "1980-01-11", "visit"))

        """

    /// A list of those who travel on one locator: two who are told something, one who is complete.
    static let groupManifest =
        "departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind\n"
        + [
            line("X9000001", "SITI LENGKAP", "1995-03-17", "work"),
            line("X9000002", "RINA KURANG", "1990-02-12", "work"),
            line("X9000003", "DEWI BERKAS", "1988-06-14", "work"),
        ].joined(separator: "\n") + "\n"

    /// A later list of the same flight without the one who was referred.
    static let laterManifest =
        "departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind\n"
        + line("X9000001", "SITI LENGKAP", "1995-03-17", "work") + "\n"

    /// A list whose passenger's name is markup.
    static let hostileManifest =
        "departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind\n"
        + "2026-03-01T22:10:00+07:00,GA,GA<b>9,CGK,HKG,X9000002,<script>alert('x')</script>,1990-02-12,IDN,work\n"

    private static func line(_ passport: String, _ name: String, _ bornOn: String, _ visa: String) -> String {
        "2026-03-01T23:40:00+07:00,GA,GA820,CGK,HKG,\(passport),\(name),\(bornOn),IDN,\(visa)"
    }
}

extension RouteMap {
    /// Flights: from, to, country of the end, carrier, minutes, zone of arrival; a second leg adds place, minutes, zone.
    static let flights = [
        "CGK HKG HKG CX 285 480", "CGK TPE TWN CI 320 480", "CGK SIN SGP SQ 110 480",
        "CGK KUL MYS MH 125 480",
        "CGK JED SAU SV 570 180", "CGK ICN KOR KE 425 540", "CGK NRT JPN JL 465 540",
        "CGK BWN BRN BI 150 480",
        "CGK DOH QAT QR 540 180", "CGK DXB ARE EK 500 240", "CGK IST TUR TK 720 180",
        "SUB HKG HKG CX 280 480",
        "SUB SIN SGP TR 135 480", "SUB KUL MYS QZ 160 480", "CGK KUL MYS AK 125 480",
        "DPS SIN SGP SQ 160 480",
        "CGK MED SAU SV 580 180", "CGK RUH SAU SV 560 180", "CGK HND JPN GA 450 540",
        "CGK KIX JPN GA 420 540",
        "CGK ICN KOR GA 425 540", "KNO KUL MYS AK 60 480", "KNO PEN MYS QZ 50 480", "LOP KUL MYS QZ 190 480",
        "UPG KUL MYS AK 190 480", "YIA KUL MYS AK 150 480", "SRG SIN SGP QZ 130 480",
        "DPS TPE TWN BR 310 480",
        "CGK HKG HKG GA 285 480", "CGK TPE TWN BR 320 480", "SUB BWN BRN BI 130 480",
        "CGK BKK THA TG 205 420",
        "CGK SGN VNM VN 180 420", "CGK MNL PHL PR 240 480", "CGK SYD AUS QF 420 600",
        "DPS PER AUS QZ 230 480",
        "CGK CAN CHN CZ 290 480", "CGK AMS NLD GA 860 60", "CGK AUH ARE EY 490 240", "CGK MCT OMN WY 480 240",
        "CGK IST POL TK 720 180 WAW 150 60", "CGK IST ITA TK 720 180 FCO 155 60",
        "CGK IST DEU TK 720 180 FRA 190 60", "CGK KUL KHM MH 125 480 KTI 110 420",
        "CGK SIN AUS SQ 110 480 MEL 450 600", "CGK DOH ROU QR 540 180 OTP 300 120",
    ]

    /// Ferries and buses: checkpoint, to, country, sign of the line, minutes, zone of arrival.
    static let crossings = [
        "TPI-L-BATAMCENTR SGSIN SGP BTC 70 480", "TPI-L-BATAMCENTR MYJHB MYS BTJ 110 480",
        "TPI-L-TUNONTAKA MYTWU MYS NNX 75 480", "TPI-L-DUMAI MYMKZ MYS DUM 120 480",
        "TPI-D-ENTIKONG MYKCH MYS ENT 180 480", "TPI-L-CITRATRITU SGSIN SGP HRB 60 480",
        "TPI-L-TELUKNIBUN MYPKG MYS TNB 300 480", "TPI-L-TANJUNGBAL SGSIN SGP TBK 90 480",
        "TPI-L-SRIBINTANP MYJHB MYS TNJ 150 480", "TPI-D-ARUK MYKCH MYS ARK 120 480",
        "TPI-D-MOTAAIN TLDIL TLS MTN 210 540", "TPI-D-SKOUW PGVAI PNG SKW 90 600",
    ]

    /// Countries reached by changing flights: country, where, and to which airport.
    static let onward = [
        ("POL", "DOH", "WAW"), ("POL", "DXB", "WAW"), ("ITA", "DOH", "FCO"), ("ROU", "DXB", "OTP"),
        ("HUN", "DOH", "BUD"), ("SVK", "DXB", "BTS"), ("AUT", "DOH", "VIE"), ("KWT", "DOH", "KWI"),
        ("KWT", "DXB", "KWI"), ("ZMB", "DXB", "LUN"), ("MDV", "SIN", "MLE"), ("PNG", "SIN", "POM"),
        ("KHM", "SIN", "KTI"), ("DEU", "DOH", "FRA"), ("GBR", "DOH", "LHR"), ("SAU", "DOH", "JED"),
        ("NZL", "SIN", "AKL"), ("ESP", "DOH", "MAD"), ("LAO", "BKK", "VTE"), ("BHR", "DOH", "BAH"),
    ]
}

/// ISO 3166 codes with their Indonesian and English names, and the codes that only ICAO Doc 9303 has.
///
/// - Source: Debian `iso-codes` (LGPL-2.1, facts) and its Indonesian translation; ICAO Doc 9303-3 section 5.
enum CountryTable {
    /// Names by alpha-3 code.
    static let names: [String: (indonesian: String, english: String)] = {
        var names: [String: (indonesian: String, english: String)] = [:]
        for row in rows { names[row.alpha3] = (row.indonesian, row.english) }
        return names
    }()

    /// The alpha-3 code of an alpha-2 code or of a zone's one-letter code; nil where there is none.
    static func alpha3(of code: String) -> String? { code == "D" ? "DEU" : alpha3ByAlpha2[code] }

    /// Codes of machine-readable zones that ISO 3166 doesn't have, kept as they are.
    static let icaoOnly: Set<String> = [
        "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "IAO", "RKS", "UNA", "UNK", "UNO", "UTO", "XAA", "XBA",
        "XCC",
        "XCE", "XCO", "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO", "XSP", "XXA", "XXB", "XXC", "XXX",
    ]

    /// The place of a code among all of three capital letters; nil where the text is no such code.
    static func place(of code: String) -> Int? {
        guard code.utf8.count == 3 else { return nil }
        var place = 0
        for letter in code.utf8 {
            guard letter >= 0x41, letter <= 0x5A else { return nil }
            place = place * 26 + Int(letter - 0x41)
        }
        return place
    }

    /// Whether the code at each place is one of ISO 3166 or ICAO Doc 9303.
    static let recognised: [Bool] = {
        var recognised = [Bool](repeating: false, count: 26 * 26 * 26)
        for code in Array(names.keys) + Array(icaoOnly) {
            if let place = place(of: code) { recognised[place] = true }
        }
        return recognised
    }()

    private static let alpha3ByAlpha2: [String: String] = {
        var codes: [String: String] = [:]
        for row in rows { codes[row.alpha2] = row.alpha3 }
        return codes
    }()

    private static let rows: [(alpha2: String, alpha3: String, indonesian: String, english: String)] =
        text
        .split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return (cells[0], cells[1], cells[2], cells[3])
        }

    private static let text = """
        AD|AND|Andorra|Andorra
        AE|ARE|Uni Emirat Arab|United Arab Emirates
        AF|AFG|Afganistan|Afghanistan
        AG|ATG|Antigua dan Barbuda|Antigua and Barbuda
        AI|AIA|Anguilla|Anguilla
        AL|ALB|Albania|Albania
        AM|ARM|Armenia|Armenia
        AO|AGO|Angola|Angola
        AQ|ATA|Antartika|Antarctica
        AR|ARG|Argentina|Argentina
        AS|ASM|Samoa Amerika|American Samoa
        AT|AUT|Austria|Austria
        AU|AUS|Australia|Australia
        AW|ABW|Aruba|Aruba
        AX|ALA|Kepulauan Åland|Åland Islands
        AZ|AZE|Azerbaijan|Azerbaijan
        BA|BIH|Bosnia dan Herzegovina|Bosnia and Herzegovina
        BB|BRB|Barbados|Barbados
        BD|BGD|Bangladesh|Bangladesh
        BE|BEL|Belgia|Belgium
        BF|BFA|Burkina Faso|Burkina Faso
        BG|BGR|Bulgaria|Bulgaria
        BH|BHR|Bahrain|Bahrain
        BI|BDI|Burundi|Burundi
        BJ|BEN|Benin|Benin
        BL|BLM|Saint Barthélemy|Saint Barthélemy
        BM|BMU|Bermuda|Bermuda
        BN|BRN|Brunei Darussalam|Brunei Darussalam
        BO|BOL|Bolivia|Bolivia
        BQ|BES|Bonaire, Sint Eustatius and Saba|Bonaire, Sint Eustatius and Saba
        BR|BRA|Brasil|Brazil
        BS|BHS|Bahama|Bahamas
        BT|BTN|Bhutan|Bhutan
        BV|BVT|Pulau Bouvet|Bouvet Island
        BW|BWA|Botswana|Botswana
        BY|BLR|Belarus|Belarus
        BZ|BLZ|Belize|Belize
        CA|CAN|Kanada|Canada
        CC|CCK|Kepulauan Cocos (Keeling)|Cocos (Keeling) Islands
        CD|COD|Republik Demokrat Congo|Congo, The Democratic Republic of the
        CF|CAF|Republik Afrika Tengah|Central African Republic
        CG|COG|Congo|Congo
        CH|CHE|Swiss|Switzerland
        CI|CIV|Pantai Gading|Côte d'Ivoire
        CK|COK|Kepulauan Cook|Cook Islands
        CL|CHL|Chili|Chile
        CM|CMR|Kamerun|Cameroon
        CN|CHN|Tiongkok|China
        CO|COL|Kolombia|Colombia
        CR|CRI|Kosta Rika|Costa Rica
        CU|CUB|Kuba|Cuba
        CV|CPV|Cabo Verde|Cabo Verde
        CW|CUW|Curaçao|Curaçao
        CX|CXR|Kepulauan Christmas|Christmas Island
        CY|CYP|Siprus|Cyprus
        CZ|CZE|Ceko|Czechia
        DE|DEU|Jerman|Germany
        DJ|DJI|Djibouti|Djibouti
        DK|DNK|Denmark|Denmark
        DM|DMA|Dominika|Dominica
        DO|DOM|Republik Dominika|Dominican Republic
        DZ|DZA|Aljazair|Algeria
        EC|ECU|Ekuador|Ecuador
        EE|EST|Estonia|Estonia
        EG|EGY|Mesir|Egypt
        EH|ESH|Sahara Barat|Western Sahara
        ER|ERI|Eritrea|Eritrea
        ES|ESP|Spanyol|Spain
        ET|ETH|Ethiopia|Ethiopia
        FI|FIN|Finlandia|Finland
        FJ|FJI|Fiji|Fiji
        FK|FLK|Kepulauan Falkland (Malvinas)|Falkland Islands (Malvinas)
        FM|FSM|Federasi Negara-negara Micronesia|Micronesia, Federated States of
        FO|FRO|Kepulauan Faroe|Faroe Islands
        FR|FRA|Prancis|France
        GA|GAB|Gabon|Gabon
        GB|GBR|Inggris Raya|United Kingdom
        GD|GRD|Grenada|Grenada
        GE|GEO|Georgia|Georgia
        GF|GUF|Guyana Perancis|French Guiana
        GG|GGY|Guernsey|Guernsey
        GH|GHA|Ghana|Ghana
        GI|GIB|Gibraltar|Gibraltar
        GL|GRL|Greenland|Greenland
        GM|GMB|Gambia|Gambia
        GN|GIN|Guinea|Guinea
        GP|GLP|Guadeloupe|Guadeloupe
        GQ|GNQ|Guinea Khatulistiwa|Equatorial Guinea
        GR|GRC|Yunani|Greece
        GS|SGS|Georgia Selatan dan Kepulauan Sandwich Selatan|South Georgia and the South Sandwich Islands
        GT|GTM|Guatemala|Guatemala
        GU|GUM|Guam|Guam
        GW|GNB|Guinea-Bissau|Guinea-Bissau
        GY|GUY|Guyana|Guyana
        HK|HKG|Hong Kong|Hong Kong
        HM|HMD|Pulau Heard dan Kepulauan McDonald|Heard Island and McDonald Islands
        HN|HND|Honduras|Honduras
        HR|HRV|Kroasia|Croatia
        HT|HTI|Haiti|Haiti
        HU|HUN|Hongaria|Hungary
        ID|IDN|Indonesia|Indonesia
        IE|IRL|Irlandia|Ireland
        IL|ISR|Israel|Israel
        IM|IMN|Pulau Man|Isle of Man
        IN|IND|India|India
        IO|IOT|Wilayah Samudra Hindia Britania|British Indian Ocean Territory
        IQ|IRQ|Irak|Iraq
        IR|IRN|Iran|Iran
        IS|ISL|Islandia|Iceland
        IT|ITA|Italia|Italy
        JE|JEY|Jersey|Jersey
        JM|JAM|Jamaika|Jamaica
        JO|JOR|Yordania|Jordan
        JP|JPN|Jepang|Japan
        KE|KEN|Kenya|Kenya
        KG|KGZ|Kirgizstan|Kyrgyzstan
        KH|KHM|Kamboja|Cambodia
        KI|KIR|Kiribati|Kiribati
        KM|COM|Komoro|Comoros
        KN|KNA|Saint Kitts dan Nevis|Saint Kitts and Nevis
        KP|PRK|Korea Utara|North Korea
        KR|KOR|Korea Selatan|South Korea
        KW|KWT|Kuwait|Kuwait
        KY|CYM|Kepulauan Cayman|Cayman Islands
        KZ|KAZ|Kazakhstan|Kazakhstan
        LA|LAO|Laos|Laos
        LB|LBN|Lebanon|Lebanon
        LC|LCA|Saint Lucia|Saint Lucia
        LI|LIE|Liechtenstein|Liechtenstein
        LK|LKA|Sri Lanka|Sri Lanka
        LR|LBR|Liberia|Liberia
        LS|LSO|Lesotho|Lesotho
        LT|LTU|Lituania|Lithuania
        LU|LUX|Luksemburg|Luxembourg
        LV|LVA|Latvia|Latvia
        LY|LBY|Libya|Libya
        MA|MAR|Maroko|Morocco
        MC|MCO|Monako|Monaco
        MD|MDA|Moldova|Moldova
        ME|MNE|Montenegro|Montenegro
        MF|MAF|Saint Martin (wilayah Prancis)|Saint Martin (French part)
        MG|MDG|Madagaskar|Madagascar
        MH|MHL|Kepulauan Marshall|Marshall Islands
        MK|MKD|Makedonia Utara|North Macedonia
        ML|MLI|Mali|Mali
        MM|MMR|Myanmar|Myanmar
        MN|MNG|Mongolia|Mongolia
        MO|MAC|Makau|Macao
        MP|MNP|Kepulauan Mariana Utara|Northern Mariana Islands
        MQ|MTQ|Martinik|Martinique
        MR|MRT|Mauritania|Mauritania
        MS|MSR|Montserrat|Montserrat
        MT|MLT|Malta|Malta
        MU|MUS|Mauritius|Mauritius
        MV|MDV|Maladewa|Maldives
        MW|MWI|Malawi|Malawi
        MX|MEX|Meksiko|Mexico
        MY|MYS|Malaysia|Malaysia
        MZ|MOZ|Mozambik|Mozambique
        NA|NAM|Namibia|Namibia
        NC|NCL|Kaledonia Baru|New Caledonia
        NE|NER|Niger|Niger
        NF|NFK|Pulau Norfolk|Norfolk Island
        NG|NGA|Nigeria|Nigeria
        NI|NIC|Nikaragua|Nicaragua
        NL|NLD|Belanda|Netherlands
        NO|NOR|Norwegia|Norway
        NP|NPL|Nepal|Nepal
        NR|NRU|Nauru|Nauru
        NU|NIU|Niue|Niue
        NZ|NZL|Selandia Baru|New Zealand
        OM|OMN|Oman|Oman
        PA|PAN|Panama|Panama
        PE|PER|Peru|Peru
        PF|PYF|Polinesia Perancis|French Polynesia
        PG|PNG|Papua Nugini|Papua New Guinea
        PH|PHL|Filipina|Philippines
        PK|PAK|Pakistan|Pakistan
        PL|POL|Polandia|Poland
        PM|SPM|Saint Pierre dan Miquelon|Saint Pierre and Miquelon
        PN|PCN|Pitcairn|Pitcairn
        PR|PRI|Puerto Riko|Puerto Rico
        PS|PSE|Negara Palestina|Palestine, State of
        PT|PRT|Portugal|Portugal
        PW|PLW|Palau|Palau
        PY|PRY|Paraguay|Paraguay
        QA|QAT|Qatar|Qatar
        RE|REU|Réunion|Réunion
        RO|ROU|Rumania|Romania
        RS|SRB|Serbia|Serbia
        RU|RUS|Rusia|Russian Federation
        RW|RWA|Rwanda|Rwanda
        SA|SAU|Arab Saudi|Saudi Arabia
        SB|SLB|Kepulauan Solomon|Solomon Islands
        SC|SYC|Seychelles|Seychelles
        SD|SDN|Sudan|Sudan
        SE|SWE|Swedia|Sweden
        SG|SGP|Singapura|Singapore
        SH|SHN|Saint Helena, Ascension, dan Tristan da Cunha|Saint Helena, Ascension and Tristan da Cunha
        SI|SVN|Slovenia|Slovenia
        SJ|SJM|Svalbard dan Jan Mayen|Svalbard and Jan Mayen
        SK|SVK|Slowakia|Slovakia
        SL|SLE|Sierra Leone|Sierra Leone
        SM|SMR|San Marino|San Marino
        SN|SEN|Senegal|Senegal
        SO|SOM|Somalia|Somalia
        SR|SUR|Suriname|Suriname
        SS|SSD|Sudan Selatan|South Sudan
        ST|STP|Sao Tome dan Principe|Sao Tome and Principe
        SV|SLV|El Salvador|El Salvador
        SX|SXM|Sint Maarten (wilayah Belanda)|Sint Maarten (Dutch part)
        SY|SYR|Suriah|Syria
        SZ|SWZ|Eswatini|Eswatini
        TC|TCA|Kepulauan Turks dan Caicos|Turks and Caicos Islands
        TD|TCD|Chad|Chad
        TF|ATF|Perancis, Wilayah Bagian Selatan|French Southern Territories
        TG|TGO|Togo|Togo
        TH|THA|Thailand|Thailand
        TJ|TJK|Tajikistan|Tajikistan
        TK|TKL|Tokelau|Tokelau
        TL|TLS|Timor Leste|Timor-Leste
        TM|TKM|Turkmenistan|Turkmenistan
        TN|TUN|Tunisia|Tunisia
        TO|TON|Tonga|Tonga
        TR|TUR|Turki|Türkiye
        TT|TTO|Trinidad dan Tobago|Trinidad and Tobago
        TV|TUV|Tuvalu|Tuvalu
        TW|TWN|Taiwan|Taiwan
        TZ|TZA|Tanzania|Tanzania
        UA|UKR|Ukraina|Ukraine
        UG|UGA|Uganda|Uganda
        UM|UMI|Kepulauan Terluar Kecil Amerika Serikat|United States Minor Outlying Islands
        US|USA|Amerika Serikat|United States
        UY|URY|Uruguay|Uruguay
        UZ|UZB|Uzbekistan|Uzbekistan
        VA|VAT|Vatikan|Holy See (Vatican City State)
        VC|VCT|Saint Vincent dan Grenadines|Saint Vincent and the Grenadines
        VE|VEN|Venezuela|Venezuela
        VG|VGB|Kepulauan Virgin Inggris|Virgin Islands, British
        VI|VIR|Kepulauan Virgin, A.S.|Virgin Islands, U.S.
        VN|VNM|Vietnam|Vietnam
        VU|VUT|Vanuatu|Vanuatu
        WF|WLF|Wallis dan Futuna|Wallis and Futuna
        WS|WSM|Samoa|Samoa
        YE|YEM|Yaman|Yemen
        YT|MYT|Mayotte|Mayotte
        ZA|ZAF|Afrika Selatan|South Africa
        ZM|ZMB|Zambia|Zambia
        ZW|ZWE|Zimbabwe|Zimbabwe
        XK|XKX|Kosovo|Kosovo
        """
}

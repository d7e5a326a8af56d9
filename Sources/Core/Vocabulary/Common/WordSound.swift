/// The letters of a word's sound (bunyi kata): what is pronounced alike, or was spelt so, has one.
///
/// Old spelling is ambiguous (`j` was `y` and is `dj`), so both become one letter instead of a guess.
/// - Source: EYD 1972 against the spelling of 1947 and 1901; Arabic transliterations in use on Indonesian documents.
public enum WordSound {
    /// The sound of a word in lower case.
    public static func of(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        if let whole = variants[String(decoding: word, as: UTF8.self)] { return whole }
        return plain(word)
    }

    private static func plain(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(word.count)
        var place = 0
        while place < word.count {
            let next = place + 1 < word.count ? word[place + 1] : 0
            // AOE is A and OE.
            let isLeft = next == o && place + 2 < word.count && word[place + 2] == e
            let pair = isLeft ? nil : pairs.first { $0.first == word[place] && $0.second == next }
            let sound = pair?.sound ?? singles.first { $0.letter == word[place] }?.sound ?? word[place]
            place += pair == nil ? 1 : 2
            // GANJAR was GANDJAR, and NJAI is NYAI: all of them one letter.
            if letters.last == n, pair?.first == d, pair?.second == j { continue }
            // Doubled letters are one, and an h that no word begins with is not heard.
            guard letters.last != sound, sound != h || letters.isEmpty else { continue }
            letters.append(sound)
        }
        return letters
    }

    private static let (e, o) = (UInt8(ascii: "e"), UInt8(ascii: "o"))
    private static let (d, h, j, n) = (
        UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "j"), UInt8(ascii: "n")
    )

    /// Two letters that are one sound.
    private static let pairs: [(first: UInt8, second: UInt8, sound: UInt8)] = [
        "oeu", "dji", "tjc", "sjs", "sys", "shs", "dzs", "njn", "nyn", "chh", "khh", "dhd", "tht", "php",
        "iei",
        "aie", "aee", "auo", "aoo", "ooo", "eei",
    ].map { Array($0.utf8) }.map { ($0[0], $0[1], $0[2]) }

    /// Letters that are another's sound.
    private static let singles: [(letter: UInt8, sound: UInt8)] = [
        "ji", "yi", "fp", "vp", "qk", "zs",
    ].map { Array($0.utf8) }.map { ($0[0], $0[1]) }

    /// The sound of the whole word where one is written short or in many ways.
    ///
    /// - Source: names as Indonesian documents shorten them (domain of civil registration); to grow from reviewed pairs.
    private static let variants: [String: [UInt8]] = {
        let families: [String: [String]] = [
            "muhammad": [
                "muhamad", "mohamad", "mohammad", "mohammed", "mohamed", "muhammed", "mochamad", "mochammad",
                "muchamad", "muchammad", "mukhamad", "mukhammad", "mokhamad", "mokhammad", "moh", "moch",
                "muh", "much", "mohd",
                "muhd", "mhd", "md",
            ],
            "ahmad": ["achmad", "akhmad", "ahmed", "achmed", "acmad"],
            "abdul": ["abd", "abdoel", "abdol"],
            "siti": ["sitti", "st", "sti"],
            "nur": ["noor", "noer", "nor", "nour"],
            "fatimah": ["fatma", "fathma"],
            "usman": ["utsman", "ustman", "othman"],
            "rahman": ["rohman", "rachman", "rochman", "rokhman"],
            "rahmat": ["rohmat", "rachmat", "rochmat"],
            "rahmah": ["rohmah", "rachmah", "rochmah", "rokhmah"],
            "khairul": ["khoirul", "chairul", "choirul", "hairul", "khoerul"],
            "khadijah": [
                "khotijah", "chodijah", "chodidjah", "hadijah", "hotijah", "kotijah", "chotijah", "chadijah",
            ],
            "zainal": ["jaenal", "zaenal", "djaenal", "jainal"],
            "zainab": ["jaenab", "zaenab", "jainab"],
            "zulkifli": ["dzulkifli", "julkipli", "julkifli", "zulkipli"],
            "aisyah": ["aisah", "aisha", "aisya", "aisyiah", "aesyah"],
            "ruqayah": ["rukayah", "rokayah", "roqoyah", "ruqoyyah", "ruqayyah", "rukayyah"],
            "munawarah": ["munawaroh", "munawwaroh", "munawwarah"],
            "maghfirah": ["magfiroh", "magfirah", "maghfiroh"],
            "komariah": ["qomariyah", "komariyah", "qomariah", "kamariah", "qamariah"],
            "istiqomah": ["istikomah", "istiqamah", "istikamah"],
            "mustafa": ["musthofa", "mustofa", "mustapa", "mustopa", "musthafa"],
            "umar": ["omar", "oemar"],
            "kulsum": ["kalsum", "kultsum", "kalsoem"],
            "sulaiman": ["soleman", "suleman", "sulaeman", "solaiman"],
            "saleh": ["soleh", "sholeh", "shaleh"],
            "solihah": ["soleha", "sholihah", "sholeha", "salihah"],
            "nurhayati": ["norhayati"],
            "qodir": ["kodir", "kadir", "qadir"],
            "fauzi": ["faoji", "pauji", "fawzi", "faozi"],
            "fathonah": ["patonah", "fatonah"],
            "rabiah": ["robiah"],
            "masyitoh": ["masitoh", "masyithah", "masitah"],
            "ramadhan": ["romadhon", "romadon", "ramadan", "romadhan"],
            "ridwan": ["ridhwan", "riduan"],
            "makruf": ["maruf", "maaruf"],
        ]
        var known: [String: [UInt8]] = [:]
        for (whole, written) in families {
            let sound = Array(whole.utf8).withUnsafeBufferPointer(plain)
            for word in written { known[word] = sound }
        }
        return known
    }()
}

extension PersonName {
    /// The sounds of the words that may name the person, each once, the rarest first: titles and the words between a name and the
    /// father's left out.
    public var sounds: [String] {
        let own = words.filter { !PersonName.wordsOfDescent.contains($0) } + (isOfSiti ? ["SITI"] : [])
        let sounds = Set((own.isEmpty ? words : own).map(PersonName.sound))
        let rare = sounds.subtracting(PersonName.commonSounds)
        return [rare, sounds.intersection(PersonName.commonSounds)].flatMap { some in
            some.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        }
    }

    /// The name before BIN or BINTI; nil where no father is named, or nothing but the father.
    public var withoutFather: PersonName? {
        let written = text.split(separator: " ")
        guard let place = written.firstIndex(where: { PersonName.wordsOfDescent.contains($0.uppercased()) }),
            place > 0
        else { return nil }
        return PersonName(written[..<place].joined(separator: " "))
    }

    /// ST before a name is Siti; behind it a degree.
    private var isOfSiti: Bool {
        let written = text.uppercased()
        return (written.hasPrefix("ST ") || written.hasPrefix("ST.")) && words != ["ST"]
    }

    /// The sound of a word.
    static func sound(_ word: String) -> String {
        let sound = Array(word.lowercased().utf8).withUnsafeBufferPointer(WordSound.of)
        return String(decoding: sound, as: UTF8.self)
    }

    /// Words between a name and the father's name.
    public static let wordsOfDescent: Set<String> = ["BIN", "BINTI", "BT", "BTE", "BINTE", "IBN", "IBNU"]

    /// Sounds that so many names have that they find nobody by themselves.
    private static let commonSounds = Set(
        [
            "MUHAMMAD", "AHMAD", "ABDUL", "SITI", "NUR", "SRI", "DEWI", "AGUS", "EKO", "DWI", "TRI", "INDAH",
            "MARIA", "WAYAN",
            "MADE", "NYOMAN", "KETUT", "ENDANG", "RATNA", "PUTRI", "AYU", "LESTARI", "WAHYUNI", "HIDAYAT",
            "SANTOSO", "SETIAWAN",
            "KURNIAWAN", "RAHAYU", "HANDAYANI", "NINGSIH",
        ].map(sound)
    )
}

/// Text of a message: UTF-8, or Latin-1 where it is none, blanks inside it as one blank.
enum MessageText {
    static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var isPlain = true
        for place in 0..<bytes.count {
            let byte = bytes[place]
            if byte >= 0x80 || (byte == 0x20 && place + 1 < bytes.count && bytes[place + 1] == 0x20) {
                isPlain = false
                break
            }
        }
        if isPlain { return String(decoding: bytes, as: UTF8.self) }
        return repaired(bytes)
    }

    private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let isLatin1 = UTF8Check.firstBreak(in: bytes, from: 0) != nil
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 8)
        for byte in bytes {
            if byte == 0x20, text.last == 0x20 { continue }
            if byte >= 0x80, isLatin1 {
                text.append(0xC0 | byte >> 6)
                text.append(0x80 | byte & 0x3F)
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The tags of segments, three letters packed into a number.
enum Tag {
    static func pack(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
        UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }

    /// Packs a word of at most four letters.
    static func pack(_ word: StaticString) -> UInt32 {
        var code: UInt32 = 0
        for place in 0..<word.utf8CodeUnitCount { code = code << 8 | UInt32(word.utf8Start[place]) }
        return code
    }

    static let una = pack("UNA")
    static let unb = pack("UNB")
    static let ung = pack("UNG")
    static let unh = pack("UNH")
    static let unt = pack("UNT")
    static let une = pack("UNE")
    static let unz = pack("UNZ")
    static let bgm = pack("BGM")
    static let rff = pack("RFF")
    static let tdt = pack("TDT")
    static let dtm = pack("DTM")
    static let loc = pack("LOC")
    static let nad = pack("NAD")
    static let att = pack("ATT")
    static let nat = pack("NAT")
    static let doc = pack("DOC")
    static let cnt = pack("CNT")
    static let pdt = pack("PDT")

    /// Tags that may begin a line whose predecessor lost its terminator.
    static let known: Set<UInt32> = [
        unb, ung, unh, unt, une, unz, bgm, rff, tdt, dtm, loc, nad, att, nat, doc, cnt, pdt,
        pack("COM"), pack("FTX"), pack("MEA"), pack("GEI"), pack("EMP"), pack("ERP"), pack("ERC"),
        pack("TIF"), pack("TVL"), pack("SSR"), pack("SRC"), pack("RCI"), pack("DAT"), pack("MSG"),
    ]
}

/// The qualifiers that tell what a segment is about, packed.
enum Qualifier {
    static let passenger = Tag.pack("FL")
    static let crew = Tag.pack("FM")
    static let transitPassenger = Tag.pack("DDU")
    static let transitCrew = Tag.pack("DDT")
    static let sender = Tag.pack("MS")
    static let departure = Tag.pack("189")
    static let arrival = Tag.pack("232")
    static let birth = Tag.pack("329")
    static let expiry = Tag.pack("36")
    static let sex = Tag.pack("2")
    static let booking = Tag.pack("AVF")
    static let reference = Tag.pack("ABO")
    static let crewCount = Tag.pack("41")
    static let passengerCount = Tag.pack("42")
}

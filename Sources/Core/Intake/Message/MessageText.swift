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
    static let abi = pack("ABI")
    static let add = pack("ADD")
    static let att = pack("ATT")
    static let bgm = pack("BGM")
    static let cnt = pack("CNT")
    static let com = pack("COM")
    static let dat = pack("DAT")
    static let doc = pack("DOC")
    static let dtm = pack("DTM")
    static let eqn = pack("EQN")
    static let erc = pack("ERC")
    static let erp = pack("ERP")
    static let fop = pack("FOP")
    static let ftx = pack("FTX")
    static let ift = pack("IFT")
    static let loc = pack("LOC")
    static let mea = pack("MEA")
    static let msg = pack("MSG")
    static let nad = pack("NAD")
    static let nat = pack("NAT")
    static let org = pack("ORG")
    static let pdt = pack("PDT")
    static let rci = pack("RCI")
    static let rff = pack("RFF")
    static let src = pack("SRC")
    static let ssd = pack("SSD")
    static let ssr = pack("SSR")
    static let tbd = pack("TBD")
    static let tdt = pack("TDT")
    static let tif = pack("TIF")
    static let tra = pack("TRA")
    static let tvl = pack("TVL")

    /// Tags that may begin a line whose predecessor lost its terminator.
    static let known: Set<UInt32> = [
        unb, ung, unh, unt, une, unz, abi, add, att, bgm, cnt, com, dat, doc, dtm, eqn, erc, erp, fop, ftx,
        ift,
        loc, mea, msg, nad, nat, org, pdt, rci, rff, src, ssd, ssr, tbd, tdt, tif, tra, tvl,
        pack("APD"), pack("EBD"), pack("EMP"), pack("FAR"), pack("FTI"), pack("GEI"), pack("LTS"),
        pack("MON"),
        pack("PTK"), pack("REF"), pack("RPI"), pack("SAC"), pack("TKT"), pack("TRI"), pack("TXD"),
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
    static let oldDeparture = Tag.pack("136")
    static let oldArrival = Tag.pack("132")
    static let birth = Tag.pack("329")
    static let expiry = Tag.pack("36")
    static let sex = Tag.pack("2")
    static let booking = Tag.pack("AVF")
    static let reference = Tag.pack("ABO")
    static let crewCount = Tag.pack("41")
    static let passengerCount = Tag.pack("42")
    static let flight = Tag.pack("AF")
    static let seat = Tag.pack("SEA")
    static let bags = Tag.pack("CT")
    static let weight = Tag.pack("WT")
    static let telephone = Tag.pack("TE")
}

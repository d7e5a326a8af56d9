import Vocabulary

/// Writes a flight's list as UN/EDIFACT PAXLST, in one of the manners that carriers' systems have.
///
/// - Source: WCO/IATA/ICAO PAXLST implementation guide.
struct PassengerListWriter {
    /// How a carrier's system writes its lists.
    struct Manner: Sendable {
        let version: String
        /// What stands before UNB; empty for the default service characters.
        let una: String
        let terminator: String
        let lineEnd: String
        /// The number of people in one part; 0 for no parts.
        let partSize: Int
        /// Whether each part is a file of its own.
        let hasFilePerPart: Bool
        /// Whether a form of address is glued to the given name.
        let hasTitles: Bool
    }

    static let manners = [
        Manner(
            version: "D:05B",
            una: "UNA:+.? '",
            terminator: "'",
            lineEnd: "\n",
            partSize: 0,
            hasFilePerPart: false,
            hasTitles: false
        ),
        Manner(
            version: "D:12B",
            una: "",
            terminator: "'",
            lineEnd: "",
            partSize: 40,
            hasFilePerPart: false,
            hasTitles: false
        ),
        Manner(
            version: "D:02B",
            una: "UNA:+.? \"",
            terminator: "\"",
            lineEnd: "\r\n",
            partSize: 0,
            hasFilePerPart: false,
            hasTitles: false
        ),
        Manner(
            version: "D:15B",
            una: "",
            terminator: "'",
            lineEnd: "\r\n",
            partSize: 50,
            hasFilePerPart: true,
            hasTitles: true
        ),
    ]

    private let voyage: Voyage
    private let manner: Manner
    private var bytes: [UInt8] = []
    private var segments = 0

    init(_ voyage: Voyage, number: Int) {
        self.voyage = voyage
        manner = PassengerListWriter.manners[number % PassengerListWriter.manners.count]
    }

    /// The files of the list, with the people of each.
    static func files(of voyage: Voyage, number: Int) -> [(
        suffix: String, bytes: [UInt8], people: Range<Int>
    )] {
        let manner = manners[number % manners.count]
        let size = manner.partSize > 0 ? manner.partSize : max(voyage.people.count, 1)
        let parts = stride(from: 0, to: voyage.people.count, by: size).map {
            $0..<min($0 + size, voyage.people.count)
        }
        let isParted = manner.partSize > 0 && parts.count > 1
        if isParted, manner.hasFilePerPart {
            return parts.enumerated().map { position, people in
                var writer = PassengerListWriter(voyage, number: number)
                writer.interchange([(position, people)], of: parts.count, isParted: true)
                return ("-" + String(position + 1), writer.bytes, people)
            }
        }
        var writer = PassengerListWriter(voyage, number: number)
        writer.interchange(Array(parts.enumerated().map { ($0, $1) }), of: parts.count, isParted: isParted)
        return [("", writer.bytes, 0..<voyage.people.count)]
    }

    private mutating func interchange(_ parts: [(Int, Range<Int>)], of count: Int, isParted: Bool) {
        let stamp = ZoneWriter.six(voyage.day.adding(days: -1)) + ":2100"
        let control =
            ZoneWriter.six(voyage.day) + String(voyage.departure) + String((parts.first?.0 ?? 0) + 1)
        if !manner.una.isEmpty { bytes += Array((manner.una + manner.lineEnd).utf8) }
        segment("UNB+UNOA:4+\(voyage.route.carrier):ZZ+IDIMI:ZZ+\(stamp)+\(control)++APIS")
        segment("UNG+PAXLST+\(voyage.route.carrier):ZZ+IDIMI:ZZ+\(stamp)+\(control)+UN+\(manner.version)")
        for (position, people) in parts {
            message(people, part: position + 1, of: count, isParted: isParted)
        }
        segment("UNE+\(parts.count)+\(control)")
        segment("UNZ+1+\(control)")
    }

    private mutating func message(_ people: Range<Int>, part: Int, of count: Int, isParted: Bool) {
        segments = 0
        let reference = "PAX" + String(1000 + part).dropFirst()
        var unh = "UNH+\(reference)+PAXLST:\(manner.version):UN:IATA"
        unh += "+\(voyage.flight)/\(ZoneWriter.six(voyage.day))/\(minutes(voyage.departsAt))"
        if isParted {
            let mark = part == 1 ? ":C" : part == count ? ":F" : ""
            unh += "+" + String(100 + part).dropFirst() + mark
        }
        segment(unh)
        segment(voyage.isCrew ? "BGM+250" : "BGM+745")
        segment("NAD+MS+++REKAAN CHECK IN")
        segment("COM+0000 000000:TE+0000 000001:FX")
        legs()
        for person in voyage.people[people] { self.person(person) }
        segment("CNT+\(voyage.isCrew ? 41 : 42):\(people.count)")
        segment("UNT+\(segments + 1)+\(reference)")
    }

    private mutating func legs() {
        let times = voyage.times
        for (position, leg) in voyage.route.legs.enumerated() {
            let isOnly = voyage.route.legs.count == 1
            segment("TDT+20+\(position == 0 ? voyage.flight : leg.flight)+++\(voyage.route.carrier)")
            segment("LOC+\(isOnly ? "125" : "92")+\(leg.from)")
            segment("DTM+189:\(stamp(times[position].leaves)):201")
            segment("LOC+\(isOnly ? "87" : "92")+\(leg.to)")
            segment("DTM+232:\(stamp(times[position].arrives)):201")
        }
    }

    private mutating func person(_ listed: ListedTraveller) {
        segment("NAD+\(listed.isCrew ? "FM" : "FL")+++\(name(listed))")
        segment("ATT+2++\(listed.sex.rawValue)")
        segment("DTM+329:\(ZoneWriter.six(listed.bornOn))")
        segment("LOC+178+\(voyage.route.from)")
        segment("LOC+179+\(voyage.route.to)")
        segment("NAT+2+\(listed.nationality)")
        if let locator = listed.locator { segment("RFF+AVF:\(locator)") }
        segment("RFF+ABO:\(voyage.route.carrier)\(100_000 + listed.person)")
        segment("DOC+P:110:111+\(listed.listedNumber?.text ?? "")")
        if let expiresOn = listed.expiresOn { segment("DTM+36:\(ZoneWriter.six(expiresOn))") }
        segment("LOC+91+\(listed.issuer)")
    }

    /// Surname and given names: the last word first, a single word twice or alone.
    private func name(_ listed: ListedTraveller) -> String {
        let title = manner.hasTitles ? (listed.sex == .female ? "MRS" : "MR") : ""
        guard listed.words.count > 1, let last = listed.words.last else {
            let word = listed.words.first ?? ""
            return listed.person % 2 == 0 ? word : word + ":" + word + title
        }
        return last + ":" + listed.words.dropLast().joined(separator: " ") + title
    }

    private mutating func segment(_ text: String) {
        segments += 1
        bytes.append(contentsOf: text.utf8)
        bytes.append(contentsOf: manner.terminator.utf8)
        bytes.append(contentsOf: manner.lineEnd.utf8)
    }

    private func stamp(_ time: WallTime) -> String { ZoneWriter.six(time.day) + minutes(time) }

    private func minutes(_ time: WallTime) -> String {
        var digits: [UInt8] = []
        digits.appendDecimal(time.minute / 60, width: 2)
        digits.appendDecimal(time.minute % 60, width: 2)
        return String(decoding: digits, as: UTF8.self)
    }
}

import Vocabulary

/// Builds a list from the segments of a PAXLST, in whatever order they come.
///
/// What a segment is about is told by its own qualifier: 125, 87, 92, 189 and 232 belong to the journey, 178, 179 and 329 to
/// the person named last, 36 and 91 to that person's last document.
struct PassengerListBuilder {
    /// What the message turned out to be.
    enum Finished {
        case list(TravellerList)
        case oldList(TravellerList, at: Int)
    }

    private var list: TravellerList
    private let today: Day
    private var preparedOn: Day?
    private let isPlainASCII: Bool
    private let begin: Int
    private var segments = 1
    private var route = RouteBuilder()
    private var person: PersonBuilder?
    private var counts: (passengers: Int?, crew: Int?) = (nil, nil)
    private var hasKind = false
    private var oldPersons = 0
    private var isFull = false
    private var toldHighBytes = false

    private static let mostDiagnostics = 1000

    init(
        _ list: TravellerList,
        _ envelope: InterchangeReader.Envelope,
        today: Day,
        at begin: Int
    ) {
        self.list = list
        self.today = today
        self.begin = begin
        preparedOn = envelope.preparedOn
        isPlainASCII = envelope.isPlainASCII
    }

    /// The day from which centuries are told: the interchange's own, else the departure's, else today.
    private var reference: Day { preparedOn ?? route.firstDay ?? today }

    mutating func take(_ segment: borrowing SegmentReader) {
        segments += 1
        if segment.lacksTerminator { tell(.absentTerminator, "no terminator", "a terminator", segment.at) }
        if segment.hasHighBytes, isPlainASCII, !toldHighBytes {
            toldHighBytes = true
            tell(.highBytes, "letters beyond ASCII", "letters of UNOA", segment.at)
        }
        switch segment.tag {
        case Tag.nad: takeName(segment)
        case Tag.dtm: takeDate(segment)
        case Tag.loc: takePlace(segment)
        case Tag.att, Tag.nat, Tag.rff, Tag.doc: takePersonal(segment)
        case Tag.tdt:
            closePerson()
            route.begin(flight: RouteBuilder.flight(segment))
        case Tag.bgm: takeKind(segment)
        case Tag.cnt:
            let count = segment.number(1, 1) ?? segment.number(2)
            let code = segment.code(1)
            if code == Qualifier.crewCount { counts.crew = count }
            if code == Qualifier.passengerCount { counts.passengers = count }
        case Tag.pdt: oldPersons += 1
        case 0: tell(.strangeSegment, "no tag of three letters", "a segment", segment.at)
        default: break
        }
    }

    private mutating func takeKind(_ segment: borrowing SegmentReader) {
        guard let code = segment.text(1) else { return }
        hasKind = true
        list.list = code == "745" ? "passengers" : code == "250" ? "crew" : code
    }

    private mutating func takeName(_ segment: borrowing SegmentReader) {
        let code = segment.code(1)
        let role: String
        switch code {
        case Qualifier.passenger: role = "passenger"
        case Qualifier.crew: role = "crew"
        case Qualifier.transitPassenger, Qualifier.transitCrew: role = "transit"
        default:
            // Parties of the message stand before the journey; whoever is named after it travels.
            guard person != nil || !list.persons.isEmpty || route.hasBegun, code != Qualifier.sender,
                segment.text(4) != nil
            else { return }
            role = segment.text(1) ?? ""
        }
        closePerson()
        person = PersonBuilder(role: role, segment)
    }

    private mutating func takeDate(_ segment: borrowing SegmentReader) {
        let code = segment.code(1)
        if code == Qualifier.departure || code == Qualifier.arrival {
            let isDeparture = code == Qualifier.departure
            let time = segment.read(1, 1) { MessageDate.wallTime($0, near: today) }
            if time == nil { tellDate(segment, isDeparture ? "departsAt" : "arrivesAt") }
            route.take(time, isDeparture: isDeparture)
        } else if code == Qualifier.birth {
            guard person != nil else { return }
            let day = segment.read(1, 1) { MessageDate.day($0, .latest(notAfter: reference)) }
            if day == nil { tellDate(segment, "bornOn") }
            person?.bornOn(day)
        } else if code == Qualifier.expiry {
            guard person != nil else { return }
            let day = segment.read(1, 1) { MessageDate.day($0, .nearest(to: reference)) }
            if day == nil { tellDate(segment, "expiresOn") }
            if person?.expiresOn(day) == .contradicts {
                tell(.secondExpiry, "a second end of validity", "one", segment.at, "expiresOn")
            }
        }
    }

    private mutating func takePlace(_ segment: borrowing SegmentReader) {
        guard let code = segment.number(1) else { return }
        switch code {
        case 125, 87, 92: route.take(segment.text(2), code: code)
        case 178: if let place = segment.text(2) { person?.embarks(place) }
        case 179: if let place = segment.text(2) { person?.debarks(place) }
        case 91:
            if let country = country(segment, 2, "issuer") { person?.issuer(country) }
        default: break
        }
    }

    private mutating func takePersonal(_ segment: borrowing SegmentReader) {
        guard person != nil else { return }
        switch segment.tag {
        case Tag.att:
            guard segment.code(1) == Qualifier.sex || segment.text(1) == nil,
                let code = segment.text(3) ?? segment.text(2)
            else { return }
            if person?.sex(code) != true {
                tell(.strangeSex, WrittenForm.of(code), "M, F, X, U, MI or FI", segment.at, "sex")
            }
        case Tag.nat:
            if let country = country(segment, 2, "nationality") { person?.nationality(country) }
        case Tag.rff:
            let code = segment.code(1)
            guard code == Qualifier.booking || code == Qualifier.reference,
                let reference = segment.text(1, 1)
            else { return }
            if code == Qualifier.booking { person?.booking(reference) } else { person?.reference(reference) }
        default:
            if person?.document(kind: segment.text(1), number: segment.text(2)) != true {
                tell(.emptyDocument, "an empty DOC", "kind and number", segment.at)
            }
        }
    }

    private mutating func country(_ segment: borrowing SegmentReader, _ element: Int, _ field: String)
        -> CountryCode?
    {
        guard let country = segment.text(element).flatMap(CountryCode.init) else { return nil }
        if !country.isRecognised {
            tell(.strangeCountry, WrittenForm.of(country.text), "a country code", segment.at, field)
        }
        return country
    }

    private mutating func tellDate(_ segment: borrowing SegmentReader, _ field: String) {
        // An empty date is unknown, as an empty cell is.
        guard let form = segment.read(1, 1, { MessageDate.form($0) }) else { return }
        tell(.strangeDate, form, "YYMMDD or CCYYMMDD", segment.at, field)
    }

    private mutating func closePerson() {
        guard let builder = person else { return }
        person = nil
        let finished = builder.finished()
        if finished.surname == nil, finished.given == nil {
            tell(.nameless, "no name", "surname and given names", builder.at)
        }
        list.persons.append(finished)
    }

    private mutating func tell(
        _ code: DiagnosticCode,
        _ found: String,
        _ expected: String,
        _ place: Int,
        _ field: String? = nil
    ) {
        guard list.diagnostics.count < PassengerListBuilder.mostDiagnostics else {
            if !isFull {
                isFull = true
                list.diagnostics.append(
                    DiagnosticCode.more.found("more findings", expected: "fewer", at: place)
                )
            }
            return
        }
        list.diagnostics.append(code.found(found, expected: expected, at: place, field: field))
    }

    /// Ends the list at its UNT segment.
    mutating func finish(_ segment: borrowing SegmentReader, declared: Int?) -> Finished {
        segments += 1
        list.declared.segments = declared
        return conclude(at: segment.at)
    }

    /// Ends a list whose UNT never came.
    mutating func abandon(at place: Int, isCutOff: Bool) -> Finished {
        if isCutOff {
            tell(.cutMessage, "the end of the file", "the end of the message", place)
        } else {
            tell(.absentTrailer, "no UNT", "UNT", place)
        }
        return conclude(at: place)
    }

    private mutating func conclude(at place: Int) -> Finished {
        closePerson()
        if oldPersons > 0, list.persons.isEmpty { return .oldList(list, at: begin) }
        list.legs = route.finished()
        if !hasKind { tell(.absentList, "no BGM", "BGM+745 or BGM+250", begin) }
        let isCrew = list.list == "crew"
        list.declared.persons =
            isCrew ? counts.crew ?? counts.passengers : counts.passengers ?? counts.crew
        list.counted = TravellerList.Counts(segments: segments, persons: list.persons.count)
        compare(.segmentCount, list.declared.segments, segments, "segments", at: place)
        compare(.personCount, list.declared.persons, list.persons.count, "persons", at: place)
        return .list(list)
    }

    private mutating func compare(
        _ code: DiagnosticCode,
        _ declared: Int?,
        _ counted: Int,
        _ field: String,
        at place: Int
    ) {
        guard let declared, declared != counted else { return }
        tell(code, "\(declared)", "\(counted)", place, field)
    }
}

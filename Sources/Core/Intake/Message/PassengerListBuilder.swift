import Vocabulary

/// Builds a list from the segments of a PAXLST, in whatever order they come.
///
/// What a segment is about is told by its own qualifier: 125, 87, 92, 189 and 232 belong to the journey, 178, 179 and 329 to
/// the person named last, 36 and 91 to that person's last document. Old American lists (US-EDIFACT) say a person in one PDT.
struct PassengerListBuilder {
    private var message: OpenMessage
    private var list: TravellerList
    private var route = RouteBuilder()
    private var person = PersonBuilder()
    private var counts: (passengers: Int?, crew: Int?) = (nil, nil)
    private var hasKind = false
    private var isOld = false

    init(_ message: OpenMessage) {
        self.message = message
        list = TravellerList(source: message.heading.source, list: "passengers")
    }

    /// The day from which centuries are told: the interchange's own, else the departure's, else today.
    private var reference: Day { message.preparedOn ?? route.firstDay ?? message.today }

    mutating func take(_ segment: borrowing SegmentReader) {
        message.meet(segment)
        switch segment.tag {
        case Tag.nad: takeName(segment)
        case Tag.dtm: takeDate(segment)
        case Tag.loc: takePlace(segment)
        case Tag.att where person.isOpen: takeSex(segment)
        case Tag.nat where person.isOpen:
            if let country = message.country(segment.bytes(2), segment.at, "nationality") {
                person.nationality(country)
            }
        case Tag.rff where person.isOpen: takeReference(segment)
        case Tag.doc where person.isOpen:
            if !person.document(kind: segment.text(1), number: segment.text(2)) {
                message.tell(.emptyDocument, "an empty DOC", "kind and number", segment.at)
            }
        case Tag.mea where person.isOpen: person.bags(segment)
        case Tag.com where person.isOpen: person.contacts(segment)
        case Tag.tdt:
            closePerson()
            route.begin(flight: RouteBuilder.flight(segment))
        case Tag.bgm: takeKind(segment)
        case Tag.cnt:
            let count = segment.number(1, 1) ?? segment.number(2)
            let code = segment.code(1)
            if code == Qualifier.crewCount { counts.crew = count }
            if code == Qualifier.passengerCount { counts.passengers = count }
        case Tag.pdt: takeOldPerson(segment)
        default: break
        }
    }

    private mutating func takeKind(_ segment: borrowing SegmentReader) {
        guard let code = segment.text(1) else { return }
        hasKind = true
        list.list = code == "745" ? "passengers" : code == "250" ? "crew" : code
        list.function = segment.text(2)
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
            guard person.isOpen || !list.persons.isEmpty || route.hasBegun, code != Qualifier.sender,
                !segment.bytes(4).isEmpty
            else { return }
            role = segment.text(1) ?? ""
        }
        closePerson()
        person.begin(role: role, segment)
    }

    private mutating func takeOldPerson(_ segment: borrowing SegmentReader) {
        closePerson()
        isOld = true
        person.begin(old: segment, until: reference, &message)
        closePerson()
    }

    private mutating func takeDate(_ segment: borrowing SegmentReader) {
        let code = segment.code(1)
        switch code {
        case Qualifier.birth:
            guard person.isOpen else { return }
            let day = MessageDate.day(segment.bytes(1, 1), .latest(notAfter: reference))
            if day == nil { message.tellDate(segment.bytes(1, 1), Self.dates, segment.at, "bornOn") }
            person.bornOn(day)
        case Qualifier.expiry:
            guard person.isOpen else { return }
            let day = MessageDate.day(segment.bytes(1, 1), .nearest(to: reference))
            if day == nil { message.tellDate(segment.bytes(1, 1), Self.dates, segment.at, "expiresOn") }
            if person.expiresOn(day) == .contradicts {
                message.tell(.secondExpiry, "a second end of validity", "one", segment.at, "expiresOn")
            }
        default: route.take(segment, near: message.today, &message)
        }
    }

    private static let dates = "YYMMDD or CCYYMMDD"

    private mutating func takePlace(_ segment: borrowing SegmentReader) {
        guard let code = segment.number(1) else { return }
        switch code {
        case 125, 87, 92: route.take(segment.text(2), code: code)
        case 5: route.take(PersonBuilder.airport(segment.bytes(2)), code: 125)
        case 8: route.take(PersonBuilder.airport(segment.bytes(2)), code: 87)
        case 178: if let place = segment.text(2) { person.embarks(place) }
        case 179: if let place = segment.text(2) { person.debarks(place) }
        case 91 where person.isOpen:
            if let country = message.country(segment.bytes(2), segment.at, "issuer") {
                person.issuer(country)
            }
        default: break
        }
    }

    private mutating func takeSex(_ segment: borrowing SegmentReader) {
        guard segment.code(1) == Qualifier.sex || segment.bytes(1).isEmpty else { return }
        let code = segment.bytes(3).isEmpty ? segment.bytes(2) : segment.bytes(3)
        guard !code.isEmpty else { return }
        if !person.sex(code) {
            message.tell(.strangeSex, WrittenForm.of(code), "M, F, X, U, MI or FI", segment.at, "sex")
        }
    }

    private mutating func takeReference(_ segment: borrowing SegmentReader) {
        let code = segment.code(1)
        guard code == Qualifier.booking || code == Qualifier.reference || code == Qualifier.seat,
            let reference = segment.text(1, 1)
        else { return }
        switch code {
        case Qualifier.booking: person.booking(reference)
        case Qualifier.reference: person.reference(reference)
        default: person.seat(reference)
        }
    }

    private mutating func closePerson() {
        guard person.isOpen else { return }
        if person.isNameless {
            message.tell(.nameless, "no name", "surname and given names", person.at)
        }
        list.persons.append(person.finish())
    }

    /// Ends the list at its UNT segment.
    mutating func finish(_ trailer: borrowing SegmentReader) -> TravellerList {
        message.end(at: trailer)
        return conclude(at: trailer.at)
    }

    /// Ends a list whose UNT never came.
    mutating func abandon(at place: Int, isCutOff: Bool) -> TravellerList {
        message.abandon(at: place, isCutOff: isCutOff)
        return conclude(at: place)
    }

    private mutating func conclude(at place: Int) -> TravellerList {
        closePerson()
        list.legs = route.finished()
        if isOld {
            // These lists have no BGM: they are of crew where everybody on them is.
            if !list.persons.contains(where: { $0.role != "crew" }) { list.list = "crew" }
        } else if !hasKind {
            message.tell(.absentList, "no BGM", "BGM+745 or BGM+250", message.begin)
        }
        let isCrew = list.list == "crew"
        list.heading = message.concluded(
            persons: list.persons.count,
            declared: isCrew ? counts.crew ?? counts.passengers : counts.passengers ?? counts.crew,
            at: place
        )
        return list
    }
}

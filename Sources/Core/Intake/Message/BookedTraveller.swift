import Vocabulary

/// The parts of an SSR DOCS, DOCO or DOCA, which strokes divide: `/P/USA/548721687/USA/04JUL80/M/12JAN19/SURNAME/GIVEN/SECOND`.
///
/// - Source: IATA AIRIMP, passenger documents and addresses.
struct DocumentRequest {
    private let written: UnsafeBufferPointer<UInt8>
    /// Where each part ends; the first of them is one before the text.
    private var bounds = InlineArray<16, Int>(repeating: 0)
    private var count = 0

    /// Divides the text; some leave out the stroke before its first part.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        written = text
        let first = text.first { $0 != 0x20 }
        bounds[0] = -1
        if first != nil, first != 0x2F {
            bounds[1] = -1
            count = 1
        }
        for place in text.indices where text[place] == 0x2F && count < 14 {
            count += 1
            bounds[count] = place
        }
        count += 1
        bounds[count] = text.count
    }

    func bytes(_ part: Int) -> UnsafeBufferPointer<UInt8> {
        guard part < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        var first = bounds[part] + 1
        var last = max(bounds[part + 1], first)
        while first < last, written[first] == 0x20 { first += 1 }
        while last > first, written[last - 1] == 0x20 { last -= 1 }
        return UnsafeBufferPointer(rebasing: written[first..<last])
    }

    func text(_ part: Int) -> String? {
        let bytes = bytes(part)
        return bytes.isEmpty ? nil : MessageText.string(bytes)
    }

    /// The address at the destination (DOCA `D`): street, town, region, code, country.
    var destination: String? {
        guard text(1) == "D" else { return nil }
        let lines = [text(3), text(4), text(5), text(6), text(2)].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: ", ")
    }
}

/// One traveller of a booking, as the name, documents, seats and bags come.
struct BookedTraveller {
    /// How a document names a traveller.
    enum Naming {
        case exactly, partly, otherwise
    }

    /// Where the traveller's first segment stands.
    let at: Int
    /// What other segments of the booking call the traveller.
    let reference: String?
    /// Adult, child or infant, as the reservation system says it.
    private let type: String?
    private var person = ListedPerson(role: "passenger")

    init(
        at: Int,
        reference: String?,
        surname: String?,
        given: String?,
        isInfant: Bool,
        type: String? = nil
    ) {
        self.at = at
        self.reference = reference
        self.type = type
        person.surname = surname
        person.given = given
        person.isInfant = isInfant
    }

    /// A traveller of `TIF+SURNAME:type+GIVEN:type:reference:infant`.
    init(_ segment: borrowing SegmentReader) {
        let type = segment.text(2, 1)
        self.init(
            at: segment.at,
            reference: segment.text(2, 2),
            surname: segment.text(1),
            given: segment.text(2),
            isInfant: type == "IN",
            type: type
        )
    }

    /// An infant that travels on somebody's lap: `DYE/ARCHER 15APR12`; nil where no name can be told.
    init?(infant text: UnsafeBufferPointer<UInt8>, near day: Day, at place: Int) {
        let parts = text.split { $0 == 0x20 || $0 == 0x2F }
        let born = parts.indices.lazy.compactMap { part in
            MessageDate.namedDay(.init(rebasing: parts[part]), .latest(notAfter: day)).map { (part, $0) }
        }.first
        let names = parts.prefix(born?.0 ?? parts.count).map { MessageText.string(.init(rebasing: $0)) }
        guard let surname = names.first else { return nil }
        let given = names.dropFirst().joined(separator: " ")
        self.init(
            at: place,
            reference: nil,
            surname: surname,
            given: given.isEmpty ? nil : given,
            isInfant: true
        )
        person.bornOn = born?.1
    }

    var surname: String? { person.surname }
    var isNameless: Bool { person.surname == nil && person.given == nil }

    /// Surname and given name without its title, to find the same traveller by.
    var nameKey: String { (person.surname ?? "") + "/" + (bareGiven ?? "") }

    private var bareGiven: String? { person.given.flatMap { bare($0) ?? $0 } }

    /// Whether a traveller of the same name may be this one: of one kind, and not with another reference.
    func maybeSame(as other: BookedTraveller) -> Bool {
        if let reference, let theirs = other.reference, reference != theirs { return false }
        if let type, let theirs = other.type, type != theirs { return false }
        return person.isInfant == other.person.isInfant
    }

    /// How a document names this traveller.
    func isNamed(in document: DocumentRequest) -> Naming {
        guard let surname = document.text(8), surname == person.surname,
            let given = document.text(9).flatMap({ bare($0) ?? $0 }), let own = bareGiven
        else { return .otherwise }
        if own == given || own == given + " " + (document.text(10) ?? "") { return .exactly }
        return own.hasPrefix(given) || given.hasPrefix(own) ? .partly : .otherwise
    }

    /// Whether a document that was sent for this traveller can be theirs: not an infant's on an adult's name, nor one of
    /// quite another name.
    func mayHold(_ document: DocumentRequest, isInfants: Bool) -> Bool {
        if isInfants, !person.isInfant { return false }
        guard document.text(8) != nil, person.surname != nil else { return true }
        return isNamed(in: document) != .otherwise || document.text(8) != person.surname
            || document.text(9) == nil || person.given == nil
    }

    /// Takes a seat; one of crosses alone stands for a seat that the sender keeps to itself.
    mutating func seat(_ seat: String) {
        if !seat.allSatisfy({ $0 == "X" }) { person.seats.keep(seat) }
    }

    /// Takes what was checked in: `TBD++2:34:700++…`, pieces and weight (700 kilograms, 701 pounds).
    mutating func bags(_ segment: borrowing SegmentReader) {
        guard person.bags == nil, let pieces = segment.number(2) else { return }
        person.bags = pieces
        if segment.has(2, 2, "700") { person.bagKilograms = segment.number(2, 1) }
    }

    /// Takes a travel document (DOCS).
    mutating func document(
        _ document: DocumentRequest,
        near day: Day,
        at place: Int,
        _ message: inout OpenMessage
    ) {
        if person.nationality == nil {
            person.nationality = message.country(document.bytes(4), place, "nationality")
        }
        if person.bornOn == nil {
            person.bornOn = MessageDate.namedDay(document.bytes(5), .latest(notAfter: day))
            if person.bornOn == nil { message.tellDate(document.bytes(5), "DDMMMYY", place, "bornOn") }
        }
        if let (sex, isInfant) = SexCode.read(document.bytes(6)) {
            person.sex = person.sex ?? sex
            if isInfant { person.isInfant = true }
        } else if !document.bytes(6).isEmpty {
            message.tell(.strangeSex, WrittenForm.of(document.bytes(6)), "M, F, X, U, MI or FI", place, "sex")
        }
        let first = document.text(9).flatMap { bare($0) ?? $0 }
        let named = [first, document.text(10)].compactMap(\.self).joined(separator: " ")
        if person.surname == nil { person.surname = document.text(8) }
        if person.given == nil, !named.isEmpty { person.given = named }
        guard let number = document.text(3) else { return }
        var listed = ListedDocument(kind: document.text(1) ?? "", number: number)
        listed.issuer = message.country(document.bytes(2), place, "issuer")
        listed.expiresOn = MessageDate.namedDay(document.bytes(7), .nearest(to: day))
        if listed.expiresOn == nil { message.tellDate(document.bytes(7), "DDMMMYY", place, "expiresOn") }
        listed.holder = holder(surname: document.text(8), given: named)
        add(listed)
    }

    /// The holder's name without its title, where it says another one than the booking.
    private func holder(surname: String?, given: String) -> PersonName? {
        if surname == person.surname, person.given == given || person.given.flatMap(bare) == given {
            return nil
        }
        let name = PersonName([surname, given].compactMap(\.self).joined(separator: " "))
        let booked = person.given.flatMap { bare($0) ?? $0 }
        let own = PersonName([person.surname, booked].compactMap(\.self).joined(separator: " "))
        return name.key.isEmpty || name.key == own.key ? nil : name
    }

    /// Takes a visa (DOCO): place of birth, `V`, number, place and day of issue, the country it is for.
    mutating func visa(_ document: DocumentRequest, at place: Int, _ message: inout OpenMessage) {
        // Other kinds are no travel documents: `K` a known traveller's number, `R` one of redress.
        guard document.text(2) == nil || document.text(2) == "V", let number = document.text(3) else {
            return
        }
        let issuer = message.country(document.bytes(6), place, "issuer")
        add(ListedDocument(kind: "V", number: number, issuer: issuer))
    }

    private mutating func add(_ document: ListedDocument) {
        guard
            let known = person.documents.firstIndex(where: {
                $0.number == document.number && ($0.kind == document.kind || $0.kind.isEmpty)
            })
        else {
            person.documents.append(document)
            return
        }
        let earlier = person.documents[known]
        person.documents[known].issuer = earlier.issuer ?? document.issuer
        person.documents[known].expiresOn = earlier.expiresOn ?? document.expiresOn
        person.documents[known].holder = earlier.holder ?? document.holder
    }

    /// The traveller, the title cut off the given name.
    func finished(of booking: String?) -> ListedPerson {
        var person = person
        person.booking = booking
        person.reference = reference
        if let cut = person.given.flatMap(titled) {
            person.given = cut.name
            person.title = cut.title
        }
        return person
    }

    private func titled(_ name: String) -> (name: String?, title: String)? {
        GluedTitle.cut(from: name, isFemale: person.sex.map { $0 == .female }, by: .reservation)
    }

    private func bare(_ name: String) -> String? { titled(name)?.name }
}

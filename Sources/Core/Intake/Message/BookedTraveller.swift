import Vocabulary

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
    func isNamed(in document: BookedDocument) -> Naming {
        guard let surname = document.surname, surname == person.surname, let written = document.given,
            let booked = person.given
        else { return .otherwise }
        if written == booked { return .exactly }
        let given = bare(written) ?? written
        let own = bare(booked) ?? booked
        if own == given || own == given + " " + (document.second ?? "") { return .exactly }
        return own.hasPrefix(given) || given.hasPrefix(own) ? .partly : .otherwise
    }

    /// Whether a document that was sent for this traveller can be theirs: not an infant's on an adult's name, nor one of
    /// another given name.
    func mayHold(_ document: BookedDocument) -> Bool {
        if document.isInfants, !person.isInfant { return false }
        guard let surname = document.surname, surname == person.surname, document.given != nil,
            person.given != nil
        else { return true }
        return isNamed(in: document) != .otherwise
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
        _ booked: BookedDocument,
        near day: Day,
        at place: Int,
        _ message: inout OpenMessage
    ) {
        let document = booked.request
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
        if person.surname == nil { person.surname = booked.surname }
        if person.given == nil { person.given = named(booked) }
        guard let number = document.text(3) else { return }
        var listed = ListedDocument(kind: document.text(1) ?? "", number: number)
        listed.issuer = message.country(document.bytes(2), place, "issuer")
        listed.expiresOn = MessageDate.namedDay(document.bytes(7), .nearest(to: day))
        if listed.expiresOn == nil { message.tellDate(document.bytes(7), "DDMMMYY", place, "expiresOn") }
        listed.holder = holder(booked)
        add(listed)
    }

    /// The given names of a document, without a title; nil where it has none.
    private func named(_ document: BookedDocument) -> String? {
        let first = document.given.flatMap { bare($0) ?? $0 }
        guard let first, let second = document.second else { return first ?? document.second }
        return first + " " + second
    }

    /// The holder's name without its title, where it says another one than the booking.
    private func holder(_ document: BookedDocument) -> PersonName? {
        if document.surname == person.surname, document.second == nil, document.given == person.given {
            return nil
        }
        let given = named(document)
        let own = bareGiven
        if document.surname == person.surname, given == person.given || given == own { return nil }
        let name = PersonName([document.surname, given].compactMap(\.self).joined(separator: " "))
        // More given names than were booked: no need to compare the bags of words.
        if document.surname == person.surname, let own, given?.utf8.starts(with: own.utf8) == true {
            return name
        }
        let booked = PersonName([person.surname, own].compactMap(\.self).joined(separator: " "))
        return name.key.isEmpty || name.key == booked.key ? nil : name
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

    /// The traveller, the title cut off the given name; nothing is left of it here.
    mutating func finish(of booking: String?) -> ListedPerson {
        person.booking = booking
        person.reference = reference
        if let cut = person.given.flatMap(titled) {
            person.given = cut.name
            person.title = cut.title
        }
        var finished = ListedPerson(role: "")
        swap(&finished, &person)
        return finished
    }

    private func titled(_ name: String) -> (name: String?, title: String)? {
        GluedTitle.cut(from: name, isFemale: person.sex.map { $0 == .female }, by: .reservation)
    }

    private func bare(_ name: String) -> String? { titled(name)?.name }
}

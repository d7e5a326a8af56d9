import Vocabulary

/// Builds one person of a list from the segments that follow the name; used again for the next.
struct PersonBuilder {
    /// How a second value stands to the first.
    enum Second {
        case agrees, contradicts
    }

    /// Whether a person has been begun and not finished.
    private(set) var isOpen = false
    /// Where the person's first segment stands.
    private(set) var at = 0
    private var person = ListedPerson(role: "")
    /// The second given name and those after it.
    private var furtherNames: String?
    private var isLastDocumentOpen = false
    private var pendingExpiry: Day?
    private var pendingIssuer: CountryCode?

    /// Whether the person has no name so far.
    var isNameless: Bool { person.surname == nil && person.given == nil && furtherNames == nil }

    /// Begins a person with `NAD+FL+++SURNAME:GIVEN:SECOND`.
    ///
    /// The name may stand in the unstructured element before it, and `SURNAME/GIVEN` in one component.
    mutating func begin(role: String, _ segment: borrowing SegmentReader) {
        isOpen = true
        at = segment.at
        person.role = role
        let element = segment.count(of: 4) > 1 || !segment.bytes(4).isEmpty ? 4 : 3
        person.given = segment.text(element, 1)
        for component in 2..<max(segment.count(of: element), 2) {
            guard let name = segment.text(element, component) else { continue }
            furtherNames = furtherNames.map { $0 + " " + name } ?? name
        }
        let surname = segment.bytes(element)
        if person.given == nil, furtherNames == nil, let slash = surname.firstIndex(of: 0x2F) {
            person.surname = PersonBuilder.words(surname[..<slash])
            person.given = PersonBuilder.words(surname[(slash + 1)...])
        } else if !surname.isEmpty {
            person.surname = MessageText.string(surname)
        }
    }

    /// Takes a whole person of an old American list:
    /// `PDT+P/NUMBER:EXPIRY:ISSUER+SURNAME:GIVEN:SECOND:BORN:SEX+PAX+NZAKL:USLAX`.
    ///
    /// - Source: US Customs, US-EDIFACT PAXLST 001:000.
    mutating func begin(old segment: borrowing SegmentReader, until day: Day, _ message: inout OpenMessage) {
        isOpen = true
        at = segment.at
        let role = segment.text(3) ?? "PAX"
        person.role =
            ["PAX": "passenger", "CRW": "crew", "ITI": "transit"][role] ?? role
        person.surname = segment.text(2)
        person.given = segment.text(2, 1)
        furtherNames = segment.text(2, 2)
        person.bornOn = MessageDate.day(segment.bytes(2, 3), .latest(notAfter: day))
        if person.bornOn == nil { message.tellDate(segment.bytes(2, 3), "YYMMDD", at, "bornOn") }
        let sex = segment.bytes(2, 4)
        if !sex.isEmpty, !self.sex(sex) {
            message.tell(.strangeSex, WrittenForm.of(sex), "M, F or U", at, "sex")
        }
        person.embarks = PersonBuilder.airport(segment.bytes(4))
        person.debarks = PersonBuilder.airport(segment.bytes(4, 1))
        let written = segment.bytes(1)
        guard !written.isEmpty else { return }
        let slash = written.firstIndex(of: 0x2F)
        var document = ListedDocument(kind: slash.flatMap { PersonBuilder.words(written[..<$0]) } ?? "")
        document.number = PersonBuilder.words(written[(slash.map { $0 + 1 } ?? 0)...])
        document.expiresOn = MessageDate.day(segment.bytes(1, 1), .nearest(to: day))
        if document.expiresOn == nil { message.tellDate(segment.bytes(1, 1), "YYMMDD", at, "expiresOn") }
        document.issuer = message.country(segment.bytes(1, 2), at, "issuer")
        person.documents.append(document)
    }

    /// The airport of an old list's place: country and airport in one, `NZAKL`.
    static func airport(_ place: UnsafeBufferPointer<UInt8>) -> String? {
        if place.isEmpty { return nil }
        return MessageText.string(place.count == 5 ? .init(rebasing: place[2...]) : place)
    }

    private static func words(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        let words = bytes.split { $0 == 0x20 || $0 == 0x2F }
        return words.isEmpty
            ? nil : words.map { MessageText.string(.init(rebasing: $0)) }.joined(separator: " ")
    }

    mutating func bornOn(_ day: Day?) { person.bornOn = person.bornOn ?? day }
    mutating func embarks(_ place: String) { if person.embarks == nil { person.embarks = place } }
    mutating func debarks(_ place: String) { person.debarks = place }
    mutating func nationality(_ country: CountryCode) {
        if person.nationality == nil { person.nationality = country }
    }
    mutating func booking(_ locator: String) { if person.booking == nil { person.booking = locator } }
    mutating func reference(_ reference: String) {
        if person.reference == nil { person.reference = reference }
    }
    mutating func seat(_ seat: String) { person.seats.keep(seat) }

    /// Takes what was checked in: `MEA+CT++:2` bags, `MEA+WT++KGM:20` their weight.
    mutating func bags(_ segment: borrowing SegmentReader) {
        let count = segment.number(3, 1) ?? segment.number(3)
        if segment.code(1) == Qualifier.bags { person.bags = count }
        if segment.code(1) == Qualifier.weight, segment.has(3, 0, "KGM") { person.bagKilograms = count }
    }

    /// Takes the telephone numbers of `COM+NUMBER:TE+…`.
    mutating func contacts(_ segment: borrowing SegmentReader) {
        for element in 1..<max(segment.elementCount, 1)
        where segment.code(element, 1) == Qualifier.telephone {
            Contact.phones(in: segment.bytes(element), into: &person.phones)
        }
    }

    /// Takes the code of ATT; false where it is none that is known.
    mutating func sex(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let (sex, isInfant) = SexCode.read(code) else { return false }
        person.sex = sex
        if isInfant { person.isInfant = true }
        return true
    }

    /// Begins a document; false where nothing is said of it.
    mutating func document(kind: String?, number: String?) -> Bool {
        isLastDocumentOpen = kind != nil || number != nil
        guard isLastDocumentOpen else { return false }
        let document = ListedDocument(
            kind: kind ?? "",
            number: number,
            issuer: pendingIssuer,
            expiresOn: pendingExpiry
        )
        person.documents.append(document)
        pendingIssuer = nil
        pendingExpiry = nil
        return true
    }

    /// Takes the end of validity of the last document, or of the next where none has begun.
    mutating func expiresOn(_ day: Day?) -> Second {
        guard let day else { return .agrees }
        guard isLastDocumentOpen, let last = person.documents.indices.last else {
            if person.documents.isEmpty { pendingExpiry = day }
            return .agrees
        }
        let earlier = person.documents[last].expiresOn
        person.documents[last].expiresOn = day
        return earlier == nil || earlier == day ? .agrees : .contradicts
    }

    /// Takes the issuer of the last document, or of the next where none has begun.
    mutating func issuer(_ country: CountryCode) {
        guard isLastDocumentOpen, let last = person.documents.indices.last else {
            if person.documents.isEmpty { pendingIssuer = country }
            return
        }
        if person.documents[last].issuer == nil { person.documents[last].issuer = country }
    }

    /// The person, all given names joined, a title cut off whichever of them it ends.
    mutating func finish() -> ListedPerson {
        let isFemale = person.sex.map { $0 == .female }
        if let names = furtherNames, let cut = GluedTitle.cut(from: names, isFemale: isFemale) {
            furtherNames = cut.name
            person.title = cut.title
        } else if let name = person.given, let cut = GluedTitle.cut(from: name, isFemale: isFemale) {
            person.given = cut.name
            person.title = cut.title
        }
        if let names = furtherNames { person.given = person.given.map { $0 + " " + names } ?? names }
        var finished = ListedPerson(role: "")
        swap(&finished, &person)
        isOpen = false
        furtherNames = nil
        isLastDocumentOpen = false
        pendingExpiry = nil
        pendingIssuer = nil
        return finished
    }
}

/// The codes of sex in messages: `M`, `F`, unspecified as `X`, `U` or `<`, infants as `MI` and `FI`.
enum SexCode {
    static func read(_ code: UnsafeBufferPointer<UInt8>) -> (Sex, isInfant: Bool)? {
        switch code.code {
        case 0x4D: (.male, false)
        case 0x46: (.female, false)
        case 0x58, 0x55, 0x3C: (.unspecified, false)
        case Tag.pack("MI"): (.male, true)
        case Tag.pack("FI"): (.female, true)
        default: nil
        }
    }
}

import Vocabulary

/// Builds one person of a list from the segments that follow the name.
struct PersonBuilder {
    /// How a second value stands to the first.
    enum Second {
        case agrees, contradicts
    }

    /// Where the person's first segment stands.
    let at: Int
    private var person: ListedPerson
    /// The second given name and those after it.
    private var furtherNames: String?
    private var isLastDocumentOpen = false
    private var pendingExpiry: Day?
    private var pendingIssuer: CountryCode?

    /// Begins a person with `NAD+FL+++SURNAME:GIVEN:SECOND`.
    ///
    /// The name may stand in the unstructured element before it, and `SURNAME/GIVEN` in one component.
    init(role: String, _ segment: borrowing SegmentReader) {
        at = segment.at
        person = ListedPerson(role: role)
        let element = segment.count(of: 4) > 1 || segment.text(4) != nil ? 4 : 3
        person.surname = segment.text(element)
        let given = segment.text(element, 1)
        person.given = given
        for component in 2..<max(segment.count(of: element), 2) {
            guard let name = segment.text(element, component) else { continue }
            furtherNames = furtherNames.map { $0 + " " + name } ?? name
        }
        if given == nil, furtherNames == nil, let whole = person.surname,
            let slash = whole.utf8.firstIndex(of: 0x2F)
        {
            person.surname = PersonBuilder.part(whole[..<slash])
            person.given = PersonBuilder.part(whole[whole.index(after: slash)...])
        }
    }

    private static func part(_ text: Substring) -> String? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "/" })
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    mutating func bornOn(_ day: Day?) { person.bornOn = person.bornOn ?? day }
    mutating func embarks(_ place: String) { person.embarks = person.embarks ?? place }
    mutating func debarks(_ place: String) { person.debarks = place }
    mutating func nationality(_ country: CountryCode) { person.nationality = person.nationality ?? country }
    mutating func booking(_ locator: String) { person.booking = person.booking ?? locator }
    mutating func reference(_ reference: String) { person.reference = person.reference ?? reference }

    /// Takes the code of ATT; false where it is none that is known.
    mutating func sex(_ code: String) -> Bool {
        switch code {
        case "M": person.sex = .male
        case "F": person.sex = .female
        case "X", "U", "<": person.sex = .unspecified
        case "MI", "FI":
            person.sex = code == "MI" ? .male : .female
            person.isInfant = true
        default: return false
        }
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
        person.documents[last].issuer = person.documents[last].issuer ?? country
    }

    /// The person, all given names joined, a title cut off whichever of them it ends.
    consuming func finished() -> ListedPerson {
        let isFemale = person.sex.map { $0 == .female }
        if let names = furtherNames, let cut = GluedTitle.cut(from: names, isFemale: isFemale) {
            furtherNames = cut.name
            person.title = cut.title
        } else if let name = person.given, let cut = GluedTitle.cut(from: name, isFemale: isFemale) {
            person.given = cut.name
            person.title = cut.title
        }
        if let names = furtherNames { person.given = person.given.map { $0 + " " + names } ?? names }
        return person
    }
}

import Vocabulary

/// The travellers of a booking, each once, found by reference and by name.
struct BookedTravellers {
    private(set) var all: [BookedTraveller] = []
    private var byReference: [String: Int] = [:]
    private var byName: [String: [Int]] = [:]
    private var bySurname: [String: [Int]] = [:]

    var isEmpty: Bool { all.isEmpty }
    /// The place of the only traveller; nil where there are several or none.
    var only: Int? { all.count == 1 ? 0 : nil }

    subscript(place: Int) -> BookedTraveller {
        get { all[place] }
        set { all[place] = newValue }
    }

    /// Adds a traveller, unless it is one who is there; the place in either case.
    mutating func add(_ traveller: BookedTraveller) -> Int {
        if let place = place(of: traveller) { return place }
        let place = all.count
        if let reference = traveller.reference, byReference[reference] == nil {
            byReference[reference] = place
        }
        byName[traveller.nameKey, default: []].append(place)
        bySurname[traveller.surname ?? "", default: []].append(place)
        all.append(traveller)
        return place
    }

    /// Who this is: by reference and surname, or by the whole name where one of both has no reference.
    func place(of traveller: BookedTraveller) -> Int? {
        if let place = place(traveller.reference), all[place].surname == traveller.surname { return place }
        return byName[traveller.nameKey]?.first { all[$0].maybeSame(as: traveller) }
    }

    /// Who has a reference.
    func place(_ reference: String?) -> Int? { reference.flatMap { byReference[$0] } }

    /// Whose document this is: the referred traveller's unless the document is plainly another's, else who is named in it,
    /// else the one whose group it stands in; a new one where nobody fits.
    mutating func place(of document: DocumentRequest, _ reference: String?, _ current: Int?, at segment: Int)
        -> Int?
    {
        let isInfants = SexCode.read(document.bytes(6))?.isInfant ?? false
        let referred = place(reference) ?? current ?? only
        if let referred, all[referred].mayHold(document, isInfants: isInfants) { return referred }
        let namesakes = bySurname[document.text(8) ?? ""] ?? []
        if let exact = namesakes.first(where: { all[$0].isNamed(in: document) == .exactly }) { return exact }
        let near = namesakes.filter { all[$0].isNamed(in: document) == .partly }
        if near.count == 1 { return near[0] }
        guard let surname = document.text(8) else { return isInfants ? nil : referred }
        // Without a name of its own the referred one's is all that is known.
        return add(
            BookedTraveller(
                at: segment,
                reference: place(reference) == nil ? reference : nil,
                surname: surname,
                given: document.text(9),
                isInfant: isInfants
            )
        )
    }
}

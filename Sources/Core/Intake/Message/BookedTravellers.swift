import Vocabulary

/// The travellers of a booking, each once, found by reference and by name.
struct BookedTravellers {
    private(set) var all: [BookedTraveller] = []
    /// Where they stand; nil while there are so few that looking at each is quicker.
    private var index: Index?

    private static let few = 16

    private struct Index {
        var byReference: [String: Int] = [:]
        var bySurname: [String: [Int]] = [:]
        var byName: [String: [Int]] = [:]

        mutating func add(_ traveller: BookedTraveller, at place: Int) {
            if let reference = traveller.reference, byReference[reference] == nil {
                byReference[reference] = place
            }
            bySurname[traveller.surname ?? "", default: []].append(place)
            byName[traveller.nameKey, default: []].append(place)
        }
    }

    var isEmpty: Bool { all.isEmpty }
    /// The place of the only traveller; nil where there are several or none.
    var only: Int? { all.count == 1 ? 0 : nil }

    subscript(place: Int) -> BookedTraveller {
        _read { yield all[place] }
        _modify { yield &all[place] }
    }

    /// Adds a traveller, unless it is one who is there; the place in either case.
    mutating func add(_ traveller: BookedTraveller) -> Int {
        if let place = place(of: traveller) { return place }
        let place = all.count
        all.append(traveller)
        if all.count == BookedTravellers.few {
            var fresh = Index()
            for (place, known) in all.enumerated() { fresh.add(known, at: place) }
            index = fresh
        } else {
            index?.add(traveller, at: place)
        }
        return place
    }

    /// Who this is: by reference and surname, or by the whole name where one of both has no reference.
    func place(of traveller: BookedTraveller) -> Int? {
        if let place = place(traveller.reference), all[place].surname == traveller.surname { return place }
        if let index {
            return index.byName[traveller.nameKey]?.first { all[$0].maybeSame(as: traveller) }
        }
        return all.firstIndex {
            $0.surname == traveller.surname && $0.maybeSame(as: traveller) && $0.nameKey == traveller.nameKey
        }
    }

    /// Who has a reference.
    func place(_ reference: String?) -> Int? {
        guard let reference else { return nil }
        return index.map { $0.byReference[reference] } ?? all.firstIndex { $0.reference == reference }
    }

    /// Who has a surname.
    private func places(ofSurname surname: String) -> [Int] {
        if let index { return index.bySurname[surname] ?? [] }
        return all.indices.filter { (all[$0].surname ?? "") == surname }
    }

    /// Whose document this is: the referred traveller's unless the document is plainly another's, else who is named in it,
    /// else the one whose group it stands in; a new one where nobody fits.
    mutating func place(
        of document: BookedDocument,
        _ reference: String?,
        _ current: Int?,
        at segment: Int
    ) -> Int? {
        let named = place(reference)
        let referred = named ?? current ?? only
        if let referred, all[referred].mayHold(document) { return referred }
        let namesakes = places(ofSurname: document.surname ?? "")
        if let exact = namesakes.first(where: { all[$0].isNamed(in: document) == .exactly }) { return exact }
        let near = namesakes.filter { all[$0].isNamed(in: document) == .partly }
        if near.count == 1 { return near[0] }
        guard let surname = document.surname else { return document.isInfants ? nil : referred }
        return add(
            BookedTraveller(
                at: segment,
                reference: named == nil ? reference : nil,
                surname: surname,
                given: document.given,
                isInfant: document.isInfants
            )
        )
    }

    /// The travellers as persons; nothing is left of them here.
    mutating func finish(of booking: String?) -> [ListedPerson] {
        all.indices.map { all[$0].finish(of: booking) }
    }
}

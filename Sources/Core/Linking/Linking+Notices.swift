import Vocabulary

extension Linking {
    /// Notices about the person or the destinations, without their names and birth dates.
    ///
    /// A notice that has a number is about that number only: a similar or even the same name is no match then.
    func notices(_ traveller: Traveller, _ joined: Joined, _ records: PersonRecords, on day: Day)
        -> [NoticeView]
    {
        records.notices.compactMap { notice in
            guard let match = match(notice, traveller, joined, on: day) else { return nil }
            var nameless = notice
            nameless.name = nil
            nameless.bornOn = nil
            return NoticeView(notice: nameless, match: match)
        }
    }

    private func match(_ notice: Notice, _ traveller: Traveller, _ joined: Joined, on day: Day) -> NoticeView
        .Match?
    {
        switch notice.subject {
        case .destination: return .destination
        case .cegah, .rednotice:
            guard let value = notice.value else { return nameMatch(notice, traveller, on: day) }
            if let nik = NIK(value) {
                // A known NIK that is another is somebody else.
                return joined.knownNIK == nik ? .nik : nil
            }
            guard let number = PassportNumber(value), joined.ownNumbers.contains(number) else { return nil }
            let isCertain = number == traveller.passport || !joined.arePassportsByNameOnly
            return isCertain ? .passport : .nameAndBirth
        case .agency, .phone, .payer, .address, nil: return nil
        }
    }

    /// A name with its birth date is a match that a person must settle; a name alone only a hit to look at, and another birth date
    /// than a slip makes is somebody else.
    private func nameMatch(_ notice: Notice, _ traveller: Traveller, on day: Day) -> NoticeView.Match? {
        let listed = PersonLinkage.Person(name: notice.name, bornOn: notice.bornOn)
        let person = PersonLinkage.Person(name: traveller.name, bornOn: traveller.bornOn)
        let evidence = PersonLinkage(rules, on: day).weigh(person, [listed], among: 1)[0].evidence
        guard let name = evidence.first(where: { $0.comparison == .name }),
            [.equal, .sound, .contained, .alike].contains(name.level)
        else { return nil }
        guard let born = evidence.first(where: { $0.comparison == .born }) else {
            return name.bits >= Linking.leastBitsOfName ? .name : nil
        }
        switch born.level {
        case .equal, .default: return name.level == .equal || name.level == .sound ? .nameAndBirth : .name
        case .exchanged, .digit, .known: return .name
        case .sound, .near, .two, .day, .year, .contained, .alike, .part, .another, .some, .few, .different:
            return nil
        }
    }

    /// A name that more than one in some ten thousand bears is no hit by itself.
    private static let leastBitsOfName = 16.0
}

import Vocabulary

extension Linking {
    /// Notices about the person or the destinations, without their names and birth dates.
    ///
    /// A notice that has a number is about that number only: a similar or even the same name is no match then.
    func notices(_ traveller: Traveller, _ joined: Joined, _ records: PersonRecords) -> [NoticeView] {
        records.notices.compactMap { notice in
            guard let match = match(notice, traveller, joined) else { return nil }
            var nameless = notice
            nameless.name = nil
            nameless.bornOn = nil
            return NoticeView(notice: nameless, match: match)
        }
    }

    private func match(_ notice: Notice, _ traveller: Traveller, _ joined: Joined) -> NoticeView.Match? {
        switch notice.subject {
        case .destination: return .destination
        case .cegah, .rednotice:
            guard let value = notice.value else {
                let isSame =
                    notice.bornOn != nil && notice.bornOn == traveller.bornOn
                    && notice.name?.key == traveller.name?.key && notice.name != nil
                return isSame ? .nameAndBirth : nil
            }
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
}

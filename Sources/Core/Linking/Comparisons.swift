import Vocabulary

extension Traveller {
    /// Whether a row of the register has this number only by chance: a foreign document of another issuer whose holder
    /// shares neither name nor birth date.
    func isForeignNamesake(of record: PassportRecord) -> Bool {
        guard let nationality, nationality != .indonesia, nationalityInZone != .indonesia,
            issuer != .indonesia
        else { return false }
        let isSameName = record.holder.name.flatMap { other in name.map { $0.key == other.key } } ?? false
        let isSameBirth = record.holder.bornOn.flatMap { other in bornOn.map { $0 == other } } ?? false
        return !isSameName && !isSameBirth
    }
}

extension PassportRecord {
    /// Whether name and birth date are the traveller's.
    func isNamesake(of traveller: Traveller) -> Bool {
        agree(holder.name, traveller.name) && holder.bornOn != nil && holder.bornOn == traveller.bornOn
    }
}

extension PlacementHolder {
    /// Whether name and birth date are the traveller's.
    func isNamesake(of traveller: Traveller) -> Bool {
        agree(name, traveller.name) && bornOn != nil && bornOn == traveller.bornOn
    }

    /// Whether both name and birth date are known and neither is the traveller's.
    func contradicts(_ traveller: Traveller) -> Bool { doContradict(name, bornOn, traveller) }
}

extension PassportHolder {
    /// Whether both name and birth date are known and neither is the traveller's.
    func contradicts(_ traveller: Traveller) -> Bool { doContradict(name, bornOn, traveller) }
}

/// Whether both name and birth date are known, the names share no word, and the birth dates differ.
private func doContradict(_ name: PersonName?, _ bornOn: Day?, _ traveller: Traveller) -> Bool {
    guard let name, let other = traveller.name, let bornOn, let born = traveller.bornOn, bornOn != born else {
        return false
    }
    return Set(name.words).isDisjoint(with: other.words)
}

/// Whether two names have the same words.
private func agree(_ one: PersonName?, _ other: PersonName?) -> Bool {
    guard let one, let other else { return false }
    let key = one.key
    return !key.isEmpty && key == other.key
}

extension PassportNumber {
    /// Whether two numbers of one length differ in exactly one character: a slip of the keyboard.
    func differsInOneCharacter(from other: PassportNumber) -> Bool {
        let (one, another) = (Array(text.utf8), Array(other.text.utf8))
        guard one.count == another.count else { return false }
        return zip(one, another).reduce(0) { $1.0 == $1.1 ? $0 : $0 + 1 } == 1
    }
}

extension PassportFile {
    /// Whether this document is older than another, by issue or application.
    func issuedBefore(_ other: PassportFile) -> Bool {
        guard let mine = issuedOn ?? appliedOn, let others = other.issuedOn ?? other.appliedOn else {
            return other.previousNumber != nil && other.previousNumber == number
        }
        return mine < others
    }
}

extension Day {
    /// Whether two birth dates differ by more than a slip: another year, or another month that is no swap with the day.
    func isBeyondSlip(of other: Day) -> Bool {
        let (one, another) = (date, other.date)
        guard one.year == another.year else { return true }
        return one.month != another.month && !(one.month == another.day && one.day == another.month)
    }
}

extension NIKParts {
    /// The birth date that a NIK tells: its century the one nearest to a known date, its day the known one where month
    /// and year agree, since a day slip in an adult's NIK is no finding.
    ///
    /// Without a known date: the latest that is not after the judged day. Nil where the digits are no date.
    func birthDate(near known: Day?, on day: Day) -> Day? {
        guard let known else { return bornOn(notAfter: day) }
        let years = [1900 + yearOfCentury, 2000 + yearOfCentury]
        let dates = years.compactMap { year -> Day? in
            let (knownYear, knownMonth, _) = known.date
            if knownYear == year, knownMonth == month { return known }
            return Day(year: year, month: month, day: self.day)
        }
        return dates.min { abs($0.days(until: known)) < abs($1.days(until: known)) }
    }
}

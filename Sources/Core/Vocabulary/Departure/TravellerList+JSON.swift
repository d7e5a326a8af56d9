extension TravellerList: Encodable {
    private enum Key: String, CodingKey {
        case list, function, legs, persons
    }

    /// Writes the list as `kawal read --json` prints it, unknown values as null.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try heading.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(list, forKey: .list)
        try object.encodeIfPresent(function, forKey: .function)
        try object.encode(legs, forKey: .legs)
        try object.encode(persons, forKey: .persons)
    }
}

extension Leg {
    private enum Key: String, CodingKey {
        case flight, from, to, departsAt, arrivesAt, operatedBy
    }

    /// Writes the leg, times without zone; `operatedBy` only on a code-share.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(flight, forKey: .flight)
        try object.encode(from, forKey: .from)
        try object.encode(to, forKey: .to)
        try object.encode(departsAt, forKey: .departsAt)
        try object.encode(arrivesAt, forKey: .arrivesAt)
        try object.encodeIfPresent(operatedBy, forKey: .operatedBy)
    }
}

extension ListedPerson: Encodable {
    private enum Key: String, CodingKey {
        case role, surname, given, title, sex, infant, bornOn, nationality, embarks, debarks, documents,
            booking
        case seats, bags, bagKilograms, phones
    }

    /// Writes the person; `infant` only where it is true, seats, bags and telephones only where there are some.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(role, forKey: .role)
        try object.encode(surname, forKey: .surname)
        try object.encode(given, forKey: .given)
        try object.encode(title, forKey: .title)
        try object.encode(sex, forKey: .sex)
        if isInfant { try object.encode(true, forKey: .infant) }
        try object.encode(bornOn, forKey: .bornOn)
        try object.encode(nationality, forKey: .nationality)
        try object.encode(embarks, forKey: .embarks)
        try object.encode(debarks, forKey: .debarks)
        try object.encode(documents, forKey: .documents)
        try object.encode(booking, forKey: .booking)
        if !seats.isEmpty { try object.encode(seats, forKey: .seats) }
        try object.encodeIfPresent(bags, forKey: .bags)
        try object.encodeIfPresent(bagKilograms, forKey: .bagKilograms)
        if !phones.isEmpty { try object.encode(phones, forKey: .phones) }
    }
}

extension ListedDocument {
    private enum Key: String, CodingKey {
        case kind, number, issuer, expiresOn, holder
    }

    /// Writes the document; `holder` only where the document has another name.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(kind, forKey: .kind)
        try object.encode(number, forKey: .number)
        try object.encode(issuer, forKey: .issuer)
        try object.encode(expiresOn, forKey: .expiresOn)
        try object.encodeIfPresent(holder, forKey: .holder)
    }
}

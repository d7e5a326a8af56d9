extension TravellerList: Encodable {
    private enum Key: String, CodingKey {
        case source, message, version, list, reference, part, lastPart, sender, legs, persons, declared,
            counted
        case diagnostics
    }

    /// Writes the list as `kawal read --json` prints it, unknown values as null.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(source, forKey: .source)
        try object.encode(message, forKey: .message)
        try object.encode(version, forKey: .version)
        try object.encode(list, forKey: .list)
        try object.encode(reference, forKey: .reference)
        try object.encode(part, forKey: .part)
        try object.encode(isLastPart, forKey: .lastPart)
        try object.encode(sender, forKey: .sender)
        try object.encode(legs, forKey: .legs)
        try object.encode(persons, forKey: .persons)
        try object.encode(declared, forKey: .declared)
        try object.encode(counted, forKey: .counted)
        try object.encode(diagnostics, forKey: .diagnostics)
    }
}

extension TravellerList.Counts {
    private enum Key: String, CodingKey {
        case segments, persons
    }

    /// Writes both numbers, null where nothing is declared.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(segments, forKey: .segments)
        try object.encode(persons, forKey: .persons)
    }
}

extension Leg {
    private enum Key: String, CodingKey {
        case flight, from, to, departsAt, arrivesAt
    }

    /// Writes the leg, times without zone.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(flight, forKey: .flight)
        try object.encode(from, forKey: .from)
        try object.encode(to, forKey: .to)
        try object.encode(departsAt, forKey: .departsAt)
        try object.encode(arrivesAt, forKey: .arrivesAt)
    }
}

extension ListedPerson: Encodable {
    private enum Key: String, CodingKey {
        case role, surname, given, title, sex, infant, bornOn, nationality, embarks, debarks, documents,
            booking
    }

    /// Writes the person; `infant` only where it is true.
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
    }
}

extension ListedDocument {
    private enum Key: String, CodingKey {
        case kind, number, issuer, expiresOn
    }

    /// Writes the document.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(kind, forKey: .kind)
        try object.encode(number, forKey: .number)
        try object.encode(issuer, forKey: .issuer)
        try object.encode(expiresOn, forKey: .expiresOn)
    }
}

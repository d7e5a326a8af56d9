extension MessageHeading {
    private enum Key: String, CodingKey {
        case source, message, version, reference, part, lastPart, sender, declared, counted, diagnostics
    }

    /// Writes the heading's members into the message's own object, unknown values as null.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(source, forKey: .source)
        try object.encode(message, forKey: .message)
        try object.encode(version, forKey: .version)
        try object.encode(reference, forKey: .reference)
        try object.encode(part, forKey: .part)
        try object.encode(isLastPart, forKey: .lastPart)
        try object.encode(sender, forKey: .sender)
        try object.encode(declared, forKey: .declared)
        try object.encode(counted, forKey: .counted)
        try object.encode(diagnostics, forKey: .diagnostics)
    }
}

extension MessageHeading.Counts {
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

extension PassengerNameRecords: Encodable {
    private enum Key: String, CodingKey {
        case legs, bookings
    }

    /// Writes the message as `kawal read --json` prints it.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try heading.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(legs, forKey: .legs)
        try object.encode(bookings, forKey: .bookings)
    }
}

extension PassengerNameRecord: Encodable {
    private enum Key: String, CodingKey {
        case locator, travellers, itinerary, reservedOn, ticketedOn, agency, payers, phones, emails, oneWay
        case addresses, splits, group
    }

    /// Writes the booking; `addresses`, `splits` and `group` only where there are some.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(locator, forKey: .locator)
        try object.encode(travellers, forKey: .travellers)
        try object.encode(itinerary, forKey: .itinerary)
        try object.encode(reservedOn, forKey: .reservedOn)
        try object.encode(ticketedOn, forKey: .ticketedOn)
        try object.encode(agency, forKey: .agency)
        try object.encode(payers, forKey: .payers)
        try object.encode(phones, forKey: .phones)
        try object.encode(emails, forKey: .emails)
        try object.encode(isOneWay, forKey: .oneWay)
        if !addresses.isEmpty { try object.encode(addresses, forKey: .addresses) }
        if !splits.isEmpty { try object.encode(splits, forKey: .splits) }
        try object.encodeIfPresent(group, forKey: .group)
    }
}

extension CustomsResponse: Encodable {
    private enum Key: String, CodingKey {
        case list, legs, answers
    }

    /// Writes the message as `kawal read --json` prints it, its function as `list`.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        try heading.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(function, forKey: .list)
        try object.encode(legs, forKey: .legs)
        try object.encode(answers, forKey: .answers)
    }
}

extension CustomsResponse.Answer: Encodable {
    private enum Key: String, CodingKey {
        case reference, booking, flight, code, text
    }

    /// Writes the answer, unknown values as null.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(reference, forKey: .reference)
        try object.encode(booking, forKey: .booking)
        try object.encode(flight, forKey: .flight)
        try object.encode(code, forKey: .code)
        try object.encode(text, forKey: .text)
    }
}

extension MachineReadableZone: Encodable {
    private enum Key: String, CodingKey {
        case format, valid, checks, documentCode, issuer, surname, given, number, nationality, bornOn, sex
        case expiresOn, optional, optional2, nik, mended, diagnostics
    }

    private enum CheckKey: String, CodingKey {
        case number, birth, expiry, optional, composite
    }

    /// Writes the zone as `kawal read --mrz --json` prints it, unknown values as null.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(format, forKey: .format)
        try object.encode(isValid, forKey: .valid)
        var results = object.nestedContainer(keyedBy: CheckKey.self, forKey: .checks)
        try results.encode(checks.number, forKey: .number)
        try results.encode(checks.birth, forKey: .birth)
        try results.encode(checks.expiry, forKey: .expiry)
        try results.encode(checks.optional, forKey: .optional)
        try results.encode(checks.composite, forKey: .composite)
        try object.encode(documentCode, forKey: .documentCode)
        try object.encode(issuer, forKey: .issuer)
        try object.encode(surname, forKey: .surname)
        try object.encode(given, forKey: .given)
        try object.encode(number, forKey: .number)
        try object.encode(nationality, forKey: .nationality)
        try object.encode(bornOn, forKey: .bornOn)
        try object.encode(sex, forKey: .sex)
        try object.encode(expiresOn, forKey: .expiresOn)
        try object.encode(optional, forKey: .optional)
        try object.encode(optional2, forKey: .optional2)
        try object.encode(nik?.digits, forKey: .nik)
        try object.encode(mended, forKey: .mended)
        try object.encode(diagnostics, forKey: .diagnostics)
    }
}

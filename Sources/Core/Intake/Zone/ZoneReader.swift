public import Vocabulary

/// Reads machine-readable zones (zona yang dapat dibaca mesin): TD1, TD2, TD3, MRV-A and MRV-B.
///
/// - Shape: what is no ICAO zone has a nil format and is not valid; a field that can't be read is nil, with a diagnostic.
/// - Source: ICAO Doc 9303, parts 3 to 7.
public struct ZoneReader: Sendable {
    /// The day from which the centuries of two-digit years are told.
    public let today: Day

    /// A reader for zones shown on a day.
    public init(on today: Day) {
        self.today = today
        year = today.date.year
    }

    private let year: Int

    /// Reads the lines of one zone.
    public func read(_ lines: [String]) -> MachineReadableZone {
        var text = lines.joined(separator: "\n")
        return text.withUTF8 { text in
            ZoneText.zones(in: text).first.map { read(text, $0) } ?? refused("nothing", at: 0)
        }
    }

    /// Reads zones that are separated by blank lines, in order.
    public func read(_ text: UnsafeBufferPointer<UInt8>) -> [MachineReadableZone] {
        ZoneText.zones(in: text).map { read(text, $0) }
    }

    /// Reads one zone from bytes that hold nothing else.
    public func readOne(_ text: UnsafeBufferPointer<UInt8>) -> MachineReadableZone {
        read(text, 0..<text.count)
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MachineReadableZone {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ZoneText.capacity) { storage in
            let text = ZoneText(bytes, range, into: storage)
            guard let layout = ZoneLayout.of(text) else { return refused(text.form, at: text.offset) }
            return read(text.characters, layout, text)
        }
    }

    private func read(
        _ characters: UnsafeBufferPointer<UInt8>,
        _ layout: ZoneLayout,
        _ text: ZoneText
    ) -> MachineReadableZone {
        var zone = MachineReadableZone()
        let fields = ZoneFields(characters, layout)
        zone.format = layout.format
        zone.documentCode = fields.text(layout.code)
        zone.issuer = fields.country(layout.issuer)
        (zone.surname, zone.given) = fields.names
        let number = fields.number
        zone.number = number.text
        zone.optional = number.optional
        zone.optional2 = layout.optional2.map(fields.text)
        zone.nationality = fields.country(layout.nationality)
        zone.sex = fields.sex
        zone.checks = ZoneChecks.all(characters, layout)
        zone.isValid = zone.checks.areAllRight
        let birth = ZoneDate(characters, layout.birth.range)
        let expiry = ZoneDate(characters, layout.expiry.range)
        zone.bornOn = birth.latest(notAfter: today, in: year)
        zone.expiresOn = expiry.nearest(to: year)
        zone.nik = nik(zone, characters, layout)
        // A sound zone of a known country has nothing to tell.
        if zone.isValid, text.isSound, zone.bornOn != nil, zone.expiresOn != nil, zone.sex != nil,
            zone.issuer?.isRecognised == true,
            zone.nationality == zone.issuer || zone.nationality?.isRecognised == true
        {
            return zone
        }
        zone.diagnostics = ZoneFindings(zone, characters, layout, text, birth, expiry).all
        if !zone.isValid { zone.mended = ZoneMending.proposal(for: characters, layout) }
        return zone
    }

    /// The NIK that an Indonesian passport carries in its optional data.
    ///
    /// Its digits must be right as printed, for the year comes from the birth date.
    private func nik(
        _ zone: MachineReadableZone,
        _ characters: UnsafeBufferPointer<UInt8>,
        _ layout: ZoneLayout
    ) -> NIK? {
        guard layout.format == .td3, zone.issuer == .indonesia, zone.checks.optional == true,
            zone.checks.birth == true, let bornOn = zone.bornOn, let sex = zone.sex
        else { return nil }
        return NIK.recovered(fromOptionalData: characters[layout.optional], bornOn: bornOn, sex: sex)
    }

    private func refused(_ found: String, at place: Int) -> MachineReadableZone {
        var zone = MachineReadableZone()
        zone.diagnostics = [
            DiagnosticCode.noZone.found(
                found,
                expected: "2 lines of 44 or 36 characters, or 3 lines of 30",
                at: place
            )
        ]
        return zone
    }
}

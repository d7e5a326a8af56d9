import Vocabulary

/// Where each field of a zone stands, counted through all its lines.
///
/// A constant that is lent, not copied, to whoever reads a zone.
/// - Source: ICAO Doc 9303-4 (TD3), -5 (TD1), -6 (TD2), -7 (MRV-A, MRV-B).
final class ZoneLayout: Sendable {
    /// A field with its check digit right behind it.
    struct Checked: Sendable {
        let range: Range<Int>
        var digit: Int { range.upperBound }

        init(_ range: Range<Int>) { self.range = range }
    }

    let format: MachineReadableZone.Format
    let lineLength: Int
    let code: Range<Int>
    let issuer: Range<Int>
    let names: Range<Int>
    let number: Checked
    let nationality: Range<Int>
    let birth: Checked
    let sex: Int
    let expiry: Checked
    let optional: Range<Int>
    let optional2: Range<Int>?
    /// The check digit of the optional data.
    let optionalDigit: Int?
    /// The check digit over all, and what it covers.
    let compositeDigit: Int?
    let composite: [Range<Int>]

    private init(
        format: MachineReadableZone.Format,
        lineLength: Int,
        code: Range<Int>,
        issuer: Range<Int>,
        names: Range<Int>,
        number: Checked,
        nationality: Range<Int>,
        birth: Checked,
        sex: Int,
        expiry: Checked,
        optional: Range<Int>,
        optional2: Range<Int>?,
        optionalDigit: Int?,
        compositeDigit: Int?,
        composite: [Range<Int>]
    ) {
        self.format = format
        self.lineLength = lineLength
        self.code = code
        self.issuer = issuer
        self.names = names
        self.number = number
        self.nationality = nationality
        self.birth = birth
        self.sex = sex
        self.expiry = expiry
        self.optional = optional
        self.optional2 = optional2
        self.optionalDigit = optionalDigit
        self.compositeDigit = compositeDigit
        self.composite = composite
    }

    /// The layout of a zone, or nil where it is none of ICAO's.
    static func of(_ text: ZoneText) -> ZoneLayout? {
        let isVisa = text.characters.first == 0x56
        switch text.length(ofEach: 2) {
        case 44: return isVisa ? mrvA : td3
        case 36:
            // The French identity card until 2021 has a layout of its own.
            if text.characters.begins(with: "IDFRA") { return nil }
            return isVisa ? mrvB : td2
        default: return text.length(ofEach: 3) == 30 ? td1 : nil
        }
    }

    /// Whether the document number may go on in the optional data.
    var allowsLongNumber: Bool { format == .td1 || format == .td2 }

    private static let td1 = ZoneLayout(
        format: .td1,
        lineLength: 30,
        code: 0..<2,
        issuer: 2..<5,
        names: 60..<90,
        number: Checked(5..<14),
        nationality: 45..<48,
        birth: Checked(30..<36),
        sex: 37,
        expiry: Checked(38..<44),
        optional: 15..<30,
        optional2: 48..<59,
        optionalDigit: nil,
        compositeDigit: 59,
        composite: [5..<37, 38..<45, 48..<59]
    )

    private static let td3 = twoLines(.td3, 44, optional: 72..<86, optionalDigit: 86, compositeDigit: 87)
    private static let td2 = twoLines(.td2, 36, optional: 64..<71, optionalDigit: nil, compositeDigit: 71)
    private static let mrvA = twoLines(.mrvA, 44, optional: 72..<88, optionalDigit: nil, compositeDigit: nil)
    private static let mrvB = twoLines(.mrvB, 36, optional: 64..<72, optionalDigit: nil, compositeDigit: nil)

    private static func twoLines(
        _ format: MachineReadableZone.Format,
        _ length: Int,
        optional: Range<Int>,
        optionalDigit: Int?,
        compositeDigit: Int?
    ) -> ZoneLayout {
        ZoneLayout(
            format: format,
            lineLength: length,
            code: 0..<2,
            issuer: 2..<5,
            names: 5..<length,
            number: Checked(length..<(length + 9)),
            nationality: (length + 10)..<(length + 13),
            birth: Checked((length + 13)..<(length + 19)),
            sex: length + 20,
            expiry: Checked((length + 21)..<(length + 27)),
            optional: optional,
            optional2: nil,
            optionalDigit: optionalDigit,
            compositeDigit: compositeDigit,
            composite: compositeDigit.map {
                [length..<(length + 10), (length + 13)..<(length + 20), (length + 21)..<$0]
            } ?? []
        )
    }
}

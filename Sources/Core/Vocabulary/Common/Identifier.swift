/// The written number of one kind of thing; numbers of different kinds can't be mixed up.
///
/// - Shape: upper-case, without blanks; never empty.
public struct Identifier<Thing>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number as normalised.
    public let text: String

    /// Normalises a number: blanks and `<` removed, letters in upper case; nil where nothing is left.
    public init?(_ written: String) {
        var kept: [UInt8] = []
        for byte in written.utf8 where byte != 0x20 && byte != 0x3C && byte != 0x09 && byte != 0xA0 {
            kept.append(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
        }
        guard !kept.isEmpty else { return nil }
        text = String(decoding: kept, as: UTF8.self)
    }

    /// The number as normalised.
    public var description: String { text }

    /// Orders numbers by their UTF-8 bytes.
    public static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    /// Reads a number from text.
    ///
    /// - Throws: `DecodingError` when the text is empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Identifier(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "empty number")
        }
        self = value
    }

    /// Writes the number as text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What the number of an identifier stands for; never instantiated.
public enum Numbered {
    /// A passport or another travel document (paspor, dokumen perjalanan).
    public enum TravelDocument {}
    /// A placement in the migrant-worker registry (penempatan, ID PMI).
    public enum Placement {}
    /// The licence of an agency (SIP3MI, izin PPIU, PIHK, SIUPPAK, LPK-SO).
    public enum Licence {}
    /// A verified job order (surat permintaan TKI, SIP2MI).
    public enum JobOrder {}
}

/// The number of a travel document (nomor paspor).
public typealias PassportNumber = Identifier<Numbered.TravelDocument>
/// The number of a placement in the registry (nomor penempatan).
public typealias PlacementNumber = Identifier<Numbered.Placement>
/// The number of an agency's licence (nomor izin).
public typealias AgencyLicence = Identifier<Numbered.Licence>
/// The number of a job order (nomor job order).
public typealias JobOrderNumber = Identifier<Numbered.JobOrder>

/// The population number of an Indonesian citizen (Nomor Induk Kependudukan): 16 digits.
///
/// Equatable and opaque: what its digits say about a person is read by `NIK.Parts` in `Intake` and `Linking` only,
/// and no type that `Screening` sees holds one.
/// - Source: UU 23/2006 on population administration, art. 13; Permendagri 72/2022.
public struct NIK: Hashable, Sendable, Comparable {
    /// The 16 digits as one number.
    public let number: UInt64

    /// Makes a NIK from its 16 digits as a number; nil outside 16 digits.
    public init?(number: UInt64) {
        guard number >= 1_000_000_000_000_000, number <= 9_999_999_999_999_999 else { return nil }
        self.number = number
    }

    /// Reads 16 digits; blanks, dots and dashes between them are skipped.
    public init?(_ text: String) {
        var value: UInt64 = 0
        var digits = 0
        for byte in text.utf8 {
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
                guard digits <= 16 else { return nil }
                value = value * 10 + UInt64(byte - 0x30)
            } else if byte != 0x20, byte != 0x2E, byte != 0x2D {
                return nil
            }
        }
        guard digits == 16 else { return nil }
        self.init(number: value)
    }

    /// The 16 digits as text, to be written to an office's file or a sealed body, never to a message or log.
    public var digits: String { String(number) }

    /// Orders by number, so that results don't depend on the order of arrival.
    public static func < (left: NIK, right: NIK) -> Bool { left.number < right.number }
}

extension NIK: Codable {
    /// Reads 16 digits from text.
    ///
    /// - Throws: `DecodingError` where they are none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = NIK(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 16 digits")
        }
        self = value
    }

    /// Writes the digits as text: into a sealed body only.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}

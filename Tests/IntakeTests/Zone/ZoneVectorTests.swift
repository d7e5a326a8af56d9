import Foundation
import Intake
import Testing
import Vocabulary

/// One line of the vectors: a zone of a public project's tests with what it holds.
struct ZoneVector: Decodable {
    struct Fields: Decodable {
        var document_code: String?
        var issuer: String?
        var surname: String?
        var given: String?
        var number: String?
        var nationality: String?
        var sex: String?
        var optional: String?
        var optional2: String?
        var birth_yymmdd: String?
        var expiry_yymmdd: String?
        var nik: String?
    }

    var format: String
    var lines: [String]
    var valid: Bool?
    var checks: [String: Bool]?
    var fields: Fields
}

@Suite(.enabled(if: Samples.arePresent, "set KAWAL_SAMPLES to the folder of messages/ and vectors/"))
struct ZoneVectorTests {
    private static let reader = ZoneReader(on: Day(number: 20_513))

    private static func vectors() throws -> [ZoneVector] {
        try ["mrz-vectors.jsonl", "mrz-indonesian.jsonl"].flatMap { name in
            try Samples.bytes("vectors/" + name).split(separator: 0x0A).map {
                try JSONDecoder().decode(ZoneVector.self, from: Data($0))
            }
        }
    }

    @Test func `every zone of other projects has its format, digits and validity`() throws {
        let vectors = try ZoneVectorTests.vectors()
        #expect(vectors.count == 101)
        for vector in vectors {
            let zone = ZoneVectorTests.reader.read(vector.lines)
            let format = vector.format.replacingOccurrences(of: "MRV", with: "MRV-")
            #expect(zone.format?.rawValue == (format == "FRA-ID-36" ? nil : format), "\(vector.lines)")
            #expect(zone.isValid == (vector.valid ?? false), "\(vector.lines)")
            guard let checks = vector.checks, zone.format != nil else { continue }
            #expect(zone.checks.number == checks["number"], "\(vector.lines)")
            #expect(zone.checks.birth == checks["birth"], "\(vector.lines)")
            #expect(zone.checks.expiry == checks["expiry"], "\(vector.lines)")
            #expect(zone.checks.optional == checks["optional"], "\(vector.lines)")
            #expect(zone.checks.composite == checks["composite"], "\(vector.lines)")
        }
    }

    @Test func `every zone of other projects has its fields`() throws {
        for vector in try ZoneVectorTests.vectors() where vector.format != "FRA-ID-36" {
            let zone = ZoneVectorTests.reader.read(vector.lines)
            let fields = vector.fields
            if let code = fields.document_code { #expect(zone.documentCode == code, "\(vector.lines)") }
            if let issuer = fields.issuer {
                #expect(zone.issuer == CountryCode(issuer), "\(vector.lines)")
            }
            if let nationality = fields.nationality {
                #expect(zone.nationality == CountryCode(nationality), "\(vector.lines)")
            }
            #expect(zone.surname == fields.surname, "\(vector.lines)")
            #expect(zone.number == fields.number, "\(vector.lines)")
            #expect(zone.optional == fields.optional, "\(vector.lines)")
            #expect(zone.optional2 == (vector.format == "TD1" ? fields.optional2 : nil), "\(vector.lines)")
            // The vectors drop a third group of names; here it is joined to the given names.
            let given = zone.given ?? ""
            let hasThird = given != fields.given && given.hasPrefix((fields.given ?? "") + " ")
            #expect(given == fields.given || hasThird, "\(vector.lines)")
            #expect((zone.sex?.rawValue ?? "") == (fields.sex == "<" ? "X" : fields.sex), "\(vector.lines)")
            // The vector with an altered birth date lists the true one; its digit tells that it is not the printed one.
            #expect(
                twoDigits(zone.bornOn) == fields.birth_yymmdd || zone.bornOn == nil
                    || zone.checks.birth == false,
                "\(vector.lines)"
            )
            #expect(
                twoDigits(zone.expiresOn) == fields.expiry_yymmdd || zone.expiresOn == nil,
                "\(vector.lines)"
            )
            if let nik = fields.nik, vector.valid == true { #expect(zone.nik?.digits == nik) }
            if zone.nik != nil { #expect(zone.isValid) }
            let unread = [zone.bornOn, zone.expiresOn].count { $0 == nil }
            #expect(zone.diagnostics.count { $0.code == "MRZ-DATE" } == unread, "\(vector.lines)")
        }
    }

    private func twoDigits(_ day: Day?) -> String? {
        day.map { String($0.description.dropFirst(2)).replacingOccurrences(of: "-", with: "") }
    }
}

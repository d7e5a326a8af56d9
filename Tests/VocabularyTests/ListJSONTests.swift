import Foundation
import Testing
import Vocabulary

@Suite struct ListJSONTests {
    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `a list says what it does not know as null`() throws {
        var list = TravellerList(source: "list.edi", list: "passengers")
        list.legs = [Leg(flight: "GA820", from: "CGK", departsAt: WallTime("2026-03-01T10:30"))]
        var person = ListedPerson(role: "passenger")
        person.surname = "CONTOH"
        person.documents = [ListedDocument(kind: "P", number: "X9000001")]
        list.persons = [person]
        #expect(
            try json(list) == """
                {"counted":{"persons":null,"segments":null},"declared":{"persons":null,"segments":null},\
                "diagnostics":[],"lastPart":null,"legs":[{"arrivesAt":null,"departsAt":"2026-03-01T10:30",\
                "flight":"GA820","from":"CGK","to":null}],"list":"passengers","message":null,"part":null,\
                "persons":[{"booking":null,"bornOn":null,"debarks":null,"documents":[{"expiresOn":null,\
                "issuer":null,"kind":"P","number":"X9000001"}],"embarks":null,"given":null,"nationality":null,\
                "role":"passenger","sex":null,"surname":"CONTOH","title":null}],"reference":null,"sender":null,\
                "source":"list.edi","version":null}
                """
        )
    }

    @Test func `an infant is said to be one`() throws {
        var person = ListedPerson(role: "passenger")
        person.sex = .female
        person.isInfant = true
        #expect(try json(person).contains(#""infant":true"#))
    }

    @Test func `a leg comes back from its JSON`() throws {
        let leg = Leg(flight: "GA820", from: "CGK", to: nil, departsAt: WallTime("2026-03-01T10:30"))
        let back = try JSONDecoder().decode(Leg.self, from: Data(try json(leg).utf8))
        #expect(back == leg)
    }

    @Test func `a zone that is none says so with every key`() throws {
        #expect(
            try json(MachineReadableZone()) == """
                {"bornOn":null,"checks":{"birth":null,"composite":null,"expiry":null,"number":null,\
                "optional":null},"diagnostics":[],"documentCode":null,"expiresOn":null,"format":null,\
                "given":null,"issuer":null,"mended":null,"nationality":null,"nik":null,"number":null,\
                "optional":null,"optional2":null,"sex":null,"surname":null,"valid":false}
                """
        )
    }
}

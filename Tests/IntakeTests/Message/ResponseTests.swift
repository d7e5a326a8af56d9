import Intake
import Testing
import Vocabulary

@Suite struct ResponseTests {
    private static let segments = [
        "UNB+UNOA:4+IDIMI+GA+260301:0900+1++IAPI", "UNG+CUSRES+IDIMI+GA+260301:0900+1+UN+D:05B",
        "UNH+7+CUSRES:D:05B:UN:IATA+0101+01:F", "BGM+962", "RFF+TN:0000100", "RFF+AF:GA820",
        "DTM+189:2603011030:201", "DTM+232:2603011320:201", "LOC+125+CGK", "LOC+87+SIN", "ERP+2",
        "RFF+AVF:ABC123", "RFF+ABO:900101", "ERC+0Z", "FTX+AAP+++OK:TO BOARD", "ERP+2", "RFF+AF:GA9",
        "RFF+ABO:900102", "ERC+4Z", "ERC+2Z", "FTX+AAP+++COUNTER", "ERP+1", "RFF+ABO:1", "ERC+4", "UNT+23+7",
        "UNE+1+1", "UNZ+1+1",
    ]

    private func read(_ bytes: [UInt8]) throws -> CustomsResponse {
        let readings = MessageReader.read(bytes, source: "c.edi", on: PassengerListTests.today)
        guard readings.count == 1, case .response(let response) = readings[0] else {
            throw Diagnostic(.error, code: "", at: 0, found: "no answers", expected: "", remedy: "")
        }
        return response
    }

    @Test func `answers are read traveller by traveller`() throws {
        let response = try read(Array(PassengerListTests.join(ResponseTests.segments).utf8))
        #expect(response.function == "962")
        #expect(response.legs.map(\.flight) == ["GA820"])
        #expect(response.legs.first?.from == "CGK")
        #expect(response.legs.first?.arrivesAt == WallTime("2026-03-01T13:20"))
        #expect(response.answers.map(\.reference) == ["900101", "900102", "900102", nil])
        #expect(response.answers.map(\.booking) == ["ABC123", nil, nil, nil])
        #expect(response.answers.map(\.flight) == ["GA820", "GA9", "GA9", "GA820"])
        #expect(response.answers.map(\.code) == ["0Z", "4Z", "2Z", "4"])
        #expect(response.answers.map(\.text) == ["OK TO BOARD", nil, "COUNTER", nil])
        #expect(response.heading.diagnostics.isEmpty)
    }

    @Test func `every reference of a group has its answer`() throws {
        let segments = [
            "UNH+7+CUSRES:D:05B:UN:IATA+0101", "ERP+2", "RFF+ABO:R2", "RFF+ABO:R3", "ERC+0Z", "UNT+6+7",
        ]
        let response = try read(Array(PassengerListTests.join(segments).utf8))
        #expect(response.answers.map(\.reference) == ["R2", "R3"])
        #expect(response.answers.map(\.code) == ["0Z", "0Z"])
    }

    private static let letters = Array("AZ09'+:?. ÄÉ日\n<".unicodeScalars)

    private func text(_ numbers: inout SeededNumbers, most: Int) -> String? {
        let count = Int.random(in: 0...most, using: &numbers)
        let scalars = (0..<count).compactMap { _ in ResponseTests.letters.randomElement(using: &numbers) }
        let text = String(String.UnicodeScalarView(scalars))
        // Blanks around and doubled are no data of a message, nor are control characters.
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    @Test func `whatever is written reads back to the same values`() throws {
        var numbers = SeededNumbers(state: 7)
        for _ in 0..<500 {
            var heading = MessageHeading(source: "c.edi")
            heading.reference = "R\(Int.random(in: 0...9999, using: &numbers))"
            if Bool.random(using: &numbers) {
                heading.part = Int.random(in: 1...9, using: &numbers)
                heading.isLastPart = [nil, true, false].randomElement(using: &numbers) ?? nil
            }
            var response = CustomsResponse(heading: heading)
            response.function = ["962", "132"].randomElement(using: &numbers)
            var leg = Leg(flight: "GA\(Int.random(in: 1...999, using: &numbers))", from: "CGK", to: "SIN")
            let day = PassengerListTests.today.adding(days: Int.random(in: -900...900, using: &numbers))
            leg.departsAt = WallTime(day: day, minute: Int.random(in: 0...1439, using: &numbers))
            response.legs = [leg]
            for _ in 0..<Int.random(in: 0...6, using: &numbers) {
                var answer = CustomsResponse.Answer()
                answer.reference = text(&numbers, most: 12)
                answer.booking = text(&numbers, most: 6)
                answer.flight = Bool.random(using: &numbers) ? leg.flight : "XX1"
                answer.code = ["0Z", "2Z", "4Z"].randomElement(using: &numbers)
                answer.text = text(&numbers, most: 60)
                response.answers.append(answer)
            }
            let envelope = ResponseWriter.Envelope(
                sender: "IDIMI",
                recipient: "GA",
                preparedAt: WallTime(day: PassengerListTests.today, minute: 65),
                number: "12"
            )
            var back = try read(ResponseWriter.write(response, in: envelope))
            #expect(back.heading.sender == "IDIMI")
            #expect(back.heading.declared.segments == back.heading.counted.segments)
            #expect(back.heading.diagnostics.allSatisfy { $0.code == "EDI-CHARSET" })
            #expect(back.heading.reference == heading.reference)
            #expect(back.heading.part == heading.part)
            #expect(back.heading.isLastPart == heading.isLastPart)
            back.heading = heading
            #expect(back == response)
        }
    }
}

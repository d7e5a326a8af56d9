import Foundation
import Operations
import Vocabulary

/// One line of `kawal screen`, as `formats.md` fixes it.
struct ScreeningRow: Encodable {
    var flight: String?
    var departsOn: Day
    var person: Int
    var passport: PassportNumber?
    var assessment: Assessment

    enum CodingKeys: String, CodingKey {
        case flight, departsOn, person, passport, advice, placement, link, reasons, against, unknown, mend,
            context
        case rules
    }

    enum ReasonKeys: String, CodingKey { case code, kind, grade, says, basis, evidence }

    init(_ screened: Screened) {
        flight = screened.flight
        departsOn = screened.departsOn
        person = screened.person
        passport = screened.passport
        assessment = screened.assessment
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(flight, forKey: .flight)
        try row.encode(departsOn, forKey: .departsOn)
        try row.encode(person, forKey: .person)
        try row.encode(passport, forKey: .passport)
        try row.encode(assessment.advice, forKey: .advice)
        try row.encode(assessment.placement, forKey: .placement)
        try row.encode(assessment.link, forKey: .link)
        try encode(assessment.reasons, into: &row, forKey: .reasons)
        try row.encode(assessment.against, forKey: .against)
        try row.encode(assessment.unknown, forKey: .unknown)
        try row.encode(assessment.mend, forKey: .mend)
        try encode(assessment.context, into: &row, forKey: .context)
        try row.encode(assessment.rules, forKey: .rules)
    }

    private func encode(
        _ reasons: [Reason],
        into row: inout KeyedEncodingContainer<CodingKeys>,
        forKey key: CodingKeys
    ) throws {
        var list = row.nestedUnkeyedContainer(forKey: key)
        for reason in reasons {
            var item = list.nestedContainer(keyedBy: ReasonKeys.self)
            try item.encode(reason.code, forKey: .code)
            try item.encode(reason.kind, forKey: .kind)
            try item.encode(reason.grade, forKey: .grade)
            try item.encode(reason.says, forKey: .says)
            try item.encode(reason.basis, forKey: .basis)
            try item.encode(reason.evidence, forKey: .evidence)
        }
    }
}

/// Prints the advice on each traveller, and at the end how many of each.
final class ScreeningPrinter {
    private let isJSON: Bool
    private let encoder = JSONEncoder()
    private var counts = AdviceCounts()

    init(isJSON: Bool) {
        self.isJSON = isJSON
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func print(_ screened: Screened) throws {
        counts[screened.assessment.advice] += 1
        if isJSON {
            Console.print(bytes: try encoder.encode(ScreeningRow(screened)) + [0x0A])
        } else if screened.assessment.advice != .clear {
            Console.print(line(screened))
        }
    }

    func finish() {
        guard !isJSON else { return }
        Console.print(
            "\(counts.total) travellers: \(counts.clear) lanjut, \(counts.advise) saran, \(counts.refer) wawancara, "
                + "\(counts.statutory) larangan, \(counts.unavailable) data belum tersedia"
        )
    }

    private func line(_ screened: Screened) -> String {
        let assessment = screened.assessment
        let reasons = assessment.reasons.map { "\($0.code) \($0.says)" }
        let questions = assessment.unknown.map { "? \($0.ask)" }
        return
            "\(screened.flight ?? "–") \(screened.departsOn) \(screened.person)  \(assessment.advice.rawValue)  "
            + (reasons.isEmpty ? questions : reasons).joined(separator: "  ")
    }
}

/// One line of `kawal receive`.
struct ReceptionRow: Encodable {
    var file: String
    var flight: String
    var departsOn: Day
    var counts: AdviceCounts
    var digests: [String]
    var `repeat`: Bool

    init(_ file: String, _ manifest: ManifestReceived, _ isRepeat: Bool) {
        self.file = file
        flight = manifest.flight.number
        departsOn = manifest.flight.departsOn
        counts = manifest.counts
        digests = manifest.digests
        `repeat` = isRepeat
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    var text: String {
        "\(file): \(flight) \(departsOn), \(counts.total) travellers, \(counts.refer) wawancara, "
            + "\(counts.statutory) larangan\(`repeat` ? " (as before)" : "")"
    }
}

import Screening
import Testing
import Vocabulary

@Suite struct SilenceTests {
    /// The ways in which a feed doesn't answer.
    enum Silence: CaseIterable {
        case neverLoaded
        case down
        case old

        func apply(to kind: RecordKind, of site: inout InventedSite) {
            var feed = Feed()
            feed.name = kind.rawValue
            switch self {
            case .neverLoaded: site.loaded.remove(kind)
            case .down: feed.state = .down
            case .old: feed.completeUntil = departure.adding(days: -40)
            }
            site.feeds[kind] = feed
        }
    }

    @Test(arguments: Silence.allCases)
    func `a silent registry is unavailable for work, clear for others, and always named`(silence: Silence)
        throws
    {
        var worker = try Sample(.ptop)
        silence.apply(to: .workers, of: &worker.site)
        let assessment = try worker.assess()
        #expect(assessment.advice == .unavailable)
        #expect(assessment.reasons.isEmpty)
        #expect(assessment.asked.contains("registry"))
        var tourist = try Sample(nil)
        silence.apply(to: .workers, of: &tourist.site)
        #expect(try tourist.assess(to: "SIN").advice == .clear)
        #expect(try tourist.assess(to: "SIN").asked.contains("registry"))
    }

    @Test(arguments: [RecordKind.agencies, .joborders], Silence.allCases)
    func `a silent register of licences or orders leaves a placement that names one unavailable`(
        kind: RecordKind,
        silence: Silence
    ) throws {
        var sample = try Sample(.ptop)
        silence.apply(to: kind, of: &sample.site)
        #expect(try sample.assess().advice == .unavailable)
        var mandiri = try Sample(.mandiri)
        silence.apply(to: kind, of: &mandiri.site)
        #expect(try mandiri.assess().advice == .clear)
    }

    @Test(arguments: [RecordKind.passports, .notices])
    func `a register that fell silent is unavailable for work, one that never came is asked`(kind: RecordKind)
        throws
    {
        for silence in Silence.allCases {
            var sample = try Sample(.mandiri)
            silence.apply(to: kind, of: &sample.site)
            let assessment = try sample.assess()
            #expect(assessment.advice == (silence == .neverLoaded ? .clear : .unavailable))
            #expect(assessment.asked.contains(kind == .passports ? "passport.register" : "notices"))
        }
    }

    @Test(arguments: [RecordKind.crossings, .bookings, .outcomes], Silence.allCases)
    func `silence of tickets, crossings and outcomes is never unavailable`(kind: RecordKind, silence: Silence)
        throws
    {
        var sample = try Sample(.ptop)
        silence.apply(to: kind, of: &sample.site)
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `a graver finding stands beside a silent feed`() throws {
        var sample = try Sample(.ptop)
        sample.change { $0.visaNumber = .no }
        sample.site.loaded.remove(.agencies)
        let assessment = try sample.assess()
        #expect(assessment.advice == .refer)
        #expect(assessment.asked.contains("agencies"))
    }

    @Test func `a feed is judged by the judged day, and one without a row is current`() throws {
        var sample = try Sample(.ptop)
        var feed = Feed()
        feed.completeUntil = departure.adding(days: -1)
        sample.site.feeds[.workers] = feed
        #expect(try sample.assess().advice == .clear)
        let later = try sample.site.assess(sample.traveller, on: departure.adding(days: 20))
        #expect(later.advice == .unavailable)
    }

    @Test func `what a partial registry lacks is unknown, what it has counts`() throws {
        var feed = Feed()
        feed.state = .partial
        var sample = try Sample(.ptop)
        sample.site.feeds[.workers] = feed
        #expect(try sample.assess().advice == .clear)
        sample.site.placements = []
        #expect(try sample.assess().advice == .unavailable)
    }

    @Test(arguments: [
        ("complete", 0, true), ("complete", 8, false), ("down", 0, false), ("partial", 0, false),
    ])
    func `an agreement that is another office's to bring is missing only where that office has answered`(
        state: String,
        age: Int,
        hasAnswered: Bool
    ) throws {
        var sample = try Sample(.ptop)
        sample.site.placements[0].file.placementAgreementNumber = .blank
        sample.site.placements[0].file.status = .matched
        var feed = Feed()
        feed.state = Feed.State(rawValue: state)
        feed.completeUntil = departure.adding(days: -age)
        sample.site.lenders["siapkerja"] = feed
        let assessment = try sample.assess()
        let missing = assessment.reasons.compactMap { $0.evidence["document"] }
        #expect(missing.contains("placement_agreement") == hasAnswered)
        #expect(assessment.asked.contains("document.placement_agreement") == !hasAnswered)
    }
}

import Testing
import Vocabulary

@testable import Synthetic

@Suite struct StoryTests {
    @Test func `every story is told among five thousand people`() {
        let told = Set(InventedNation.records("truth.csv").compactMap { $0["class"] })
        for story in Story.allCases { #expect(told.contains(story.rawValue)) }
    }

    @Test func `among fifty thousand every story is told twice and all but three of a hundred are clear`() {
        let plan = StoryPlan(seed: 1, people: 50_000)
        var counts: [Story: Int] = [:]
        for story in plan.stories { counts[story, default: 0] += 1 }
        for story in Story.allCases { #expect(counts[story, default: 0] >= 2) }
        let clear = plan.stories.filter { $0.expected.advices.first == .clear }.count
        #expect(clear * 100 >= plan.stories.count * 97)
    }

    @Test(arguments: [1, 10, 500, 4999, 5000, 50_000, 1_000_000])
    func `no more people have a story than live in the nation`(people: Int) {
        let plan = StoryPlan(seed: 1, people: people)
        #expect(plan.stories.count <= people)
        #expect(plan.stories.count * plan.stride <= people)
    }

    @Test func `each code of the objective checks is expected somewhere`() {
        let codes = Set(
            Story.allCases.flatMap { $0.expected.codes.split(whereSeparator: { ";|?".contains($0) }) }
        )
        for code in [
            "A01", "A02", "A03", "A04", "A05", "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D09", "D13",
        ] {
            #expect(codes.contains(Substring(code)))
        }
    }

    @Test func `sex and adult age are drawn alike whatever the story`() throws {
        var adults: [Bool: (people: Int, women: Int, days: Int)] = [false: (0, 0, 0), true: (0, 0, 0)]
        let sources = try SyntheticSources(files: InventedNation.tables)
        var author = Author(sources: sources, seed: 5, people: 9000, day: InventedNation.day)
        let minors: Set<Story> = [
            .minorPlacement, .minorWorkVisa, .applyMinor, .child, .alteredBirth, .eighteenToday,
        ]
        for (index, story) in Story.allCases.enumerated() where !minors.contains(story) {
            for turn in 0..<8 {
                let citizen = author.dossier(story, person: index * 20 + turn, seed: 5).citizen
                let isClear = story.expected.advices == [.clear]
                adults[isClear]?.people += 1
                adults[isClear]?.women += citizen.sex == .female ? 1 : 0
                adults[isClear]?.days += citizen.bornOn.days(until: InventedNation.day)
            }
        }
        let (clear, other) = (try #require(adults[true]), try #require(adults[false]))
        #expect(abs(clear.women * 100 / clear.people - other.women * 100 / other.people) < 8)
        #expect(abs(clear.days / clear.people - other.days / other.people) < 2 * 365)
    }
}

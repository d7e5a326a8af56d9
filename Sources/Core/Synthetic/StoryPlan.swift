/// Which of the nation's people travel or apply, and which story each tells (rencana cerita).
///
/// Rare stories come at least twice among 50,000 people and once among 5,000; tourism fills what is left.
struct StoryPlan: Sendable {
    /// The stories by slot.
    let stories: [Story]
    /// The distance between two people with a story.
    let stride: Int

    /// Plans the stories of a number of people: one of 22 travels in these days, one of 22 applies for a passport.
    init(seed: UInt64, people: Int) {
        var chance = Chance(seed: seed, purpose: 21)
        let half = max(people / 22, min(people / 4, 40))
        let floor = people >= 50_000 ? 2 : people >= 5000 ? 1 : 0
        var stories: [Story] = []
        for isApplication in [false, true] {
            let told = Story.allCases.filter { $0.isApplication == isApplication }
            var planned: [Story] = []
            var further: [Story] = []
            for story in told {
                let count = (story.share * half + chance.below(100_000)) / 100_000
                planned += Array(repeating: story, count: floor)
                further += Array(repeating: story, count: max(0, count - floor))
            }
            chance.shuffle(&further)
            planned = Array((planned + further).prefix(half))
            let filler: Story = isApplication ? .applyTourism : .tourist
            stories += planned + Array(repeating: filler, count: half - planned.count)
        }
        chance.shuffle(&stories)
        self.stories = stories
        stride = max(1, people / max(1, stories.count))
    }

    /// The slot of a person, or nil where the person has no story.
    func slot(of person: Int) -> Int? {
        guard person % stride == 0, person / stride < stories.count else { return nil }
        return person / stride
    }
}

public import Vocabulary

/// Which travellers chance may draw, so that what is found among people whom nobody suspected can be known (undian acak).
///
/// - Source: casework notes 8 and 9 (1): an honest base rate needs a random arm with a stored probability.
public enum RandomArm {
    /// Whether a listed traveller may be drawn: clear, a citizen, of age, without a placement, and in time.
    ///
    /// A complete worker and a child are never drawn; a birth date that isn't known draws nobody.
    public static func mayDraw(
        _ assessment: Assessment,
        nationality: CountryCode?,
        bornOn: Day?,
        departsOn: Day,
        majorityYears: Int
    ) -> Bool {
        guard assessment.advice == .clear, assessment.placement == nil, nationality == .indonesia, let bornOn
        else { return false }
        return bornOn.age(on: departsOn) >= majorityYears
    }

    /// How long a talk lasts at most, in minutes.
    public static func talkMinutes(_ rules: Rulebook, on day: Day) -> Int {
        rules.limit("random_interview_minutes", on: day) ?? 5
    }

    /// How long before a departure no talk begins any more, in minutes.
    public static func leadMinutes(_ rules: Rulebook, on day: Day) -> Int {
        rules.limit("random_before_departure_minutes", on: day) ?? 40
    }
}

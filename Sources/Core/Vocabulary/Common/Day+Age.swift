extension Day {
    /// The whole years from this day of birth to another day.
    ///
    /// - Shape: whoever is born on 29 February is a year older on 1 March of a common year.
    public func age(on day: Day) -> Int {
        let (born, today) = (date, day.date)
        return today.year - born.year - ((today.month, today.day) >= (born.month, born.day) ? 0 : 1)
    }
}

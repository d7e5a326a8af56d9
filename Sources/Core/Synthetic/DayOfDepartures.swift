public import Vocabulary

/// The lists of one day in the order in which they leave, so that a day can be played (hari keberangkatan).
public struct DayOfDepartures: Sendable, Hashable {
    /// A list of the day.
    public struct List: Sendable, Hashable {
        /// When it leaves, by the clock of the place.
        public let departsAt: WallTime
        /// The file's path in the nation's folder.
        public let path: String
    }

    /// The day.
    public let day: Day
    /// Its lists, the earliest first, those of one minute by path.
    public let lists: [List]

    /// Takes a day's lists out of a nation's paths: `manifests/DAY/HHMM-…`; other paths are passed over.
    public init(day: Day, paths: some Sequence<String>) {
        self.day = day
        let folder = "manifests/\(day)/"
        lists = paths.compactMap { path in
            guard path.hasPrefix(folder), let number = Int(path.dropFirst(folder.count).prefix(4)),
                number < 2400,
                number % 100 < 60
            else { return nil }
            return List(departsAt: WallTime(day: day, minute: number / 100 * 60 + number % 100), path: path)
        }.sorted { ($0.departsAt, $0.path) < ($1.departsAt, $1.path) }
    }
}

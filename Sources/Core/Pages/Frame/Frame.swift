public import Vocabulary

/// What surrounds every page: who reads it, where, when, in which language, and how fresh the records are.
public struct Frame: Sendable {
    /// The reader's language.
    public var language: Language = .indonesian
    /// The reader's choice of light or dark.
    public var theme: Theme = .system
    /// Whether letter keys act (WCAG 2.1.4: they can be switched off).
    public var areLetterKeysOn = true
    /// When the page was made.
    public var now: Moment
    /// The zone of the post.
    public var zone: Zone = .wib
    /// The address of this page, to come back to after a switch; only a path of this site is used.
    public var path: String
    /// The post: `Soekarno-Hatta T3`; nil where the site has none.
    public var post: String?
    /// Whether the site holds an invented nation: every page is marked LATIHAN.
    public var isExercise = false
    /// The feeds that matter on this post, with their age.
    public var feeds: [FeedReach] = []
    /// Whether the other agency's site is reached; nil where there is none.
    public var partner: PartnerReach?
    /// Who is signed in; nil on the public pages.
    public var officer: Officer?
    /// The token that every form carries.
    public var csrf: String
    /// The software's version.
    public var version: String
    /// The digest of the rules in force: `sha256:…`.
    public var rules: String?
    /// Whom to call when the machine fails; nil where nobody was named.
    public var dutyNumber: DutyNumber?
    /// What the page before has done, said once.
    public var notice: Notice?

    /// A sentence said once after an act that led to this page.
    public enum Notice: String, Sendable, CaseIterable {
        /// The password was changed.
        case passwordChanged
        /// The reader has signed out.
        case signedOut
        /// An account was added or changed.
        case accountSaved
        /// A machine's key was issued or revoked.
        case keySaved
        /// A step of a case was taken.
        case stepTaken
        /// A person has decided whose a placement is.
        case linkDecided
        /// A file has arrived and is being screened; the page comes back by itself.
        case listInWork
        /// Bookings were received and no list.
        case bookingsKept
    }

    /// A frame for a moment, a path and a form token.
    public init(now: Moment, path: String, csrf: String, version: String) {
        self.now = now
        self.path = path
        self.csrf = csrf
        self.version = version
    }
}

/// The languages of the pages.
public typealias Language = Bilingual.Language

/// Light or dark.
public enum Theme: String, Sendable, CaseIterable {
    /// As the reader's machine says.
    case system
    /// Light.
    case light
    /// Dark, for night shifts.
    case dark
}

/// A zone as people at a post name it: those of Indonesia by their names, a mission's by its distance from UTC.
public struct Zone: Sendable, Hashable {
    /// How it is written behind a time: `WIB`, `UTC+3`.
    public let name: String
    /// Minutes east of UTC.
    public let minutes: Int

    private init(_ name: String, _ minutes: Int) {
        self.name = name
        self.minutes = minutes
    }

    /// The zone so many minutes east of UTC.
    public init(minutes: Int) {
        if let known = Zone.indonesian.first(where: { $0.minutes == minutes }) {
            self = known
            return
        }
        let size = abs(minutes)
        let rest = size % 60 == 0 ? "" : "." + (size % 60 < 10 ? "0" : "") + String(size % 60)
        let sign = minutes < 0 ? "-" : "+"
        self.init(minutes == 0 ? "UTC" : "UTC" + sign + String(size / 60) + rest, minutes)
    }

    /// Western (Waktu Indonesia Barat).
    public static let wib = Zone("WIB", 420)
    /// Central (Waktu Indonesia Tengah).
    public static let wita = Zone("WITA", 480)
    /// Eastern (Waktu Indonesia Timur).
    public static let wit = Zone("WIT", 540)
    /// Coordinated universal time.
    public static let utc = Zone(minutes: 0)

    private static let indonesian = [wib, wita, wit]
}

/// How far an office's records reach, and how old they are (jangkauan data).
public struct FeedReach: Sendable, Hashable {
    /// Whether the records answer.
    public enum State: String, Sendable, CaseIterable {
        /// They answer.
        case current
        /// They are older than their rule allows: their facts count as unknown.
        case stale
        /// The office says that they are down.
        case down
        /// They were never loaded.
        case absent
    }

    /// The name as officers say it: `SiskoP2MI`, `manifes`.
    public var name: String
    /// Whether the records answer.
    public var state: State
    /// When they were last loaded.
    public var loadedAt: Moment?
    /// The last day they are complete for.
    public var completeUntil: Day?
    /// How many records there are.
    public var count: Int?
    /// Who answers for them.
    public var owner: String?

    /// A feed.
    public init(
        name: String,
        state: State,
        loadedAt: Moment? = nil,
        completeUntil: Day? = nil,
        count: Int? = nil,
        owner: String? = nil
    ) {
        self.name = name
        self.state = state
        self.loadedAt = loadedAt
        self.completeUntil = completeUntil
        self.count = count
        self.owner = owner
    }
}

/// Who is signed in (petugas).
public struct Officer: Sendable, Hashable {
    /// The account's name.
    public var name: String
    /// The roles the account holds.
    public var duties: Set<Role>
    /// The pages the account may open, shown in the navigation.
    public var places: Set<Place>

    /// An officer.
    public init(name: String, duties: Set<Role>, places: Set<Place>) {
        self.name = name
        self.duties = duties
        self.places = places
    }
}

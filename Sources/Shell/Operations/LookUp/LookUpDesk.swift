import Synchronization
import Vocabulary

/// The travellers whose look-up hasn't been answered yet, and the port through which they are asked about (antrean pencarian).
///
/// They go as soon as the answer is there, and so does the file that is kept for them (`Desk.keep`): whoever matches nothing leaves no
/// trace.
package final class LookUpDesk: Sendable {
    /// One traveller of a list.
    struct Traveller: Sendable {
        /// The place in the list.
        let place: Int
        let person: ListedPerson
        let sought: SoughtPerson
        /// What came of it so far.
        var answer = SoughtAnswer.unanswered
        /// Whether the records that were found were asked for.
        var isAskedFor = false
    }

    /// The travellers of one list.
    struct Waiting: Sendable {
        /// What tells it from others.
        let id: Int
        /// The list without its people.
        let list: DepartureList
        /// Whether its file is kept for its people's sake alone.
        let ownsFile: Bool
        /// How many people it has.
        let persons: Int
        var travellers: [Int: Traveller]

        /// The minute of departure, on the days' own clock; the end of the day where it isn't known.
        var minute: Int {
            let time = list.departsAt.map { (day: $0.day, minute: Int($0.minute)) }
            let (day, minute) = time ?? (list.flight.departsOn, 1440)
            return Int(day.number) * 1440 + minute
        }
    }

    private struct State {
        var port: (any LookUpPort)?
        var next = 0
        var waiting: [Int: Waiting] = [:]

        mutating func dropIfEmpty(_ id: Int) {
            if waiting[id]?.travellers.isEmpty == true { waiting[id] = nil }
        }
    }

    private let state = Mutex(State())

    /// A desk that asks nobody.
    package init() {}

    /// Asks through a port from now on.
    package func open(_ port: any LookUpPort) { state.withLock { $0.port = port } }

    /// The port; nil where nobody is asked.
    var port: (any LookUpPort)? { state.withLock { $0.port } }

    /// Whether a partner is asked.
    package var isOpen: Bool { port != nil }

    /// How many travellers wait for an answer.
    package var waitingCount: Int {
        state.withLock { $0.waiting.values.reduce(0) { $0 + $1.travellers.count } }
    }

    /// Lets the travellers of a list wait, in place of those of an earlier form of it.
    ///
    /// - Returns: The earlier forms of which nobody waits any more.
    func add(_ travellers: [Traveller], of list: DepartureList, ownsFile: Bool) -> [Waiting] {
        var bare = list
        bare.persons = []
        return state.withLock { state in
            let earlier = state.waiting.filter {
                $1.list.flight == list.flight && $1.list.list == list.list
            }
            if list.purpose == .whole, list.parts.isEmpty {
                for id in earlier.keys { state.waiting[id] = nil }
            }
            // Whoever a change names is asked about as the change has the person.
            let named = Set(list.persons.compactMap(\.passportNumber))
            for (id, waiting) in earlier {
                for (place, traveller) in waiting.travellers
                where traveller.person.passportNumber.map(named.contains) ?? false {
                    state.waiting[id]?.travellers[place] = nil
                }
                state.dropIfEmpty(id)
            }
            let dropped = earlier.filter { state.waiting[$0.key] == nil }.map(\.value)
            guard !travellers.isEmpty else { return dropped }
            state.next += 1
            state.waiting[state.next] = Waiting(
                id: state.next,
                list: bare,
                ownsFile: ownsFile,
                persons: list.persons.count,
                travellers: Dictionary(travellers.map { ($0.place, $0) }) { first, _ in first }
            )
            return dropped
        }
    }

    /// What waits, the next departures first.
    var waiting: [Waiting] {
        state.withLock { $0.waiting.values.sorted { ($0.minute, $0.id) < ($1.minute, $1.id) } }
    }

    /// One list as it stands now.
    func waiting(_ id: Int) -> Waiting? { state.withLock { $0.waiting[id] } }

    /// Notes an answer, with the records that are asked for and waited for.
    func note(_ answer: SoughtAnswer, of place: Int, in id: Int) {
        state.withLock { $0.waiting[id]?.travellers[place]?.answer = answer.cut }
    }

    /// Notes that the records of a traveller were asked for.
    func noteAsked(_ place: Int, in id: Int) {
        state.withLock { $0.waiting[id]?.travellers[place]?.isAskedFor = true }
    }

    /// Whether anybody of a file's lists waits.
    func isWaiting(for digest: String) -> Bool {
        state.withLock { $0.waiting.values.contains { $0.list.digest == digest } }
    }

    /// Forgets whoever was erased.
    func forget(_ person: EntrySubject) {
        state.withLock { state in
            for (id, waiting) in state.waiting {
                for (place, traveller) in waiting.travellers
                where traveller.sought.passport.map({ .passport($0) == person }) ?? false
                    || traveller.sought.nik.map({ .nik($0) == person }) ?? false
                {
                    state.waiting[id]?.travellers[place] = nil
                }
                state.dropIfEmpty(id)
            }
        }
    }

    /// Forgets travellers of a list; all of them where none are named.
    func forget(_ places: Set<Int>? = nil, in id: Int) {
        state.withLock { state in
            guard let places else {
                state.waiting[id] = nil
                return
            }
            for place in places { state.waiting[id]?.travellers[place] = nil }
            state.dropIfEmpty(id)
        }
    }
}

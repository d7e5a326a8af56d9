import Operations

/// Which bodies are not there, beside which should not be there.
struct AbsentBodies {
    private var missing = IndexRanges()
    private var events: [IndexRanges] = []

    private var erased: IndexRanges { IndexRanges(joining: events) }

    /// Notes that an entry, behind all noted before, has no body.
    mutating func note(missing index: UInt64) { missing.append(index) }

    /// Notes that bodies were erased.
    mutating func note(erased event: BodiesErased) { events.append(event.entries) }

    /// The entries without a body that no entry says was erased.
    var unexplained: [UInt64] {
        let erased = erased
        return missing.filter { !erased.contains($0) }
    }

    /// The entries whose body stands though an entry says that it was erased.
    var undead: [UInt64] { erased.filter { !missing.contains($0) } }
}

public import Vocabulary

/// Things that claims of several sources join (cincin): about whoever recruits, never about who travels.
public struct Ring: Sendable, Hashable {
    /// The entries of its claims, in order.
    public var entries: [Int64]
    /// How many things it joins.
    public var things: Int
    /// How many sources say so.
    public var sources: Int
    /// The sum of its claims' weights on the day.
    public var strength: Double
}

/// How rings are found in claims (pencarian jaringan).
public struct RingSearch: Sendable {
    /// A claim is worth half after so many days.
    public var halfLifeDays: Int
    /// A claim that is worth less joins nothing: 1 is a sure claim of today.
    public var leastWeight: Double
    /// What more claims than these name serves everybody and joins nobody.
    public var hubClaims: Int
    /// The fewest sources that make a ring: what one source says is its own story.
    public var leastSources: Int

    /// A search.
    public init(halfLifeDays: Int, leastWeight: Double, hubClaims: Int, leastSources: Int) {
        self.halfLifeDays = halfLifeDays
        self.leastWeight = leastWeight
        self.hubClaims = hubClaims
        self.leastSources = leastSources
    }

    /// What a claim is worth on a day: confidence, halved with every half-life.
    public func weight(confidence: Int, seenOn: Day, on day: Day) -> Double {
        let ages = Double(max(0, seenOn.days(until: day))) / Double(max(1, halfLifeDays))
        // exp2 by halving: whole half-lives, then the rest by a line that is off by less than a tenth.
        let whole = ages.rounded(.down)
        let rest = 1 - (ages - whole) / 2
        return whole > 60 ? 0 : Double(confidence) / 5 * rest / Double(UInt64(1) << UInt64(whole))
    }

    /// The rings in some claims on a day, the strongest first.
    ///
    /// - Shape: the same claims give the same rings in whatever order they come.
    public func rings(in claims: [ClaimEdge], on day: Day) -> [Ring] {
        var things = Numbering()
        var ends: [(one: Int32, other: Int32)] = []
        ends.reserveCapacity(claims.count)
        for claim in claims { ends.append((things.number(of: claim.one), things.number(of: claim.other))) }
        var named = [Int32](repeating: 0, count: things.count)
        var isHub = [Bool](repeating: false, count: things.count)
        for (claim, end) in zip(claims, ends) {
            named[Int(end.one)] += 1
            named[Int(end.other)] += 1
            if claim.isHub { isHub[Int(end.other)] = true }
        }
        for thing in named.indices where named[thing] > hubClaims { isHub[thing] = true }
        var groups = Groups(count: things.count)
        var joins = [Bool](repeating: false, count: claims.count)
        for (place, claim) in claims.enumerated() {
            let end = ends[place]
            guard end.one != end.other, !isHub[Int(end.one)], !isHub[Int(end.other)] else { continue }
            let weight = weight(confidence: Int(claim.confidence), seenOn: Day(number: claim.seenOn), on: day)
            guard weight >= leastWeight else { continue }
            joins[place] = true
            groups.join(end.one, end.other)
        }
        return gather(claims, ends, joins, &groups, on: day)
    }

    private func gather(
        _ claims: [ClaimEdge],
        _ ends: [(one: Int32, other: Int32)],
        _ joins: [Bool],
        _ groups: inout Groups,
        on day: Day
    ) -> [Ring] {
        var members: [Int32: [Int]] = [:]
        for place in claims.indices where joins[place] {
            members[groups.first(of: ends[place].one), default: []].append(place)
        }
        let rings = members.values.compactMap { places -> Ring? in
            let sources = Set(places.map { claims[$0].source })
            guard sources.count >= leastSources else { return nil }
            let strength = places.reduce(0.0) {
                $0
                    + weight(
                        confidence: Int(claims[$1].confidence),
                        seenOn: Day(number: claims[$1].seenOn),
                        on: day
                    )
            }
            return Ring(
                entries: places.map { claims[$0].entry }.sorted(),
                things: Set(places.flatMap { [ends[$0].one, ends[$0].other] }).count,
                sources: sources.count,
                strength: (strength * 1000).rounded() / 1000
            )
        }
        return rings.sorted {
            ($1.strength, $0.entries.first ?? 0) < ($0.strength, $1.entries.first ?? 0)
        }
    }
}

/// Numbers from 0 for values as they come.
private struct Numbering {
    private var numbers: [Int64: Int32] = [:]

    var count: Int { numbers.count }

    mutating func number(of value: Int64) -> Int32 {
        if let number = numbers[value] { return number }
        let number = Int32(numbers.count)
        numbers[value] = number
        return number
    }
}

/// Groups that grow by joining (union-find with path halving).
private struct Groups {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    mutating func first(of member: Int32) -> Int32 {
        var member = member
        while parents[Int(member)] != member {
            parents[Int(member)] = parents[Int(parents[Int(member)])]
            member = parents[Int(member)]
        }
        return member
    }

    mutating func join(_ one: Int32, _ other: Int32) {
        let (one, other) = (first(of: one), first(of: other))
        // The smaller number stays, so that the order of joining doesn't matter.
        if one != other { parents[Int(max(one, other))] = min(one, other) }
    }
}

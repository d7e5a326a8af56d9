import Casework
import Testing
import Vocabulary

/// Rings among claims.
@Suite struct RingTests {
    private let today = Day("2026-03-01") ?? Day(number: 0)
    private let search = RingSearch(halfLifeDays: 180, leastWeight: 0.1, hubClaims: 20, leastSources: 2)

    private func claim(
        _ one: Int64,
        _ other: Int64,
        source: Int64,
        daysAgo: Int = 0,
        confidence: Int8 = 5,
        isHub: Bool = false,
        entry: Int64 = 0
    ) -> ClaimEdge {
        ClaimEdge(
            one: one,
            other: other,
            source: source,
            seenOn: today.number - Int32(daysAgo),
            confidence: confidence,
            isHub: isHub,
            entry: entry == 0 ? one * 1000 + other : entry
        )
    }

    @Test func `claims of two sources that share a thing are a ring`() throws {
        let rings = search.rings(
            in: [claim(1, 2, source: 1), claim(2, 3, source: 2), claim(8, 9, source: 3)],
            on: today
        )
        let ring = try #require(rings.first)
        #expect(rings.count == 1)
        #expect(ring.things == 3)
        #expect(ring.sources == 2)
        #expect(ring.strength == 2)
        #expect(ring.entries == [1002, 2003])
    }

    @Test func `what one source says alone is no ring`() {
        #expect(search.rings(in: [claim(1, 2, source: 1), claim(2, 3, source: 1)], on: today).isEmpty)
    }

    @Test func `a travel bureau joins nobody, named so or by its many claims`() {
        #expect(
            search.rings(in: [claim(1, 2, source: 1, isHub: true), claim(3, 2, source: 2)], on: today).isEmpty
        )
        let many = (100..<121).map { claim($0, 2, source: $0) }
        #expect(search.rings(in: many, on: today).isEmpty)
        #expect(search.rings(in: Array(many.dropLast(2)), on: today).count == 1)
    }

    @Test func `claims fade with time and with doubt`() {
        #expect(search.weight(confidence: 5, seenOn: today, on: today) == 1)
        #expect(search.weight(confidence: 5, seenOn: today.adding(days: -180), on: today) == 0.5)
        #expect(search.weight(confidence: 5, seenOn: today.adding(days: -360), on: today) == 0.25)
        #expect(search.weight(confidence: 1, seenOn: today, on: today) == 0.2)
        #expect(search.weight(confidence: 5, seenOn: today.adding(days: 9), on: today) == 1)
        #expect(search.weight(confidence: 5, seenOn: today.adding(days: -90_000), on: today) == 0)
        let old = [claim(1, 2, source: 1, daysAgo: 900), claim(2, 3, source: 2)]
        #expect(search.rings(in: old, on: today).isEmpty)
    }

    @Test func `the order of the claims changes nothing`() {
        var claims: [ClaimEdge] = []
        for place in 0..<60 {
            let (one, other) = (Int64(place % 7), Int64(10 + place % 11))
            claims.append(claim(one, other, source: Int64(place % 5), entry: Int64(place + 1)))
        }
        let rings = search.rings(in: claims, on: today)
        claims.reverse()
        #expect(search.rings(in: claims, on: today) == rings)
    }

    @Test func `one telephone is one thing however it is written, and nobody who travels is a thing`() {
        #expect(NetworkNode(.phone, "+62 812-3456") == NetworkNode(.phone, "0812 3456"))
        #expect(NetworkNode(.recruiter, "  pak   BUDI ")?.value == "PAK BUDI")
        #expect(NetworkNode(.phone, "tidak ada") == nil)
        #expect(NetworkNode(.address, " ") == nil)
        for kind in NetworkNode.Kind.allCases {
            #expect(
                !["passenger", "traveller", "worker", "victim", "passport", "nik"].contains(kind.rawValue)
            )
        }
    }
}

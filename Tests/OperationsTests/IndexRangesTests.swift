import Foundation
import Operations
import Testing

@Suite struct IndexRangesTests {
    @Test func `neighbours stand in one run, whatever their order`() {
        #expect(IndexRanges([9, 4, 5, 6, 12, 5]).runs == [4...6, 9...9, 12...12])
        #expect(IndexRanges([]).runs.isEmpty && IndexRanges([]).count == 0)
    }

    @Test func `a set knows its members and their number`() {
        let set = IndexRanges([1, 2, 3, 7, 20, 21])
        #expect((0...22).filter { set.contains(UInt64($0)) } == [1, 2, 3, 7, 20, 21])
        #expect(set.count == 6 && Array(set) == [1, 2, 3, 7, 20, 21])
    }

    @Test func `a union has the members of both once`() {
        var generator = Numbers(state: 7)
        for _ in 0..<200 {
            let left = Set((0..<20).map { _ in generator.next() % 40 })
            let right = Set((0..<20).map { _ in generator.next() % 40 })
            let both = IndexRanges(joining: [IndexRanges(left), IndexRanges(right)])
            #expect(both == IndexRanges(left.union(right)))
        }
    }

    @Test func `a set is written as pairs and read again`() throws {
        let set = IndexRanges([1, 2, 3, 7])
        let text = try JSONEncoder().encode(set)
        #expect(String(decoding: text, as: UTF8.self) == "[[1,3],[7,7]]")
        #expect(try JSONDecoder().decode(IndexRanges.self, from: text) == set)
    }

    @Test(arguments: ["[[3,1]]", "[[1]]", "[[1,2,3]]", "[1]"])
    func `what is no run of entries is refused`(text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(IndexRanges.self, from: Data(text.utf8))
        }
    }
}

/// Numbers that look like chance and are always the same.
private struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}

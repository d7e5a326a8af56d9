import Exchange
import Testing
import Vocabulary

@Suite struct PassRevocationsTests {
    private func numbers(_ count: UInt8) throws -> [PassNumber] {
        try (0..<count).map { try PassSamples.number($0) }
    }

    private func list(_ numbers: [PassNumber], at moment: Moment = PassSamples.noon, by signer: PassSigner)
        throws -> PassRevocations
    {
        try PassRevocations(
            PassRevocations.text(numbers.map(\.mark), at: moment, signedBy: signer),
            keys: [signer.key]
        )
    }

    private func answer(_ lists: [PassRevocations], after hours: Int = 1) throws -> PassRevocations.Answer {
        PassRevocations.answer(
            for: (try PassSamples.pass(), try PassSamples.signer().key),
            in: lists,
            at: PassSamples.noon.adding(seconds: hours * 3600),
            by: PassSamples.rules
        )
    }

    @Test(arguments: [0, 1, 2, 50])
    func `a list names those in it and nobody else`(count: UInt8) throws {
        let all = try numbers(60)
        let list = try list(Array(all.prefix(Int(count))), by: PassSamples.signer())
        for (place, number) in all.enumerated() { #expect(list.names(number.mark) == (place < count)) }
        #expect(list.issuedAt == PassSamples.noon)
    }

    @Test func `a changed, shortened or lengthened list is not believed`() throws {
        let signer = try PassSamples.signer()
        let text = try PassRevocations.text(numbers(3).map(\.mark), at: PassSamples.noon, signedBy: signer)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var changes = [text + "\n", String(text.dropLast()), "", "x\n"]
        for place in 0..<lines.count - 1 {
            var fewer = lines
            fewer.remove(at: place)
            changes.append(fewer.joined(separator: "\n"))
            var other = lines
            other[place] = String(other[place].dropLast()) + (other[place].last == "1" ? "2" : "1")
            changes.append(other.joined(separator: "\n"))
        }
        for count in [Int.max, Int.min, -1] {
            var other = lines
            other[3] = String(count)
            changes.append(other.joined(separator: "\n"))
        }
        for change in changes {
            #expect(throws: PassFault.self) { try PassRevocations(change, keys: [signer.key]) }
        }
        #expect(throws: PassFault.unknownKey) { try PassRevocations(text, keys: []) }
    }

    @Test func `the newest list of the pass's issuer has the word`() throws {
        let signer = try PassSamples.signer()
        let earlier = try list(
            [PassSamples.number()],
            at: PassSamples.noon.adding(seconds: -3600),
            by: signer
        )
        let later = try list([], by: signer)
        #expect(try !answer([later, earlier]).isRevoked)
        #expect(try answer([earlier]).isRevoked)
        let foreign = try list([PassSamples.number()], by: PassSamples.signer(9, of: "id/lain"))
        #expect(try answer([foreign]) == .init(isRevoked: false, listing: .absent))
    }

    @Test func `an old list is told as old and still voids what stands in it`() throws {
        let signer = try PassSamples.signer()
        let named = try list([PassSamples.number()], by: signer)
        #expect(try answer([named], after: 23) == .init(isRevoked: true, listing: .listed(PassSamples.noon)))
        #expect(try answer([named], after: 24) == .init(isRevoked: true, listing: .old(PassSamples.noon)))
        let other = try list([], by: signer)
        #expect(try answer([other], after: 48) == .init(isRevoked: false, listing: .old(PassSamples.noon)))
    }
}
